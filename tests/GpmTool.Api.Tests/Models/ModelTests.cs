using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Model;

namespace GpmTool.Api.Tests.Models;

/// <summary>Ist and Soll models: drafts, frozen versions, documents.</summary>
public class ModelTests : ApiTests
{
    private static int number;
    private string process = "";

    [SetUp]
    public async Task PrepareAsync()
    {
        process = $"prozess-{Interlocked.Increment(ref number)}";
        await Client.PrepareAsync(process);
    }

    [Test]
    public async Task Who_read_a_model_before_its_draft_was_frozen_does_not_take_it_for_the_same()
    {
        await Client.PrepareAsync("eingefroren");
        var (id, tag) = await Client.ModelAsync(Documents.Elsa(), "eingefroren");
        var before = await Client.GetAsync($"/api/v1/models/{id}");
        (await before.JsonAsync(200)).GetProperty("hasDraft").GetBoolean().ShouldBeTrue();
        await (await PostAsync($"/api/v1/models/{id}/freeze", new { }, tag)).JsonAsync(200);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/models/{id}") { Headers = { { "If-None-Match", before.ETag() } } };
        (await (await Client.SendAsync(again)).JsonAsync(200)).GetProperty("hasDraft").GetBoolean().ShouldBeFalse();
    }

    [Test]
    public async Task A_definition_of_others_comes_back_as_it_was_but_for_its_definition_id()
    {
        var (id, _) = await Client.ModelAsync(Documents.Foreign, process, "stage=Ist&authority=bezirk-a");
        var stored = await Client.GetStringAsync($"/api/v1/models/{id}/versions/1");
        using var expected = JsonDocument.Parse(Documents.Foreign.Replace("\"hello\"", $"\"{process}.ist.bezirk-a\"", StringComparison.Ordinal));
        using var actual = JsonDocument.Parse(stored);
        CanonicalJson.Equal(actual.RootElement, expected.RootElement).ShouldBeTrue(stored);
    }

    [Test]
    public async Task A_version_has_key_figures_and_roles()
    {
        var (id, _) = await Client.ModelAsync(Documents.Elsa(), process);
        var answer = await GetAsync($"/api/v1/models/{id}/versions/1/figures");
        answer.GetProperty("figures").GetProperty("steps").GetInt32().ShouldBe(1);
        answer.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["Leitstelle"]);
        await (await Client.GetAsync($"/api/v1/models/{id}/versions/2/figures")).ProblemAsync(404, "not-found");
    }

    [Test]
    public async Task The_GPM_view_goes_in_and_out()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/processes/{process}/models?stage=soll") { Content = new ByteArrayContent(GraphJson.Write(Documents.Graph())) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.gpmtool.graph+json");
        var model = await (await Client.SendAsync(request)).JsonAsync(201);
        model.Text("definitionId").ShouldBe(process);
        var response = await Client.GetAsync($"/api/v1/models/{model.Text("id")}/versions/1?form=view");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.gpmtool.graph+json");
        GraphJson.Read(await response.Content.ReadAsByteArrayAsync()).ShouldBe(Documents.Graph());
    }

    [Test]
    public async Task A_version_is_a_picture_too()
    {
        var (id, _) = await Client.ModelAsync(Documents.Elsa("Angaben prüfen"), process);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/models/{id}/versions/1");
        request.Headers.Accept.ParseAdd("image/svg+xml");
        var response = await Client.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        response.Headers.Vary.ShouldContain("Accept");
        response.Headers.ETag.ShouldNotBeNull();
        var picture = await response.Content.ReadAsStringAsync();
        System.Xml.Linq.XElement.Parse(picture).Descendants().Select(element => element.Value).ShouldContain("Angaben prüfen");
        (await Client.GetStringAsync($"/api/v1/models/{id}/versions/1?form=svg")).ShouldBe(picture);
    }

    [Test]
    public async Task A_draft_is_changed_frozen_and_restored()
    {
        var (id, tag) = await Client.ModelAsync(Documents.Elsa(), process);
        var changed = await PutAsync($"/api/v1/models/{id}/draft", Documents.Elsa("Angaben prüfen"), tag);
        (await changed.JsonAsync(200)).GetProperty("number").GetInt32().ShouldBe(1);
        await (await PutAsync($"/api/v1/models/{id}/draft", Documents.Elsa("Zu spät"), tag)).ProblemAsync(412, "outdated");
        await (await PutAsync($"/api/v1/models/{id}/draft", Documents.Elsa())).ProblemAsync(428, "if-match-missing");
        var frozen = await (await PostAsync($"/api/v1/models/{id}/freeze", new { note = "Stand November" }, changed.ETag())).JsonAsync(200);
        frozen.GetProperty("isFrozen").GetBoolean().ShouldBeTrue();
        await (await PutAsync($"/api/v1/models/{id}/draft", Documents.Elsa(), changed.ETag())).ProblemAsync(404, "no-draft");
        (await Client.GetStringAsync($"/api/v1/models/{id}/versions/1")).ShouldContain("Angaben prüfen");

        var draft = await PostAsync($"/api/v1/models/{id}/draft", new { });
        (await draft.JsonAsync(201)).GetProperty("number").GetInt32().ShouldBe(2);
        await (await PostAsync($"/api/v1/models/{id}/draft", new { })).ProblemAsync(409, "draft-exists");
        await PutAsync($"/api/v1/models/{id}/draft", Documents.Elsa("Neu"), draft.ETag());
        var second = await Client.GetAsync($"/api/v1/models/{id}/versions/2");
        await (await PostAsync($"/api/v1/models/{id}/freeze", new { }, second.ETag())).JsonAsync(200);
        var restored = await (await PostAsync($"/api/v1/models/{id}/versions/1/restore", new { })).JsonAsync(201);
        restored.GetProperty("number").GetInt32().ShouldBe(3);
        (await Client.GetStringAsync($"/api/v1/models/{id}/versions/3")).ShouldContain("Angaben prüfen");
        (await GetAsync($"/api/v1/models/{id}/history")).EnumerateArray().Select(entry => entry.Text("action"))
            .ShouldBe(["version.restore", "version.freeze", "draft.change", "draft.begin", "version.freeze", "draft.change", "model.create"]);
    }

    [Test]
    public async Task A_discarded_draft_leaves_the_frozen_version()
    {
        var (id, tag) = await Client.ModelAsync(Documents.Elsa(), process);
        using var only = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/models/{id}/draft");
        only.Headers.TryAddWithoutValidation("If-Match", tag);
        await (await Client.SendAsync(only)).ProblemAsync(409, "only-version");
        await PostAsync($"/api/v1/models/{id}/freeze", new { }, tag);
        var draft = await PostAsync($"/api/v1/models/{id}/draft", new { });
        using var discard = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/models/{id}/draft");
        discard.Headers.TryAddWithoutValidation("If-Match", draft.ETag());
        ((int)(await Client.SendAsync(discard)).StatusCode).ShouldBe(204);
        (await GetAsync($"/api/v1/models/{id}")).GetProperty("latestVersion").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task An_Ist_names_its_authority_and_exists_once()
    {
        await (await PostAsync($"/api/v1/processes/{process}/models?stage=Ist", Documents.Elsa())).ProblemAsync(400, "validation-failed");
        await (await PostAsync($"/api/v1/processes/{process}/models?stage=Ist&authority=nirgends", Documents.Elsa())).ProblemAsync(400, "validation-failed");
        await (await PostAsync($"/api/v1/processes/{process}/models?stage=Soll&authority=bezirk-a", Documents.Elsa())).ProblemAsync(400, "validation-failed");
        await Client.ModelAsync(Documents.Elsa(), process, "stage=Ist&authority=bezirk-a");
        await (await PostAsync($"/api/v1/processes/{process}/models?stage=Ist&authority=bezirk-a", Documents.Elsa())).ProblemAsync(409, "model-exists");
    }

    [TestCase("{", "not-a-definition")]
    [TestCase("""{"a":1}""", "not-a-definition")]
    [TestCase("""{"root":{"a":1,"a":2}}""", "not-a-definition")]
    public async Task What_is_no_definition_is_refused_and_nothing_is_stored(string body, string code)
    {
        await (await PostAsync($"/api/v1/processes/{process}/models?stage=Soll", body)).ProblemAsync(400, code);
        (await GetAsync($"/api/v1/processes/{process}/models")).GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task Too_large_a_document_and_a_foreign_type_are_refused()
    {
        await (await PostAsync($"/api/v1/processes/{process}/models?stage=Soll", $"\"{new string('x', 10 * 1024 * 1024)}\"")).ProblemAsync(413, "document-too-large");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/processes/{process}/models?stage=Soll") { Content = new StringContent("x", Encoding.UTF8, "text/plain") };
        ((int)(await Client.SendAsync(request)).StatusCode).ShouldBe(415);
    }

    [Test]
    public async Task Calls_are_seen_from_both_sides()
    {
        await Client.PrepareAsync(process + "-b", "Schlüssel ausgeben");
        var (id, tag) = await Client.ModelAsync(Documents.Elsa(calls: process + "-b"), process);
        (await GetAsync($"/api/v1/processes/{process}/callees"))[0].Text("process").ShouldBe(process + "-b");
        (await GetAsync($"/api/v1/processes/{process}-b/callers"))[0].Text("process").ShouldBe(process);
        await (await PutAsync($"/api/v1/models/{id}/draft", Documents.Elsa("Anders", process + "-b"), tag)).JsonAsync(200);
        (await GetAsync($"/api/v1/processes/{process}/callees")).GetArrayLength().ShouldBe(1);
    }

    [Test]
    public async Task Reading_writes_nothing()
    {
        var (id, _) = await Client.ModelAsync(Documents.Elsa(), process);
        var before = (await GetAsync("/api/v1/audit/verification")).GetProperty("entries").GetInt64();
        foreach (var path in new[] { $"models/{id}", $"models/{id}/versions", $"models/{id}/versions/1", $"models/{id}/versions/1?form=view", $"models/{id}/versions/1/checks", $"models/{id}/history", $"processes/{process}", $"processes/{process}/models", "overview" })
            (await Client.GetAsync("/api/v1/" + path)).EnsureSuccessStatusCode();
        var after = await GetAsync("/api/v1/audit/verification");
        after.GetProperty("entries").GetInt64().ShouldBe(before);
        after.GetProperty("brokenAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Test]
    public async Task What_does_not_exist_is_not_found()
    {
        var id = Guid.NewGuid();
        foreach (var path in new[] { $"models/{id}", $"models/{id}/versions", $"models/{id}/versions/1", $"models/{id}/history", "processes/nichts/models" })
            await (await Client.GetAsync("/api/v1/" + path)).ProblemAsync(404, "not-found");
    }
}
