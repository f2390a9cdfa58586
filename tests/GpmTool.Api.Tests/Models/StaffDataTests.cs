using System.IO.Compression;
using GpmTool.Api.Tests.Accounts;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;

namespace GpmTool.Api.Tests.Models;

/// <summary>Times and staffing of an Ist belong to its authority and the coordination until the authority releases them.</summary>
public class StaffDataTests : ApiTests
{
    // Values that stand nowhere else.
    private static readonly string[] Traces = ["PT47M", "PT4711S", "PT53H", "47.5", "Schichtleitung", "adonis-time"];
    private string ist = "";
    private string soll = "";

    /// <inheritdoc />
    protected override (string Key, string Value)[] Settings => [("Limits:LogInsPerMinute", "1000")];

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await Client.PrepareAsync();
        (ist, var tag) = await Client.ModelAsync(Document(), query: "stage=ist&authority=bezirk-a");
        await (await PostAsync($"/api/v1/models/{ist}/freeze", new { }, tag)).JsonAsync(200);
        (soll, tag) = await Client.ModelAsync(Documents.Elsa(), query: "stage=soll");
        await (await PostAsync($"/api/v1/models/{soll}/freeze", new { }, tag)).JsonAsync(200);
        await Api.AddAsync("modeller-a@example.org", Role.Modeller, "bezirk-a", "fm");
        await Api.AddAsync("modeller-b@example.org", Role.Modeller, "bezirk-b", "fm");
        await Api.AddAsync("coordination@example.org", Role.FieldCoordination, null, "fm");
        await Api.AddAsync("senate@example.org", Role.SenateCoordination, null, "fm");
        await Api.AddAsync("administrator@example.org", Role.Administrator);
        await Api.AddAsync("lead-a@example.org", Role.AuthorityLead, "bezirk-a", "fm");
    }

    [TestCase("modeller-a", true)]
    [TestCase("lead-a", true)]
    [TestCase("coordination", true)]
    [TestCase("modeller-b", false)]
    [TestCase("senate", false)]
    [TestCase("administrator", false)]
    public async Task Only_the_authority_and_the_coordination_see_them(string who, bool sees)
    {
        using var client = await Api.LogInAsync($"{who}@example.org");
        var answers = await AnswersAsync(client);
        foreach (var (path, text) in answers)
            foreach (var trace in Traces)
                if (!sees) text.ShouldNotContain(trace, Case.Insensitive, path);
        if (sees) answers.Single(answer => answer.Path.EndsWith("form=view", StringComparison.Ordinal)).Text.ShouldContain("PT47M");
        if (sees) answers.Single(answer => answer.Path == "comparison").Text.ShouldContain("PT47M");
    }

    [Test]
    public async Task The_authority_releases_them_and_takes_it_back()
    {
        using var lead = await Api.LogInAsync("lead-a@example.org");
        using var senate = await Api.LogInAsync("senate@example.org");
        ((int)(await lead.PostAsync($"/api/v1/models/{ist}/staff-data/release", null)).StatusCode).ShouldBe(204);
        (await senate.GetStringAsync($"/api/v1/models/{ist}/versions/1?form=view")).ShouldContain("PT47M");
        ((int)(await lead.DeleteAsync($"/api/v1/models/{ist}/staff-data/release")).StatusCode).ShouldBe(204);
        (await senate.GetStringAsync($"/api/v1/models/{ist}/versions/1?form=view")).ShouldNotContain("PT47M");
        (await GetAsync($"/api/v1/models/{ist}/history")).ToString().ShouldContain("staff-data.release");
    }

    [Test]
    public async Task A_package_holds_none_whoever_publishes()
    {
        var id = (await (await PostAsync("/api/v1/publications", new { modelId = soll, version = 1 })).JsonAsync(201)).Text("id");
        var text = await UnzippedAsync(await Client.GetByteArrayAsync($"/api/v1/publications/{id}/package"));
        text.ShouldContain("comparisons/bezirk-a.json");
        foreach (var trace in Traces) text.ShouldNotContain(trace);
    }

    [Test]
    public async Task What_is_restored_keeps_them()
    {
        using var author = await Api.LogInAsync("modeller-a@example.org");
        await (await author.SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{ist}/versions/1/restore", new { })).JsonAsync(201);
        (await author.GetStringAsync($"/api/v1/models/{ist}/versions/2?form=view")).ShouldContain("PT47M");
    }

    private async Task<List<(string Path, string Text)>> AnswersAsync(HttpClient client)
    {
        var answers = new List<(string, string)>();
        foreach (var form in new[] { "elsa", "view", "bpmn", "svg" })
        {
            var path = $"/api/v1/models/{ist}/versions/1?form={form}";
            answers.Add((path, await client.GetStringAsync(path)));
        }

        answers.Add(("comparison", await client.GetStringAsync($"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}")));
        using var report = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}") { Headers = { { "Accept", "text/markdown" } } };
        answers.Add(("report", await (await client.SendAsync(report)).Content.ReadAsStringAsync()));
        answers.Add(("checks", await client.GetStringAsync($"/api/v1/models/{ist}/versions/1/checks")));
        answers.Add(("export", await UnzippedAsync(await client.GetByteArrayAsync("/api/v1/exports"))));
        return answers;
    }

    private static async Task<string> UnzippedAsync(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new System.Text.StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text.AppendLine(entry.FullName).AppendLine(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private static string Document()
    {
        var graph = Documents.Graph();
        var step = graph.Nodes.Single(node => node.Id == "t") with
        {
            Gpm = new StepAttributes { ProcessingTime = TimeDistribution.Constant(IsoDuration.Parse("PT47M")), WaitingTime = TimeDistribution.Constant(IsoDuration.Parse("PT53H")), TransportTime = TimeDistribution.Constant(IsoDuration.Parse("PT4711S")) },
            Raw = [new RawElement { Name = "x:times", Namespace = "urn:vendor", Attributes = [new RawAttribute("adonis-time", "1")] }],
        };
        var process = graph.Processes[0] with { Gpm = new ProcessAttributes { Staffing = [new Staffing("Schichtleitung", 47.5)] } };
        return System.Text.Encoding.UTF8.GetString(ElsaDocument.Write(graph with { Nodes = [.. graph.Nodes.Select(node => node.Id == "t" ? step : node)], Processes = [process, .. graph.Processes.Skip(1)] }, "stoerung"));
    }
}
