using System.Text;
using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Model;

namespace GpmTool.Api.Tests.Imports;

/// <summary>Whole catalogues in: every kind of item, conflict and failure.</summary>
public class ImportTests
{
    private ApiFixture api = null!;
    private HttpClient client = null!;

    [SetUp]
    public void Start()
    {
        api = new ApiFixture();
        client = api.CreateClient();
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await api.DisposeAsync();
    }

    private static byte[] Catalogue(string label = "Meldung prüfen") => Packages.Zip(
        ("authorities.json", Packages.Authorities), ("policy-fields.json", Packages.Fields),
        ("fm/stoerung/process.json", Packages.Process("stoerung")), ("fm/stoerung/soll.json", Documents.Elsa(label)), ("fm/stoerung/ist-bezirk-a.json", Documents.Elsa("Meldung lesen")), ("README.md", "# Hinweis"));

    [TestCase("allOrNothing")]
    [TestCase("bestEffort")]
    public async Task A_catalogue_is_created_and_the_same_again_changes_nothing(string mode)
    {
        var first = await client.ImportAsync(Catalogue(), $"mode={mode}");
        first.Text("state").ShouldBe("completed");
        first.Counts().ShouldBe([7, 0, 0, 1, 0], first.ToString());
        var models = await (await client.GetAsync("/api/v1/processes/stoerung/models")).JsonAsync(200);
        models.GetArrayLength().ShouldBe(2);
        foreach (var model in models.EnumerateArray()) model.GetProperty("hasDraft").GetBoolean().ShouldBeFalse();
        var entries = await AuditAsync();
        var second = await client.ImportAsync(Catalogue(), $"mode={mode}");
        second.Counts().ShouldBe([0, 0, 7, 1, 0]);
        (await AuditAsync()).ShouldBe(entries + 2, "only the import itself is noted");
        var items = await (await client.GetAsync($"/api/v1/imports/{second.Text("id")}/items?outcome=skipped")).JsonAsync(200);
        items.GetProperty("items")[0].Text("path").ShouldBe("README.md");
    }

    [Test]
    public async Task Authorities_may_stand_in_several_files()
    {
        var import = await client.ImportAsync(Packages.Zip(
            ("authorities-alt.json", """[{"key":"alt","name":"Alte Verwaltung","kind":"senateAdministration","validUntil":"2023-04-26","successor":"neu"}]"""),
            ("authorities.json", """[{"key":"neu","name":"Neue Verwaltung","kind":"senateAdministration","validFrom":"2023-04-27"}]"""),
            ("authorities-.json", "[]")), "mode=bestEffort");
        var items = (await (await client.GetAsync($"/api/v1/imports/{import.Text("id")}/items")).JsonAsync(200)).GetProperty("items").EnumerateArray().Select(item => $"{item.Text("path")} {item.Text("outcome")}");
        items.ShouldBe(["authorities.json#neu created", "authorities-alt.json#alt created", "authorities-.json rejected"]);
        Packages.Unzip(await client.GetByteArrayAsync("/api/v1/exports"))["authorities.json"].ShouldContain("\"successor\": \"neu\"");
    }

    [TestCase("newVersion", 1, 0, 0)]
    [TestCase("skip", 0, 1, 0)]
    [TestCase("reject", 0, 0, 1)]
    public async Task What_exists_with_other_content_goes_as_chosen(string conflict, int versions, int skipped, int rejected)
    {
        await client.ImportAsync(Catalogue());
        var import = await client.ImportAsync(Catalogue("Angaben prüfen"), $"mode=bestEffort&conflict={conflict}&note=Zweiter%20Stand");
        import.Counts().ShouldBe([0, versions, 6, 1 + skipped, rejected]);
        var soll = (await (await client.GetAsync("/api/v1/processes/stoerung/models")).JsonAsync(200))[0];
        soll.GetProperty("latestVersion").GetInt32().ShouldBe(1 + versions);
        if (versions == 0) return;
        (await client.GetStringAsync($"/api/v1/models/{soll.Text("id")}/versions/2")).ShouldContain("Angaben prüfen");
        (await (await client.GetAsync($"/api/v1/models/{soll.Text("id")}/history")).JsonAsync(200))[0].Text("note").ShouldBe("Zweiter Stand");
    }

    [Test]
    public async Task A_broken_drawing_is_called_one()
    {
        await client.ImportAsync(Packages.Zip(("authorities.json", Packages.Authorities), ("policy-fields.json", Packages.Fields), ("fm/stoerung/process.json", Packages.Process("stoerung"))));
        var import = await client.ImportAsync(Packages.Zip(("fm/stoerung/soll.bpmn", "PK abgebrochen")), "mode=bestEffort");
        var problem = (await (await client.GetAsync($"/api/v1/imports/{import.Text("id")}/items?outcome=rejected")).JsonAsync(200)).GetProperty("items")[0].GetProperty("problem");
        problem.Text("code").ShouldBe("file-unreadable");
        problem.Text("detail")!.ShouldContain("XML");
        problem.Text("detail")!.ShouldNotContain("JSON");
    }

    [Test]
    public async Task One_bad_item_leaves_nothing_or_only_itself()
    {
        var package = Packages.Zip(("authorities.json", Packages.Authorities), ("policy-fields.json", Packages.Fields), ("fm/stoerung/process.json", Packages.Process("stoerung")), ("fm/stoerung/soll.json", "{\"root\":"), ("fm/fehlt/ist-bezirk-a.json", Documents.Elsa()));
        var all = await client.ImportAsync(package, "mode=allOrNothing");
        all.Text("state").ShouldBe("failed");
        all.GetProperty("problem").Text("code").ShouldBe("items-rejected");
        (await (await client.GetAsync("/api/v1/overview")).JsonAsync(200)).GetProperty("processes").GetInt32().ShouldBe(0);
        (await (await client.GetAsync("/api/v1/overview")).JsonAsync(200)).GetProperty("authorities").GetInt32().ShouldBe(0);
        var best = await client.ImportAsync(package, "mode=bestEffort");
        best.Text("state").ShouldBe("completed");
        best.Counts().ShouldBe([5, 0, 0, 0, 2]);
        var rejected = (await (await client.GetAsync($"/api/v1/imports/{best.Text("id")}/items?outcome=rejected")).JsonAsync(200)).GetProperty("items").EnumerateArray().ToList();
        rejected.Select(item => item.GetProperty("problem").Text("code")).ShouldBe(["file-unreadable", "reference-missing"]);
        rejected[1].GetProperty("problem").Text("detail")!.ShouldContain("fehlt");
    }

    [Test]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        var dry = await client.ImportAsync(Catalogue(), "dryRun=true");
        dry.Counts().ShouldBe([7, 0, 0, 1, 0]);
        (await (await client.GetAsync("/api/v1/overview")).JsonAsync(200)).GetProperty("processes").GetInt32().ShouldBe(0);
    }

    [Test]
    public async Task Files_outside_the_layout_are_assigned_by_the_request_or_a_mapping()
    {
        await client.ImportAsync(Catalogue());
        var lost = await client.ImportAsync(Packages.Zip(("irgendwo/alt.json", Documents.Elsa())), "mode=bestEffort");
        lost.Counts().ShouldBe([0, 0, 0, 0, 1]);
        var item = (await (await client.GetAsync($"/api/v1/imports/{lost.Text("id")}/items")).JsonAsync(200)).GetProperty("items")[0];
        item.GetProperty("problem").Text("code").ShouldBe("file-unassigned");
        item.GetProperty("problem").Text("remedy")!.ShouldContain("mapping.json");
        (await client.ImportAsync(Encoding.UTF8.GetBytes(Documents.Elsa("Neu")), "process=stoerung&stage=ist&authority=bezirk-b", "application/json")).Counts().ShouldBe([1, 0, 0, 0, 0]);
        (await client.ImportAsync(GraphJson.Write(Documents.Graph("Als Sicht")), "process=stoerung&stage=soll", "application/vnd.gpmtool.graph+json")).Counts().ShouldBe([0, 1, 0, 0, 0]);
        (await client.ImportAsync(Packages.Zip(("mapping.json", """[{"file":"irgendwo/alt.json","process":"stoerung","stage":"ist","authority":"bezirk-a"}]"""), ("irgendwo/alt.json", Documents.Elsa("Alt"))))).Counts().ShouldBe([0, 1, 0, 0, 0]);
    }

    [Test]
    public async Task A_form_with_files_is_a_package()
    {
        await client.ImportAsync(Catalogue());
        using var form = new MultipartFormDataContent();
        using var process = new StringContent(Packages.Process("schluessel", "Schlüssel ausgeben"), Encoding.UTF8, "application/json");
        using var mapping = new StringContent("""[{"file":"a.json","process":"schluessel","stage":"soll"}]""", Encoding.UTF8, "application/json");
        using var document = new StringContent(Documents.Elsa(), Encoding.UTF8, "application/json");
        form.Add(process, "files", "process.json");
        form.Add(mapping, "files", "mapping.json");
        form.Add(document, "files", "a.json");
        var response = await client.PostAsync("/api/v1/imports", form);
        (await client.EndOfImportAsync((await response.JsonAsync(202)).Text("id")!)).Counts().ShouldBe([2, 0, 0, 0, 0]);
    }

    [Test]
    public async Task A_draft_here_is_never_overwritten()
    {
        await client.ImportAsync(Catalogue(), "freeze=false");
        var import = await client.ImportAsync(Catalogue("Angaben prüfen"), "mode=bestEffort");
        import.Counts().ShouldBe([0, 0, 6, 1, 1]);
        (await (await client.GetAsync($"/api/v1/imports/{import.Text("id")}/items?outcome=rejected")).JsonAsync(200)).GetProperty("items")[0].GetProperty("problem").Text("code").ShouldBe("draft-exists");
    }

    [Test]
    public async Task The_same_key_gives_the_same_import()
    {
        var package = Catalogue(); // a ZIP made anew has other times
        var first = await (await client.SendPackageAsync(package, key: "lieferung-1")).JsonAsync(202);
        var second = await (await client.SendPackageAsync(package, key: "lieferung-1")).JsonAsync(202);
        second.Text("id").ShouldBe(first.Text("id"));
        await (await client.SendPackageAsync(Catalogue("Anders"), key: "lieferung-1")).ProblemAsync(409, "idempotency-key-reused");
    }

    [Test]
    public async Task The_same_document_sent_later_is_known_by_its_key()
    {
        var document = Encoding.UTF8.GetBytes(Documents.Elsa());
        var first = await (await client.SendPackageAsync(document, "process=stoerung&stage=soll", "application/json", "einzeln-1")).JsonAsync(202);
        await Task.Delay(TimeSpan.FromSeconds(2.1)); // a ZIP counts in steps of two seconds
        var second = await (await client.SendPackageAsync(document, "process=stoerung&stage=soll", "application/json", "einzeln-1")).JsonAsync(202);
        second.Text("id").ShouldBe(first.Text("id"));
    }

    [TestCase("../böse.json", "package-name-unsafe")]
    [TestCase("/absolut.json", "package-name-unsafe")]
    [TestCase("c:\\windows.json", "package-name-unsafe")]
    [TestCase("a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r.json", "package-too-deep")]
    public async Task Unsafe_names_are_refused_before_work_begins(string name, string code) =>
        await (await client.SendPackageAsync(Packages.Zip((name, "{}")))).ProblemAsync(400, code);

    [Test]
    public async Task Limits_have_their_own_errors()
    {
        await (await client.SendPackageAsync(Encoding.UTF8.GetBytes("kein zip"))).ProblemAsync(400, "package-unreadable");
        await (await client.SendPackageAsync(Packages.Zip())).ProblemAsync(400, "package-empty");
        await (await client.SendPackageAsync(Packages.Zip(("a.json", "{}"), ("A.json", "{}")))).ProblemAsync(400, "package-name-doubled");
        await (await client.SendPackageAsync(Packages.Zip(("a.json", new string(' ', 5_000_000))))).ProblemAsync(400, "package-ratio");
        await (await client.SendPackageAsync(Packages.Zip(("a.json", new string(' ', 11_000_000))))).ProblemAsync(413, "package-file-too-large");
        await (await client.SendPackageAsync([1], type: "text/plain")).ProblemAsync(415, "unsupported-media-type");
        await using var small = new ApiFixture(("Imports:MaxFiles", "1"), ("Imports:MaxUploadBytes", "1000"), ("Imports:MaxTotalBytes", "10"));
        using var other = small.CreateClient();
        await (await other.SendPackageAsync(Packages.Zip(("a.json", "{}"), ("b.json", "{}")))).ProblemAsync(413, "package-too-many-files");
        await (await other.SendPackageAsync(new byte[2000])).ProblemAsync(413, "package-too-large");
        await (await other.SendPackageAsync(Packages.Zip(("a.json", "{\"a\":\"12345678\"}")))).ProblemAsync(413, "package-too-large");
        await (await client.GetAsync($"/api/v1/imports/{Guid.NewGuid()}")).ProblemAsync(404, "not-found");
        await (await client.GetAsync($"/api/v1/imports/{Guid.NewGuid()}/items")).ProblemAsync(404, "not-found");
    }

    [Test]
    public async Task Entries_are_held_to_the_rules_of_requests()
    {
        var import = await client.ImportAsync(Packages.Zip(("authorities.json", """[{"key":"Groß","name":"A","kind":"districtOffice"},{"key":"a","name":"A","kind":"districtOffice"},{"key":"a","name":"B","kind":"districtOffice"}]"""), ("policy-fields.json", """[{"key":"fm","name":"F","unbekannt":1}]""")), "mode=bestEffort");
        var codes = (await (await client.GetAsync($"/api/v1/imports/{import.Text("id")}/items")).JsonAsync(200)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("problem").ValueKind == JsonValueKind.Null ? "" : item.GetProperty("problem").Text("code"));
        codes.ShouldBe(["validation-failed", "", "item-doubled", "file-unreadable"]);
    }

    private async Task<long> AuditAsync() => (await (await client.GetAsync("/api/v1/audit/verification")).JsonAsync(200)).GetProperty("entries").GetInt64();

    [TestCase("allOrNothing", "fm/stoerung/ist-bezirk-a.csv", 24)]
    [TestCase("bestEffort", "fm/stoerung/ist-bezirk-a.csv", 24)]
    [TestCase("bestEffort", "fm/stoerung/ist-bezirk-a.csv", 200)]
    [TestCase("bestEffort", "fm/stoerung/process.json", 5)]
    public async Task A_file_that_is_not_what_the_package_says_is_not_taken(string mode, string path, int size)
    {
        // Cut after 24 bytes it would be a table of one step.
        var zip = Packages.Zip(("authorities.json", Packages.Authorities), ("policy-fields.json", Packages.Fields), ("fm/stoerung/process.json", Packages.Process("stoerung")), ("fm/stoerung/ist-bezirk-a.csv", "Schritt\nMeldung lesen\n\n\nMeldung beantworten\n"));

        var response = await client.SendPackageAsync(Packages.WithSize(zip, path, size), $"mode={mode}");

        var import = await client.EndOfImportAsync((await response.JsonAsync(202)).Text("id")!);
        var item = (await (await client.GetAsync($"/api/v1/imports/{import.Text("id")}/items?outcome=rejected")).JsonAsync(200)).GetProperty("items")[0];
        (item.Text("path"), item.GetProperty("problem").Text("code")).ShouldBe((path, "file-damaged"));
        (await client.GetAsync("/api/v1/processes/stoerung")).StatusCode.ShouldBe(path.EndsWith("process.json", StringComparison.Ordinal) || mode == "allOrNothing" ? System.Net.HttpStatusCode.NotFound : System.Net.HttpStatusCode.OK);
        if (mode == "bestEffort" && !path.EndsWith("process.json", StringComparison.Ordinal)) (await (await client.GetAsync("/api/v1/processes/stoerung/models")).JsonAsync(200)).GetArrayLength().ShouldBe(0);
    }
}
