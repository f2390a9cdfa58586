using GpmTool.Web.Tests.Browser;
using Microsoft.Playwright;

namespace GpmTool.Web.Tests;

/// <summary>
/// Starts one Chromium for all tests of this assembly. Without a browser or without a built page every test is
/// skipped with the reason; with CI=true that is a failure.
/// </summary>
[SetUpFixture]
public sealed class ChromiumSetUp
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    internal static IBrowser Browser => _browser ?? throw new InvalidOperationException("Chromium has not been started.");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("GPM_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";
        if (!File.Exists(chromium))
            Refuse($"There is no browser at {chromium}: install chromium, or name one in GPM_CHROMIUM.");
        if (!File.Exists(Path.Combine(Repository.WebRoot, "index.html")))
            Refuse("The web page has not been built: build without -p:BuildWeb=false.");

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
        Directory.CreateDirectory(Repository.Screenshots);
        Assertions.SetDefaultExpectTimeout(20_000); // a busy machine is slow, not wrong
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    private static void Refuse(string reason)
    {
        if (Repository.IsCi)
            Assert.Fail(reason);
        Assert.Ignore("SKIPPED: " + reason);
    }
}
