using System.Text.Json;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Accounts;

/// <summary>
/// Every endpoint of the API, asked by everybody. Each row says what the callers get, in the order of the comment above the patterns: a dot
/// where the request gets through to its work (whatever comes of it), 1 for 401, 3 for 403, 4 for 404. The objects belong to the field "fm"
/// and, where they are an Ist, to the authority "bezirk-a".
/// </summary>
public class EndpointRightsTests : ApiTests
{
    private static readonly (string Name, Role? Role, string? Authority, string? Field)[] People =
    [
        ("nobody", null, null, null), ("modeller-a", Role.Modeller, "bezirk-a", "fm"), ("modeller-b", Role.Modeller, "bezirk-b", "fm"), ("modeller-a-elsewhere", Role.Modeller, "bezirk-a", "other"),
        ("coordination", Role.FieldCoordination, null, "fm"), ("coordination-elsewhere", Role.FieldCoordination, null, "other"), ("senate", Role.SenateCoordination, null, "fm"), ("senate-elsewhere", Role.SenateCoordination, null, "other"),
        ("lead-a", Role.AuthorityLead, "bezirk-a", "fm"), ("lead-b", Role.AuthorityLead, "bezirk-b", "fm"), ("administrator", Role.Administrator, null, null),
    ];

    private static readonly string[] All = [.. Enum.GetNames<Scope>()];
    private static readonly (string Name, string[] Scopes, string? Authority, string? Field)[] Keys =
        [("key", All, null, null), ("key-elsewhere", All, null, "other"), ("key-b", All, "bezirk-b", null), ("key-reading", ["Read"], null, null)];

    // anonymous, nobody, modeller a, b, a elsewhere, coordination, elsewhere, senate, elsewhere, lead a, b, administrator, key, elsewhere, of b, reading
    private const string Everybody = "................";
    private const string LoggedIn = "1...............";
    private const string Members = "13..............";
    private const string ReadersOfFm = "13..4.4.4....4..";
    private const string Administrators = "13333333333..333";
    private const string IstOfA = "13.343433333.433";
    private const string SollOfFm = "13334.433333.433";
    private const string ProcessOfFm = "13333.433333.433";
    private const string NewInFm = "13333.333333.333";
    private const string Importers = "13.....3333....3";
    private const string OwnImport = "13444443333..443"; // nobody's of these but those who may import everything
    private const string Nothing = "4444444444444444";
    private const string LeadOfA = "133333333.333333";

    private static readonly Row[] Table =
    [
        new("LogIn", "POST", "session", Everybody, new { email = "", password = "" }),
        new("AcceptInvitation", "POST", "invitations/accept", Everybody, new { token = "", password = "" }),
        new("ListProviders", "GET", "session/providers", Everybody),
        new("LogInWithProvider", "GET", "session/providers/none/log-in", Nothing),
        new("LogOutOfProvider", "GET", "session/providers/none/log-out", Nothing),
        new("GetMe", "GET", "me", LoggedIn),
        new("ListNotifications", "GET", "me/notifications", LoggedIn),
        new("ReadAllNotifications", "POST", "me/notifications/read", LoggedIn),
        new("ReadNotification", "POST", "me/notifications/0199a000-0000-7000-8000-00000000000f/read", "1444444444444444"),
        new("GetNotificationSettings", "GET", "me/notification-settings", LoggedIn),
        new("ChangeNotificationSettings", "PUT", "me/notification-settings", "1...........3333", new { mail = "none", language = "de" }),
        new("ListMailProblems", "GET", "notifications/mail-problems", Administrators),
        new("ListPolicyFields", "GET", "policy-fields", Members),
        new("GetPolicyField", "GET", "policy-fields/fm", Members),
        new("ListProcessGroups", "GET", "process-groups", Members),
        new("GetProcessGroup", "GET", "process-groups/tgm", Members),
        new("ListAuthorities", "GET", "authorities", Members),
        new("GetAuthority", "GET", "authorities/bezirk-a", Members),
        new("GetStepTableTemplate", "GET", "imports/step-table-template", Members),
        new("VerifyAudit", "GET", "audit/verification", Members),
        new("CheckDocument", "POST", "checks", Members, new { }),
        new("ListProcesses", "GET", "processes", Members),
        new("ListPublications", "GET", "publications", Members),
        new("ExportCatalogue", "GET", "exports", Members),
        new("GetOverview", "GET", "overview", Members),
        new("GetFieldMap", "GET", "overview/map?policyField=fm", Members),
        new("GetProcess", "GET", "processes/stoerung", ReadersOfFm),
        new("ListCallers", "GET", "processes/stoerung/callers", ReadersOfFm),
        new("ListCallees", "GET", "processes/stoerung/callees", ReadersOfFm),
        new("ListModels", "GET", "processes/stoerung/models", ReadersOfFm),
        new("GetModel", "GET", "models/{ist}", ReadersOfFm),
        new("ListVersions", "GET", "models/{ist}/versions", ReadersOfFm),
        new("GetVersionDocument", "GET", "models/{ist}/versions/1", ReadersOfFm),
        new("GetVersionFigures", "GET", "models/{ist}/versions/1/figures", ReadersOfFm),
        new("GetModelHistory", "GET", "models/{ist}/history", ReadersOfFm),
        new("CheckVersion", "GET", "models/{ist}/versions/1/checks", ReadersOfFm),
        new("GetComparison", "GET", "comparisons?beforeModel={ist}&afterModel={soll}", ReadersOfFm),
        new("CompareVersions", "POST", "comparisons", ReadersOfFm, new { before = new { modelId = "{ist}" }, after = new { modelId = "{soll}" } }),
        new("CompareFiles", "POST", "comparisons/files", Members),
        new("GetPins", "GET", "comparisons/pins?beforeModel={ist}&afterModel={soll}", ReadersOfFm),
        new("ChangePins", "PUT", "comparisons/pins?beforeModel={ist}&afterModel={soll}", ProcessOfFm, new { }),
        new("TakeOverOperations", "POST", "comparisons/drafts", SollOfFm, new { before = new { modelId = "{soll}" }, after = new { modelId = "{ist}" }, operations = new[] { new { key = "a", digest = "b" } } }),
        new("MergeVersions", "POST", "comparisons/merges", SollOfFm, new { @base = new { modelId = "{soll}" }, ours = new { modelId = "{soll}" }, theirs = new { modelId = "{soll}" }, into = "{soll}" }),
        new("GetTerms", "GET", "policy-fields/fm/terms", Members),
        new("ExportTerms", "GET", "policy-fields/fm/terms/file", Members),
        new("ChangeTerms", "PUT", "policy-fields/fm/terms", NewInFm, new { groups = new[] { new[] { "a", "b" } } }),
        new("ImportTerms", "PUT", "policy-fields/fm/terms/file", NewInFm),
        new("ResetTerms", "POST", "policy-fields/fm/terms/reset", NewInFm),
        new("GetPublication", "GET", "publications/{publication}", ReadersOfFm),
        new("GetPublicationPackage", "GET", "publications/{publication}/package", ReadersOfFm),
        new("CreateModel", "POST", "processes/stoerung/models?stage=ist&authority=bezirk-a", IstOfA, new { }),
        new("CreateModel", "POST", "processes/stoerung/models?stage=soll", SollOfFm, new { }),
        new("BeginDraft", "POST", "models/{ist}/draft", IstOfA, new { }),
        new("BeginDraft", "POST", "models/{soll}/draft", SollOfFm, new { }),
        new("ReplaceDraft", "PUT", "models/{ist}/draft", IstOfA, new { }),
        new("ReplaceDraft", "PUT", "models/{soll}/draft", SollOfFm, new { }),
        new("DiscardDraft", "DELETE", "models/{ist}/draft", IstOfA),
        new("DiscardDraft", "DELETE", "models/{soll}/draft", SollOfFm),
        new("FreezeDraft", "POST", "models/{ist}/freeze", IstOfA, new { }),
        new("FreezeDraft", "POST", "models/{soll}/freeze", SollOfFm, new { }),
        new("RestoreVersion", "POST", "models/{ist}/versions/1/restore", IstOfA, new { }),
        new("RestoreVersion", "POST", "models/{soll}/versions/1/restore", SollOfFm, new { }),
        new("ReleaseStaffData", "POST", "models/{ist}/staff-data/release", LeadOfA),
        new("WithdrawStaffData", "DELETE", "models/{ist}/staff-data/release", LeadOfA),
        new("PublishVersion", "POST", "publications", ProcessOfFm, new { modelId = "{soll}", version = 1 }),
        new("CreateProcess", "POST", "processes", NewInFm, new { key = "stoerung", policyField = "fm", group = "tgm", content = new { name = "Neu" } }),
        new("ChangeProcess", "PUT", "processes/stoerung", ProcessOfFm, new { name = "Neu" }),
        new("ArchiveProcess", "POST", "processes/stoerung/archive", ProcessOfFm),
        new("CreatePolicyField", "POST", "policy-fields", Administrators, new { key = "fm", name = "Neu" }),
        new("ChangePolicyField", "PUT", "policy-fields/fm", Administrators, new { name = "Neu" }),
        new("ArchivePolicyField", "POST", "policy-fields/fm/archive", Administrators),
        new("CreateProcessGroup", "POST", "process-groups", Administrators, new { key = "tgm", name = "Neu", policyField = "fm" }),
        new("ChangeProcessGroup", "PUT", "process-groups/tgm", Administrators, new { name = "Neu" }),
        new("ArchiveProcessGroup", "POST", "process-groups/tgm/archive", Administrators),
        new("CreateAuthority", "POST", "authorities", Administrators, new { key = "bezirk-a", name = "Neu", kind = "districtOffice" }),
        new("ChangeAuthority", "PUT", "authorities/bezirk-a", Administrators, new { name = "Neu", kind = "districtOffice" }),
        new("ArchiveAuthority", "POST", "authorities/bezirk-a/archive", Administrators),
        new("CreateImport", "POST", "imports", Importers),
        new("ListImports", "GET", "imports", Importers),
        new("GetImport", "GET", "imports/{import}", OwnImport),
        new("ListImportItems", "GET", "imports/{import}/items", OwnImport),
        new("ListAuditEntries", "GET", "audit", Administrators),
        new("ExportAudit", "GET", "audit/export", Administrators),
        new("ListAccounts", "GET", "accounts", Administrators),
        new("InviteAccount", "POST", "accounts", Administrators, new { email = "", name = "", roles = Array.Empty<object>() }),
        new("GetAccount", "GET", "accounts/{nobody}", Administrators),
        new("ChangeRoles", "PUT", "accounts/{nobody}/roles", Administrators, new[] { new { role = "guest" } }),
        new("InviteAgain", "POST", "accounts/{spare}/invitation", Administrators),
        new("DisableAccount", "POST", "accounts/{spare}/disable", Administrators),
        new("EraseAccountName", "DELETE", "accounts/{spare}/name", Administrators),
        new("ListKeys", "GET", "keys", Administrators),
        new("CreateKey", "POST", "keys", Administrators, new { name = "", scopes = Array.Empty<string>() }),
        new("RevokeKey", "POST", "keys/{spareKey}/revoke", Administrators),
        new("ChangePassword", "POST", "me/password", LoggedIn, new { present = "", wanted = "" }),
        new("LogOut", "DELETE", "session", LoggedIn), // the last: it ends the sessions
    ];

    private readonly List<(string Name, HttpClient Client)> callers = [];
    private readonly Dictionary<string, string> ids = [];

    /// <inheritdoc />
    protected override (string Key, string Value)[] Settings => [("Limits:LogInsPerMinute", "1000")];

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await Client.PrepareAsync();
        await PostAsync("/api/v1/policy-fields", new { key = "other", name = "Anderes" });
        (ids["{ist}"], var ist) = await Client.ModelAsync(Documents.Elsa(), query: "stage=ist&authority=bezirk-a");
        (ids["{soll}"], var soll) = await Client.ModelAsync(Documents.Elsa(), query: "stage=soll");
        foreach (var (id, tag) in new[] { (ids["{ist}"], ist), (ids["{soll}"], soll) })
        {
            await (await PostAsync($"/api/v1/models/{id}/freeze", new { }, tag)).JsonAsync(200);
            if (id == ids["{soll}"]) ids["{publication}"] = (await (await PostAsync("/api/v1/publications", new { modelId = id, version = 1 })).JsonAsync(201)).Text("id")!;
            await (await PostAsync($"/api/v1/models/{id}/draft", new { })).JsonAsync(201);
        }

        using var package = new StringContent(Documents.Elsa(), System.Text.Encoding.UTF8, "application/json");
        ids["{import}"] = (await (await Client.PostAsync("/api/v1/imports?dryRun=true&process=stoerung&stage=soll", package)).JsonAsync(202)).Text("id")!;
        ids["{spare}"] = (await Api.AddAsync("spare@example.org")).ToString();
        callers.Add(("anonymous", Api.Anonymous()));
        foreach (var (name, role, authority, field) in People)
        {
            ids[$"{{{name}}}"] = (await Api.AddAsync($"{name}@example.org", role, authority, field)).ToString();
            callers.Add((name, await Api.LogInAsync($"{name}@example.org")));
        }

        foreach (var (name, scopes, authority, policyField) in Keys)
        {
            var client = Api.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
            var key = (await (await PostAsync("/api/v1/keys", new { name, scopes = scopes.Select(scope => scope.ToLowerInvariant()), authority, policyField })).JsonAsync(201)).Text("key");
            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
            callers.Add((name, client));
        }

        ids["{spareKey}"] = (await (await PostAsync("/api/v1/keys", new { name = "spare", scopes = new[] { "read" } })).JsonAsync(201)).Text("id")!;
    }

    [OneTimeTearDown]
    public void Stop() => callers.ForEach(caller => caller.Client.Dispose());

    [Test]
    public void Every_endpoint_stands_in_the_table()
    {
        var endpoints = Endpoints().Select(endpoint => endpoint.Metadata.GetMetadata<EndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText!).ToList();
        endpoints.Except(Table.Select(row => row.Name)).ShouldBeEmpty("say in the table who may call them");
        Table.Select(row => row.Name).Except(endpoints).ShouldBeEmpty("these do not exist any more");
    }

    [Test]
    public void Only_logging_in_needs_no_right() =>
        Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<Need>() is null).Select(endpoint => endpoint.Metadata.GetMetadata<EndpointNameMetadata>()!.EndpointName).ShouldBe(["LogIn", "AcceptInvitation", "ListProviders", "LogInWithProvider", "LogOutOfProvider"], ignoreOrder: true);

    [Test]
    public async Task Everybody_gets_what_the_table_says()
    {
        var wrong = new List<string>();
        foreach (var row in Table)
        {
            row.Expected.Length.ShouldBe(callers.Count, row.Name);
            foreach (var ((name, client), expected) in callers.Zip(row.Expected))
            {
                var body = row.Body is null ? null : ids.Aggregate(JsonSerializer.Serialize(row.Body), (text, id) => text.Replace(id.Key, id.Value, StringComparison.Ordinal));
                var path = ids.Aggregate(row.Path, (text, id) => text.Replace(id.Key, id.Value, StringComparison.Ordinal));
                using var answer = await client.SendJsonAsync(new HttpMethod(row.Method), $"/api/v1/{path}", body, row.Method == "GET" ? null : "\"99\"");
                var got = (int)answer.StatusCode switch { 401 => '1', 403 => '3', 404 => '4', >= 500 => '5', _ => '.' };
                if (got != expected) wrong.Add($"{row.Method} {path} by {name}: {(int)answer.StatusCode}, not {expected}: {await answer.Content.ReadAsStringAsync()}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private IEnumerable<RouteEndpoint> Endpoints() => Api.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal));

    private sealed record Row(string Name, string Method, string Path, string Expected, object? Body = null);
}
