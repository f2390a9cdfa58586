using GpmTool.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Modelling;

/// <summary>A test on the page Modellieren of the real program.</summary>
public abstract class ModellingTest : PageTest
{
    private protected Workplace Place { get; private set; } = null!;

    [OneTimeSetUp]
    public void StartServer() => Place = new Workplace();

    [OneTimeTearDown]
    public async Task StopServerAsync() => await Place.DisposeAsync();

    protected ILocator Saving => Page.Locator("[data-saving]");

    protected ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    protected ILocator NameField => Page.Locator("#bio-properties-panel-name");

    protected ILocator Elements => Page.GetByRole(AriaRole.Listbox, new() { Name = "Elemente" }).GetByRole(AriaRole.Option);

    protected ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected async Task LogInAsync(char district)
    {
        await Page.GotoAsync(Place.Address("/log-in").ToString());
        await FillLogInAsync(district);
        await Expect(Button("Abmelden")).ToBeVisibleAsync();
    }

    protected async Task FillLogInAsync(char district)
    {
        await Page.GetByLabel("E-Mail-Adresse").FillAsync(await Place.ModellerAsync(district));
        await Page.GetByLabel("Passwort").FillAsync(Workplace.Password);
        await Button("Anmelden").ClickAsync();
    }

    /// <summary>Begins a model as the modeller of a district and opens it; the result is its id.</summary>
    protected async Task<string> OpenNewAsync(char district, string bpmn)
    {
        var model = await Place.BeginAsync(district, bpmn);
        await LogInAsync(district);
        await OpenAsync(model);
        return model;
    }

    protected async Task OpenAsync(string model)
    {
        await Page.GotoAsync(Place.Address($"/models/{model}/edit").ToString());
        await Expect(Page.Locator(".djs-palette .entry").First).ToBeVisibleAsync();
    }

    /// <summary>Renames a step in its properties.</summary>
    protected async Task RenameAsync(string before, string after)
    {
        await Elements.Filter(new() { HasText = before }).ClickAsync();
        await Expect(NameField).ToHaveValueAsync(before);
        await NameField.FillAsync(after);
        await NameField.PressAsync("Tab");
    }

    protected Task ExpectSavedAsync() => Expect(Saving).ToContainTextAsync("gespeichert um");
}
