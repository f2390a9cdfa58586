using System.Net;
using System.Text;
using System.Text.Json;
using GpmTool.Api.Tests.Comparisons;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Diff;

namespace GpmTool.Api.Tests.Terms;

/// <summary>Which words mean the same in a policy field.</summary>
public class TermsTests
{
    private const string Address = "/api/v1/policy-fields/fm/terms";

    private ApiFixture api = null!;
    private HttpClient client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        api = new ApiFixture();
        client = api.CreateClient();
        await client.PrepareAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await api.DisposeAsync();
    }

    private Task<HttpResponseMessage> PutAsync(object body, string? ifMatch) => client.SendJsonAsync(HttpMethod.Put, Address, body, ifMatch);

    private async Task<HttpResponseMessage> ImportAsync(byte[] file, string ifMatch, string type = "text/plain")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Address + "/file") { Content = new ByteArrayContent(file) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request);
    }

    [Test]
    public async Task A_field_begins_with_the_words_that_come_with_the_program()
    {
        var response = await client.GetAsync(Address);
        response.ETag().ShouldBe("\"0\"");
        var terms = await response.JsonAsync(200);
        terms.GetProperty("isDefault").GetBoolean().ShouldBeTrue();
        terms.GetProperty("groups").GetArrayLength().ShouldBe(Thesaurus.Default.Groups.Count);
        (await client.GetStringAsync(Address + "/file")).ShouldBe(Thesaurus.DefaultText);
        await (await client.GetAsync("/api/v1/policy-fields/nein/terms")).ProblemAsync(404, "not-found");
    }

    [Test]
    public async Task Changed_words_decide_what_corresponds_in_the_field()
    {
        var (ist, _) = await client.ModelAsync(Variants.Elsa("i-", ("a", "Firlefanz ablichten"), ("b", "Kaffee kochen")), query: "stage=ist&authority=bezirk-a");
        var (soll, _) = await client.ModelAsync(Variants.Elsa("o-", ("c", "Tee trinken"), ("d", "Schnickschnack fotokopieren")));
        async Task<string?> PartnerAsync() => (await (await client.GetAsync($"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}")).JsonAsync(200))
            .GetProperty("matches").EnumerateArray().Where(match => match.Text("beforeId") == "i-a").Select(match => match.Text("evidence") == "label" ? match.Text("afterId") : null).SingleOrDefault();

        (await PartnerAsync()).ShouldBeNull();
        await (await PutAsync(new { groups = new[] { new[] { "Firlefanz", "Schnickschnack" }, ["ablichten", "fotokopieren"] } }, "\"0\"")).JsonAsync(200);
        (await PartnerAsync()).ShouldBe("o-d");
    }

    [Test]
    public async Task What_is_changed_comes_back_as_data_and_as_a_file()
    {
        var changed = await PutAsync(new { groups = new[] { new[] { "prüfen", "sichten" } }, opposites = new[] { new { one = "annehmen", other = "ablehnen" } } }, "\"0\"");
        changed.ETag().ShouldBe("\"1\"");
        var terms = await client.GetFromAsync(Address);
        terms.GetProperty("isDefault").GetBoolean().ShouldBeFalse();
        terms.GetProperty("groups")[0].EnumerateArray().Select(word => word.GetString()).ShouldBe(["prüfen", "sichten"]);
        terms.GetProperty("opposites")[0].Text("other").ShouldBe("ablehnen");
        var file = await client.GetStringAsync(Address + "/file");
        file.ShouldBe("prüfen, sichten\nannehmen <> ablehnen\n");
        Thesaurus.Parse(file).Groups.Count.ShouldBe(1);
    }

    [Test]
    public async Task A_file_is_taken_as_it_is_with_its_comments()
    {
        var text = "# unsere Wörter\nPrüfen, sichten # und so\n\nannehmen <> ablehnen\n";
        var imported = await ImportAsync(Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)), "\"0\"", "text/plain; charset=utf-8");
        (await imported.JsonAsync(200)).GetProperty("groups").GetArrayLength().ShouldBe(1);
        var file = await client.GetAsync(Address + "/file");
        (await file.Content.ReadAsStringAsync()).ShouldBe(text);
        file.ETag().ShouldBe(imported.ETag());
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
    }

    [TestCase("prüfen, sichten\nallein\n", "Zeile 2")]
    [TestCase("a <> b <> c", "Zeile 1")]
    [TestCase("zwei Wörter, eins", "Zeile 1")]
    public async Task A_wrong_line_is_named(string text, string place)
    {
        var problem = await (await ImportAsync(Encoding.UTF8.GetBytes(text), "\"0\"")).ProblemAsync(400, "validation-failed");
        problem.GetProperty("errors").TryGetProperty(place, out _).ShouldBeTrue(problem.ToString());
        (await client.GetAsync(Address)).ETag().ShouldBe("\"0\"");
    }

    [Test]
    public async Task Wrong_words_are_named_by_their_place()
    {
        async Task WrongAsync(object body, string place) => (await (await PutAsync(body, "\"0\"")).ProblemAsync(400, "validation-failed")).GetProperty("errors").TryGetProperty(place, out _).ShouldBeTrue(place);
        await WrongAsync(new { groups = new[] { new[] { "a", "b" }, ["allein"] } }, "groups[1]");
        await WrongAsync(new { groups = new[] { new[] { "a", "b # c" } } }, "groups[0]");
        await WrongAsync(new { groups = new[] { new[] { "a", "" } } }, "groups[0]");
        await WrongAsync(new { groups = new[] { new[] { "a", "zwei Wörter" } } }, "groups[0]");
        await WrongAsync(new { groups = Array.Empty<string[]>(), opposites = new[] { new { one = "a", other = "b\nc, d" } } }, "opposites[0]");
        await WrongAsync(new { groups = new[] { new[] { "annehmen", "ablehnen" } }, opposites = new[] { new { one = "Annehmen", other = "ablehnen" } } }, "opposites");
        await WrongAsync(new { }, "groups");
    }

    [Test]
    public async Task Concurrent_changes_are_refused_and_each_is_in_the_audit_chain()
    {
        await (await PutAsync(new { groups = Array.Empty<string[]>() }, null)).ProblemAsync(428, "if-match-missing");
        await (await PutAsync(new { groups = new[] { new[] { "a", "b" } } }, "\"0\"")).JsonAsync(200);
        await (await PutAsync(new { groups = Array.Empty<string[]>() }, "\"0\"")).ProblemAsync(412, "outdated");
        var reset = await client.SendJsonAsync(HttpMethod.Post, Address + "/reset", null, "\"1\"");
        (await reset.JsonAsync(200)).GetProperty("isDefault").GetBoolean().ShouldBeTrue();
        reset.ETag().ShouldBe("\"2\"", "a tag is never given twice");
        (await client.GetFromAsync("/api/v1/audit?objectKind=policy-field&objectId=fm")).Items("action").ShouldBe(["terms.reset", "terms.change", "policy-field.create"], ignoreOrder: true);
    }

    [Test]
    public async Task What_is_no_text_is_refused()
    {
        await (await ImportAsync([0x70, 0xFC, 0x66], "\"0\"")).ProblemAsync(400, "not-utf-8");
        await (await ImportAsync("{}"u8.ToArray(), "\"0\"", "application/json")).ProblemAsync(415, "unsupported-media-type");
        await (await ImportAsync(new byte[3 * 1024 * 1024], "\"0\"")).ProblemAsync(413, "thesaurus-too-large");
    }

    [Test]
    public async Task An_archived_field_keeps_its_words()
    {
        await (await client.SendJsonAsync(HttpMethod.Post, "/api/v1/policy-fields/fm/archive", null, "*")).JsonAsync(200);
        await (await PutAsync(new { groups = Array.Empty<string[]>() }, "\"0\"")).ProblemAsync(409, "archived");
        (await client.GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

internal static class TermsSteps
{
    public static async Task<JsonElement> GetFromAsync(this HttpClient client, string address) => await (await client.GetAsync(address)).JsonAsync(200);
}
