using System.Text.Json;
using GpmTool.Api.Features.Imports;
using GpmTool.Api.Tests.Accounts;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Persistence;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Imports;

/// <summary>An import writes what its caller may write, item by item, and reveals nothing else.</summary>
public class ImportRightsTests
{
    private const string Geheim = """{"key":"geheim","name":"Geheimes","policyField":"other","group":"og"}""";
    private ApiFixture api = null!;
    private HttpClient admin = null!;

    [SetUp]
    public async Task StartAsync()
    {
        // Nobody but who was told of an import takes it: a test holds one back by a worker of its own.
        api = new ApiFixture(("Limits:LogInsPerMinute", "1000"), ("Imports:SweepSeconds", "3600"));
        admin = api.CreateClient();
        await admin.PrepareAsync();
        (await admin.ImportAsync(Packages.Zip(("policy-fields.json", """[{"key":"other","name":"Anderes","groups":[{"key":"og","name":"Gruppe"}]}]"""), ("other/geheim/process.json", Geheim)))).Text("state").ShouldBe("completed");
        await api.AddAsync("modeller@example.org", Role.Modeller, "bezirk-a", "fm");
        await api.AddAsync("coordination@example.org", Role.FieldCoordination, null, "fm");
    }

    [TearDown]
    public async Task StopAsync()
    {
        admin.Dispose();
        await api.DisposeAsync();
    }

    [TestCase("bestEffort", false, "completed", 1)]
    [TestCase("allOrNothing", false, "failed", 0)]
    [TestCase("bestEffort", true, "completed", 0)]
    [TestCase("allOrNothing", true, "completed", 0)]
    public async Task A_modeller_imports_the_Ist_of_the_own_authority(string mode, bool dryRun, string state, int stored)
    {
        using var client = await api.LogInAsync("modeller@example.org");
        var import = await client.ImportAsync(Packages.Zip(("fm/stoerung/ist-bezirk-a.json", Documents.Elsa()), ("fm/stoerung/ist-bezirk-b.json", Documents.Elsa()), ("fm/stoerung/soll.json", Documents.Elsa())), $"mode={mode}&dryRun={dryRun}");
        import.Text("state").ShouldBe(state);
        (await ItemsAsync(client, import)).ShouldBe(["fm/stoerung/ist-bezirk-a.json created ", "fm/stoerung/ist-bezirk-b.json rejected not-allowed", "fm/stoerung/soll.json rejected not-allowed"], ignoreOrder: true);
        (await (await admin.GetAsync("/api/v1/processes/stoerung/models")).JsonAsync(200)).GetArrayLength().ShouldBe(stored);
        var refused = (await (await client.GetAsync($"/api/v1/imports/{import.Text("id")}/items?outcome=rejected")).JsonAsync(200)).GetProperty("items")[0].GetProperty("problem");
        refused.Text("detail")!.ShouldContain("stoerung (ist, bezirk-b)");
        refused.Text("remedy").ShouldNotBeNullOrWhiteSpace();
    }

    [Test]
    public async Task A_modeller_imports_all_or_nothing_what_is_all_its_own()
    {
        using var client = await api.LogInAsync("modeller@example.org");
        var import = await client.ImportAsync(Packages.Zip(("fm/stoerung/ist-bezirk-a.json", Documents.Elsa())));
        import.Text("state").ShouldBe("completed");
        import.Counts().ShouldBe([1, 0, 0, 0, 0]);
    }

    [TestCase("bestEffort")]
    [TestCase("allOrNothing")]
    public async Task A_coordination_imports_the_content_of_its_field(string mode)
    {
        using var client = await api.LogInAsync("coordination@example.org");
        var own = await client.ImportAsync(Packages.Zip(("policy-fields.json", """[{"key":"fm","name":"Facility Management","groups":[{"key":"tgm","name":"Technisches Gebäudemanagement"}]}]"""), ("fm/neu/process.json", Packages.Process("neu")), ("fm/neu/soll.json", Documents.Elsa())), $"mode={mode}");
        own.Text("state").ShouldBe("completed");
        own.Counts().ShouldBe([2, 0, 2, 0, 0], "what is as it was needs no right");
    }

    [Test]
    public async Task A_coordination_changes_no_master_data_no_Ist_and_no_other_field()
    {
        using var client = await api.LogInAsync("coordination@example.org");
        var import = await client.ImportAsync(Packages.Zip(
            ("authorities.json", """[{"key":"neu","name":"Neu","kind":"districtOffice"}]"""), ("policy-fields.json", """[{"key":"fm","name":"Umbenannt"}]"""),
            ("other/fremd/process.json", """{"key":"fremd","name":"Fremd","policyField":"other","group":"og"}"""), ("fm/stoerung/ist-bezirk-a.json", Documents.Elsa())), "mode=bestEffort");
        (await ItemsAsync(client, import)).ShouldAllBe(item => item.EndsWith(" rejected not-allowed"));
        import.Counts().ShouldBe([0, 0, 0, 0, 4]);
    }

    [Test]
    public async Task What_one_cannot_read_is_as_if_it_did_not_exist()
    {
        using var client = await api.LogInAsync("modeller@example.org");
        var import = await client.ImportAsync(Packages.Zip(("fm/geheim/ist-bezirk-a.json", Documents.Elsa()), ("fm/fehlt/ist-bezirk-a.json", Documents.Elsa())), "mode=bestEffort");
        var texts = (await (await client.GetAsync($"/api/v1/imports/{import.Text("id")}/items")).JsonAsync(200)).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("problem").ToString().Replace("geheim", "x", StringComparison.Ordinal).Replace("fehlt", "x", StringComparison.Ordinal)).Distinct().ToList();
        texts.Count.ShouldBe(1, "both answers are the same");
        texts[0].ShouldContain("reference-missing");
    }

    [Test]
    public async Task A_key_that_another_field_uses_is_not_taken_over()
    {
        using var client = await api.LogInAsync("coordination@example.org");
        var import = await client.ImportAsync(Packages.Zip(("fm/geheim/process.json", Packages.Process("geheim"))), "mode=bestEffort");
        (await ItemsAsync(client, import)).ShouldBe(["fm/geheim/process.json rejected not-allowed"]);
        (await (await admin.GetAsync("/api/v1/processes/geheim")).JsonAsync(200)).Text("policyField").ShouldBe("other");
    }

    [Test]
    public async Task A_key_writes_what_it_is_bound_to()
    {
        var made = await (await admin.SendJsonAsync(HttpMethod.Post, "/api/v1/keys", new { name = "Import", scopes = new[] { "read", "import" }, authority = "bezirk-a", policyField = "fm" })).JsonAsync(201);
        using var client = api.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", made.Text("key"));
        var import = await client.ImportAsync(Packages.Zip(("fm/stoerung/ist-bezirk-a.json", Documents.Elsa()), ("fm/stoerung/ist-bezirk-b.json", Documents.Elsa()), ("fm/stoerung/process.json", Packages.Process("stoerung", "Umbenannt"))), "mode=bestEffort");
        (await ItemsAsync(client, import)).ShouldBe(["fm/stoerung/process.json rejected not-allowed", "fm/stoerung/ist-bezirk-a.json created ", "fm/stoerung/ist-bezirk-b.json rejected not-allowed"], ignoreOrder: true);
    }

    [Test]
    public async Task Whether_the_times_of_another_authority_are_the_same_stays_its_secret()
    {
        await admin.ImportAsync(Packages.Zip(("fm/stoerung/ist-bezirk-b.json", Documents.Elsa())));
        using var client = await api.LogInAsync("modeller@example.org");
        foreach (var document in new[] { Documents.Elsa(), Documents.Elsa("Anders") })
            (await ItemsAsync(client, await client.ImportAsync(Packages.Zip(("fm/stoerung/ist-bezirk-b.json", document)), "mode=bestEffort"))).ShouldBe(["fm/stoerung/ist-bezirk-b.json rejected not-allowed"]);
    }

    [Test]
    public async Task One_sees_only_the_own_imports()
    {
        using var client = await api.LogInAsync("modeller@example.org");
        using var other = await api.LogInAsync("coordination@example.org");
        using var sent = await client.SendPackageAsync(Packages.Zip(("fm/stoerung/ist-bezirk-a.json", Documents.Elsa())), key: "lieferung");
        var id = (await sent.JsonAsync(202)).Text("id")!;
        await client.EndOfImportAsync(id);
        await (await other.GetAsync($"/api/v1/imports/{id}")).ProblemAsync(404, "not-found");
        await (await other.GetAsync($"/api/v1/imports/{id}/items")).ProblemAsync(404, "not-found");
        (await (await other.GetAsync("/api/v1/imports")).JsonAsync(200)).Items("id").ShouldBeEmpty();
        (await (await client.GetAsync("/api/v1/imports")).JsonAsync(200)).Items("id").ShouldBe([id]);
        (await (await admin.GetAsync("/api/v1/imports")).JsonAsync(200)).Items("id").ShouldContain(id);
        await (await other.SendPackageAsync(Packages.Zip(("a.json", "{}")), key: "lieferung")).ProblemAsync(409, "idempotency-key-reused");
    }

    [TestCase("bestEffort", false)]
    [TestCase("allOrNothing", false)]
    [TestCase("bestEffort", true)]
    public async Task Rights_are_those_at_the_time_of_writing(string mode, bool isDisabled)
    {
        var id = await api.AddAsync("late@example.org", Role.Modeller, "bezirk-a", "fm");
        await using var slow = api.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(ImportWorker)))));
        using var client = slow.CreateClient();
        client.DefaultRequestHeaders.Authorization = null;
        await (await client.SendJsonAsync(HttpMethod.Post, "/api/v1/session", new { email = "late@example.org", password = People.Password })).JsonAsync(200);
        var import = (await (await client.SendPackageAsync(Packages.Zip(("fm/stoerung/ist-bezirk-a.json", Documents.Elsa())), $"mode={mode}")).JsonAsync(202)).Text("id");
        if (isDisabled) ((int)(await admin.SendJsonAsync(HttpMethod.Post, $"/api/v1/accounts/{id}/disable", null)).StatusCode).ShouldBe(204);
        else await (await admin.SendJsonAsync(HttpMethod.Put, $"/api/v1/accounts/{id}/roles", new[] { new { role = "modeller", authority = "bezirk-b" } })).JsonAsync(200);
        while (await slow.Services.GetRequiredService<ImportRunner>().RunNextAsync(CancellationToken.None))
        {
            // to its end
        }

        (await ItemsAsync(admin, import!)).Single().ShouldStartWith("fm/stoerung/ist-bezirk-a.json rejected");
        (await (await admin.GetAsync("/api/v1/processes/stoerung/models")).JsonAsync(200)).GetArrayLength().ShouldBe(0);
    }

    private static Task<List<string>> ItemsAsync(HttpClient client, JsonElement import) => ItemsAsync(client, import.Text("id")!);

    private static async Task<List<string>> ItemsAsync(HttpClient client, string import) =>
        [.. (await (await client.GetAsync($"/api/v1/imports/{import}/items")).JsonAsync(200)).GetProperty("items").EnumerateArray()
            .Select(item => $"{item.Text("path")} {item.Text("outcome")} {(item.GetProperty("problem").ValueKind == JsonValueKind.Null ? "" : item.GetProperty("problem").Text("code"))}")];
}
