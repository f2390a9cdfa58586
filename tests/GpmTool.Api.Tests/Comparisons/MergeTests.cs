using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Api.Tests.Comparisons;

/// <summary>Two who changed one model at the same time.</summary>
public class MergeTests
{
    private static readonly (string, string)[] Start = [("a", "Meldung erfassen"), ("b", "Firma beauftragen")];

    private ApiFixture api = null!;
    private HttpClient client = null!;
    private string model = "";
    private string tag = "";

    [SetUp]
    public async Task StartAsync()
    {
        api = new ApiFixture();
        client = api.CreateClient();
        await client.PrepareAsync();
        (model, tag) = await client.ModelAsync(Variants.Elsa("", Start));
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await api.DisposeAsync();
    }

    private static JsonElement Document(params (string, string)[] steps) => JsonSerializer.Deserialize<JsonElement>(Variants.Elsa("", steps));

    private async Task<HttpResponseMessage> PutAsync((string, string)[] steps, string ifMatch) => await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/models/{model}/draft", Variants.Elsa("", steps), ifMatch);

    private async Task<HttpResponseMessage> MergeAsync(object body, string? ifMatch = null, string query = "") => await client.SendJsonAsync(HttpMethod.Post, "/api/v1/comparisons/merges" + query, body, ifMatch);

    private static IEnumerable<string?> Names(ProcessGraph graph) => graph.Nodes.Select(node => node.Name);

    private async Task<IEnumerable<string?>> NamesAsync() => Names(ElsaDocument.Read(await client.GetByteArrayAsync($"/api/v1/models/{model}/versions/1")).Graph);

    [Test]
    public async Task Who_was_second_merges_with_the_ETag_he_began_with()
    {
        var first = await PutAsync([("a", "Meldung digital erfassen"), ("b", "Firma beauftragen")], tag);
        (string, string)[] own = [("a", "Meldung erfassen"), ("b", "Firma beauftragen"), ("c", "Rechnung prüfen")];
        await (await PutAsync(own, tag)).ProblemAsync(412, "outdated");

        var merged = await MergeAsync(new { @base = new { modelId = model, eTag = tag }, ours = new { document = Document(own) }, theirs = new { modelId = model }, into = model, note = "zusammengeführt" }, first.ETag());
        var answer = await merged.JsonAsync(200);
        answer.GetProperty("conflicts").GetArrayLength().ShouldBe(0);
        answer.GetProperty("isStored").GetBoolean().ShouldBeTrue();
        answer.GetProperty("draft").Text("note").ShouldBe("zusammengeführt");
        (await NamesAsync()).ShouldBe(["Meldung", "Meldung digital erfassen", "Firma beauftragen", "Rechnung prüfen", "Ende"], ignoreOrder: true);
        Names(ElsaDocument.Read(JsonSerializer.SerializeToUtf8Bytes(answer.GetProperty("document"))).Graph).ShouldBe(await NamesAsync());
        merged.ETag().ShouldNotBe(first.ETag());
        await (await PutAsync(own, merged.ETag())).JsonAsync(200);
    }

    [Test]
    public async Task A_conflict_stores_nothing_unless_that_is_wanted()
    {
        var first = await PutAsync([("a", "Meldung digital erfassen"), ("b", "Firma beauftragen")], tag);
        object Body(bool accept) => new { @base = new { modelId = model, eTag = tag }, ours = new { document = Document(("a", "Meldung am Telefon erfassen"), ("b", "Rahmenvertragsfirma beauftragen")) }, theirs = new { modelId = model }, into = model, acceptConflicts = accept };

        var answer = await (await MergeAsync(Body(false), first.ETag())).JsonAsync(200);
        answer.GetProperty("isStored").GetBoolean().ShouldBeFalse();
        var conflict = answer.GetProperty("conflicts").EnumerateArray().Single();
        (conflict.Text("elementId"), conflict.Text("elementName")).ShouldBe(("a", "Meldung erfassen"));
        (conflict.GetProperty("ours").Text("newValue"), conflict.GetProperty("theirs").Text("newValue")).ShouldBe(("Meldung am Telefon erfassen", "Meldung digital erfassen"));
        (await NamesAsync()).ShouldContain("Meldung digital erfassen");

        (await (await MergeAsync(Body(true), first.ETag())).JsonAsync(200)).GetProperty("isStored").GetBoolean().ShouldBeTrue();
        (await NamesAsync()).ShouldBe(["Meldung", "Meldung erfassen", "Rahmenvertragsfirma beauftragen", "Ende"], ignoreOrder: true);
    }

    [Test]
    public async Task Without_a_target_it_only_answers_in_the_form_asked_for()
    {
        var body = new { @base = new { document = Document(Start) }, ours = new { document = Document(("a", "Meldung digital erfassen"), ("b", "Firma beauftragen")) }, theirs = new { document = Document(("a", "Meldung erfassen"), ("b", "Firma rufen")) } };
        var view = (await (await MergeAsync(body, query: "?form=view")).JsonAsync(200)).GetProperty("document");
        Names(GraphJson.Read(JsonSerializer.SerializeToUtf8Bytes(view))).ShouldBe(["Meldung", "Meldung digital erfassen", "Firma rufen", "Ende"], ignoreOrder: true);
        (await (await MergeAsync(body, query: "?form=bpmn")).JsonAsync(200)).GetProperty("document").GetString()!.ShouldContain("Firma rufen");
        await (await MergeAsync(body, query: "?form=pdf")).ProblemAsync(400, "bad-request");
    }

    [Test]
    public async Task The_target_has_to_take_part_and_its_ETag_to_be_present()
    {
        var body = new { @base = new { document = Document(Start) }, ours = new { document = Document(Start) }, theirs = new { document = Document(Start) }, into = model };
        await (await MergeAsync(body, tag)).ProblemAsync(409, "target-differs");
        var own = new { @base = new { modelId = model, eTag = tag }, ours = new { document = Document(Start) }, theirs = new { modelId = model }, into = model };
        await (await MergeAsync(own)).ProblemAsync(428, "if-match-missing");
        await (await MergeAsync(own, "\"9\"")).ProblemAsync(412, "outdated");
        await (await MergeAsync(new { @base = new { modelId = model, eTag = "\"77\"" }, ours = new { modelId = model }, theirs = new { modelId = model } })).ProblemAsync(404, "revision-gone");
        await (await MergeAsync(new { @base = new { modelId = model, eTag = "x" }, ours = new { modelId = model }, theirs = new { modelId = model } })).ProblemAsync(400, "validation-failed");
        (await (await MergeAsync(new { @base = new { }, ours = new { modelId = model }, theirs = new { document = "<a/>" } })).ProblemAsync(400, "validation-failed")).ToString().ShouldContain("base.modelId");
        (await (await MergeAsync(new { @base = new { modelId = model }, ours = new { modelId = model }, theirs = new { document = "<a/>" } })).ProblemAsync(400, "not-bpmn")).Text("detail")!.ShouldContain("theirs");
    }

    [Test]
    public async Task The_same_sent_again_and_again_stays_what_it_is()
    {
        for (var i = 0; i < 3; i++) (await PutAsync(Start, tag)).ETag().ShouldBe(tag);
        await (await PutAsync([("a", "Anders")], tag)).JsonAsync(200);
    }

    [Test]
    public async Task Twenty_earlier_contents_of_a_draft_are_kept_until_it_is_frozen()
    {
        for (var i = 1; i <= 22; i++) await (await PutAsync([("a", $"Stand {i}")], "*")).JsonAsync(200);
        object From(int revision) => new { @base = new { modelId = model, eTag = $"\"{revision}\"" }, ours = new { modelId = model }, theirs = new { modelId = model } };
        await (await MergeAsync(From(2))).ProblemAsync(404, "revision-gone");
        (await (await MergeAsync(From(3))).JsonAsync(200)).GetProperty("conflicts").GetArrayLength().ShouldBe(0);
        await (await client.SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{model}/freeze", new { }, "*")).JsonAsync(200);
        await (await MergeAsync(From(20))).ProblemAsync(404, "revision-gone");
    }
}
