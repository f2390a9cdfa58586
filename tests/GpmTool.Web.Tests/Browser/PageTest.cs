using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GpmTool.Web.Tests.Browser;

/// <summary>
/// A test with a fresh page of its own. Uncaught errors and violations of the content security policy fail the test
/// that caused them.
/// </summary>
public abstract class PageTest
{
    private readonly List<string> _faults = [];
    private IBrowserContext? _context;

    protected IPage Page { get; private set; } = null!;

    [SetUp]
    public Task OpenPageAsync() => OpenPageAsync(1280);

    [TearDown]
    public async Task ClosePageAsync()
    {
        if (_context is not null)
            await _context.CloseAsync();
        _context = null;
        _faults.ShouldBeEmpty();
    }

    /// <summary>Replaces the page by one of another width or colour scheme.</summary>
    protected async Task OpenPageAsync(int width, ColorScheme colours = ColorScheme.Light)
    {
        if (_context is not null)
            await _context.CloseAsync();
        _context = await ChromiumSetUp.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = "de-DE",
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
        });
        Page = await _context.NewPageAsync();
        _faults.Clear();
        Page.PageError += (_, error) => _faults.Add($"Uncaught error: {error}");
        Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                _faults.Add(message.Text);
        };
    }

    /// <summary>Checks every axe-core rule, the best practices included.</summary>
    protected async Task ShouldBeAccessibleAsync()
    {
        var result = await Page.RunAxe();
        result.Passes.ShouldNotBeEmpty();
        result.Violations
            .SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))
            .ShouldBeEmpty();
    }

    protected async Task ShouldNotScrollSidewaysAsync()
    {
        var tooWide = await Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        tooWide.ShouldBeLessThanOrEqualTo(0, "pixels beyond the right edge");
    }

    /// <summary>Saves the whole page.</summary>
    protected Task SaveScreenshotAsync(string name) => SaveAsync(name, isWhole: true);

    /// <summary>Saves what is in sight: some parts stay there while the rest is scrolled.</summary>
    protected Task SaveViewAsync(string name) => SaveAsync(name, isWhole: false);

    /// <summary>The picture of the documentation that has this name is renewed with it when GPM_UPDATE_IMAGES=1.</summary>
    private async Task SaveAsync(string name, bool isWhole)
    {
        var path = Path.Combine(Repository.Screenshots, name + ".png");
        await Page.ScreenshotAsync(new() { Path = path, FullPage = isWhole });
        TestContext.AddTestAttachment(path);
        var image = Path.Combine(Repository.Images, name + ".png");
        if (UpdatesImages && File.Exists(image)) File.Copy(path, image, overwrite: true);
    }

    private static bool UpdatesImages => Environment.GetEnvironmentVariable("GPM_UPDATE_IMAGES") == "1";

    /// <summary>What is in sight, as a picture of the documentation when GPM_UPDATE_IMAGES=1; a dialog covers the page and has to be whole.</summary>
    protected async Task SaveImageAsync(string name)
    {
        if (!UpdatesImages) return;
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => undefined)");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Images, $"web-{name}.png") });
    }

    /// <summary>Presses Tab until the element has the focus, and checks that the focus can be seen.</summary>
    protected async Task TabToAsync(ILocator element, int most = 80)
    {
        for (var step = 0; step < most; step++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (!await element.EvaluateAsync<bool>("e => e === document.activeElement")) continue;
            (await element.EvaluateAsync<bool>("e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }")).ShouldBeTrue("the focus has to be seen");
            return;
        }

        Assert.Fail($"Tab does not reach {element}.");
    }

    /// <summary>Logs in without the form.</summary>
    private protected async Task LogInAsync(RealServer server, string email)
    {
        var answer = await Page.Context.APIRequest.PostAsync(new Uri(server.Address, "api/v1/session").ToString(), new() { DataObject = new { email, password = RealServer.Password } });
        answer.Status.ShouldBe(200, await answer.TextAsync());
    }
}
