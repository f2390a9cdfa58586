using GpmTool.Api.Tests.Infrastructure;

namespace GpmTool.Api.Tests.Reviews;

/// <summary>A guest reads one review by link, comments on it, and sees nothing else.</summary>
public class GuestTests : ReviewTest
{
    [Test]
    public async Task A_guest_reads_and_comments_on_one_review()
    {
        var other = await OtherReviewAsync();
        await OpenAsync();
        var (guest, _) = await GuestAsync();
        var review = await (await guest.GetAsync(Review)).JsonAsync(200);
        review.GetProperty("rounds")[0].GetProperty("opened").GetProperty("name").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "names of persons are not for guests");
        (await (await guest.GetAsync("/api/v1/reviews")).JsonAsync(200)).Items("id").ShouldBe([review.Text("id")]);
        foreach (var path in new[] { "differences", "positions", "threads", "rounds/1/document?form=svg", "rounds/1/comparisons/bezirk-a", "minutes" })
            ((int)(await guest.GetAsync($"{Review}/{path}")).StatusCode).ShouldBe(200, path);
        (await (await guest.SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "Passt." })).JsonAsync(201)).GetProperty("comments")[0].Text("writtenAs").ShouldBe("guest");
        (await GetAsync($"{Review}/threads"))[0].GetProperty("comments")[0].GetProperty("written").Text("name").ShouldBe("Musterwerke");
        await (await guest.GetAsync(other)).ProblemAsync(404, "not-found");
        await (await guest.SendJsonAsync(HttpMethod.Post, $"{other}/threads", new { round = 1, text = "?" })).ProblemAsync(404, "not-found");
        await (await guest.SendJsonAsync(HttpMethod.Post, $"{Review}/positions", new { authority = "bezirk-a", round = 1, stance = "agreed" })).ProblemAsync(403, "not-allowed");
        foreach (var path in new[] { "processes", "overview", $"models/{Soll}", "policy-fields", "authorities", "exports", "audit" })
            ((int)(await guest.GetAsync($"/api/v1/{path}")).StatusCode).ShouldBe(403, path);
    }

    [Test]
    public async Task A_link_ends_when_it_is_revoked_and_a_name_can_be_erased()
    {
        await OpenAsync();
        var (guest, id) = await GuestAsync();
        (await GetAsync($"{Review}/guests"))[0].Text("name").ShouldBe("Musterwerke");
        await (await guest.SendJsonAsync(HttpMethod.Post, $"{Review}/threads", new { round = 1, text = "Passt." })).JsonAsync(201);
        ((int)(await (await AsAsync("coordination")).PostAsync($"{Review}/guests/{id}/revoke", null)).StatusCode).ShouldBe(204);
        await (await guest.GetAsync(Review)).ProblemAsync(401, "key-not-valid");
        ((int)(await (await AsAsync("coordination")).DeleteAsync($"{Review}/guests/{id}/name")).StatusCode).ShouldBe(204);
        (await GetAsync($"{Review}/threads"))[0].GetProperty("comments")[0].GetProperty("written").GetProperty("name").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await GetAsync("/api/v1/audit/verification")).GetProperty("brokenAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Test]
    public async Task Only_the_coordination_invites_and_the_secret_is_stored_nowhere()
    {
        await OpenAsync();
        await (await (await AsAsync("lead-a")).SendJsonAsync(HttpMethod.Post, $"{Review}/guests", new { name = "X" })).ProblemAsync(403, "not-allowed");
        await (await PostAsync($"{Review}/guests", new { name = "", days = 0 })).ProblemAsync(400, "validation-failed");
        var link = await (await PostAsync($"{Review}/guests", new { name = "Musterwerke" })).JsonAsync(201);
        link.Text("link").ShouldBe($"{Review["/api/v1".Length..]}#{link.Text("token")}");
        (await Client.GetStringAsync("/api/v1/audit/export")).ShouldNotContain(link.Text("token")!["gpmguest_".Length..]);
        (await GetAsync($"{Review}/guests")).ToString().ShouldNotContain(link.Text("token")!);
    }

    private async Task<(HttpClient Guest, string Id)> GuestAsync()
    {
        var link = await (await (await AsAsync("coordination")).SendJsonAsync(HttpMethod.Post, $"{Review}/guests", new { name = "Musterwerke", days = 3 })).JsonAsync(201);
        var guest = Api.Anonymous();
        guest.DefaultRequestHeaders.Authorization = new("Bearer", link.Text("token"));
        return (guest, link.Text("id")!);
    }

    private async Task<string> OtherReviewAsync()
    {
        await OpenAsync();
        var other = Review;
        await PrepareAsync();
        return other;
    }
}
