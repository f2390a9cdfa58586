using System.IO.Compression;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Api.Tests.Accounts;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Models;

/// <summary>Times and staffing of an Ist belong to its authority and the coordination until the authority releases them.</summary>
public class StaffDataTests : ApiTests
{
    // Values that stand nowhere else.
    private static readonly string[] Traces = ["PT47M", "PT4711S", "PT53H", "47.5", "Schichtleitung", "adonis-time"];

    // What a senate coordination may ask and what is made of models, each in every form.
    private static readonly (string Name, string Path, string? Body, string? Accept)[] Content =
    [
        ("ListProcesses", "processes", null, null), ("ListPublications", "publications", null, null), ("ExportCatalogue", "exports", null, null), ("GetOverview", "overview", null, null), ("GetFieldMap", "overview/map?policyField=fm", null, null),
        ("GetProcess", "processes/stoerung", null, null), ("ListCallers", "processes/stoerung/callers", null, null), ("ListCallees", "processes/stoerung/callees", null, null),
        ("ListModels", "processes/stoerung/models", null, null), ("GetModel", "models/{ist}", null, null), ("ListVersions", "models/{ist}/versions", null, null), ("GetModelHistory", "models/{ist}/history", null, null),
        ("GetVersionDocument", "models/{ist}/versions/1", null, null), ("GetVersionDocument", "models/{ist}/versions/1?form=view", null, null), ("GetVersionDocument", "models/{ist}/versions/1?form=bpmn", null, null), ("GetVersionDocument", "models/{ist}/versions/1?form=svg", null, null),
        ("CheckVersion", "models/{ist}/versions/1/checks", null, null), ("GetVersionFigures", "models/{ist}/versions/1/figures", null, null),
        ("GetComparison", "comparisons?beforeModel={ist}&afterModel={soll}", null, null), ("GetComparison", "comparisons?beforeModel={ist}&afterModel={soll}", null, "text/markdown"), ("GetComparison", "comparisons?beforeModel={ist}&afterModel={soll}", null, "text/html"),
        ("GetComparison", "comparisons?beforeModel={soll}&afterModel={ist}", null, "text/markdown"), ("GetComparison", "comparisons?beforeModel={ist}&afterModel={soll}", null, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("CompareVersions", "comparisons", """{"before":{"modelId":"{ist}"},"after":{"modelId":"{soll}"}}""", null), ("GetPins", "comparisons/pins?beforeModel={ist}&afterModel={soll}", null, null),
        ("GetPublication", "publications/{publication}", null, null), ("GetPublicationPackage", "publications/{publication}/package", null, null),
    ];

    // What is made of the request's own documents, of master data or of the caller.
    private static readonly string[] WithoutContent =
    [
        "LogIn", "LogOut", "AcceptInvitation", "ListProviders", "LogInWithProvider", "LogOutOfProvider", "GetMe", "ChangePassword",
        "ListPolicyFields", "GetPolicyField", "ListProcessGroups", "GetProcessGroup", "ListAuthorities", "GetAuthority", "GetTerms", "ExportTerms",
        "GetStepTableTemplate", "VerifyAudit", "CheckDocument", "CompareFiles",
        "ListNotifications", "ReadNotification", "ReadAllNotifications", "GetNotificationSettings", "ChangeNotificationSettings",
    ];

    private string ist = "";
    private string soll = "";

    /// <inheritdoc />
    protected override (string Key, string Value)[] Settings => [("Limits:LogInsPerMinute", "1000")];

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await Client.PrepareAsync();
        (ist, var tag) = await Client.ModelAsync(Document(), query: "stage=ist&authority=bezirk-a");
        await (await PostAsync($"/api/v1/models/{ist}/freeze", new { }, tag)).JsonAsync(200);
        (soll, tag) = await Client.ModelAsync(Documents.Elsa(), query: "stage=soll");
        await (await PostAsync($"/api/v1/models/{soll}/freeze", new { }, tag)).JsonAsync(200);
        await Api.AddAsync("modeller-a@example.org", Role.Modeller, "bezirk-a", "fm");
        await Api.AddAsync("modeller-b@example.org", Role.Modeller, "bezirk-b", "fm");
        await Api.AddAsync("coordination@example.org", Role.FieldCoordination, null, "fm");
        await Api.AddAsync("senate@example.org", Role.SenateCoordination, null, "fm");
        await Api.AddAsync("administrator@example.org", Role.Administrator);
        await Api.AddAsync("lead-a@example.org", Role.AuthorityLead, "bezirk-a", "fm");
    }

    [TestCase("modeller-a", true)]
    [TestCase("lead-a", true)]
    [TestCase("coordination", true)]
    [TestCase("modeller-b", false)]
    [TestCase("senate", false)]
    [TestCase("administrator", false)]
    public async Task Only_the_authority_and_the_coordination_see_them(string who, bool sees)
    {
        using var client = await Api.LogInAsync($"{who}@example.org");
        var answers = await AnswersAsync(client);
        foreach (var (path, text) in answers)
            foreach (var trace in Traces)
                if (!sees) text.ShouldNotContain(trace, Case.Insensitive, path);
        if (sees) answers.Single(answer => answer.Path.EndsWith("form=view", StringComparison.Ordinal)).Text.ShouldContain("PT47M");
        if (sees) answers.Single(answer => answer.Path == "comparison").Text.ShouldContain("PT47M");
    }

    [Test]
    public async Task The_authority_releases_them_and_takes_it_back()
    {
        using var lead = await Api.LogInAsync("lead-a@example.org");
        using var senate = await Api.LogInAsync("senate@example.org");
        ((int)(await lead.PostAsync($"/api/v1/models/{ist}/staff-data/release", null)).StatusCode).ShouldBe(204);
        (await senate.GetStringAsync($"/api/v1/models/{ist}/versions/1?form=view")).ShouldContain("PT47M");
        ((int)(await lead.DeleteAsync($"/api/v1/models/{ist}/staff-data/release")).StatusCode).ShouldBe(204);
        (await senate.GetStringAsync($"/api/v1/models/{ist}/versions/1?form=view")).ShouldNotContain("PT47M");
        (await GetAsync($"/api/v1/models/{ist}/history")).ToString().ShouldContain("staff-data.release");
    }

    [Test]
    public async Task A_package_holds_none_whoever_publishes()
    {
        var id = (await (await PostAsync("/api/v1/publications", new { modelId = soll, version = 1 })).JsonAsync(201)).Text("id");
        var text = await UnzippedAsync(await Client.GetByteArrayAsync($"/api/v1/publications/{id}/package"));
        text.ShouldContain("comparisons/bezirk-a.json");
        foreach (var trace in Traces) text.ShouldNotContain(trace);
    }

    [Test]
    public async Task What_is_restored_keeps_them()
    {
        using var author = await Api.LogInAsync("modeller-a@example.org");
        await (await author.SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{ist}/versions/1/restore", new { })).JsonAsync(201);
        (await author.GetStringAsync($"/api/v1/models/{ist}/versions/2?form=view")).ShouldContain("PT47M");
    }

    [Test]
    public async Task No_answer_to_others_holds_them_whatever_is_asked()
    {
        var allowed = Endpoints(new Caller(Guid.Empty, false, [new Grant(Role.SenateCoordination, null, Guid.Empty)], new HashSet<Scope>()));
        allowed.Except(Content.Select(call => call.Name)).Except(WithoutContent).ShouldBeEmpty("say what they answer: content is asked for here");
        Content.Select(call => call.Name).Concat(WithoutContent).Except(allowed).ShouldBeEmpty("these do not exist any more");
        if ((await GetAsync("/api/v1/publications")).GetProperty("items").GetArrayLength() == 0) await (await PostAsync("/api/v1/publications", new { modelId = soll, version = 1 })).JsonAsync(201);
        var publication = (await GetAsync("/api/v1/publications")).GetProperty("items")[0].Text("id")!;
        using var senate = await Api.LogInAsync("senate@example.org");
        foreach (var (name, path, body, accept) in Content)
        {
            string Fill(string text) => text.Replace("{ist}", ist, StringComparison.Ordinal).Replace("{soll}", soll, StringComparison.Ordinal).Replace("{publication}", publication, StringComparison.Ordinal);
            using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, "/api/v1/" + Fill(path));
            if (body is not null) request.Content = new StringContent(Fill(body), System.Text.Encoding.UTF8, "application/json");
            if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
            var answer = await senate.SendAsync(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var text = bytes.AsSpan().StartsWith("PK"u8) ? await UnzippedAsync(bytes) : System.Text.Encoding.UTF8.GetString(bytes);
            ((int)answer.StatusCode).ShouldBe(200, $"{name} {path}: {text}");
            foreach (var trace in Traces.Append("47\u00a0Min").Append("47 Min").Append("53 Std")) text.ShouldNotContain(trace, Case.Insensitive, $"{name} {path} {accept}");
        }
    }

    [Test]
    public async Task The_search_for_them_finds_them_where_they_may_be()
    {
        using var author = await Api.LogInAsync("modeller-a@example.org");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}") { Headers = { { "Accept", "text/markdown" } } };
        (await (await author.SendAsync(request)).Content.ReadAsStringAsync()).ShouldContain("47 Min", Case.Sensitive, "else the walk above could not fail");
    }

    private IReadOnlyList<string> Endpoints(Caller caller) =>
        [.. Api.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<Need>() is not { } need || RightsTable.MayAnywhere(caller, need.Right))
            .Select(endpoint => endpoint.Metadata.GetMetadata<EndpointNameMetadata>()!.EndpointName).Distinct()];

    private async Task<List<(string Path, string Text)>> AnswersAsync(HttpClient client)
    {
        var answers = new List<(string, string)>();
        foreach (var form in new[] { "elsa", "view", "bpmn", "svg" })
        {
            var path = $"/api/v1/models/{ist}/versions/1?form={form}";
            answers.Add((path, await client.GetStringAsync(path)));
        }

        answers.Add(("comparison", await client.GetStringAsync($"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}")));
        using var report = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}") { Headers = { { "Accept", "text/markdown" } } };
        answers.Add(("report", await (await client.SendAsync(report)).Content.ReadAsStringAsync()));
        answers.Add(("checks", await client.GetStringAsync($"/api/v1/models/{ist}/versions/1/checks")));
        answers.Add(("export", await UnzippedAsync(await client.GetByteArrayAsync("/api/v1/exports"))));
        return answers;
    }

    private static async Task<string> UnzippedAsync(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new System.Text.StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text.AppendLine(entry.FullName).AppendLine(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private static string Document()
    {
        var graph = Documents.Graph();
        var step = graph.Nodes.Single(node => node.Id == "t") with
        {
            Gpm = new StepAttributes { ProcessingTime = TimeDistribution.Constant(IsoDuration.Parse("PT47M")), WaitingTime = TimeDistribution.Constant(IsoDuration.Parse("PT53H")), TransportTime = TimeDistribution.Constant(IsoDuration.Parse("PT4711S")) },
            Raw = [new RawElement { Name = "x:times", Namespace = "urn:vendor", Attributes = [new RawAttribute("adonis-time", "1")] }],
        };
        var process = graph.Processes[0] with { Gpm = new ProcessAttributes { Staffing = [new Staffing("Schichtleitung", 47.5)] } };
        return System.Text.Encoding.UTF8.GetString(ElsaDocument.Write(graph with { Nodes = [.. graph.Nodes.Select(node => node.Id == "t" ? step : node)], Processes = [process, .. graph.Processes.Skip(1)] }, "stoerung"));
    }
}
