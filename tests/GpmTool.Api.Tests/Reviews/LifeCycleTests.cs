using System.Text;
using System.Text.Json;
using GpmTool.Api.Features.LifeCycle;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Reviews;

/// <summary>A version of a Soll goes from state to state by the steps of one table, and by no other way.</summary>
public class LifeCycleTests : ApiTests
{
    private static int number;
    private string process = "";
    private string soll = "";

    private string Path => $"/api/v1/models/{soll}/versions/1/life-cycle";

    [SetUp]
    public async Task PrepareAsync()
    {
        process = $"prozess-{Interlocked.Increment(ref number)}";
        await Client.PrepareAsync(process);
        (soll, var tag) = await Client.ModelAsync(Documents.Elsa(), process);
        await (await PostAsync($"/api/v1/models/{soll}/freeze", new { }, tag)).JsonAsync(200);
    }

    [Test]
    public void Every_state_can_be_reached_and_only_the_last_ones_lead_nowhere()
    {
        LifeCycleTable.Steps.Select(step => step.To).Concat([ModelState.Draft]).ToHashSet().ShouldBe(Enum.GetValues<ModelState>(), ignoreOrder: true);
        Enum.GetValues<ModelState>().Except(LifeCycleTable.Steps.Select(step => step.From)).ShouldBe([ModelState.Superseded, ModelState.Withdrawn], ignoreOrder: true);
        foreach (var state in new[] { ModelState.MethodReview, ModelState.CoSignature, ModelState.Approved }) LifeCycleTable.Find(state, ModelState.Draft).ShouldNotBeNull($"back from {state}");
    }

    [Test]
    public async Task From_each_state_exactly_the_decided_steps_can_be_taken([Values] ModelState from)
    {
        foreach (var to in Enum.GetValues<ModelState>())
        {
            await SetAsync(from);
            var answer = await PostAsync(Path, new { state = Word(to), reason = "weil" }, await TagAsync());
            if (LifeCycleTable.Find(from, to) is { } step && step.IsDecided()) (await answer.JsonAsync(200)).Text("state").ShouldBe(Word(to));
            else (await answer.ProblemAsync(409, "no-such-step")).Text("detail").ShouldNotBeNull();
        }
    }

    [Test]
    public async Task Each_step_is_kept_with_its_reason_and_stands_in_the_chain()
    {
        await MoveAsync("methodReview");
        await (await PostAsync(Path, new { state = "draft" }, await TagAsync())).ProblemAsync(400, "validation-failed");
        await MoveAsync("draft", "Rollen fehlen");
        var cycle = await GetAsync(Path);
        cycle.GetProperty("transitions").EnumerateArray().Select(step => (step.Text("from"), step.Text("to"), step.Text("reason"))).ShouldBe([("draft", "methodReview", null), ("methodReview", "draft", "Rollen fehlen")]);
        (await GetAsync($"/api/v1/models/{soll}/history"))[0].Text("note").ShouldBe("Rollen fehlen");
        (await GetAsync("/api/v1/audit/verification")).GetProperty("brokenAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Test]
    public async Task Who_saw_an_older_state_is_refused()
    {
        await MoveAsync("methodReview");
        await (await PostAsync(Path, new { state = "approved" }, "\"0\"")).ProblemAsync(412, "outdated");
        await (await PostAsync(Path, new { state = "approved" })).ProblemAsync(428, "if-match-missing");
    }

    [Test, Repeat(5)]
    public async Task Of_two_who_take_the_first_step_at_once_one_wins_and_the_others_have_seen_an_older_state()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(Path, new { state = "methodReview" }, "\"0\"")));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        foreach (var answer in answers.Where(answer => !answer.IsSuccessStatusCode)) await answer.ProblemAsync(412, "outdated");
        (await GetAsync(Path)).GetProperty("transitions").GetArrayLength().ShouldBe(1);
    }

    [Test]
    public async Task A_draft_and_an_Ist_have_no_life_cycle()
    {
        await PostAsync($"/api/v1/models/{soll}/draft", new { });
        await (await PostAsync($"/api/v1/models/{soll}/versions/2/life-cycle", new { state = "methodReview" }, "\"0\"")).ProblemAsync(409, "not-frozen");
        var (ist, _) = await Client.ModelAsync(Documents.Elsa(), process, "stage=ist&authority=bezirk-a");
        await (await Client.GetAsync($"/api/v1/models/{ist}/versions/1/life-cycle")).ProblemAsync(409, "not-a-soll");
        await (await Client.GetAsync($"/api/v1/models/{soll}/versions/9/life-cycle")).ProblemAsync(404, "not-found");
    }

    [Test]
    public async Task Publishing_asks_for_approval_and_a_newer_version_in_force_replaces_the_old_one()
    {
        await (await PublishAsync(1)).ProblemAsync(409, "not-approved");
        await Client.ApproveAsync(soll);
        await (await PublishAsync(1)).JsonAsync(201);
        await MoveAsync("rollingOut", "Beschluss vom 1. Dezember");
        await MoveAsync("inForce", "Alle Behörden melden Vollzug");
        var model = await GetAsync($"/api/v1/models/{soll}");
        (model.Text("state"), model.GetProperty("inForce").GetInt32()).ShouldBe(("inForce", 1));

        var draft = await PostAsync($"/api/v1/models/{soll}/draft", new { });
        await (await PostAsync($"/api/v1/models/{soll}/freeze", new { }, draft.ETag())).JsonAsync(200);
        await Client.ApproveAsync(soll, 2);
        await (await PublishAsync(2)).JsonAsync(201);
        model = await GetAsync($"/api/v1/models/{soll}");
        (model.Text("state"), model.GetProperty("inForce").GetInt32()).ShouldBe(("published", 1), "what is in force stays so until the new one is");
        await MoveAsync("rollingOut", "Beschluss", 2);
        await MoveAsync("inForce", "Vollzug", 2);
        (await GetAsync(Path)).Text("state").ShouldBe("superseded");
        (await GetAsync($"/api/v1/models/{soll}")).GetProperty("inForce").GetInt32().ShouldBe(2);
    }

    [Test]
    public async Task What_comes_into_force_is_valid_for_a_year_and_looked_at_again_a_month_before_its_end()
    {
        await SetAsync(ModelState.RollingOut);
        var cycle = await MoveAsync("inForce", "Vollzug");
        var from = DateOnly.Parse(cycle.Text("validFrom")!, System.Globalization.CultureInfo.InvariantCulture);
        cycle.Text("validUntil").ShouldBe($"{from.AddYears(1).AddDays(-1):yyyy-MM-dd}");
        cycle.Text("resubmissionOn").ShouldBe($"{from.AddYears(1).AddDays(-1).AddMonths(-1):yyyy-MM-dd}");

        var other = await (await PutAsync($"/api/v1/models/{soll}/versions/1/validity", new { from = "2027-01-01", until = "2027-03-31" }, await TagAsync())).JsonAsync(200);
        other.Text("resubmissionOn").ShouldBe("2027-02-28");
        await (await PutAsync($"/api/v1/models/{soll}/versions/1/validity", new { from = "2027-01-01", until = "2026-12-31" }, await TagAsync())).ProblemAsync(400, "validation-failed");
        await SetAsync(ModelState.MethodReview);
        await (await PutAsync($"/api/v1/models/{soll}/versions/1/validity", new { from = "2027-01-01" }, await TagAsync())).ProblemAsync(409, "not-approved");
    }

    [Test]
    public async Task The_cycle_starts_again_with_what_was_expected_and_what_was_seen()
    {
        var path = $"/api/v1/models/{soll}/versions/1/restart";
        await (await PostAsync(path, new { expected = "5 Tage", observed = "9 Tage" }, await TagAsync())).ProblemAsync(409, "not-rolled-out");
        await SetAsync(ModelState.InForce);
        await (await PostAsync(path, new { expected = "", observed = "9 Tage" }, await TagAsync())).ProblemAsync(400, "validation-failed");
        var seen = await TagAsync();
        var again = await (await PostAsync(path, new { expected = "5 Tage", observed = "9 Tage" }, seen)).JsonAsync(201);
        var outcome = again.GetProperty("outcomes").EnumerateArray().Single();
        (outcome.Text("expected"), outcome.Text("observed"), outcome.GetProperty("nextVersion").GetInt32()).ShouldBe(("5 Tage", "9 Tage", 2));
        again.Text("state").ShouldBe("inForce", "the Soll stays in force while the next one is made");
        (await GetAsync($"/api/v1/models/{soll}")).GetProperty("hasDraft").GetBoolean().ShouldBeTrue();
        await (await PostAsync(path, new { expected = "x", observed = "y" }, seen)).ProblemAsync(412, "outdated");
        await (await PostAsync(path, new { expected = "x", observed = "y" }, await TagAsync())).ProblemAsync(409, "draft-exists");
    }

    [Test]
    public async Task A_field_with_a_quorum_rule_is_not_approved_alone()
    {
        await (await PutAsync("/api/v1/policy-fields/fm/quorum", new { rule = new { parts = new[] { new { authorities = new[] { "nirgendwo" } } } } }, "\"0\"")).ProblemAsync(400, "validation-failed");
        await (await PutAsync("/api/v1/policy-fields/fm/quorum", new { rule = new { parts = new[] { new { authorities = new[] { "bezirk-a" }, atLeast = 2 } } } }, "\"0\"")).ProblemAsync(400, "validation-failed");
        var rule = await PutAsync("/api/v1/policy-fields/fm/quorum", new { rule = new { parts = new[] { new { authorities = new[] { "bezirk-a", "bezirk-b" }, atLeast = 1 } } } }, (await Client.GetAsync("/api/v1/policy-fields/fm/quorum")).ETag());
        (await rule.JsonAsync(200)).GetProperty("rule").GetProperty("objectionsBlock").GetBoolean().ShouldBeTrue();
        try
        {
            await MoveAsync("methodReview");
            await (await PostAsync(Path, new { state = "approved" }, await TagAsync())).ProblemAsync(409, "quorum-required");
            await (await PutAsync("/api/v1/policy-fields/fm/quorum", new { rule = (object?)null }, "\"0\"")).ProblemAsync(412, "outdated");
        }
        finally
        {
            await (await PutAsync("/api/v1/policy-fields/fm/quorum", new { rule = (object?)null }, (await Client.GetAsync("/api/v1/policy-fields/fm/quorum")).ETag())).JsonAsync(200);
        }

        await MoveAsync("approved");
    }

    [Test]
    public void The_page_draws_the_table()
    {
        const string begin = "<!-- life-cycle -->\n", end = "<!-- /life-cycle -->";
        var path = System.IO.Path.Combine(Repository.Root, "docs", "reviews.md");
        var page = File.ReadAllText(path);
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("GPM_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, page[..from] + Drawing() + page[to..]);
        else page[from..to].ShouldBe(Drawing());
    }

    private static string Drawing()
    {
        var text = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> draft\n");
        foreach (var step in LifeCycleTable.Steps) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    {Word(step.From)} --> {Word(step.To)}: {Says(step.Move)}\n");
        return text.Append("```\n").ToString();
    }

    private static string Says(Move move) => move switch
    {
        Move.Decision => "decision",
        Move.ReasonedDecision => "decision with a reason",
        Move.DecisionWithoutQuorum => "decision, where no quorum is demanded",
        Move.ReviewOpened => "review opened",
        Move.ReviewCoSigned => "review co-signed",
        Move.ReviewEnded => "review ended otherwise, or next round",
        Move.Published => "published",
        _ => "another version in force",
    };

    private static string Word(ModelState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private async Task<string> TagAsync(int version = 1) => (await Client.GetAsync($"/api/v1/models/{soll}/versions/{version}/life-cycle")).ETag();

    private async Task<JsonElement> MoveAsync(string state, string? reason = null, int version = 1) =>
        await (await PostAsync($"/api/v1/models/{soll}/versions/{version}/life-cycle", new { state, reason }, await TagAsync(version))).JsonAsync(200);

    private Task<HttpResponseMessage> PublishAsync(int version) => PostAsync("/api/v1/publications", new { modelId = soll, version });

    /// <summary>Puts the version into a state, whatever leads there.</summary>
    private async Task SetAsync(ModelState state)
    {
        await using var scope = Api.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        var id = Guid.Parse(soll);
        var version = await context.ModelVersions.SingleAsync(row => row.ModelId == id && row.Number == 1);
        var row = await LifeCycles.OfAsync(context, version, CancellationToken.None);
        if (row.Version == 0) context.Add(row);
        (row.State, row.ValidFrom, row.ValidUntil, row.ResubmissionOn) = (state, null, null, null);
        context.Record(Actor.Local, "test", "test", "test");
        await context.SaveChangesAsync();
    }
}
