using GpmTool.Api.Tests.Imports;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Api.Tests.Samples;

namespace GpmTool.Api.Tests.Exports;

/// <summary>Whole catalogues out, and in again.</summary>
public class ExportTests : ApiTests
{
    protected override (string Key, string Value)[] Settings => [("Samples:Load", "true")];

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await Client.PrepareAsync("zusatz");
        await Client.ModelAsync(Documents.Foreign, "zusatz", "stage=ist&authority=bezirk-a&name=Eigener%20Name");
    }

    [TestCase("allOrNothing")]
    [TestCase("bestEffort")]
    public async Task Into_an_empty_server_and_out_again_gives_the_same_bytes(string mode)
    {
        var first = await Client.GetByteArrayAsync("/api/v1/exports");
        await using var other = new ApiFixture();
        using var client = other.CreateClient();
        var import = await client.ImportAsync(first, $"mode={mode}");
        import.Text("state").ShouldBe("completed", import.ToString());
        import.Counts()[0].ShouldBe(import.GetProperty("total").GetInt32());
        (await client.GetByteArrayAsync("/api/v1/exports")).ShouldBe(first);
        (await client.ImportAsync(first)).Counts()[2].ShouldBe(import.GetProperty("total").GetInt32());
        (await (await client.GetAsync("/api/v1/audit/verification")).JsonAsync(200)).GetProperty("brokenAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Test]
    public async Task Drafts_and_names_of_their_own_stay_what_they_are()
    {
        var files = Packages.Unzip(await Client.GetByteArrayAsync("/api/v1/exports?process=zusatz"));
        files.Keys.ShouldBe(["authorities.json", "policy-fields.json", "fm/zusatz/process.json", "fm/zusatz/ist-bezirk-a.json"]);
        files["fm/zusatz/process.json"].ShouldContain("\"draft\": true");
        files["fm/zusatz/process.json"].ShouldContain("Eigener Name");
        files["fm/zusatz/ist-bezirk-a.json"].ShouldNotContain("isLatest");
        files["fm/zusatz/ist-bezirk-a.json"].ShouldContain("Acme.Foo");
    }

    [Test]
    public async Task A_part_brings_what_it_refers_to()
    {
        var files = Packages.Unzip(await Client.GetByteArrayAsync("/api/v1/exports?authority=muster-bezirk-f"));
        var processes = SampleFiles.Processes.Where(folder => SampleFiles.IstOf(Path.GetFileName(folder)).Contains("muster-bezirk-f"));
        files.Keys.ShouldBe(["authorities.json", "policy-fields.json", .. processes.SelectMany(folder => new[] { $"{folder}/process.json", $"{folder}/soll.json", $"{folder}/ist-muster-bezirk-f.json" })]);
        await using var other = new ApiFixture();
        using var client = other.CreateClient();
        (await client.ImportAsync(await Client.GetByteArrayAsync("/api/v1/exports?authority=muster-bezirk-f"))).Text("state").ShouldBe("completed");
        Packages.Unzip(await Client.GetByteArrayAsync("/api/v1/exports?policyField=fm")).Keys.ShouldContain("fm/zusatz/ist-bezirk-a.json");
        await (await Client.GetAsync("/api/v1/exports?process=nichts")).ProblemAsync(404, "not-found");
        await (await Client.GetAsync("/api/v1/exports?authority=nichts")).ProblemAsync(404, "not-found");
        await (await Client.GetAsync("/api/v1/exports?policyField=nichts")).ProblemAsync(404, "not-found");
    }
}
