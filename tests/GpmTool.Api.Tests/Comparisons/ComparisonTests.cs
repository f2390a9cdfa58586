using System.Net.Http.Headers;
using System.Text;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Api.Tests.Comparisons;

/// <summary>Any two versions compared.</summary>
public class ComparisonTests : ApiTests
{
    private string ist = "";
    private string soll = "";

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await Client.PrepareAsync();
        (ist, _) = await Client.ModelAsync(Process("Schadensmeldung erfassen", "Hausmeister", Medium.Paper, 30, inspects: false), query: "stage=Ist&authority=bezirk-a");
        (soll, _) = await Client.ModelAsync(Process("Erfassung der Schadensmeldung", "Leitstelle", Medium.Digital, 10, inspects: true));
    }

    [Test]
    public async Task Matches_operations_figures_and_similarity_come_back()
    {
        var comparison = await (await PostAsync("/api/v1/comparisons", new { before = new { modelId = ist, version = 1 }, after = new { modelId = soll, version = 1 } })).JsonAsync(200);
        comparison.GetProperty("before").Text("title").ShouldBe("Ist bezirk-a (Version 1)");
        comparison.GetProperty("after").Text("stage").ShouldBe("soll");
        comparison.GetProperty("matches").EnumerateArray().ShouldContain(match => match.Text("beforeName") == "Schadensmeldung erfassen" && match.Text("afterName") == "Erfassung der Schadensmeldung");
        var operations = comparison.GetProperty("operations").EnumerateArray().ToList();
        operations.ShouldContain(operation => operation.Text("kind") == "inserted" && operation.Text("newValue") == "Gewährleistung prüfen" && operation.Text("sentence")!.Contains("„Gewährleistung prüfen“", StringComparison.Ordinal));
        operations.ShouldContain(operation => operation.Text("kind") == "mediumChanged");
        operations.ShouldContain(operation => operation.Text("kind") == "timeChanged" && operation.Text("oldValue") == "PT30M" && operation.Text("newValue") == "PT10M");
        foreach (var operation in operations)
        {
            operation.Text("digest")!.Length.ShouldBe(64);
            operation.Text("key").ShouldNotBeNullOrEmpty();
        }

        comparison.GetProperty("similarity").GetDouble().ShouldBeInRange(0.5, 0.99);
        var figures = comparison.GetProperty("keyFigures");
        figures.GetProperty("before").GetProperty("steps").GetInt32().ShouldBe(1);
        figures.GetProperty("after").GetProperty("steps").GetInt32().ShouldBe(2);
        figures.GetProperty("before").Text("expectedProcessingTime").ShouldBe("PT30M");
    }

    [Test]
    public async Task The_report_tells_every_operation_once_and_in_words()
    {
        var comparison = await GetAsync($"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}");
        var report = comparison.GetProperty("report");
        var differences = report.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("differences").EnumerateArray()).ToList();
        differences.Select(difference => difference.GetProperty("number").GetInt32()).Order().ShouldBe(Enumerable.Range(1, differences.Count));
        differences.Concat(report.GetProperty("technical").EnumerateArray()).SelectMany(difference => difference.GetProperty("operations").EnumerateArray().Select(place => place.GetInt32())).Order()
            .ShouldBe(Enumerable.Range(0, comparison.GetProperty("operations").GetArrayLength()));
        var inserted = differences.Single(difference => difference.Text("sentence")!.Contains("„Gewährleistung prüfen“", StringComparison.Ordinal));
        (inserted.Text("sign"), inserted.Text("tone"), inserted.Text("subject"), inserted.Text("importance")).ShouldBe(("+", "added", "step", "main"));
        inserted.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["Leitstelle"]);
        var changed = differences.Single(difference => difference.Text("before") is { } before && before.Contains("„Schadensmeldung erfassen“", StringComparison.Ordinal) && difference.Text("subject") == "step");
        changed.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["Hausmeister", "Leitstelle"]);
        changed.GetProperty("facts").EnumerateArray().ShouldContain(fact => fact.Text("code") == "processingTime" && fact.Text("label") == "Bearbeitungszeit" && fact.Text("before") == "30 Min." && fact.Text("after") == "10 Min.");
        report.Text("summary").ShouldNotBeNullOrEmpty();
        report.GetProperty("figures").EnumerateArray().ShouldContain(figure => figure.Text("code") == "steps" && figure.Text("before") == "1" && figure.Text("after") == "2");
        report.GetProperty("afterNodes").EnumerateArray().ShouldContain(node => node.Text("id") == "g" && node.Text("what") == "Schritt „Gewährleistung prüfen“" && node.Text("role") == "Leitstelle");
        var english = await GetAsync($"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}&lang=en");
        english.GetProperty("report").GetProperty("afterNodes").EnumerateArray().ShouldContain(node => node.Text("what") == "step “Gewährleistung prüfen”");
    }

    [Test]
    public async Task The_address_alone_compares_the_newest_versions()
    {
        var byAddress = await Client.GetStringAsync($"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}");
        var byBody = await (await PostAsync("/api/v1/comparisons", new { before = new { modelId = ist }, after = new { modelId = soll } })).Content.ReadAsStringAsync();
        byAddress.ShouldBe(byBody);
    }

    [Test]
    public async Task As_Markdown_it_reads_in_German()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/comparisons?beforeModel={ist}&beforeVersion=1&afterModel={soll}&afterVersion=1");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/markdown"));
        var response = await Client.SendAsync(request);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/markdown; charset=utf-8");
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldStartWith("# Ist bezirk-a (Version 1) → Soll (Version 1)");
        text.ShouldContain("„Gewährleistung prüfen“");
        text.ShouldContain("| 30 Min. | 10 Min. |");
    }

    [Test]
    public async Task A_version_does_not_differ_from_itself()
    {
        var comparison = await GetAsync($"/api/v1/comparisons?beforeModel={soll}&afterModel={soll}");
        comparison.GetProperty("operations").GetArrayLength().ShouldBe(0);
        comparison.GetProperty("similarity").GetDouble().ShouldBe(1);
    }

    [Test]
    public async Task What_does_not_exist_is_named()
    {
        var unknown = Guid.NewGuid();
        (await (await Client.GetAsync($"/api/v1/comparisons?beforeModel={unknown}&afterModel={soll}")).ProblemAsync(404, "not-found")).Text("detail")!.ShouldContain(unknown.ToString());
        (await (await Client.GetAsync($"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}&afterVersion=7")).ProblemAsync(404, "not-found")).Text("detail")!.ShouldContain($"{soll}/7");
        await (await Client.GetAsync($"/api/v1/comparisons?beforeModel=x&afterModel={soll}")).ProblemAsync(400, "bad-request");
        await (await PostAsync("/api/v1/comparisons", """{"before":null,"after":null}""")).ProblemAsync(400, "validation-failed");
    }

    private static string Process(string label, string role, Medium medium, double minutes, bool inspects)
    {
        var builder = new GraphBuilder("Störung bearbeiten", "p").Lane("l", role);
        builder.Node(NodeKind.StartEvent, "Meldung", "s", "l");
        builder.Node(NodeKind.UserTask, label, "t", "l", with: node => node with
        {
            Gpm = new StepAttributes { ProcessingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(minutes)), Documents = [new DocumentUse("Schadensmeldung", DataDirection.Input, medium)] },
        });
        if (inspects) builder.Node(NodeKind.UserTask, "Gewährleistung prüfen", "g", "l");
        builder.Node(NodeKind.EndEvent, "Ende", "e", "l");
        builder.Chain(inspects ? ["s", "t", "g", "e"] : ["s", "t", "e"]);
        return Encoding.UTF8.GetString(ElsaDocument.Write(builder.Build(), "egal"));
    }
}
