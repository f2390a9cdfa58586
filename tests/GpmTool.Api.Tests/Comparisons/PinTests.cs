using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;

namespace GpmTool.Api.Tests.Comparisons;

/// <summary>What persons decide about correspondences.</summary>
public class PinTests
{
    private static readonly (string, string)[] Drawn = [("a", "Meldung erfassen"), ("b", "Dringlichkeit festlegen"), ("c", "Firma beauftragen")];
    private static readonly (string, string)[] Wanted = [("x", "Meldung erfassen"), ("y", "Ersatzteil lagern"), ("z", "Firma beauftragen")];

    private ApiFixture api = null!;
    private HttpClient client = null!;
    private string ist = "";
    private string soll = "";

    [SetUp]
    public async Task StartAsync()
    {
        api = new ApiFixture();
        client = api.CreateClient();
        await client.PrepareAsync();
        (ist, _) = await client.ModelAsync(Variants.Elsa("i-", Drawn), query: "stage=ist&authority=bezirk-a");
        (soll, _) = await client.ModelAsync(Variants.Elsa("o-", Wanted));
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await api.DisposeAsync();
    }

    private string Address => $"/api/v1/comparisons/pins?beforeModel={ist}&afterModel={soll}";

    private static object Same(string before, string after, string? note = null) => new { same = new[] { new { beforeId = before, afterId = after, note } } };

    private Task<HttpResponseMessage> PutAsync(object body, string? ifMatch, string? address = null) => client.SendJsonAsync(HttpMethod.Put, address ?? Address, body, ifMatch);

    private async Task<JsonElement> CompareAsync(string query = "") => await (await client.GetAsync($"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}{query}")).JsonAsync(200);

    private static JsonElement? Match(JsonElement comparison, string before) => comparison.GetProperty("matches").EnumerateArray().Where(match => match.Text("beforeId") == before).Select(match => (JsonElement?)match).SingleOrDefault();

    [Test]
    public async Task A_decision_is_stored_and_the_comparison_respects_it()
    {
        var none = await client.GetAsync(Address);
        none.ETag().ShouldBe("\"0\"");
        (await none.JsonAsync(200)).GetProperty("pins").GetArrayLength().ShouldBe(0);
        Match(await CompareAsync(), "i-c")!.Value.Text("afterId").ShouldBe("o-z");

        var stored = await PutAsync(new { same = new[] { new { beforeId = "i-b", afterId = "o-y", note = "gleiche Aufgabe" } }, different = new[] { new { beforeId = "i-c", afterId = "o-z" } } }, "\"0\"");
        var pins = (await stored.JsonAsync(200)).GetProperty("pins").EnumerateArray().ToList();
        stored.ETag().ShouldBe("\"1\"");
        pins.Select(pin => (pin.Text("beforeName"), pin.Text("afterName"), pin.GetProperty("isSame").GetBoolean(), pin.Text("state"), pin.Text("note"))).ShouldBe(
            [("Dringlichkeit festlegen", "Ersatzteil lagern", true, "present", "gleiche Aufgabe"), ("Firma beauftragen", "Firma beauftragen", false, "present", null)]);

        var comparison = await CompareAsync();
        Match(comparison, "i-b")!.Value.Text("afterId").ShouldBe("o-y");
        Match(comparison, "i-b")!.Value.Text("evidence").ShouldBe("pinned");
        Match(comparison, "i-c").ShouldBeNull();
        comparison.GetProperty("pins").GetArrayLength().ShouldBe(2);
    }

    [Test, Repeat(5)]
    public async Task Of_those_who_decide_first_at_the_same_moment_one_wins_and_the_others_have_seen_an_older_state()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PutAsync(Same("i-b", "o-y"), "\"0\"")));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        foreach (var answer in answers.Where(answer => !answer.IsSuccessStatusCode)) await answer.ProblemAsync(412, "outdated");
    }

    [Test]
    public async Task The_other_way_round_it_is_the_same_decision()
    {
        await (await PutAsync(Same("i-b", "o-y"), "\"0\"")).JsonAsync(200);
        var mirrored = $"beforeModel={soll}&afterModel={ist}";
        var pin = (await (await client.GetAsync($"/api/v1/comparisons/pins?{mirrored}")).JsonAsync(200)).GetProperty("pins")[0];
        (pin.Text("beforeId"), pin.Text("afterId")).ShouldBe(("o-y", "i-b"));
        Match(await (await client.GetAsync($"/api/v1/comparisons?{mirrored}")).JsonAsync(200), "o-y")!.Value.Text("afterId").ShouldBe("i-b");
        await (await PutAsync(new { }, "\"1\"", $"/api/v1/comparisons/pins?{mirrored}")).JsonAsync(200);
        (await (await client.GetAsync(Address)).JsonAsync(200)).GetProperty("pins").GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task Who_did_not_see_the_present_decisions_is_refused()
    {
        await (await PutAsync(Same("i-b", "o-y"), null)).ProblemAsync(428, "if-match-missing");
        await (await PutAsync(Same("i-b", "o-y"), "\"0\"")).JsonAsync(200);
        await (await PutAsync(Same("i-a", "o-x"), "\"0\"")).ProblemAsync(412, "outdated");
        (await (await client.GetAsync(Address)).JsonAsync(200)).GetProperty("pins")[0].Text("beforeId").ShouldBe("i-b");
    }

    [Test]
    public async Task What_makes_no_sense_is_refused_with_its_place()
    {
        var unknown = await (await PutAsync(Same("i-b", "gibt-es-nicht"), "\"0\"")).ProblemAsync(400, "validation-failed");
        unknown.GetProperty("errors").GetProperty("same[0].afterId")[0].GetString()!.ShouldContain("gibt-es-nicht");
        var both = new[] { new { beforeId = "i-b", afterId = "o-y" } };
        await (await PutAsync(new { same = both, different = both }, "\"0\"")).ProblemAsync(400, "validation-failed");
        await (await PutAsync(new { same = new[] { new { beforeId = "i-a", afterId = "o-x" }, new { beforeId = "i-a", afterId = "o-y" }, new { beforeId = "i-b", afterId = "o-y" } } }, "\"0\"")).ProblemAsync(400, "validation-failed");
        await (await PutAsync(Same("i-a", "i-a"), "\"0\"", $"/api/v1/comparisons/pins?beforeModel={ist}&afterModel={ist}")).ProblemAsync(400, "validation-failed");
        await (await PutAsync(Same("i-a", "o-x"), "\"0\"", $"/api/v1/comparisons/pins?beforeModel={ist}&beforeVersion=9&afterModel={soll}")).ProblemAsync(404, "not-found");
    }

    [Test]
    public async Task One_step_there_may_be_several_here()
    {
        await (await PutAsync(new { same = new[] { new { beforeId = "i-b", afterId = "o-y" }, new { beforeId = "i-b", afterId = "o-z" } } }, "\"0\"")).JsonAsync(200);
        var match = Match(await CompareAsync(), "i-b")!.Value;
        match.GetProperty("afterMore").EnumerateArray().Select(id => id.GetString()).Prepend(match.Text("afterId")).Order().ShouldBe(["o-y", "o-z"]);
    }

    [Test]
    public async Task It_is_carried_to_the_next_version_even_where_that_has_other_ids()
    {
        await (await PutAsync(Same("i-b", "o-y"), "\"0\"")).JsonAsync(200);
        await NextAsync(Variants.Elsa("neu-", Drawn));

        var pin = (await (await client.GetAsync(Address)).JsonAsync(200)).GetProperty("pins")[0];
        (pin.Text("beforeId"), pin.Text("afterId"), pin.Text("state")).ShouldBe(("neu-b", "o-y", "carried"));
        Match(await CompareAsync(), "neu-b")!.Value.Text("afterId").ShouldBe("o-y");
        // The older version still has its own.
        Match(await CompareAsync("&beforeVersion=1"), "i-b")!.Value.Text("afterId").ShouldBe("o-y");
    }

    [Test]
    public async Task A_draft_that_was_decided_on_may_change_its_ids()
    {
        await (await PutAsync(Same("i-b", "o-y"), "\"0\"")).JsonAsync(200);
        await (await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/models/{ist}/draft", Variants.Elsa("neu-", Drawn), "*")).JsonAsync(200);
        Match(await CompareAsync(), "neu-b")!.Value.Text("afterId").ShouldBe("o-y");
    }

    [Test]
    public async Task What_vanished_is_reported_and_kept_until_somebody_drops_it()
    {
        await (await PutAsync(new { same = new[] { new { beforeId = "i-b", afterId = "o-y" }, new { beforeId = "i-a", afterId = "o-x" } } }, "\"0\"")).JsonAsync(200);
        await NextAsync(Variants.Elsa("i-", Drawn[0], Drawn[2]));

        var gone = (await CompareAsync()).GetProperty("pins").EnumerateArray().Single(pin => pin.Text("state") == "vanished");
        (gone.Text("beforeId"), gone.GetProperty("isBeforeGone").GetBoolean(), gone.GetProperty("isAfterGone").GetBoolean()).ShouldBe(("i-b", true, false));
        // Somebody who sees these versions changes the others: the one that is not seen stays.
        var changed = await PutAsync(new { same = Array.Empty<object>() }, "\"1\"");
        (await changed.JsonAsync(200)).GetProperty("pins").EnumerateArray().Select(pin => pin.Text("state")).ShouldBe(["vanished"]);
        Match(await CompareAsync("&beforeVersion=1"), "i-b")!.Value.Text("evidence").ShouldBe("pinned");
        (await (await PutAsync(new { dropVanished = true }, changed.ETag())).JsonAsync(200)).GetProperty("pins").GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task Who_decided_and_when_stays_with_what_stays()
    {
        var first = (await (await PutAsync(Same("i-b", "o-y", "weil"), "\"0\"")).JsonAsync(200)).GetProperty("pins")[0];
        var second = (await (await PutAsync(new { same = new[] { new { beforeId = "i-b", afterId = "o-y" }, new { beforeId = "i-a", afterId = "o-x" } } }, "\"1\"")).JsonAsync(200)).GetProperty("pins")[0];
        second.Text("decidedAt").ShouldBe(first.Text("decidedAt"));
        second.Text("note").ShouldBe("weil");
    }

    [Test]
    public async Task Two_versions_of_one_model_have_decisions_too()
    {
        await NextAsync(Variants.Elsa("neu-", Drawn[0], ("q", "Ersatzteil lagern"), Drawn[2]));
        var address = $"/api/v1/comparisons/pins?beforeModel={ist}&beforeVersion=1&afterModel={ist}&afterVersion=2";
        await (await PutAsync(Same("i-b", "neu-q"), "\"0\"", address)).JsonAsync(200);
        var backwards = (await (await client.GetAsync($"/api/v1/comparisons/pins?beforeModel={ist}&beforeVersion=2&afterModel={ist}&afterVersion=1")).JsonAsync(200)).GetProperty("pins")[0];
        (backwards.Text("beforeId"), backwards.Text("afterId")).ShouldBe(("neu-q", "i-b"));
    }

    [Test]
    public async Task It_is_in_the_audit_chain()
    {
        await (await PutAsync(Same("i-b", "o-y"), "\"0\"")).JsonAsync(200);
        var entry = (await (await client.GetAsync("/api/v1/audit?objectKind=pins")).JsonAsync(200)).GetProperty("items")[0];
        entry.Text("action").ShouldBe("pins.change");
        entry.ToString().ShouldContain("i-b");
        (await (await client.GetAsync("/api/v1/audit/verification")).JsonAsync(200)).GetProperty("brokenAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private async Task NextAsync(string document)
    {
        await (await client.SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{ist}/freeze", new { }, "*")).JsonAsync(200);
        await (await client.SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{ist}/draft", new { })).JsonAsync(201);
        await (await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/models/{ist}/draft", document, "*")).JsonAsync(200);
    }
}
