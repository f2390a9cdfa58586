using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Pictures;

namespace GpmTool.Api.Tests.Comparisons;

/// <summary>Single operations of a comparison become a draft.</summary>
public class TakeOverTests
{
    private ApiFixture api = null!;
    private HttpClient client = null!;
    private string ist = "";
    private string soll = "";

    [SetUp]
    public async Task StartAsync()
    {
        api = new ApiFixture();
        client = api.CreateClient();
        await client.PrepareAsync();
        (ist, _) = await client.ModelAsync(Variants.Elsa(GraphLayout.Apply(Variants.Graph("i-", ("a", "Meldung erfassen"), ("c", "Firma beauftragen")))), query: "stage=ist&authority=bezirk-a");
        (soll, _) = await client.ModelAsync(Variants.Elsa("o-", ("a", "Meldung digital erfassen"), ("b", "Gewährleistung prüfen"), ("d", "Haushaltsmittel binden"), ("c", "Firma beauftragen")));
        await FreezeAsync(ist);
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await api.DisposeAsync();
    }

    private async Task FreezeAsync(string model) => await (await client.SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{model}/freeze", new { }, "*")).JsonAsync(200);

    private async Task<List<JsonElement>> OperationsAsync() => [.. (await (await client.GetAsync($"/api/v1/comparisons?beforeModel={ist}&beforeVersion=1&afterModel={soll}")).JsonAsync(200)).GetProperty("operations").EnumerateArray()];

    private async Task<HttpResponseMessage> TakeAsync(IEnumerable<JsonElement> operations, string? ifMatch = null, bool dryRun = false, string? target = null) =>
        await client.SendJsonAsync(HttpMethod.Post, "/api/v1/comparisons/drafts", new
        {
            before = new { modelId = ist, version = 1 },
            after = new { modelId = soll, version = 1 },
            operations = operations.Select(operation => new { key = operation.Text("key"), digest = operation.Text("digest") }),
            dryRun,
            target,
            note = "aus dem Soll",
        }, ifMatch);

    private async Task<ProcessGraph> GraphAsync(string model, int version) => ElsaDocument.Read(await client.GetByteArrayAsync($"/api/v1/models/{model}/versions/{version}")).Graph;

    private static JsonElement Of(IEnumerable<JsonElement> operations, string kind, string? value = null) => operations.First(operation => operation.Text("kind") == kind && (value is null || operation.Text("newValue") == value));

    [Test]
    public async Task A_chosen_operation_becomes_a_draft_and_nothing_else_changes()
    {
        var response = await TakeAsync([Of(await OperationsAsync(), "renamed")]);
        var taken = await response.JsonAsync(200);
        taken.GetProperty("draft").GetProperty("number").GetInt32().ShouldBe(2);
        response.ETag().ShouldBe("\"1\"");
        taken.GetProperty("needed").GetArrayLength().ShouldBe(0);
        var (before, after) = (await GraphAsync(ist, 1), await GraphAsync(ist, 2));
        after.Nodes.Single(node => node.Id == "i-a").Name.ShouldBe("Meldung digital erfassen");
        after.Nodes.Count.ShouldBe(before.Nodes.Count);
        after.Diagrams.ShouldBe(before.Diagrams);
        (await (await client.GetAsync($"/api/v1/models/{ist}/history")).JsonAsync(200))[0].Text("action").ShouldBe("draft.take-over");
    }

    [Test]
    public async Task What_they_need_comes_along_and_is_told()
    {
        var operations = await OperationsAsync();
        var inserted = Of(operations, "inserted", "Haushaltsmittel binden");
        var would = await (await TakeAsync([inserted], dryRun: true)).JsonAsync(200);
        would.GetProperty("draft").ValueKind.ShouldBe(JsonValueKind.Null);
        would.GetProperty("isDryRun").GetBoolean().ShouldBeTrue();
        var needed = would.GetProperty("needed").EnumerateArray().ToList();
        needed.ShouldContain(one => one.GetProperty("operation").Text("newValue") == "Gewährleistung prüfen", "the flow to it comes from there");
        foreach (var one in needed) one.GetProperty("neededBy").GetArrayLength().ShouldBeGreaterThan(0);
        needed.ShouldNotContain(one => one.GetProperty("operation").Text("kind") == "renamed");
        would.GetProperty("keyFigures").GetProperty("before").GetProperty("steps").GetInt32().ShouldBe(2);
        would.GetProperty("keyFigures").GetProperty("after").GetProperty("steps").GetInt32().ShouldBe(4);
        (await client.GetAsync($"/api/v1/models/{ist}/versions/2")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, "a dry run stores nothing");

        (await (await TakeAsync([inserted])).JsonAsync(200)).GetProperty("needed").GetArrayLength().ShouldBe(needed.Count);
        var graph = await GraphAsync(ist, 2);
        graph.Nodes.Select(node => node.Name).ShouldBe(["Meldung", "Meldung erfassen", "Firma beauftragen", "Ende", "Gewährleistung prüfen", "Haushaltsmittel binden"], ignoreOrder: true);
        GraphFaults.Find(graph).Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty();
    }

    [Test]
    public async Task New_steps_have_a_place_of_their_own_in_the_drawing()
    {
        await (await TakeAsync(await OperationsAsync())).JsonAsync(200);
        var graph = await GraphAsync(ist, 2);
        var shapes = graph.Diagrams.Single().Shapes.Where(shape => graph.Nodes.Any(node => node.Id == shape.ElementId)).ToList();
        shapes.Count.ShouldBe(graph.Nodes.Count);
        graph.Diagrams.Single().Edges.Count.ShouldBe(graph.Flows.Count);
        foreach (var one in shapes)
            foreach (var other in shapes.Where(other => string.CompareOrdinal(other.ElementId, one.ElementId) > 0))
                (one.Bounds.X < other.Bounds.X + other.Bounds.Width && other.Bounds.X < one.Bounds.X + one.Bounds.Width && one.Bounds.Y < other.Bounds.Y + other.Bounds.Height && other.Bounds.Y < one.Bounds.Y + one.Bounds.Height).ShouldBeFalse($"{one.ElementId} lies on {other.ElementId}");
        graph.Nodes.Select(node => node.Name).ShouldBe((await GraphAsync(soll, 1)).Nodes.Select(node => node.Name), ignoreOrder: true);
    }

    [Test]
    public async Task What_the_comparison_no_longer_says_is_refused_with_its_keys()
    {
        var operations = await OperationsAsync();
        var (renamed, inserted) = (Of(operations, "renamed"), Of(operations, "inserted"));
        await (await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/models/{soll}/draft", Variants.Elsa("o-", ("a", "Meldung mobil erfassen"), ("c", "Firma beauftragen")), "*")).JsonAsync(200);
        var problem = await (await TakeAsync([renamed, inserted])).ProblemAsync(409, "operations-stale");
        var stale = problem.GetProperty("operations").EnumerateArray().ToDictionary(one => one.Text("key")!, one => one.Text("presentDigest"));
        stale.Keys.ShouldBe([renamed.Text("key")!, inserted.Text("key")!], ignoreOrder: true);
        stale[renamed.Text("key")!].ShouldNotBeNull("it is about the same and says something else");
        stale[inserted.Text("key")!].ShouldBeNull();
        (await client.GetAsync($"/api/v1/models/{ist}/versions/2")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_draft_that_exists_keeps_its_changes_and_wants_its_ETag()
    {
        await (await client.SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{ist}/draft", new { })).JsonAsync(201);
        var edited = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/models/{ist}/draft", Variants.Elsa(GraphLayout.Apply(Variants.Graph("i-", ("a", "Meldung erfassen"), ("c", "Vertragsfirma beauftragen")))), "*");
        var renamed = Of(await OperationsAsync(), "renamed");
        await (await TakeAsync([renamed])).ProblemAsync(428, "if-match-missing");
        await (await TakeAsync([renamed], "\"1\"")).ProblemAsync(412, "outdated");
        var taken = await TakeAsync([renamed], edited.ETag());
        (await taken.JsonAsync(200)).GetProperty("draft").GetProperty("number").GetInt32().ShouldBe(2);
        taken.ETag().ShouldNotBe(edited.ETag());
        (await GraphAsync(ist, 2)).Nodes.Select(node => node.Name).ShouldBe(["Meldung", "Meldung digital erfassen", "Vertragsfirma beauftragen", "Ende"], ignoreOrder: true);
    }

    [Test]
    public async Task Where_the_draft_says_something_else_both_are_told_and_nothing_is_lost()
    {
        await (await client.SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{ist}/draft", new { })).JsonAsync(201);
        var edited = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/models/{ist}/draft", Variants.Elsa(GraphLayout.Apply(Variants.Graph("i-", ("a", "Meldung am Telefon erfassen"), ("c", "Firma beauftragen")))), "*");
        var renamed = Of(await OperationsAsync(), "renamed");
        var conflict = (await (await TakeAsync([renamed], dryRun: true)).JsonAsync(200)).GetProperty("conflicts")[0];
        (conflict.Text("elementId"), conflict.GetProperty("ours").Text("newValue"), conflict.GetProperty("theirs").Text("newValue")).ShouldBe(("i-a", "Meldung am Telefon erfassen", "Meldung digital erfassen"));
        (await (await TakeAsync([renamed], edited.ETag())).ProblemAsync(409, "operations-in-conflict")).Text("detail")!.ShouldContain("i-a");
        (await GraphAsync(ist, 2)).Nodes.Single(node => node.Id == "i-a").Name.ShouldBe("Meldung am Telefon erfassen");
    }

    [Test]
    public async Task Another_model_can_take_them_and_keeps_its_ids()
    {
        var (other, tag) = await client.ModelAsync(Variants.Elsa("b-", ("a", "Meldung erfassen"), ("q", "Hausmeister fragen"), ("c", "Firma beauftragen")), query: "stage=ist&authority=bezirk-b");
        await (await TakeAsync([Of(await OperationsAsync(), "renamed")], tag, target: other)).JsonAsync(200);
        (await GraphAsync(other, 1)).Nodes.Select(node => (node.Id, node.Name)).ShouldBe([("b-s", "Meldung"), ("b-a", "Meldung digital erfassen"), ("b-q", "Hausmeister fragen"), ("b-c", "Firma beauftragen"), ("b-e", "Ende")], ignoreOrder: true);
        (await GraphAsync(ist, 1)).Nodes.ShouldContain(node => node.Name == "Meldung erfassen");
    }

    [Test]
    public async Task What_is_missing_is_named()
    {
        await (await TakeAsync([])).ProblemAsync(400, "validation-failed");
        await (await TakeAsync([Of(await OperationsAsync(), "renamed")], target: Guid.NewGuid().ToString())).ProblemAsync(404, "not-found");
        await (await TakeAsync([Of(await OperationsAsync(), "renamed")], "\"7\"")).ProblemAsync(412, "outdated");
    }
}
