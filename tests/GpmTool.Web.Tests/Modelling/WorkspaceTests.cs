using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Modelling;

/// <summary>The lists beside the canvas, and the screen they share.</summary>
public sealed class WorkspaceTests : ModellingTest
{
    [Test]
    public async Task Connections_pools_and_lanes_are_listed_too_and_edited_without_the_canvas()
    {
        await OpenNewAsync('a', Drawings.Decision);
        await Page.GetByLabel("Was die Liste zeigt").SelectOptionAsync(new SelectOptionValue { Label = "Verbindungen" });
        var flow = Elements.Filter(new() { HasText = "Räumen nötig? →" }).Filter(new() { HasText = "ja" });
        await Page.GetByRole(AriaRole.Listbox).FocusAsync();
        await Page.Keyboard.PressAsync("Home");
        for (var i = 0; i < 10 && await flow.GetAttributeAsync("aria-selected") != "true"; i++) await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(NameField).ToBeFocusedAsync();
        await NameField.FillAsync("ja, sofort");
        await NameField.PressAsync("Tab");
        await Expect(Elements.Filter(new() { HasText = "ja, sofort" })).ToHaveCountAsync(1);
        await SaveScreenshotAsync("modelling-connections");
        await ShouldBeAccessibleAsync();
        var before = await Elements.CountAsync();
        await Page.GetByRole(AriaRole.Listbox).FocusAsync();
        await Page.Keyboard.PressAsync("Delete");
        await Expect(Elements).ToHaveCountAsync(before - 1);
        await Button("Rückgängig").ClickAsync();

        await Button("Becken (Pool) anlegen").PressAsync("Enter");
        await Page.Keyboard.PressAsync("Escape");
        await Page.GetByLabel("Was die Liste zeigt").SelectOptionAsync(new SelectOptionValue { Label = "Becken (Pools) und Bahnen" });
        await Expect(Elements).ToHaveCountAsync(1);
        await Elements.First.ClickAsync();
        await Expect(Page.Locator(".gpm-properties").GetByLabel("Fälle im Jahr", new() { Exact = true })).ToBeVisibleAsync();
        await Page.GetByLabel("Was die Liste zeigt").SelectOptionAsync(new SelectOptionValue { Label = "Daten und Anmerkungen" });
        await Expect(Page.GetByText("Nichts davon im Modell")).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_editor_fills_the_screen_and_gives_it_back()
    {
        await OpenNewAsync('b', Drawings.Small);
        await Button("Vollbild").ClickAsync();
        await Expect(Button("Vollbild beenden")).ToBeVisibleAsync();
        var heights = await Page.EvaluateAsync<float[]>("() => [document.fullscreenElement.getBoundingClientRect().height, document.querySelector('.gpm-editor__canvas').getBoundingClientRect().height]");
        heights[0].ShouldBe(900, 1);
        heights[1].ShouldBeGreaterThan(450);
        await Elements.Filter(new() { HasText = "Wetterlage prüfen" }).ClickAsync();
        await Button("Schritt anfügen").ClickAsync();
        await Expect(Dialog.GetByLabel("Name")).ToBeFocusedAsync();
        await SaveScreenshotAsync("modelling-full-screen");
        await ShouldBeAccessibleAsync();
        await Button("Abbrechen").ClickAsync();
        await Button("Vollbild beenden").ClickAsync();
        await Expect(Button("Vollbild")).ToBeVisibleAsync();
    }
}
