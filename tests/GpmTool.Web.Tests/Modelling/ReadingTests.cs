using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Modelling;

/// <summary>Reading changes nothing: neither for who may not change, nor for who has not begun yet.</summary>
public sealed class ReadingTests : ModellingTest
{
    [Test]
    public async Task Who_may_not_change_sees_the_drawing_with_a_notice()
    {
        var model = await Place.BeginAsync('a', Drawings.Small);
        await LogInAsync('b');
        await Page.GotoAsync(Place.Address($"/models/{model}/edit").ToString());
        await Expect(Page.GetByText("Ihre Rolle erlaubt nicht, dieses Modell zu ändern.")).ToBeVisibleAsync();
        await Expect(Page.Locator(".djs-shape")).ToHaveCountAsync(6); // four elements, two labels
        await Expect(Page.Locator(".djs-palette")).ToHaveCountAsync(0);
        await Expect(Page.Locator(".bjs-powered-by")).ToBeVisibleAsync();
        await Expect(Elements).ToHaveCountAsync(4);
        await SaveScreenshotAsync("modelling-reading");
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task A_draft_is_begun_only_when_somebody_asks_for_it()
    {
        var model = await OpenNewAsync('c', Drawings.Small);
        await Button("Einfrieren").ClickAsync();
        await Expect(Dialog.GetByLabel("Notiz")).ToBeFocusedAsync();
        await Dialog.GetByLabel("Notiz").FillAsync("Erste Aufnahme");
        await SaveScreenshotAsync("modelling-freeze");
        await ShouldBeAccessibleAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Einfrieren" }).ClickAsync();
        await Expect(Page.GetByText("Diese Version ist eingefroren")).ToBeVisibleAsync();
        using var client = await Place.ClientAsync('c');
        (await VersionsAsync()).ShouldContain("\"note\":\"Erste Aufnahme\"");
        (await VersionsAsync()).ShouldNotContain("\"number\":2");

        await Page.ReloadAsync();
        await Expect(Page.GetByText("Diese Version ist eingefroren")).ToBeVisibleAsync();
        (await VersionsAsync()).ShouldNotContain("\"number\":2");
        await Button("Entwurf beginnen").ClickAsync();
        await Expect(Page.Locator(".djs-palette .entry").First).ToBeVisibleAsync();
        (await VersionsAsync()).ShouldContain("\"number\":2");

        async Task<string> VersionsAsync() => (await client.GetStringAsync(new Uri($"/api/v1/models/{model}/versions", UriKind.Relative))).Replace(" ", "", StringComparison.Ordinal).Replace("ErsteAufnahme", "Erste Aufnahme", StringComparison.Ordinal);
    }

    [Test]
    public async Task A_model_that_does_not_exist_is_said_to_be_missing()
    {
        await LogInAsync('d');
        await Page.GotoAsync(Place.Address($"/models/{Guid.NewGuid()}/edit").ToString());
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not-found");
    }
}
