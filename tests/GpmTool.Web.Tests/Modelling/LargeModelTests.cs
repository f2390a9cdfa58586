using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Modelling;

/// <summary>A large model with long labels, on wide and narrow screens, light and dark.</summary>
public sealed class LargeModelTests : ModellingTest
{
    private string _model = null!;

    [OneTimeSetUp]
    public async Task BeginAsync() => _model = await Place.BeginAsync('a', Drawings.Large());

    [TestCase(1440, ColorScheme.Light)]
    [TestCase(1440, ColorScheme.Dark)]
    [TestCase(800, ColorScheme.Light)]
    [TestCase(320, ColorScheme.Light)]
    public async Task Sixty_steps_can_be_seen_and_gone_through(int width, ColorScheme colours)
    {
        await OpenPageAsync(width, colours);
        await LogInAsync('a');
        await OpenAsync(_model);
        await Expect(Elements).ToHaveCountAsync(60);
        await Page.GetByRole(AriaRole.Listbox).FocusAsync();
        await Page.Keyboard.PressAsync("End");
        await Expect(NameField).ToHaveValueAsync("Verkehrssicherheit wiederhergestellt");
        await Page.Keyboard.PressAsync("Home");
        for (var i = 0; i < 3; i++) await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(NameField).ToHaveValueAsync("Haushaltsmittelverfügbarkeit bestätigen lassen (3)");
        await SaveScreenshotAsync($"modelling-large-{width}{(colours == ColorScheme.Dark ? "-dark" : "")}");
        await ShouldBeAccessibleAsync();
        await ShouldNotScrollSidewaysAsync();
    }
}
