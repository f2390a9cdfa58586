using GpmTool.Web.Tests.Browser;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Start;

/// <summary>The start page in each state of its server.</summary>
public sealed class StartPageTests : PageTest
{
    private static readonly int[] Widths = [320, 768, 1280];

    [Test]
    public async Task Lists_processes_with_group_authorities_and_Soll()
    {
        await using var server = await ServeAsync(Answers.Full);

        var row = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Störungsmeldung bearbeiten" });
        await Expect(row).ToContainTextAsync("Technisches Gebäudemanagement");
        await Expect(row).ToContainTextAsync("Muster-Bezirk\u00a0A, Muster-Bezirk\u00a0D und Muster-Bezirk\u00a0H");
        await Expect(row).ToContainTextAsync("Version 2");
        await Expect(row.GetByText("Veröffentlicht", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Bereit" })).ToBeVisibleAsync();
    }

    [TestCaseSource(nameof(Widths))]
    public async Task Looks_right_with_processes(int width)
    {
        await OpenPageAsync(width);
        await using var server = await ServeAsync(Answers.Full);
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await ShouldLookRightAsync($"start-full-{width}");
        await Expect(Page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(3);
    }

    [TestCaseSource(nameof(Widths))]
    public async Task Says_what_to_do_when_nothing_is_stored(int width)
    {
        await OpenPageAsync(width);
        await using var server = await ServeAsync(Answers.Empty);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Noch keine Prozesse" })).ToBeVisibleAsync();
        await ShouldLookRightAsync($"start-empty-{width}");
    }

    [TestCaseSource(nameof(Widths))]
    public async Task Passes_on_what_the_server_says_went_wrong(int width)
    {
        await OpenPageAsync(width);
        await using var server = await ServeAsync(Answers.Broken);
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Das Schema der Datenbank ist veraltet.");
        await Expect(Page.GetByText("Nicht bereit")).ToBeVisibleAsync();
        await ShouldLookRightAsync($"start-error-{width}");
    }

    [Test]
    public async Task Says_that_the_server_is_gone()
    {
        await using (var server = await ServeAsync(Answers.Full))
            await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Neu laden" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Der Server antwortet nicht");
        await Expect(Page.GetByText("Nicht erreichbar")).ToBeVisibleAsync();
        await ShouldLookRightAsync("start-gone-1280");
    }

    [Test]
    public async Task Says_that_it_loads()
    {
        var release = new TaskCompletionSource();
        await using var server = await ServeAsync(Answers.Slow(release.Task));
        await Expect(Page.GetByText("Die Übersicht wird geladen …")).ToBeVisibleAsync();
        await ShouldLookRightAsync("start-loading-1280");

        release.SetResult();
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }

    [Test]
    public async Task Follows_a_dark_colour_scheme()
    {
        await OpenPageAsync(1280, ColorScheme.Dark);
        await using var server = await ServeAsync(Answers.Full);
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await ShouldLookRightAsync("start-dark-1280");
    }

    [Test]
    public async Task Speaks_English_on_request_and_remembers_it()
    {
        await using var server = await ServeAsync(Answers.Full);
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "de");

        await Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Page.ReloadAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "What is stored" })).ToBeVisibleAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(Page).ToHaveTitleAsync("GpmTool – process platform");
        await ShouldLookRightAsync("start-english-1280");
    }

    [Test]
    public async Task Can_be_used_with_the_keyboard_alone()
    {
        await using var server = await ServeAsync(Answers.Full);
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();

        var reached = new List<string>();
        for (var step = 0; step < 20; step++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var focused = Page.Locator(":focus");
            if (await focused.CountAsync() == 0)
                break;
            await Expect(focused).ToBeInViewportAsync();
            reached.Add(await focused.InnerTextAsync());
            (await focused.EvaluateAsync<bool>(
                "e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }"))
                .ShouldBeTrue($"'{reached[^1]}' has no visible focus");
        }

        reached.ShouldBe(
        [
            "Zum Inhalt springen", "English", "Neu laden", "Abmelden",
            "Schnittstelle ausprobieren (Swagger)", "OpenAPI-Dokument", "Bereitschaft des Servers",
        ]);
    }

    [Test]
    public async Task The_skip_link_leads_past_the_header()
    {
        await using var server = await ServeAsync(Answers.Full);
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();

        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Tab");

        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Neu laden" })).ToBeFocusedAsync();
    }

    [Test]
    public async Task Links_lead_to_the_interface_its_document_and_the_health()
    {
        await using var server = await ServeAsync(Answers.Full);
        var links = await Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link)
            .EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        links.ShouldBe(["/swagger", "/swagger/v1/swagger.json", "/health/ready"]);
    }

    [Test]
    public async Task Serves_its_fonts_itself()
    {
        var hosts = new HashSet<string>();
        var fonts = new HashSet<string>();
        Page.Response += (_, response) =>
        {
            hosts.Add(new Uri(response.Url).Authority);
            if (response.Url.EndsWith(".woff2", StringComparison.Ordinal) && response.Ok)
                fonts.Add(response.Url);
        };
        await using var server = await ServeAsync(Answers.Full);
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => undefined)");

        hosts.ShouldBe([server.Address.Authority]);
        fonts.Count.ShouldBe(2);
    }

    private async Task<FakeServer> ServeAsync(Dictionary<string, Func<HttpContext, Task>> answers)
    {
        var server = await FakeServer.StartAsync(answers);
        await Page.GotoAsync(server.Address.ToString());
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        return server;
    }

    private async Task ShouldLookRightAsync(string name)
    {
        await SaveScreenshotAsync(name);
        await ShouldNotScrollSidewaysAsync();
        await ShouldBeAccessibleAsync();
    }
}
