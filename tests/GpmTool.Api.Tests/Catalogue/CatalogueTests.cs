using GpmTool.Api.Tests.Infrastructure;

namespace GpmTool.Api.Tests.Catalogue;

/// <summary>Policy fields, process groups, authorities and processes.</summary>
public class CatalogueTests : ApiTests
{
    private static readonly object[] Kinds =
    [
        new object[] { "policy-fields", new { key = "feld", name = "Feld" }, new { name = "Feld 2" } },
        new object[] { "process-groups", new { key = "gruppe", name = "Gruppe", policyField = "fm" }, new { name = "Gruppe 2" } },
        new object[] { "authorities", new { key = "amt", name = "Amt", kind = "senateAdministration" }, new { name = "Amt 2", kind = "districtOffice" } },
        new object[] { "processes", new { key = "ablauf", policyField = "fm", group = "tgm", content = new { name = "Ablauf prüfen" } }, new { name = "Ablauf ändern" } },
    ];

    [OneTimeSetUp]
    public Task PrepareAsync() => Client.PrepareAsync();

    [TestCaseSource(nameof(Kinds))]
    public async Task An_entry_is_created_read_changed_and_archived(string path, object create, object change)
    {
        var created = await PostAsync($"/api/v1/{path}", create);
        var key = (await created.JsonAsync(201)).Text("key");
        created.Headers.Location!.ToString().ShouldBe($"/api/v1/{path}/{key}");
        await (await PostAsync($"/api/v1/{path}", create)).ProblemAsync(409, "duplicate-key");
        var read = await Client.GetAsync($"/api/v1/{path}/{key}");
        read.ETag().ShouldBe(created.ETag());
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}/{key}");
        again.Headers.TryAddWithoutValidation("If-None-Match", read.ETag());
        ((int)(await Client.SendAsync(again)).StatusCode).ShouldBe(304);
        await (await PutAsync($"/api/v1/{path}/{key}", change)).ProblemAsync(428, "if-match-missing");
        var changed = await PutAsync($"/api/v1/{path}/{key}", change, read.ETag());
        await changed.JsonAsync(200);
        await (await PutAsync($"/api/v1/{path}/{key}", change, read.ETag())).ProblemAsync(412, "outdated");
        var archived = await PostAsync($"/api/v1/{path}/{key}/archive", ifMatch: changed.ETag());
        (await archived.JsonAsync(200)).GetProperty("archivedAt").GetString().ShouldNotBeNull();
        await (await PutAsync($"/api/v1/{path}/{key}", change, archived.ETag())).ProblemAsync(409, "archived");
        (await GetAsync($"/api/v1/{path}?limit=200")).Items("key").ShouldNotContain(key);
        (await GetAsync($"/api/v1/{path}?limit=200&archived=true")).Items("key").ShouldContain(key);
        await (await Client.GetAsync($"/api/v1/{path}/gibt-es-nicht")).ProblemAsync(404, "not-found");
        var kind = path switch { "policy-fields" => "policy-field", "process-groups" => "process-group", "authorities" => "authority", _ => "process" };
        (await GetAsync($"/api/v1/audit?objectKind={kind}&objectId={key}")).Items("action").ShouldBe([$"{kind}.create", $"{kind}.change", $"{kind}.archive"]);
    }

    [TestCase("policy-fields", """{"key":"Kein Schlüssel","name":""}""", "key,name")]
    [TestCase("process-groups", """{"key":"x","name":"X","policyField":"fehlt"}""", "policyField")]
    [TestCase("processes", """{"key":"x","policyField":"fm","group":"fehlt","content":{"name":"X"}}""", "group")]
    [TestCase("authorities", """{"key":"x","name":"X","kind":"districtOffice","validFrom":"2026-02-01","validUntil":"2026-01-01"}""", "validUntil")]
    public async Task Wrong_input_names_the_fields(string path, string body, string fields)
    {
        var problem = await (await PostAsync($"/api/v1/{path}", body)).ProblemAsync(400, "validation-failed");
        string.Join(',', problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal)).ShouldBe(fields);
    }

    [TestCase("""{"key":"x","name":"X","nmae":"Y"}""")]
    [TestCase("""{"key":""")]
    public async Task Unreadable_input_names_the_place(string body) => await (await PostAsync("/api/v1/policy-fields", body)).ProblemAsync(400, "malformed-json");

    [TestCase("stoerung", true)]
    [TestCase("Störungen", true)]
    [TestCase("meldung bearbeiten", true)]
    [TestCase("Schlüssel", false)]
    public async Task Search_finds_German_words(string search, bool found) =>
        (await GetAsync($"/api/v1/processes?search={Uri.EscapeDataString(search)}")).Items("key").Contains("stoerung").ShouldBe(found);

    [Test]
    public async Task A_page_of_the_catalogue_says_how_many_were_found()
    {
        foreach (var i in Enumerable.Range(1, 3))
            await (await PostAsync("/api/v1/processes", new { key = $"zaehlen-{i}", policyField = "fm", group = "tgm", content = new { name = $"Zählerstand ablesen {i}" } })).JsonAsync(201);
        var page = await GetAsync("/api/v1/processes?search=zaehlerstand&limit=2");
        page.GetProperty("items").GetArrayLength().ShouldBe(2);
        page.GetProperty("total").GetInt32().ShouldBe(3);
        (await GetAsync($"/api/v1/processes?search=zaehlerstand&limit=2&cursor={page.Text("nextCursor")}")).GetProperty("total").GetInt32().ShouldBe(3, "on every page");
    }

    [Test]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        for (var i = 0; i < 7; i++) await PostAsync("/api/v1/authorities", new { key = $"seite-{i}", name = "Gleicher Name", kind = "SubordinateAuthority" });
        var seen = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await GetAsync($"/api/v1/authorities?kind=SubordinateAuthority&sort=-name&limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.Items("key"));
            cursor = page.Text("nextCursor");
        }
        while (cursor is not null);
        seen.ShouldBe(["seite-6", "seite-5", "seite-4", "seite-3", "seite-2", "seite-1", "seite-0"]);
        await (await Client.GetAsync("/api/v1/authorities?limit=0")).ProblemAsync(400, "validation-failed");
        await (await Client.GetAsync("/api/v1/authorities?sort=unsinn")).ProblemAsync(400, "validation-failed");
        await (await Client.GetAsync("/api/v1/authorities?cursor=unsinn")).ProblemAsync(400, "validation-failed");
    }
}
