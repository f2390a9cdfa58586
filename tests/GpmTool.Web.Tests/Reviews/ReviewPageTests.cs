using System.Text.Json;
using GpmTool.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Reviews;

/// <summary>The page that notifications about a review lead to.</summary>
public sealed class ReviewPageTests : PageTest
{
    private RealServer _server = null!;

    [OneTimeSetUp]
    public void StartServer() => _server = RealServer.Start();

    [OneTimeTearDown]
    public async Task StopServerAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Shows_who_is_asked_and_gives_the_minutes()
    {
        await LogInAsync(_server, RealServer.Coordination);
        var api = Page.Context.APIRequest;
        var models = JsonDocument.Parse(await (await api.GetAsync(Address("processes/stoerungsmeldung-bearbeiten/models"))).TextAsync()).RootElement.EnumerateArray();
        var soll = models.First(model => model.GetProperty("stage").GetString() == "soll").GetProperty("id").GetString();
        (await api.PostAsync(Address($"models/{soll}/versions/1/life-cycle"), new() { DataObject = new { state = "methodReview" }, Headers = [new("If-Match", "\"0\"")] })).Status.ShouldBe(200);
        var opened = await api.PostAsync(Address($"models/{soll}/versions/1/reviews"), new() { DataObject = new { deadline = TimeProvider.System.GetUtcNow().AddDays(14), authorities = new[] { "muster-bezirk-a", "muster-bezirk-b" } } });
        opened.Status.ShouldBe(201, await opened.TextAsync());
        var review = JsonDocument.Parse(await opened.TextAsync()).RootElement.GetProperty("id").GetString();

        await Page.GotoAsync(new Uri(_server.Address, $"/reviews/{review}").ToString());
        await Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Muster-Bezirk A" })).ToContainTextAsync("noch keine");
        await Expect(Page.GetByText("noch hat keine Behörde zugestimmt")).ToBeVisibleAsync();
        await SaveImageAsync("review");
        await ShouldBeAccessibleAsync();
        await ShouldNotScrollSidewaysAsync();
        var minutes = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "als Seite (HTML)" }).ClickAsync());
        minutes.SuggestedFilename.ShouldBe("mitzeichnung-stoerungsmeldung-bearbeiten.html");
        (await File.ReadAllTextAsync(await minutes.PathAsync())).ShouldContain("Mitzeichnungsprotokoll");
    }

    private string Address(string path) => new Uri(_server.Address, $"/api/v1/{path}").ToString();
}
