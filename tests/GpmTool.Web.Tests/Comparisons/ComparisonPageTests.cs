using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Comparisons;

/// <summary>Two versions compared: drawings, list, links, what fails.</summary>
public sealed partial class ComparisonPageTests : ComparisonTest
{
    [TestCase(1440)]
    [TestCase(768)]
    [TestCase(320)]
    public async Task Shows_both_drawings_and_all_differences(int width)
    {
        await OpenPageAsync(width);
        await OpenSampleAsync();
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "Zeichnung von Ist Muster-Bezirk H (Version 1)" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "Zeichnung von Soll (Version 1)" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Neu: Schritt „Meldung mit Objekt, Raum und Gewerk registrieren“" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Row, new() { Name = "Medienbrüche 6 2" })).ToContainTextAsync("besser");
        var boxes = await Page.Locator(".gpm-sheet").EvaluateAllAsync<float[]>("sheets => sheets.map(sheet => sheet.getBoundingClientRect().top)");
        (boxes[0] == boxes[1]).ShouldBe(width >= 1024, "side by side where there is room");
        await ShouldBeAccessibleAsync();
        await ShouldNotScrollSidewaysAsync();
        await SaveViewAsync($"comparison-{width}");
    }

    [Test]
    public async Task Each_difference_has_a_sign_in_the_drawing_and_in_the_list()
    {
        await OpenSampleAsync();
        await Expect(Page.Locator(".gpm-sign[data-element=n3]")).ToHaveTextAsync(SignOf("−"));
        await Expect(Page.Locator(".gpm-sign[data-element=st_010]")).ToHaveTextAsync(SignOf("+"));
        await Expect(Page.GetByRole(AriaRole.List, new() { Name = "Zeichenerklärung" }).GetByRole(AriaRole.Listitem)).ToHaveTextAsync([Sign("neu"), Sign("entfällt"), Sign("geändert"), Sign("verschoben"), Sign("gewählt")]);
    }

    [Test]
    public async Task An_element_that_is_clicked_selects_its_difference_and_both_drawings_show_it()
    {
        await OpenSampleAsync();
        await Page.Locator(".gpm-sign[data-element=n5]").ClickAsync();
        await Expect(Selected).ToContainTextAsync("„Bereich absperren“ heißt jetzt „Gefahrenstelle sichern“");
        await Expect(Page.Locator(".gpm-sheet .gpm-chosen")).ToHaveCountAsync(2);
        foreach (var id in new[] { "n5", "st_045" }) await ShouldBeInSightAsync(id);
        await Expect(Page.GetByRole(AriaRole.Row, new() { Name = "Bearbeitungszeit 30 Min. 35 Min." })).ToBeVisibleAsync();
        // And from the drawing itself, not only from the sign.
        await Page.Locator("[data-element-id=st_055] .djs-hit").First.ClickAsync();
        await Expect(Selected).ToContainTextAsync("„Kleinstschaden beheben“");
        await ShouldBeAccessibleAsync();
        await SaveViewAsync("comparison-selected");
    }

    [Test]
    public async Task What_only_one_side_has_is_shown_where_it_would_stand_on_the_other()
    {
        await OpenSampleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Entfällt: Schritt „Rapport", Exact = false }).Or(Page.GetByRole(AriaRole.Button, new() { Name = "Entfällt: Schritt „Firma einweisen und aufschließen“" })).First.ClickAsync();
        await ShouldBeInSightAsync("n20");
        await ShouldBeInSightAsync("st_100"); // the partner of what comes next
    }

    [Test]
    public async Task Drawings_move_together_until_that_is_switched_off()
    {
        await OpenSampleAsync();
        var (before, after) = (Page.Locator(".gpm-sheet").Nth(0).Locator(".viewport").First, Page.Locator(".gpm-sheet").Nth(1).Locator(".viewport").First);
        var start = await after.GetAttributeAsync("transform");
        await Page.GetByRole(AriaRole.Img, new() { Name = "Zeichnung von Ist" }).FocusAsync();
        await Page.Keyboard.PressAsync("ArrowRight");
        await Expect(after).Not.ToHaveAttributeAsync("transform", start!);
        await SwitchAsync("Gemeinsam bewegen");
        Page.Url.ShouldContain("locked=no");
        var (still, moved) = (await after.GetAttributeAsync("transform"), await before.GetAttributeAsync("transform"));
        await Page.GetByRole(AriaRole.Img, new() { Name = "Zeichnung von Ist" }).FocusAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(before).Not.ToHaveAttributeAsync("transform", moved!);
        await Expect(after).ToHaveAttributeAsync("transform", still!);
    }

    [Test]
    public async Task Laid_on_each_other_partners_coincide_and_a_slider_blends()
    {
        await OpenSampleAsync("&view=overlay");
        var slider = Page.GetByRole(AriaRole.Slider, new() { Name = "Überblendung" });
        var sheets = Page.Locator(".gpm-sheet__canvas");
        await slider.FocusAsync();
        await Page.Keyboard.PressAsync("Home");
        await Expect(sheets.Nth(1)).ToHaveCSSAsync("opacity", "0");
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", "Vorher 100 Prozent, Nachher 0 Prozent");
        await Page.Keyboard.PressAsync("End");
        await Expect(sheets.Nth(0)).ToHaveCSSAsync("opacity", "0");
        await Page.WaitForURLAsync(url => url.Contains("blend=100", StringComparison.Ordinal));
        await Page.Keyboard.PressAsync("PageDown");
        await SwitchAsync("An der Auswahl ausrichten");
        await Page.GetByRole(AriaRole.Button, new() { Name = "„Mängelbuch durchsehen“ heißt jetzt" }).ClickAsync();
        await Expect(Page.Locator(".gpm-chosen")).ToHaveCountAsync(2);
        var middles = await Page.EvaluateAsync<float[]>("() => ['n2', 'st_020'].map(id => { const box = document.querySelector(`[data-element-id=${id}] .djs-hit`).getBoundingClientRect(); return box.left + box.width / 2; })");
        middles[0].ShouldBe(middles[1], 1.5f);
        await ShouldBeAccessibleAsync();
        await SaveViewAsync("comparison-overlay");
    }

    [Test]
    public async Task Filters_and_groups_stand_in_the_address()
    {
        await OpenSampleAsync();
        await Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = FilterName() }).First.CheckAsync();
        await Page.GetByLabel("Rolle", new() { Exact = true }).SelectOptionAsync("Titelverwaltung");
        await Expect(Page.Locator(".gpm-difference")).ToHaveCountAsync(1);
        await Expect(Page.Locator(".gpm-difference")).ToContainTextAsync("Haushaltsmittel vormerken");
        await Expect(Live).ToContainTextAsync("1 von ");
        await Page.ReloadAsync();
        await ReadyAsync();
        await Expect(Page.Locator(".gpm-difference")).ToHaveCountAsync(1);
        await Expect(Page.Locator(".gpm-sign[data-element=st_010]")).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Filter aufheben" }).ClickAsync();
        await Page.GetByLabel("Suchen").FillAsync("gibt es nicht");
        await Expect(Page.GetByText("Kein Unterschied passt zu diesem Filter.")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task The_link_to_a_difference_opens_it_selected()
    {
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await OpenSampleAsync("&tone=added");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Neu: Entscheidung „Bereits gemeldet?“" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Link kopieren" }).ClickAsync();
        await Expect(Live).ToHaveTextAsync("Link kopiert");
        var link = await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        link.ShouldNotContain("tone");
        await Page.GotoAsync(link);
        await ReadyAsync();
        await Expect(Selected).ToContainTextAsync("Neu: Entscheidung „Bereits gemeldet?“");
        await Expect(Selected).ToBeInViewportAsync();
        await ShouldBeInSightAsync("gw_020");
    }

    [Test]
    public async Task A_link_to_what_is_no_difference_any_more_says_so()
    {
        await OpenSampleAsync("&operation=1%3ARemoved%3Anirgends%3E%3A");
        await Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Diesen Unterschied gibt es nicht mehr" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task Equal_versions_have_no_difference()
    {
        await OpenAsync($"{Soll}@1", $"{Soll}@1");
        await ReadyAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Kein Unterschied" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task The_versions_are_chosen_from_lists()
    {
        await LogInAsync();
        await Page.GotoAsync(new Uri(Server.Address, "/comparisons").ToString());
        await ShouldBeAccessibleAsync();
        await SaveViewAsync("comparison-choose");
        var before = Page.GetByRole(AriaRole.Group, new() { Name = "Vorher" });
        await before.GetByLabel("Prozess").SelectOptionAsync(new SelectOptionValue { Label = "Störungsmeldung bearbeiten" });
        await before.GetByLabel("Modell").SelectOptionAsync(Ist);
        var after = Page.GetByRole(AriaRole.Group, new() { Name = "Nachher" });
        await Expect(after.GetByLabel("Prozess")).ToHaveValueAsync("stoerungsmeldung-bearbeiten");
        await after.GetByLabel("Modell").SelectOptionAsync(Soll);
        await ReadyAsync();
        await Page.GetByText("Andere Versionen wählen").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Seiten tauschen" }).ClickAsync();
        await Expect(Page.Locator(".gpm-sheet__title").First).ToContainTextAsync("Soll (Version 1)");
        await Page.GoBackAsync();
        await Expect(Page.Locator(".gpm-sheet__title").First).ToContainTextAsync("Ist Muster-Bezirk H (Version 1)");
    }

    [Test]
    public async Task The_report_can_be_downloaded()
    {
        await OpenSampleAsync();
        foreach (var (name, file) in new[] { ("HTML", "vergleich.html"), ("Markdown", "vergleich.md"), ("Excel (XLSX)", "vergleich.xlsx") })
        {
            var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync());
            download.SuggestedFilename.ShouldBe(file);
            new FileInfo(await download.PathAsync()).Length.ShouldBeGreaterThan(2_000, name);
        }

        var report = await Page.Context.RunAndWaitForPageAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Bericht öffnen" }).ClickAsync());
        await Expect(report.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Ist Muster-Bezirk H (Version 1)");
    }

    [Test]
    public async Task In_dark_colours_everything_can_be_read()
    {
        await OpenPageAsync(1440, ColorScheme.Dark);
        await OpenSampleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "„Mängelbuch durchsehen“ heißt jetzt" }).ClickAsync();
        await ShouldBeAccessibleAsync();
        await SaveViewAsync("comparison-dark");
    }

    [Test]
    public async Task On_paper_drawings_differences_and_figures_are_left()
    {
        await OpenSampleAsync();
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "Hauptnavigation" })).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "Zeichnung von Soll (Version 1)" })).ToBeVisibleAsync();
        await Expect(Page.Locator(".gpm-difference__sentence").Last).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Row, new() { Name = "Medienbrüche 6 2" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Slider)).ToHaveCountAsync(0);
        await SaveScreenshotAsync("comparison-print");
        var paper = await Page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        await File.WriteAllBytesAsync(Path.Combine(Browser.Repository.Screenshots, "comparison-print.pdf"), paper);
        paper.Length.ShouldBeGreaterThan(10_000);
    }

    [Test]
    public async Task A_model_that_does_not_exist_is_named_with_a_remedy()
    {
        await OpenAsync($"{Guid.NewGuid()}@1", $"{Soll}@1");
        var notice = Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "not-found" }).First;
        await Expect(notice).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task A_server_that_is_gone_is_told_and_asked_again()
    {
        await LogInAsync();
        await Page.RouteAsync("**/api/v1/comparisons?**", route => route.AbortAsync());
        await Page.GotoAsync(new Uri(Server.Address, $"/comparisons?left={Ist}@1&right={Soll}@1").ToString());
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Der Server antwortet nicht");
        await ShouldBeAccessibleAsync();
        await SaveViewAsync("comparison-server-gone");
        await Page.UnrouteAsync("**/api/v1/comparisons?**");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Erneut versuchen" }).ClickAsync();
        await ReadyAsync();
    }

    [Test]
    public async Task In_English_everything_is_English()
    {
        await OpenSampleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Comparison", Exact = true })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "New: step “Meldung mit Objekt, Raum und Gewerk registrieren”" })).ToBeVisibleAsync();
        await Expect(Page.Locator(".gpm-compared")).Not.ToContainTextAsync("Unterschied");
    }

    private static Regex SignOf(string sign) => new($@"^{Regex.Escape(sign)} \d+$");

    private static Regex Sign(string meaning) => new($"{meaning}$");

    [GeneratedRegex("neu \\(")]
    private static partial Regex FilterName();

    private async Task ShouldBeInSightAsync(string id)
    {
        // The sheet's frame cuts off what lies outside, which the browser still counts as visible.
        await Page.WaitForFunctionAsync(
            "id => { const box = document.querySelector(`[data-element-id=\"${id}\"] .djs-hit`).getBoundingClientRect(); const sheet = document.querySelector(`[data-element-id=\"${id}\"]`).closest('.gpm-sheet__canvas').getBoundingClientRect(); return box.left >= sheet.left && box.right <= sheet.right && box.top >= sheet.top && box.bottom <= sheet.bottom; }", id);
    }
}
