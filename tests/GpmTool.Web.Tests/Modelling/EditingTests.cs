using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Modelling;

/// <summary>Tools of the editor.</summary>
public sealed class EditingTests : ModellingTest
{
    [Test]
    public async Task Findings_are_marked_listed_and_lead_to_their_element()
    {
        await OpenNewAsync('a', Drawings.Decision);
        var finding = Page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Frau Yilmaz" });
        await Expect(finding.First).ToBeVisibleAsync();
        await Expect(Page.Locator(".djs-overlays .gpm-mark--warning")).ToHaveTextAsync("!");
        await finding.First.PressAsync("Enter");
        await Expect(NameField).ToHaveValueAsync("Frau Yilmaz anrufen");
        await SaveScreenshotAsync("modelling-findings");
        await ShouldBeAccessibleAsync();
        await RenameAsync("Frau Yilmaz anrufen", "Leitstelle anrufen");
        await Expect(Page.Locator(".djs-overlays .gpm-mark--warning")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Shares_of_a_decision_show_their_sum()
    {
        await OpenNewAsync('b', Drawings.Decision);
        await Elements.Filter(new() { HasText = "Räumen nötig?" }).ClickAsync();
        await ShareAsync("ja", "70");
        await Expect(Page.GetByText("Summe der Anteile: 70 %. Noch ohne Anteil: 1.")).ToBeVisibleAsync();
        await ShareAsync("nein", "40");
        await Expect(Page.GetByText("Summe der Anteile: 110 %. Zusammen müssen es 100 % sein.")).ToBeVisibleAsync();
        await ShareAsync("nein", "30 %");
        await Expect(Page.GetByText("Summe der Anteile: 100 %", new() { Exact = true })).ToBeVisibleAsync();
        await ExpectSavedAsync();

        async Task ShareAsync(string way, string share)
        {
            var field = Page.Locator(".gpm-properties").GetByLabel(way, new() { Exact = true });
            await field.FillAsync(share);
            await field.PressAsync("Enter");
        }
    }

    [Test]
    public async Task What_is_undone_comes_back_with_redo()
    {
        await OpenNewAsync('c', Drawings.Small);
        await Elements.Filter(new() { HasText = "Wetterlage prüfen" }).ClickAsync();
        await Page.Keyboard.PressAsync("Delete");
        await Expect(Elements).ToHaveCountAsync(3);
        await Button("Rückgängig").ClickAsync();
        await Expect(Elements).ToHaveCountAsync(4);
        await Button("Wiederholen").ClickAsync();
        await Expect(Elements).ToHaveCountAsync(3);
    }

    [Test]
    public async Task Arranging_moves_and_undo_moves_back()
    {
        await OpenNewAsync('d', Drawings.Small);
        var shape = Page.Locator("[data-element-id=b].djs-shape");
        await Elements.Filter(new() { HasText = "Streudienst rufen" }).ClickAsync();
        await Page.Locator(".gpm-bpmn .djs-container > svg").FocusAsync();
        for (var i = 0; i < 5; i++) await Page.Keyboard.PressAsync("Shift+ArrowDown");
        var moved = await PlaceAsync();
        await Button("Anordnen").ClickAsync();
        await Expect(shape).Not.ToHaveAttributeAsync("transform", moved);
        var arranged = await PlaceAsync();
        arranged.ShouldNotBe(moved);
        await Button("Rückgängig").ClickAsync();
        await Expect(shape).ToHaveAttributeAsync("transform", moved);

        async Task<string> PlaceAsync() => await shape.GetAttributeAsync("transform") ?? "";
    }

    [Test]
    public async Task What_is_copied_in_one_model_is_pasted_into_another()
    {
        await OpenNewAsync('e', Drawings.Small);
        await Elements.Filter(new() { HasText = "Wetterlage prüfen" }).ClickAsync();
        await Page.Locator(".gpm-properties").GetByLabel("Rolle", new() { Exact = true }).FillAsync("Einsatzleitung");
        await Page.Keyboard.PressAsync("Enter");
        await Button("Kopieren").ClickAsync();
        await ExpectSavedAsync();

        var other = await Place.BeginAsync('g', Drawings.Decision);
        await Page.Context.ClearCookiesAsync();
        await LogInAsync('g');
        await OpenAsync(other);
        await Button("Einfügen").ClickAsync();
        await Expect(Elements.Filter(new() { HasText = "Wetterlage prüfen" })).ToContainTextAsync("Einsatzleitung");
        await ExpectSavedAsync();
        using var client = await Place.ClientAsync('g');
        (await Workplace.RecordedAsync(client, other))["Wetterlage prüfen"].GetProperty("role").GetString().ShouldBe("Einsatzleitung");
    }

    [Test]
    public async Task A_file_that_is_no_BPMN_is_refused_with_its_place_and_changes_nothing()
    {
        var model = await OpenNewAsync('h', Drawings.Small);
        await Button("Datei öffnen").ClickAsync();
        await ChooseAsync("<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">\n<bpmn:process>\n</bpmn:definitions>");
        await Expect(Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Zeile 3");
        await SaveScreenshotAsync("modelling-file-refused");
        await ShouldBeAccessibleAsync();
        await Button("Abbrechen").ClickAsync();
        await Expect(Elements).ToHaveCountAsync(4);
        await Expect(Saving).ToHaveTextAsync("Entwurf geöffnet");

        await Button("Datei öffnen").ClickAsync();
        await ChooseAsync(Drawings.Decision);
        await ExpectSavedAsync();
        await Expect(Elements.Filter(new() { HasText = "Räumen nötig?" })).ToHaveCountAsync(1);
        await Expect(Page.Locator(".djs-shape[data-element-id=g]")).ToBeVisibleAsync();

        await Button("Vorherigen Inhalt wiederherstellen").ClickAsync();
        await Expect(Elements.Filter(new() { HasText = "Wetterlage prüfen" })).ToHaveCountAsync(1);
        await Expect(Button("Vorherigen Inhalt wiederherstellen")).ToHaveCountAsync(0);
        using var client = await Place.ClientAsync('h');
        for (var tries = 0; tries < 50 && !(await Workplace.RecordedAsync(client, model)).ContainsKey("Wetterlage prüfen"); tries++) await Task.Delay(200);
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldContain("Wetterlage prüfen");

        async Task ChooseAsync(string xml)
        {
            await Dialog.GetByLabel("BPMN-Datei öffnen").SetInputFilesAsync(new FilePayload { Name = "datei.bpmn", MimeType = "application/xml", Buffer = System.Text.Encoding.UTF8.GetBytes(xml) });
            await Button("Inhalt ersetzen").ClickAsync();
        }
    }

    [Test]
    public async Task Times_of_another_tool_are_shown_and_survive_the_first_edit()
    {
        var model = await OpenNewAsync('i', Drawings.OfAdonis);
        await Elements.Filter(new() { HasText = "Wetterlage prüfen" }).ClickAsync();
        await Expect(Page.Locator(".gpm-properties").GetByLabel("Bearbeitungszeit", new() { Exact = true })).ToHaveValueAsync("15 min");
        await Page.Locator(".gpm-properties").GetByLabel("Rolle", new() { Exact = true }).FillAsync("Einsatzleitung");
        await Page.Keyboard.PressAsync("Tab");
        await ExpectSavedAsync();
        using var client = await Place.ClientAsync('i');
        var step = (await Workplace.RecordedAsync(client, model))["Wetterlage prüfen"];
        step.GetProperty("processingTime").GetProperty("value").GetString().ShouldBe("PT15M");
        step.GetProperty("role").GetString().ShouldBe("Einsatzleitung");
    }

    [Test]
    public async Task The_palette_works_by_keyboard_in_the_language_of_the_page()
    {
        await OpenNewAsync('k', Drawings.Small);
        await Elements.Filter(new() { HasText = "Wetterlage prüfen" }).ClickAsync();
        await Button("Endereignis anlegen").PressAsync("Enter");
        await Expect(Elements).ToHaveCountAsync(5);
        await Page.Keyboard.PressAsync("Escape");
        await Button("English").ClickAsync();
        await Expect(Button("Append step")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Create end event" })).ToBeVisibleAsync();
        await Expect(Saving).ToContainTextAsync("saved at");
        await ShouldBeAccessibleAsync();
    }
}
