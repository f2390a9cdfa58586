using System.Text.Json;
using GpmTool.Api.Tests.Accounts;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Persistence;

namespace GpmTool.Api.Tests.Reviews;

/// <summary>A policy field with people, in which a Soll is reviewed.</summary>
public abstract class ReviewTest : ApiTests
{
    private static int number;
    private readonly Dictionary<string, HttpClient> people = [];

    private protected string Process { get; private set; } = "";

    private protected string Soll { get; private set; } = "";

    private protected string Review { get; private set; } = "";

    private protected DateTime Deadline { get; } = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(14);

    /// <inheritdoc />
    protected override (string Key, string Value)[] Settings => [("Limits:LogInsPerMinute", "1000")];

    [OneTimeSetUp]
    public async Task AddPeopleAsync()
    {
        await Client.PrepareAsync("erster-prozess");
        await PostAsync("/api/v1/authorities", new { key = "senat-a", name = "Senatsverwaltung A", kind = "senateAdministration" });
        await Api.AddAsync("coordination@example.org", Role.FieldCoordination, null, "fm");
        await Api.AddAsync("senate@example.org", Role.SenateCoordination, "senat-a", "fm");
        await Api.AddAsync("lead-a@example.org", Role.AuthorityLead, "bezirk-a", "fm");
        await Api.AddAsync("lead-b@example.org", Role.AuthorityLead, "bezirk-b", "fm");
        await Api.AddAsync("modeller-b@example.org", Role.Modeller, "bezirk-b", "fm");
    }

    [SetUp]
    public async Task PrepareAsync()
    {
        Process = $"prozess-{Interlocked.Increment(ref number)}";
        (await PostAsync("/api/v1/processes", new { key = Process, policyField = "fm", group = "tgm", content = new { name = "Störung bearbeiten" } })).EnsureSuccessStatusCode();
        await FrozenAsync(Ist("Meldung lesen"), "stage=ist&authority=bezirk-a");
        await FrozenAsync(Ist("Anruf annehmen"), "stage=ist&authority=bezirk-b");
        Soll = await FrozenAsync(Documents.Elsa(), "stage=soll");
        await QuorumAsync(null);
    }

    [OneTimeTearDown]
    public void LogOut()
    {
        foreach (var client in people.Values) client.Dispose();
        people.Clear();
    }

    /// <summary>The Ist of bezirk-a says "Meldung lesen", that of bezirk-b "Anruf annehmen".</summary>
    private protected virtual string Ist(string label) => Documents.Elsa(label);

    private protected async Task<string> FrozenAsync(string document, string query)
    {
        var (id, tag) = await Client.ModelAsync(document, Process, query);
        await (await PostAsync($"/api/v1/models/{id}/freeze", new { }, tag)).JsonAsync(200);
        return id;
    }

    private protected async Task<HttpClient> AsAsync(string person)
    {
        if (!people.TryGetValue(person, out var client)) people[person] = client = await Api.LogInAsync($"{person}@example.org");
        return client;
    }

    private protected async Task QuorumAsync(object? rule)
    {
        const string path = "/api/v1/policy-fields/fm/quorum";
        await (await PutAsync(path, new { rule }, (await Client.GetAsync(path)).ETag())).JsonAsync(200);
    }

    private protected async Task<JsonElement> OpenAsync(object? more = null)
    {
        var cycle = $"/api/v1/models/{Soll}/versions/1/life-cycle";
        var coordination = await AsAsync("coordination");
        await (await coordination.SendJsonAsync(HttpMethod.Post, cycle, new { state = "methodReview" }, (await coordination.GetAsync(cycle)).ETag())).JsonAsync(200);
        var answer = await coordination.SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{Soll}/versions/1/reviews", more ?? new { deadline = Deadline, authorities = new[] { "senat-a", "bezirk-a", "bezirk-b" } });
        var review = await answer.JsonAsync(201);
        Review = $"/api/v1/reviews/{review.Text("id")}";
        answer.Headers.Location!.ToString().ShouldBe(Review);
        return review;
    }

    private protected async Task<HttpResponseMessage> SayAsync(string person, string authority, string stance, string? reason = null, object? difference = null, int round = 1) =>
        await (await AsAsync(person)).SendJsonAsync(HttpMethod.Post, $"{Review}/positions", new { authority, round, stance, reason, difference });

    private protected async Task<HttpResponseMessage> SteerAsync(string path, object body, HttpMethod? method = null, string? tag = null)
    {
        var coordination = await AsAsync("coordination");
        return await coordination.SendJsonAsync(method ?? HttpMethod.Post, $"{Review}/{path}", body, tag ?? (await coordination.GetAsync(Review)).ETag());
    }

    /// <summary>A new version of the Soll, and a round with it.</summary>
    private protected async Task<JsonElement> NextRoundAsync(string document, int version = 2)
    {
        var draft = await PostAsync($"/api/v1/models/{Soll}/draft", new { });
        var changed = await PutAsync($"/api/v1/models/{Soll}/draft", document, draft.ETag());
        await (await PostAsync($"/api/v1/models/{Soll}/freeze", new { }, changed.ETag())).JsonAsync(200);
        return await (await SteerAsync("rounds", new { version, deadline = Deadline, note = "Hinweise eingearbeitet" })).JsonAsync(200);
    }

    private protected async Task<List<JsonElement>> DifferencesAsync(string person, string query = "") =>
        [.. (await (await (await AsAsync(person)).GetAsync($"{Review}/differences{query}")).JsonAsync(200)).EnumerateArray()];

    private protected static object Reference(JsonElement difference) => new { comparison = difference.Text("comparison"), key = difference.Text("key"), digest = difference.Text("digest") };

    private protected static string? Stance(JsonElement review, string authority) => review.GetProperty("reviewers").EnumerateArray().Single(one => one.Text("authority") == authority).GetProperty("stance").GetString();
}
