using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;

namespace GpmTool.Api.Tests.Checks;

/// <summary>Findings for documents sent and stored.</summary>
public class CheckTests : ApiTests
{
    [Test]
    public async Task A_good_document_is_not_blocked_and_every_element_is_reported()
    {
        var checks = await (await PostAsync("/api/v1/checks", Documents.Elsa())).JsonAsync(200);
        checks.GetProperty("isBlocked").GetBoolean().ShouldBeFalse();
        checks.GetProperty("elements").EnumerateArray().Select(element => element.Text("level")).ShouldBe(["executable", "executable", "executable"]);
    }

    [Test]
    public async Task An_unknown_type_blocks_and_is_explained_in_the_language_asked_for()
    {
        var german = await (await PostAsync("/api/v1/checks", Documents.Foreign)).JsonAsync(200);
        german.GetProperty("isBlocked").GetBoolean().ShouldBeTrue();
        var finding = german.GetProperty("findings").EnumerateArray().First(one => one.Text("code") == "elsa.activity-unknown");
        finding.Text("elementId").ShouldBe("b");
        finding.Text("message")!.ShouldContain("kennt");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/checks") { Content = new StringContent(Documents.Foreign, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept-Language", "en");
        (await (await Client.SendAsync(request)).JsonAsync(200)).GetProperty("findings").EnumerateArray().First().Text("message")!.ShouldContain("does not know");
    }

    [Test]
    public async Task A_stored_version_is_checked()
    {
        await Client.PrepareAsync();
        var (id, _) = await Client.ModelAsync(Documents.Foreign);
        (await GetAsync($"/api/v1/models/{id}/versions/1/checks")).GetProperty("isBlocked").GetBoolean().ShouldBeTrue();
        await (await Client.GetAsync($"/api/v1/models/{id}/versions/9/checks")).ProblemAsync(404, "not-found");
    }
}
