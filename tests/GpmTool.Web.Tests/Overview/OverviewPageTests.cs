using GpmTool.Web.Tests.Browser;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Overview;

/// <summary>The overview in each state of its server.</summary>
public sealed class OverviewPageTests : PageTest
{
    private static readonly int[] Widths = [640, 768, 1280];

    [TestCaseSource(nameof(Widths))]
    public async Task Looks_right_with_processes(int width)
    {
        await OpenPageAsync(width);
        await using var server = await ServeAsync(FieldMaps.Full());
        await Expect(Page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(7);
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Fristen" })).ToContainTextAsync("überfällig seit 15.01.2020");
        if (width == 1280) await SaveImageAsync("overview");
        await ShouldLookRightAsync($"overview-full-{width}");
    }

    [Test]
    public async Task Each_cell_says_in_words_what_its_sign_means()
    {
        await using var server = await ServeAsync(FieldMaps.Full());
        var row = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Störungsmeldung bearbeiten" });
        await Expect(row.GetByRole(AriaRole.Link, new() { Name = "Störungsmeldung bearbeiten, Muster-Bezirk A: erfasst, Version 1" })).ToHaveTextAsync("✓");
        await Expect(row.GetByRole(AriaRole.Link, new() { Name = "Störungsmeldung bearbeiten, Muster-Bezirk B: in Arbeit, Version 1" })).ToHaveTextAsync("✎");
        await Expect(row.GetByRole(AriaRole.Link, new() { Name = "Störungsmeldung bearbeiten, Soll: in Arbeit, Version 3" })).ToBeVisibleAsync();
        await Expect(row.GetByText("fehlt")).ToHaveCountAsync(4);
    }

    [Test]
    public async Task Headings_stay_in_sight_when_the_table_scrolls()
    {
        await OpenPageAsync(768);
        await using var server = await ServeAsync(FieldMaps.Full());
        var map = Page.GetByRole(AriaRole.Region, new() { Name = "Tabelle: Stand der Erfassung" });
        await map.EvaluateAsync("e => { e.style.maxHeight = '20rem'; e.scrollTo(e.scrollWidth, e.scrollHeight); }");
        await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Muster-Bezirk H" })).ToBeInViewportAsync();
        var left = await map.EvaluateAsync<double>("e => e.querySelector('tbody tr:last-child th').getBoundingClientRect().left - e.getBoundingClientRect().left");
        left.ShouldBeInRange(0, 2);
    }

    [Test]
    public async Task The_field_stands_in_the_address()
    {
        await using var server = await ServeAsync(FieldMaps.Full());
        await Page.GetByLabel("Politikfeld").SelectOptionAsync("IT-Dienste");
        await Expect(Page).ToHaveURLAsync(new Uri(server.Address, "/?field=it").ToString());
        await Page.ReloadAsync();
        await Expect(Page.GetByLabel("Politikfeld")).ToHaveValueAsync("it");
    }

    [Test]
    public async Task Says_what_to_do_when_nothing_is_stored()
    {
        await using var server = await ServeAsync(new Answers());
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Noch kein Politikfeld" })).ToBeVisibleAsync();
        await SaveImageAsync("overview-empty");
        await ShouldLookRightAsync("overview-empty-1280");
    }

    [Test]
    public async Task Passes_on_what_the_server_says_went_wrong()
    {
        await using var server = await ServeAsync(FieldMaps.Full().Problem(FieldMaps.Map, 503, "schema-behind", "Das Schema der Datenbank ist veraltet."));
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Das Schema der Datenbank ist veraltet.");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Fragen Sie die Verwaltung.");
        await ShouldLookRightAsync("overview-error-1280");
    }

    [Test]
    public async Task Says_that_the_server_is_gone()
    {
        await using (var server = await ServeAsync(FieldMaps.Full()))
            await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Page.GetByLabel("Politikfeld").SelectOptionAsync("IT-Dienste");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Der Server antwortet nicht");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Erneut versuchen" })).ToBeVisibleAsync();
        await SaveImageAsync("server-gone");
        await ShouldLookRightAsync("overview-gone-1280");
    }

    [Test]
    public async Task Says_that_there_is_no_network()
    {
        await using var server = await ServeAsync(FieldMaps.Full());
        await Page.Context.SetOfflineAsync(true);
        await Expect(Page.GetByText("Keine Verbindung zum Netz.", new() { Exact = false })).ToBeVisibleAsync();
        await SaveImageAsync("offline");
        await ShouldBeAccessibleAsync();
        await Page.Context.SetOfflineAsync(false);
        await Expect(Page.GetByText("Keine Verbindung zum Netz.", new() { Exact = false })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Says_that_it_loads()
    {
        var release = new TaskCompletionSource();
        await using var server = await ServeAsync(FieldMaps.Full().Slow(FieldMaps.Map, release.Task));
        await Expect(Page.GetByText("Der Stand wird geladen …")).ToBeVisibleAsync();
        await ShouldLookRightAsync("overview-loading-1280");
        release.SetResult();
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }

    [Test]
    public async Task Follows_a_dark_colour_scheme()
    {
        await OpenPageAsync(1280, ColorScheme.Dark);
        await using var server = await ServeAsync(FieldMaps.Full());
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await ShouldLookRightAsync("overview-dark-1280");
    }

    [Test]
    public async Task Speaks_English_on_request_and_remembers_it()
    {
        await using var server = await ServeAsync(FieldMaps.Full());
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "What waits for me" })).ToBeVisibleAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(Page).ToHaveTitleAsync("Overview – GpmTool");
        await ShouldLookRightAsync("overview-english-1280");
    }

    [Test]
    public async Task Can_be_used_with_the_keyboard_alone()
    {
        await using var server = await ServeAsync(FieldMaps.Full());
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        foreach (var stop in new[]
        {
            Page.GetByRole(AriaRole.Link, new() { Name = "Zum Inhalt springen" }), Page.GetByRole(AriaRole.Link, new() { Name = "Zur Navigation springen" }),
            Page.GetByRole(AriaRole.Button, new() { Name = "English" }), Page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }),
            Page.GetByRole(AriaRole.Link, new() { Name = "Übersicht" }), Page.GetByRole(AriaRole.Link, new() { Name = "Katalog" }),
        })
            await TabToAsync(stop, 1);
        await TabToAsync(Page.GetByText("Hilfe zu dieser Seite"), 5); // further pages may stand in the navigation
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByText("Mit den Pfeiltasten verschieben Sie die Tabelle", new() { Exact = false })).ToBeVisibleAsync();
        await TabToAsync(Page.GetByLabel("Politikfeld"), 1);
        await TabToAsync(Page.GetByRole(AriaRole.Region, new() { Name = "Tabelle: Stand der Erfassung" }), 1);
        await TabToAsync(Page.GetByRole(AriaRole.Link, new() { Name = "Energieverbrauch bewerten", Exact = true }).First, 1);
        await TabToAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Als gelesen markieren: Zu „Kleinreparatur beauftragen“ fehlt Ihre Mitzeichnung." }));
    }

    [Test]
    public async Task The_skip_link_leads_past_the_header()
    {
        await using var server = await ServeAsync(FieldMaps.Full());
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Page.GetByText("Hilfe zu dieser Seite")).ToBeFocusedAsync();
    }

    [Test]
    public async Task A_message_is_marked_as_read()
    {
        var read = "";
        var answers = FieldMaps.Full();
        answers["/api/v1/me/notifications/1/read"] = context =>
        {
            read = context.Request.Method;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };
        await using var server = await ServeAsync(answers);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Als gelesen markieren: Die Prüfung", Exact = false }).ClickAsync();
        await Expect(Page.Locator("[data-live]")).ToHaveTextAsync("Als gelesen markiert.");
        read.ShouldBe("POST");
    }

    [Test]
    public async Task A_page_that_breaks_says_so()
    {
        await using var server = await ServeAsync(FieldMaps.Full().Json(FieldMaps.Map, new { unexpected = true }));
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Diese Seite ist nicht darstellbar" })).ToBeVisibleAsync();
        await SaveImageAsync("error");
        await ShouldLookRightAsync("error-1280");
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
        await using var server = await ServeAsync(FieldMaps.Full());
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => undefined)");

        hosts.ShouldBe([server.Address.Authority]);
        fonts.Count.ShouldBe(2);
    }

    private async Task<FakeServer> ServeAsync(Answers answers)
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
