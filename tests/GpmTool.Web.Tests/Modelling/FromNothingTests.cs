using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Modelling;

/// <summary>An Ist from nothing, without a mouse, with what administrations record; it is there after reloading.</summary>
public sealed class FromNothingTests : ModellingTest
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public async Task A_small_Ist_is_modelled_by_keyboard_and_is_there_after_reloading()
    {
        await LogInAsync('a');
        await Page.GotoAsync(Place.Address("/processes/winterdienst-beauftragen").ToString());
        await Button("Modell anlegen").PressAsync("Enter");
        await Button("Anlegen und bearbeiten").PressAsync("Enter");
        await Expect(Elements).ToHaveCountAsync(2);
        await Expect(Saving).ToHaveTextAsync("Entwurf geöffnet");
        await SaveScreenshotAsync("modelling-empty");
        await ShouldBeAccessibleAsync();

        await Button("Schritt anfügen").PressAsync("Enter");
        await Expect(Dialog.GetByLabel("Name")).ToBeFocusedAsync();
        await ShouldBeAccessibleAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Der Name fehlt.");
        await AppendAsync("Wetterlage prüfen", "bpmn:UserTask", "Einsatzleitung");
        await AppendAsync("Räumen nötig?", "bpmn:ExclusiveGateway", "Einsatzleitung");
        await AppendAsync("Streudienst beauftragen", "bpmn:Task", "Vergabestelle");
        await Dialog.GetByLabel("Art").SelectOptionAsync("bpmn:EndEvent");
        await Dialog.GetByLabel("Name").FillAsync("geräumt");
        await Dialog.GetByLabel("Rolle").FillAsync("");
        await Dialog.GetByLabel("Name").PressAsync("Enter");
        await Expect(Dialog).ToHaveCountAsync(0);
        await Expect(Elements).ToHaveTextAsync([new Regex("Schneefall oder Glätte.*Startereignis"), new("^Wetterlage prüfen.*Benutzeraufgabe.*Einsatzleitung$"), new("^Räumen nötig\\?.*Gateway.*Einsatzleitung$"), new("^Ende"), new("^Streudienst beauftragen.*Aufgabe.*Vergabestelle$"), new("^geräumt.*Endereignis")]);
        await Expect(Elements.Nth(2)).ToHaveAccessibleDescriptionAsync("weiter zu: Ende, Streudienst beauftragen");

        await RecordAsync();
        await ExpectSavedAsync();
        await SaveScreenshotAsync("modelling");
        await ShouldBeAccessibleAsync();

        await Page.ReloadAsync();
        await Expect(Elements).ToHaveCountAsync(6);
        await Elements.Nth(1).ClickAsync();
        await Expect(Field("Bearbeitungszeit")).ToHaveValueAsync("1 h 30 min");
        await Expect(Field("Organisationseinheit")).ToHaveValueAsync("FM 2");

        using var client = await Place.ClientAsync('a');
        var model = new Uri(Page.Url).Segments[2].TrimEnd('/');
        var step = (await Workplace.RecordedAsync(client, model))["Wetterlage prüfen"];
        JsonSerializer.Serialize(step, Readable).ShouldBe(
            """{"role":"Einsatzleitung","organisationUnit":"FM 2","processingTime":{"kind":"constant","value":"PT1H30M"},"waitingTime":{"kind":"triangular","min":"PT5M","mode":"PT10M","max":"PT1H"},"cost":"12.5 EUR","systems":["Wetterdienst"],"documents":[{"name":"Warnung","medium":"digital"}],"legalBases":[{"citation":"StrReinG § 3","verified":true}],"rag":1,"automation":"supported","responsibilities":[{"role":"Leitung","kind":"accountable"}],"description":"Täglich um fünf.","risks":[{"description":"übersehen","control":"Vertretung"}]}""");
    }

    private ILocator Field(string label) => Page.Locator(".gpm-properties").GetByLabel(label, new() { Exact = true });

    private async Task AppendAsync(string name, string kind, string role)
    {
        await Dialog.GetByLabel("Name").FillAsync(name);
        await Dialog.GetByLabel("Art").SelectOptionAsync(kind);
        await Dialog.GetByLabel("Rolle").FillAsync(role);
        await Button("Anfügen und weiter").PressAsync("Enter");
        await Expect(Dialog.GetByLabel("Name")).ToHaveValueAsync("");
    }

    /// <summary>Everything that is recorded about a step, in its properties.</summary>
    private async Task RecordAsync()
    {
        await Page.GetByRole(AriaRole.Listbox).FocusAsync();
        await Page.Keyboard.PressAsync("Home");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(NameField).ToBeFocusedAsync();
        await Expect(NameField).ToHaveValueAsync("Wetterlage prüfen");

        await TypeAsync("Organisationseinheit", "FM 2");
        await TypeAsync("Bearbeitungszeit", "bald");
        await Expect(Page.Locator(".gpm-properties").GetByRole(AriaRole.Alert)).ToContainTextAsync("Keine Dauer.");
        await Expect(Field("Bearbeitungszeit")).ToHaveAttributeAsync("aria-invalid", "true");
        await TypeAsync("Bearbeitungszeit", "90 min");
        await Expect(Field("Bearbeitungszeit")).ToHaveValueAsync("1 h 30 min");
        await Field("Liegezeit: Verteilung").SelectOptionAsync("triangular");
        await TypeAsync("Liegezeit: mindestens", "5 min");
        await TypeAsync("Liegezeit: am wahrscheinlichsten", "10 Minuten");
        await TypeAsync("Liegezeit: höchstens", "1 h");
        await AddAsync("Dokumente", ("Name", "Warnung"));
        await Field("Medium").SelectOptionAsync("digital");
        await AddAsync("IT-Systeme", ("Name", "Wetterdienst"));
        await Section("Einordnung und Kosten").PressAsync("Enter");
        await Field("Referenzaktivitätengruppe (RAG)").SelectOptionAsync("1");
        await Field("Automatisierung").SelectOptionAsync("supported");
        await TypeAsync("Sachkosten je Ausführung", "12,50 €");
        await AddAsync("Rechtsgrundlagen", ("Fundstelle", "StrReinG § 3"));
        await Field("An der Quelle geprüft").CheckAsync();
        await AddAsync("Verantwortung (RACI)", ("Rolle", "Leitung"));
        await Page.Locator("[data-entry-id=gpm-responsibilities-0-kind] select").SelectOptionAsync("accountable");
        await AddAsync("Risiken und Kontrollen", ("Risiko", "übersehen"));
        await TypeAsync("Kontrolle", "Vertretung");
        await Section("Beschreibung").PressAsync("Enter");
        await TypeAsync("Beschreibung", "Täglich um fünf.");
    }

    private ILocator Section(string name) => Page.Locator(".gpm-properties button[aria-expanded]").And(Button(name));

    private async Task TypeAsync(string label, string text)
    {
        await Field(label).Last.FillAsync(text);
        await Field(label).Last.PressAsync("Tab");
    }

    private async Task AddAsync(string section, (string Label, string Text) first)
    {
        await Button($"Eintrag anlegen: {section}").PressAsync("Enter");
        await TypeAsync(first.Label, first.Text);
    }
}
