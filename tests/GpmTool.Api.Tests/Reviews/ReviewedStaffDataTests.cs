using System.Text;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Api.Tests.Reviews;

/// <summary>In a review, too, times of an Ist that are not released are seen by its authority and the coordination only.</summary>
public class ReviewedStaffDataTests : ReviewTest
{
    private protected override string Ist(string label)
    {
        var graph = Documents.Graph(label);
        var step = graph.Nodes.Single(node => node.Id == "t") with { Gpm = new StepAttributes { ProcessingTime = TimeDistribution.Constant(IsoDuration.Parse(label == "Meldung lesen" ? "PT47M" : "PT13M")) } };
        return Encoding.UTF8.GetString(ElsaDocument.Write(graph with { Nodes = [.. graph.Nodes.Select(node => node.Id == "t" ? step : node)] }, "egal"));
    }

    [Test]
    public async Task The_authority_objects_to_a_difference_of_times_that_others_do_not_see()
    {
        await OpenAsync();
        var own = (await DifferencesAsync("lead-a", "?authority=bezirk-a")).Single(difference => difference.Text("kind") == "timeChanged");
        own.Text("sentence")!.ShouldContain("47");
        await (await SayAsync("lead-a", "bezirk-a", "objection", "Die 47 Minuten brauchen wir", Reference(own))).JsonAsync(200);
        await (await (await AsAsync("lead-a")).SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "47 Minuten sind gemessen", difference = Reference(own) })).JsonAsync(201);
        await (await (await AsAsync("lead-b")).SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "?", difference = Reference(own) })).ProblemAsync(409, "difference-unknown");
        foreach (var (person, sees) in new[] { ("lead-a", true), ("coordination", true), ("lead-b", false), ("senate", false) })
        {
            var client = await AsAsync(person);
            foreach (var path in new[] { "", "/differences", "/differences?authority=bezirk-a", "/positions", "/threads", "/rounds/1/comparisons/bezirk-a", "/minutes", "/minutes?form=markdown", "/minutes?form=html" })
            {
                var text = await (await client.GetAsync(Review + path)).Content.ReadAsStringAsync();
                if (!sees) foreach (var trace in new[] { "47 Min", "47\u00a0Min", "PT47M" }) text.ShouldNotContain(trace, Case.Insensitive, $"{person} {path}");
            }

            (await client.GetStringAsync($"{Review}/minutes?form=markdown")).Contains("Die 47 Minuten brauchen wir", StringComparison.Ordinal).ShouldBe(sees, person);
            (await client.GetStringAsync($"{Review}/minutes?form=markdown")).ShouldContain("Einwand", Case.Sensitive, "that there is an objection is no secret");
            (await client.GetStringAsync($"{Review}/threads")).Contains("gemessen", StringComparison.Ordinal).ShouldBe(sees, person);
        }
    }
}
