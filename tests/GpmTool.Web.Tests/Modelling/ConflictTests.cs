using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Modelling;

/// <summary>Somebody else changed the draft: nothing is lost, whatever is decided.</summary>
public sealed class ConflictTests : ModellingTest
{
    [Test]
    public async Task Both_changes_are_merged()
    {
        var (model, client) = await DisagreeAsync('a', xml => xml.Replace("Streudienst rufen", "Streudienst beauftragen", StringComparison.Ordinal));
        await Expect(Dialog).ToContainTextAsync("Schritt „Wetterlage prüfen“ heißt jetzt „Wetterlage ansehen“");
        await Expect(Dialog).ToContainTextAsync("Schritt „Streudienst rufen“ heißt jetzt „Streudienst beauftragen“");
        await SaveScreenshotAsync("modelling-conflict");
        await ShouldBeAccessibleAsync();
        await Button("Zusammenführen").ClickAsync();
        await ExpectSavedAsync();
        await Expect(Elements.Nth(1)).ToContainTextAsync("Wetterlage ansehen");
        await Expect(Elements.Nth(2)).ToContainTextAsync("Streudienst beauftragen");
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldBe(["Schnee gemeldet", "Wetterlage ansehen", "Streudienst beauftragen", "geräumt"]);
    }

    [Test]
    public async Task Where_both_disagree_the_page_says_so_and_asks_again()
    {
        var (model, client) = await DisagreeAsync('b', xml => xml.Replace("Wetterlage prüfen", "Wetterbericht lesen", StringComparison.Ordinal));
        await Button("Zusammenführen").ClickAsync();
        await Expect(Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("An einer Stelle widersprechen sich beide");
        await Expect(Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Sie „Wetterlage ansehen“, die anderen „Wetterbericht lesen“");
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldContain("Wetterbericht lesen", "nothing may be stored before it is decided");
        await SaveScreenshotAsync("modelling-conflict-disagree");
        await Button("Meine behalten").ClickAsync();
        await ExpectSavedAsync();
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldContain("Wetterlage ansehen");
    }

    [Test]
    public async Task The_other_version_can_be_taken()
    {
        var (model, client) = await DisagreeAsync('c', xml => xml.Replace("Wetterlage prüfen", "Wetterbericht lesen", StringComparison.Ordinal));
        await Button("Die andere übernehmen").ClickAsync();
        await ExpectSavedAsync();
        await Expect(Elements.Nth(1)).ToContainTextAsync("Wetterbericht lesen");
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldContain("Wetterbericht lesen");
        (await Page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('gpm.recovery')).length")).ShouldBe(0);
    }

    [Test]
    public async Task What_is_put_off_stays_and_is_offered_after_reloading()
    {
        var (model, client) = await DisagreeAsync('d', xml => xml.Replace("Streudienst rufen", "Streudienst beauftragen", StringComparison.Ordinal));
        await Button("Später entscheiden").ClickAsync();
        await Expect(Saving).ToContainTextAsync("Jemand anders hat den Entwurf inzwischen geändert");
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldContain("Wetterlage prüfen");

        // Closed without asking, as a browser that crashes.
        var again = await Page.Context.NewPageAsync();
        await Page.CloseAsync();
        await again.GotoAsync(Place.Address($"/models/{model}/edit").ToString());
        await Expect(again.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Auf diesem Gerät liegt ungespeicherte Arbeit");
        await again.GetByRole(AriaRole.Button, new() { Name = "Wiederherstellen" }).ClickAsync();
        await Expect(again.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Jemand anders hat den Entwurf geändert");
        await again.GetByRole(AriaRole.Button, new() { Name = "Zusammenführen", Exact = true }).ClickAsync();
        await Expect(again.Locator("[data-saving]")).ToContainTextAsync("gespeichert um");
        (await Workplace.RecordedAsync(client, model)).Keys.ShouldBe(["Schnee gemeldet", "Wetterlage ansehen", "Streudienst beauftragen", "geräumt"]);
    }

    [Test]
    public async Task A_draft_that_was_frozen_meanwhile_is_begun_anew_with_my_version()
    {
        var model = await OpenNewAsync('e', Drawings.Small);
        using var client = await Place.ClientAsync('e');
        var (_, tag) = await Workplace.DraftAsync(client, model);
        using var freeze = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/models/{model}/freeze") { Content = System.Net.Http.Json.JsonContent.Create(new { note = "fertig" }) };
        freeze.Headers.IfMatch.Add(tag);
        (await client.SendAsync(freeze)).EnsureSuccessStatusCode();
        await RenameAsync("Wetterlage prüfen", "Wetterlage ansehen");
        await Expect(Dialog).ToContainTextAsync("Den Entwurf gibt es nicht mehr");
        await Button("Neuen Entwurf mit meiner Fassung beginnen").ClickAsync();
        await ExpectSavedAsync();
        (await client.GetStringAsync(new Uri($"/api/v1/models/{model}/versions/2?form=bpmn", UriKind.Relative))).ShouldContain("Wetterlage ansehen");
    }

    private async Task<(string Model, HttpClient Client)> DisagreeAsync(char district, Func<string, string> theirs)
    {
        var model = await OpenNewAsync(district, Drawings.Small);
        var client = await Place.ClientAsync(district);
        await Workplace.ChangeAsync(client, model, theirs);
        await RenameAsync("Wetterlage prüfen", "Wetterlage ansehen");
        await Expect(Dialog).ToContainTextAsync("Jemand anders hat den Entwurf geändert");
        return (model, client);
    }
}
