using System.Text.Json;
using GpmTool.Api.Tests.Comparisons;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Model;

namespace GpmTool.Api.Tests.Reviews;

/// <summary>Authorities take positions on a Soll and on its single differences, over rounds, until enough of them agree.</summary>
public class ReviewTests : ReviewTest
{
    [Test]
    public async Task A_review_keeps_the_comparisons_as_they_were()
    {
        var review = await OpenAsync();
        review.GetProperty("rounds")[0].GetProperty("comparisons").EnumerateArray().Select(comparison => comparison.Text("name")).ShouldBe(["bezirk-a", "bezirk-b"]);
        (await GetAsync($"/api/v1/models/{Soll}")).Text("state").ShouldBe("coSignature");
        var before = await GetAsync($"{Review}/rounds/1/comparisons/bezirk-a");
        before.GetProperty("operations").EnumerateArray().Select(operation => operation.Text("kind")).ShouldBe(["renamed"]);
        var ist = before.GetProperty("before").Text("modelId");
        var draft = await PostAsync($"/api/v1/models/{ist}/draft", new { });
        var changed = await PutAsync($"/api/v1/models/{ist}/draft", Documents.Elsa("Ganz anders"), draft.ETag());
        await PostAsync($"/api/v1/models/{ist}/freeze", new { }, changed.ETag());
        (await GetAsync($"{Review}/rounds/1/comparisons/bezirk-a")).ToString().ShouldBe(before.ToString());
        (await GetAsync($"{Review}/rounds/1/document?form=view")).GetProperty("nodes").GetArrayLength().ShouldBe(3);
        await (await Client.GetAsync($"{Review}/rounds/1/comparisons/nirgendwo")).ProblemAsync(404, "not-found");
        await (await Client.GetAsync($"{Review}/rounds/2/document")).ProblemAsync(404, "not-found");
    }

    [Test]
    public async Task A_version_is_reviewed_after_the_method_review_and_once_at_a_time()
    {
        var path = $"/api/v1/models/{Soll}/versions/1/reviews";
        var body = new { deadline = Deadline, authorities = new[] { "bezirk-a" } };
        await (await PostAsync(path, body)).ProblemAsync(409, "no-such-step");
        await OpenAsync();
        await (await PostAsync(path, body)).ProblemAsync(409, "no-such-step");
        var (ist, tag) = await Client.ModelAsync(Documents.Elsa(), Process, "stage=ist&authority=senat-a");
        await PostAsync($"/api/v1/models/{ist}/freeze", new { }, tag);
        await (await (await AsAsync("coordination")).SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{ist}/versions/1/reviews", body)).ProblemAsync(403, "not-allowed");
    }

    [Test]
    public async Task What_cannot_be_is_refused_with_its_place()
    {
        var path = $"/api/v1/models/{Soll}/versions/1/reviews";
        (await (await PostAsync(path, new { deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1) })).ProblemAsync(400, "validation-failed")).GetProperty("errors").TryGetProperty("deadline", out _).ShouldBeTrue();
        (await (await PostAsync(path, new { deadline = Deadline })).ProblemAsync(400, "validation-failed")).GetProperty("errors").TryGetProperty("authorities", out _).ShouldBeTrue("no rule, and nobody named");
        await (await PostAsync(path, new { deadline = Deadline, authorities = new[] { "nirgendwo" } })).ProblemAsync(400, "validation-failed");
        await OpenAsync();
        await (await SayAsync("lead-a", "bezirk-a", "objection")).ProblemAsync(400, "validation-failed");
        await (await SayAsync("lead-a", "bezirk-a", "agreed", round: 2)).ProblemAsync(409, "other-round");
        await (await SayAsync("lead-a", "bezirk-a", "agreed", difference: new { comparison = "bezirk-a", key = "x", digest = "y" })).ProblemAsync(409, "difference-unknown");
        await (await SayAsync("lead-a", "bezirk-b", "agreed")).ProblemAsync(403, "not-allowed");
        await (await SayAsync("lead-a", "nirgendwo", "agreed")).ProblemAsync(403, "not-allowed");
        await (await SayAsync("coordination", "bezirk-a", "agreed")).ProblemAsync(403, "not-allowed");
        await (await PostAsync($"{Review}/positions", new { authority = "bezirk-a", round = 1, stance = "agreed" })).ProblemAsync(403, "not-allowed");
        await (await SteerAsync("conclude", new { outcome = "open" })).ProblemAsync(400, "validation-failed");
        await (await SteerAsync("conclude", new { outcome = "withdrawn" })).ProblemAsync(400, "validation-failed");
    }

    [Test]
    public async Task An_authority_that_is_not_asked_comments_instead()
    {
        await OpenAsync(new { deadline = Deadline, authorities = new[] { "bezirk-a" } });
        await (await SayAsync("lead-b", "bezirk-b", "agreed")).ProblemAsync(409, "authority-not-asked");
        await (await (await AsAsync("lead-b")).SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "Uns fehlt eine Vertretung." })).JsonAsync(201);
    }

    [Test]
    public async Task Objections_rounds_and_co_signatures_come_to_an_approved_Soll()
    {
        await QuorumAsync(new { parts = new object[] { new { name = "Senat", authorities = new[] { "senat-a" } }, new { name = "Bezirke", authorities = new[] { "bezirk-a", "bezirk-b" }, atLeast = 1 } } });
        await OpenAsync(new { deadline = Deadline });
        await (await SayAsync("senate", "senat-a", "agreed")).JsonAsync(200);
        var review = await (await SayAsync("lead-a", "bezirk-a", "agreed")).JsonAsync(200);
        review.GetProperty("quorum").GetProperty("holds").GetBoolean().ShouldBeTrue();
        var renamed = (await DifferencesAsync("lead-b", "?authority=bezirk-b")).Single();
        renamed.Text("sentence")!.ShouldContain("Anruf annehmen");
        review = await (await SayAsync("lead-b", "bezirk-b", "objection", "So heißt das bei uns nicht", Reference(renamed))).JsonAsync(200);
        Stance(review, "bezirk-b").ShouldBe("objection");
        var problem = await (await SteerAsync("conclude", new { outcome = "coSigned" })).ProblemAsync(409, "quorum-missing");
        problem.Text("detail")!.ShouldContain("bezirk-b");

        review = await NextRoundAsync(Documents.Elsa("Meldung annehmen und prüfen"));
        (review.GetProperty("round").GetInt32(), Stance(review, "bezirk-a"), Stance(review, "bezirk-b"), Stance(review, "senat-a")).ShouldBe((2, null, null, null));
        (await GetAsync($"/api/v1/models/{Soll}/versions/1/life-cycle")).Text("state").ShouldBe("draft");
        (await GetAsync($"/api/v1/models/{Soll}/versions/2/life-cycle")).Text("state").ShouldBe("coSignature");
        var open = await DifferencesAsync("lead-b", "?authority=bezirk-b&open=true");
        open.Single().GetProperty("isNew").GetBoolean().ShouldBeTrue();
        (await DifferencesAsync("lead-b", "?onlyNew=true")).Select(difference => difference.Text("comparison")).ShouldBe(["bezirk-a", "bezirk-b", "previous"], ignoreOrder: true);
        (await DifferencesAsync("lead-b", "?round=1")).Count.ShouldBe(2);
        await (await SayAsync("lead-b", "bezirk-b", "agreed", difference: Reference(open[0]), round: 2)).JsonAsync(200);
        await (await SayAsync("senate", "senat-a", "agreed", round: 2)).JsonAsync(200);
        await (await SayAsync("lead-b", "bezirk-b", "agreed", round: 1)).ProblemAsync(409, "other-round");

        review = await (await SteerAsync("conclude", new { outcome = "coSigned", remark = "Danke" })).JsonAsync(200);
        review.Text("state").ShouldBe("coSigned");
        review.GetProperty("concluded").Text("name").ShouldBe("coordination@example.org");
        var cycle = await GetAsync($"/api/v1/models/{Soll}/versions/2/life-cycle");
        (cycle.Text("state"), cycle.Text("reviewId")).ShouldBe(("approved", review.Text("id")));
        await (await SayAsync("lead-a", "bezirk-a", "agreed", round: 2)).ProblemAsync(409, "review-closed");
        await (await PostAsync("/api/v1/publications", new { modelId = Soll, version = 2 })).JsonAsync(201);
        (await GetAsync("/api/v1/audit/verification")).GetProperty("brokenAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Test]
    public async Task A_round_that_changes_nothing_an_authority_sees_keeps_its_position()
    {
        await OpenAsync(new { deadline = Deadline, authorities = new[] { "bezirk-a", "bezirk-b" } });
        await SayAsync("lead-a", "bezirk-a", "agreed");
        var review = await NextRoundAsync(Documents.Elsa());
        Stance(review, "bezirk-a").ShouldBe("agreed");
        review.GetProperty("reviewers").EnumerateArray().First().GetProperty("keptPositions").GetInt32().ShouldBe(1);
        (await DifferencesAsync("lead-a", "?authority=bezirk-a")).Single().GetProperty("isKept").GetBoolean().ShouldBeTrue();
    }

    [Test]
    public async Task Who_agreed_to_a_new_step_is_asked_again_when_its_attributes_change()
    {
        await OpenAsync(new { deadline = Deadline, authorities = new[] { "bezirk-a" } });
        await NextRoundAsync(WithCallBack("PT5M"));
        await (await SayAsync("lead-a", "bezirk-a", "agreed", round: 2)).JsonAsync(200);
        Stance(await NextRoundAsync(WithCallBack("PT5M"), 3), "bezirk-a").ShouldBe("agreed");
        Stance(await NextRoundAsync(WithCallBack("PT50M"), 4), "bezirk-a").ShouldBeNull();
        var open = (await DifferencesAsync("lead-a", "?authority=bezirk-a&open=true")).ShouldHaveSingleItem();
        (open.Text("kind"), open.GetProperty("isNew").GetBoolean()).ShouldBe(("inserted", true));

        static string WithCallBack(string time)
        {
            var graph = Variants.Graph("", ("t", "Meldung lesen"), ("r", "Meldende zurückrufen"));
            return Variants.Elsa(graph with { Nodes = graph.Nodes.ConvertAll(node => node.Id == "r" ? node with { Gpm = new StepAttributes { ProcessingTime = TimeDistribution.Constant(IsoDuration.Parse(time)) } } : node) });
        }
    }

    [Test]
    public async Task A_review_that_ends_otherwise_makes_a_draft_of_the_Soll_again([Values("notCoSigned", "withdrawn")] string outcome)
    {
        await OpenAsync();
        (await (await SteerAsync("conclude", new { outcome, remark = "Das Verfahren ruht" })).JsonAsync(200)).Text("state").ShouldBe(outcome);
        var cycle = await GetAsync($"/api/v1/models/{Soll}/versions/1/life-cycle");
        (cycle.Text("state"), cycle.GetProperty("transitions").EnumerateArray().Last().Text("reason")).ShouldBe(("draft", "Das Verfahren ruht"));
        await OpenAsync();
    }

    [Test]
    public async Task Who_concludes_must_have_seen_the_last_position()
    {
        await OpenAsync();
        var seen = (await Client.GetAsync(Review)).ETag();
        await (await SayAsync("lead-a", "bezirk-a", "agreed")).JsonAsync(200);
        await (await SteerAsync("conclude", new { outcome = "coSigned" }, tag: seen)).ProblemAsync(412, "outdated");
        await (await SteerAsync("deadline", new { deadline = Deadline.AddDays(1), reason = "Ferien" }, HttpMethod.Put, seen)).ProblemAsync(412, "outdated");
        (await (await SteerAsync("deadline", new { deadline = Deadline.AddDays(1), reason = "Ferien" }, HttpMethod.Put)).JsonAsync(200)).GetProperty("deadline").GetDateTime().ShouldBe(Deadline.AddDays(1), TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task Many_sign_in_the_same_moment_and_none_is_lost()
    {
        await OpenAsync();
        var difference = Reference((await DifferencesAsync("lead-a", "?authority=bezirk-a")).Single());
        var (a, b, senate) = (await AsAsync("lead-a"), await AsAsync("lead-b"), await AsAsync("senate"));
        Task<HttpResponseMessage>[] signing =
        [
            .. from _ in Enumerable.Range(0, 4)
               from one in new[] { (a, "bezirk-a"), (b, "bezirk-b"), (senate, "senat-a") }
               select one.Item1.SendJsonAsync(HttpMethod.Post, $"{Review}/positions", new { authority = one.Item2, round = 1, stance = "agreed", difference = one.Item2 == "bezirk-b" ? null : difference }),
        ];
        foreach (var answer in await Task.WhenAll(signing)) await answer.JsonAsync(200);
        (await GetAsync($"{Review}/positions")).EnumerateArray().Select(position => position.GetProperty("number").GetInt32()).ShouldBe(Enumerable.Range(1, 12));
    }

    [Test]
    public async Task Many_comment_in_the_same_moment_and_none_is_lost()
    {
        await OpenAsync();
        var (a, b) = (await AsAsync("lead-a"), await AsAsync("lead-b"));
        var thread = (await (await a.SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "Wer übernimmt das?" })).JsonAsync(201)).Text("id");
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? a : b).SendJsonAsync(HttpMethod.Post, $"{Review}/threads/{thread}/comments", new { text = $"Wir ({i})." })))) await answer.JsonAsync(200);
        var comments = (await GetAsync($"{Review}/threads/{thread}")).GetProperty("comments").EnumerateArray().ToList();
        comments.Select(comment => comment.GetProperty("number").GetInt32()).ShouldBe(Enumerable.Range(1, 13));
        comments.Skip(1).Select(comment => comment.Text("text")).ShouldBe(Enumerable.Range(0, 12).Select(i => $"Wir ({i})."), ignoreOrder: true);
    }

    [Test]
    public async Task Comments_are_about_the_whole_an_element_or_a_difference()
    {
        await OpenAsync();
        var (b, coordination) = (await AsAsync("modeller-b"), await AsAsync("coordination"));
        var difference = Reference((await DifferencesAsync("modeller-b", "?authority=bezirk-b")).Single());
        await (await b.SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "?", elementId = "nirgends" })).ProblemAsync(400, "validation-failed");
        await (await b.SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "?", elementId = "t", difference })).ProblemAsync(400, "validation-failed");
        await (await b.SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "?", mentions = new[] { new { role = "administrator" } } })).ProblemAsync(400, "validation-failed");
        var begun = await b.SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "Und nachts?", elementId = "t", mentions = new[] { new { role = "authorityLead", authority = "bezirk-b" } } });
        var thread = await begun.JsonAsync(201);
        (thread.Text("subject"), thread.Text("elementName")).ShouldBe(("element", "Meldung prüfen"));
        await (await b.SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "Der alte Name war klarer.", difference })).JsonAsync(201);
        var path = begun.Headers.Location!.ToString();
        var seen = (await b.GetAsync(path)).ETag();
        (await (await coordination.SendJsonAsync(HttpMethod.Post, $"{path}/comments", new { text = "Nachts gilt der Bereitschaftsplan." })).JsonAsync(200)).GetProperty("comments").EnumerateArray().Select(comment => comment.Text("writtenAs")).ShouldBe(["modeller", "fieldCoordination"]);
        await (await b.SendJsonAsync(HttpMethod.Post, $"{path}/resolve", null, seen)).ProblemAsync(412, "outdated");
        (await (await b.SendJsonAsync(HttpMethod.Post, $"{path}/resolve", null, (await b.GetAsync(path)).ETag())).JsonAsync(200)).GetProperty("resolved").Text("name").ShouldBe("modeller-b@example.org");
        (await (await b.SendJsonAsync(HttpMethod.Post, $"{path}/comments", new { text = "Doch noch eine Frage." })).JsonAsync(200)).GetProperty("resolved").ValueKind.ShouldBe(JsonValueKind.Null);
        (await GetAsync($"{Review}/threads")).EnumerateArray().Select(one => one.Text("subject")).ShouldBe(["element", "difference"]);
        var inbox = await (await (await AsAsync("lead-b")).GetAsync("/api/v1/me/notifications?unread=true")).JsonAsync(200);
        inbox.GetProperty("items").EnumerateArray().Where(item => Review.EndsWith(item.Text("objectId")!, StringComparison.Ordinal)).Select(item => item.Text("kind")).ShouldBe(["mention", "reviewOpened"]);
    }

    [Test]
    public async Task Reviews_are_listed_and_found()
    {
        await OpenAsync();
        (await GetAsync($"/api/v1/reviews?process={Process}&state=open")).Items("process").ShouldBe([Process]);
        (await GetAsync($"/api/v1/reviews?process={Process}&state=coSigned")).Items("process").ShouldBeEmpty();
        (await GetAsync("/api/v1/reviews?policyField=anderes")).Items("process").ShouldBeEmpty();
        await (await Client.GetAsync($"/api/v1/reviews/{Guid.NewGuid()}")).ProblemAsync(404, "not-found");
    }

    [TestCase("json", "application/json", "\"minutesVersion\"")]
    [TestCase("markdown", "text/markdown", "Einwand: So nicht")]
    [TestCase("html", "text/html", "So nicht")]
    [TestCase("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", null)]
    public async Task Minutes_come_in_every_form(string form, string type, string? text)
    {
        await OpenAsync();
        await SayAsync("lead-b", "bezirk-b", "objection", "So nicht");
        var answer = await Client.GetAsync($"{Review}/minutes?form={form}");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (text is null) bytes.AsSpan().StartsWith("PK"u8).ShouldBeTrue();
        else System.Text.Encoding.UTF8.GetString(bytes).ShouldContain(text);
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"{Review}/minutes") { Headers = { { "Accept", type } } };
        (await Client.SendAsync(asked)).Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Test]
    public async Task Minutes_speak_English_and_know_no_other_form()
    {
        await OpenAsync();
        (await Client.GetStringAsync($"{Review}/minutes?form=markdown&lang=en")).ShouldContain("The quorum is not reached");
        await (await Client.GetAsync($"{Review}/minutes?form=pdf")).ProblemAsync(406, "not-acceptable");
        await (await Client.GetAsync($"{Review}/minutes?lang=fr")).ProblemAsync(400, "validation-failed");
    }
}
