using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Modelling;

/// <summary>The server, the session or the browser goes away: the work stays.</summary>
public sealed class LostConnectionTests : ModellingTest
{
    private const string Api = "**/api/v1/**";

    [Test]
    public async Task Without_an_answer_the_work_stays_and_is_saved_later()
    {
        var model = await OpenNewAsync('a', Drawings.Small);
        await Page.RouteAsync(Api, route => route.AbortAsync());
        await RenameAsync("Wetterlage prüfen", "Wetterlage ansehen");
        await Expect(Page.GetByRole(AriaRole.Alert).And(Saving)).ToContainTextAsync("Der Server antwortet nicht");
        await SaveScreenshotAsync("modelling-offline");
        await ShouldBeAccessibleAsync();
        await RenameAsync("Streudienst rufen", "Streudienst beauftragen");
        await Page.UnrouteAsync(Api);
        await Button("Jetzt speichern").ClickAsync();
        await ExpectSavedAsync();
        using var client = await Place.ClientAsync('a');
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldBe(["Schnee gemeldet", "Wetterlage ansehen", "Streudienst beauftragen", "geräumt"]);
    }

    [Test]
    public async Task After_a_crash_the_work_is_offered()
    {
        var model = await OpenNewAsync('b', Drawings.Small);
        await Page.Context.SetOfflineAsync(true);
        await RenameAsync("Wetterlage prüfen", "Wetterlage ansehen");
        await Expect(Saving).ToContainTextAsync("Der Server antwortet nicht");
        var again = await Page.Context.NewPageAsync();
        await Page.CloseAsync();
        await again.Context.SetOfflineAsync(false);

        await again.GotoAsync(Place.Address($"/models/{model}/edit").ToString());
        await Expect(again.GetByRole(AriaRole.Dialog)).ToContainTextAsync("gibt es eine Fassung, die den Server nicht erreicht hat");
        await again.ScreenshotAsync(new() { Path = Path.Combine(Browser.Repository.Screenshots, "modelling-recovery.png") });
        using var client = await Place.ClientAsync('b');
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldContain("Wetterlage prüfen");
        await again.GetByRole(AriaRole.Button, new() { Name = "Wiederherstellen" }).ClickAsync();
        await Expect(again.Locator("[data-saving]")).ToContainTextAsync("gespeichert um");
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldContain("Wetterlage ansehen");

        await again.ReloadAsync();
        await Expect(again.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option).Nth(1)).ToContainTextAsync("Wetterlage ansehen");
        await Expect(again.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Work_that_is_discarded_is_not_offered_again()
    {
        var model = await OpenNewAsync('c', Drawings.Small);
        await Page.Context.SetOfflineAsync(true);
        await RenameAsync("Wetterlage prüfen", "Wetterlage ansehen");
        await Expect(Saving).ToContainTextAsync("Der Server antwortet nicht");
        var again = await Page.Context.NewPageAsync();
        await Page.CloseAsync();
        await again.Context.SetOfflineAsync(false);
        await again.GotoAsync(Place.Address($"/models/{model}/edit").ToString());
        await again.GetByRole(AriaRole.Button, new() { Name = "Verwerfen" }).ClickAsync();
        await Expect(again.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option).Nth(1)).ToContainTextAsync("Wetterlage prüfen");
        await again.ReloadAsync();
        await Expect(again.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option)).ToHaveCountAsync(4);
        await Expect(again.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_session_that_ended_asks_to_log_in_and_saves_then()
    {
        var model = await OpenNewAsync('d', Drawings.Small);
        await Page.Context.ClearCookiesAsync();
        await RenameAsync("Wetterlage prüfen", "Wetterlage ansehen");
        await Expect(Dialog).ToContainTextAsync("Ihre Sitzung ist beendet");
        await FillLogInAsync('d');
        await ExpectSavedAsync();
        await Expect(Dialog).ToHaveCountAsync(0);
        using var client = await Place.ClientAsync('d');
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldContain("Wetterlage ansehen");
    }

    [Test]
    public async Task What_the_server_refuses_is_said_in_its_words_and_stays()
    {
        await OpenNewAsync('e', Drawings.Small);
        const string refusal = """{"title":"Nicht erlaubt","status":403,"code":"not-allowed","detail":"Sie dürfen dieses Modell nicht ändern.","remedy":"Fragen Sie die Verwaltung."}""";
        await Page.RouteAsync("**/draft", route => route.FulfillAsync(new() { Status = 403, ContentType = "application/problem+json", Body = refusal }));
        await RenameAsync("Wetterlage prüfen", "Wetterlage ansehen");
        await Expect(Page.GetByRole(AriaRole.Alert).And(Saving)).ToContainTextAsync("nicht gespeichert: Sie dürfen dieses Modell nicht ändern. Fragen Sie die Verwaltung.");
        await Expect(Elements.Nth(1)).ToContainTextAsync("Wetterlage ansehen");
        await Page.UnrouteAsync("**/draft");
        await Button("Jetzt speichern").ClickAsync();
        await ExpectSavedAsync();
    }
}
