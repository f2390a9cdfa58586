using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Api.Tests.Publications;

/// <summary>A frozen Soll version becomes an immutable package.</summary>
public class PublicationTests : ApiTests
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
    public async Task The_package_holds_the_definition_the_view_and_the_comparison_with_every_Ist()
    {
        await FrozenAsync("stage=Ist&authority=bezirk-a", Documents.Elsa("Meldung lesen"));
        await Client.ModelAsync(Documents.Elsa("Meldung sichten"), process, "stage=Ist&authority=bezirk-b");
        var soll = await FrozenAsync("stage=Soll", Documents.Elsa());
        var response = await ApprovedAsync(soll, 1, "Erste Fassung");
        var publication = await response.JsonAsync(201);
        response.Headers.Location!.ToString().ShouldBe($"/api/v1/publications/{publication.Text("id")}");

        var zip = await Client.GetAsync($"{response.Headers.Location}/package");
        zip.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        zip.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{process}-1.zip");
        var bytes = await zip.Content.ReadAsByteArrayAsync();
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(publication.Text("packageSha256"));
        zip.ETag().ShouldBe($"\"{publication.Text("packageSha256")}\"");
        var files = Unzip(bytes);
        files.Keys.ShouldBe(["manifest.json", $"{process}.json", "view.json", "comparisons/bezirk-a.json", "comparisons/bezirk-a.md", "comparisons/bezirk-b.json", "comparisons/bezirk-b.md"]);

        var manifest = JsonSerializer.Deserialize<JsonElement>(files["manifest.json"]);
        manifest.Text("process").ShouldBe(process);
        manifest.Text("note").ShouldBe("Erste Fassung");
        manifest.GetProperty("parts").GetArrayLength().ShouldBe(files.Count - 1);
        foreach (var part in manifest.GetProperty("parts").EnumerateArray())
            Convert.ToHexStringLower(SHA256.HashData(files[part.Text("path")!])).ShouldBe(part.Text("sha256"));
        manifest.GetProperty("comparisons").EnumerateArray().Select(entry => (entry.Text("authority"), entry.GetProperty("isFrozen").GetBoolean())).ShouldBe([("bezirk-a", true), ("bezirk-b", false)]);

        ElsaDocument.Read(files[$"{process}.json"]).Envelope.DefinitionId.ShouldBe(process);
        Convert.ToHexStringLower(ElsaDocument.ContentHash(files[$"{process}.json"])).ShouldBe(manifest.Text("contentHash"));
        GraphJson.Read(files["view.json"]).ShouldBe(Documents.Graph());
        System.Text.Encoding.UTF8.GetString(files["comparisons/bezirk-a.md"]).ShouldContain("„Meldung lesen“ heißt jetzt „Meldung prüfen“");
        (await GetAsync($"/api/v1/models/{soll}")).Text("state").ShouldBe("published");
        (await GetAsync($"/api/v1/models/{soll}/history"))[0].Text("action").ShouldBe("version.publish");
    }

    [Test]
    public async Task A_race_brings_its_companion_definition()
    {
        var builder = new GraphBuilder("Warten", "p").Lane("l", "Leitstelle");
        builder.Node(NodeKind.StartEvent, "Start", "s", "l");
        builder.Node(NodeKind.EventBasedGateway, "Antwort oder Frist", "g", "l");
        builder.Node(NodeKind.IntermediateCatchEvent, "Antwort da", "m", "l", with: node => node with { EventDefinitions = [new EventDefinition { Kind = EventKind.Message }] });
        builder.Node(NodeKind.IntermediateCatchEvent, "Frist um", "t", "l", with: node => node with { EventDefinitions = [new EventDefinition { Kind = EventKind.Timer, Timer = TimerKind.Duration, Expression = new Expression("PT24H") }] });
        builder.Node(NodeKind.UserTask, "Weiter", "w", "l");
        builder.Node(NodeKind.EndEvent, "Ende", "e", "l");
        builder.Flow("s", "g");
        builder.Flow("g", "m");
        builder.Flow("g", "t");
        builder.Flow("m", "w");
        builder.Flow("t", "w");
        builder.Flow("w", "e");
        var graph = builder.Build();
        var expected = ElsaDocument.Companions(graph, process).Select(companion => $"companions/{companion.DefinitionId}.json").ToList();
        expected.ShouldNotBeEmpty();
        var soll = await FrozenAsync("stage=Soll", System.Text.Encoding.UTF8.GetString(ElsaDocument.Write(graph, process)));
        var publication = await (await ApprovedAsync(soll, 1)).JsonAsync(201);
        Unzip(await Client.GetByteArrayAsync($"/api/v1/publications/{publication.Text("id")}/package")).Keys.Where(path => path.StartsWith("companions/", StringComparison.Ordinal)).ShouldBe(expected);
    }

    [Test]
    public async Task A_newer_publication_supersedes_and_never_overwrites()
    {
        var soll = await FrozenAsync("stage=Soll", Documents.Elsa());
        var first = await (await ApprovedAsync(soll, 1)).JsonAsync(201);
        var package = await Client.GetByteArrayAsync($"/api/v1/publications/{first.Text("id")}/package");
        await (await PublishAsync(soll, 1)).ProblemAsync(409, "already-published");
        var draft = await PostAsync($"/api/v1/models/{soll}/draft", new { });
        await (await PublishAsync(soll, 2)).ProblemAsync(409, "not-frozen");
        var changed = await PutAsync($"/api/v1/models/{soll}/draft", Documents.Elsa("Angaben prüfen"), draft.ETag());
        await (await PostAsync($"/api/v1/models/{soll}/freeze", new { }, changed.ETag())).JsonAsync(200);
        var second = await (await ApprovedAsync(soll, 2)).JsonAsync(201);
        second.GetProperty("manifest").GetProperty("supersedes").GetInt32().ShouldBe(1);
        (await GetAsync($"/api/v1/publications/{first.Text("id")}")).GetProperty("supersededBy").GetInt32().ShouldBe(2);
        (await Client.GetByteArrayAsync($"/api/v1/publications/{first.Text("id")}/package")).ShouldBe(package);
        (await GetAsync($"/api/v1/publications?process={process}")).Items("id").ShouldBe([second.Text("id"), first.Text("id")]);
        (await GetAsync($"/api/v1/publications?process={process}&current=true")).Items("id").ShouldBe([second.Text("id")]);
    }

    [Test]
    public async Task Blocking_findings_refuse_and_are_listed()
    {
        var soll = await FrozenAsync("stage=Soll", Documents.Foreign);
        var problem = await (await ApprovedAsync(soll, 1)).ProblemAsync(409, "publication-blocked");
        problem.GetProperty("findings").EnumerateArray().ShouldContain(finding => finding.Text("elementId") == "b" && finding.Text("severity") == "error");
        (await GetAsync($"/api/v1/publications?process={process}")).Items("id").ShouldBeEmpty();
        (await GetAsync($"/api/v1/models/{soll}")).Text("state").ShouldBe("approved");
    }

    [Test]
    public async Task A_called_process_must_be_in_the_catalogue()
    {
        var callee = process + "-gerufen";
        var soll = await FrozenAsync("stage=Soll", Documents.Elsa(calls: callee));
        var problem = await (await ApprovedAsync(soll, 1)).ProblemAsync(409, "publication-blocked");
        problem.GetProperty("findings")[0].Text("code").ShouldBe("publication.callee-missing");
        problem.GetProperty("findings")[0].Text("elementId").ShouldBe("c");
        await Client.PrepareAsync(callee);
        var publication = await (await PublishAsync(soll, 1)).JsonAsync(201);
        publication.GetProperty("findings").EnumerateArray().ShouldContain(finding => finding.Text("code") == "publication.callee-unpublished");
    }

    [Test]
    public async Task An_Ist_is_not_published()
    {
        var ist = await FrozenAsync("stage=Ist&authority=bezirk-a", Documents.Elsa());
        await (await PublishAsync(ist, 1)).ProblemAsync(409, "not-a-soll");
        await (await PublishAsync(Guid.NewGuid().ToString(), 1)).ProblemAsync(404, "not-found");
        await (await PublishAsync(ist, 9)).ProblemAsync(404, "not-found");
        await (await PublishAsync(ist, 0)).ProblemAsync(400, "validation-failed");
        await (await Client.GetAsync($"/api/v1/publications/{Guid.NewGuid()}")).ProblemAsync(404, "not-found");
        await (await Client.GetAsync($"/api/v1/publications/{Guid.NewGuid()}/package")).ProblemAsync(404, "not-found");
    }

    [Test]
    public async Task Of_two_who_publish_at_once_one_wins()
    {
        var soll = await FrozenAsync("stage=Soll", Documents.Elsa());
        await Client.ApproveAsync(soll);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PublishAsync(soll, 1)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created || answer.StatusCode == HttpStatusCode.Conflict || answer.StatusCode == HttpStatusCode.PreconditionFailed);
        (await GetAsync($"/api/v1/publications?process={process}")).Items("id").Count.ShouldBe(1);
        (await GetAsync("/api/v1/audit/verification")).GetProperty("brokenAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Test]
    public async Task Lists_go_page_by_page()
    {
        var soll = await FrozenAsync("stage=Soll", Documents.Elsa());
        await ApprovedAsync(soll, 1);
        for (var version = 2; version <= 3; version++)
        {
            var draft = await PostAsync($"/api/v1/models/{soll}/draft", new { });
            await PostAsync($"/api/v1/models/{soll}/freeze", new { }, draft.ETag());
            await (await ApprovedAsync(soll, version)).JsonAsync(201);
        }

        var seen = new List<int>();
        string? cursor = null;
        do
        {
            var page = await GetAsync($"/api/v1/publications?process={process}&limit=1{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetInt32()));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null && seen.Count < 10);
        seen.ShouldBe([3, 2, 1]);
    }

    private async Task<string> FrozenAsync(string query, string document)
    {
        var (id, tag) = await Client.ModelAsync(document, process, query);
        await (await PostAsync($"/api/v1/models/{id}/freeze", new { }, tag)).JsonAsync(200);
        return id;
    }

    private async Task<HttpResponseMessage> ApprovedAsync(string model, int version, string? note = null)
    {
        await Client.ApproveAsync(model, version);
        return await PublishAsync(model, version, note);
    }

    private Task<HttpResponseMessage> PublishAsync(string model, int version, string? note = null) => PostAsync("/api/v1/publications", new { modelId = model, version, note });

    private static Dictionary<string, byte[]> Unzip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }
}
