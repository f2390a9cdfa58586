using GpmTool.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Accounts;

/// <summary>The page below a path, as a proxy shows it.</summary>
public sealed class PathBaseTests : PageTest
{
    private RealServer _server = null!;

    [OneTimeSetUp]
    public void StartServer() => _server = RealServer.Start(
        ("PathBase", "/gpm"), ("IdentityProviders:land:DisplayName", "Anmeldung des Landes"), ("IdentityProviders:land:Issuer", "http://127.0.0.1:9/"), ("IdentityProviders:land:ClientId", "gpmtool"),
        ("IdentityProviders:land:Roles:0:Value", "a"), ("IdentityProviders:land:Roles:0:Role", "administrator"));

    [OneTimeTearDown]
    public async Task StopServerAsync() => await _server.DisposeAsync();

    [TestCase("/gpm/", "Übersicht")]
    [TestCase("/gpm/index.html", "Übersicht")]
    [TestCase("/gpm/processes", "Katalog")]
    [TestCase("/gpm/irgendwo/tief", "Seite nicht gefunden")]
    public async Task Everything_is_found_below_the_path(string path, string heading)
    {
        var outside = new List<string>();
        Page.Request += (_, request) =>
        {
            if (!new Uri(request.Url).AbsolutePath.StartsWith("/gpm/", StringComparison.Ordinal)) outside.Add(request.Url);
        };
        await Page.GotoAsync(new Uri(_server.Address, path).ToString());
        await Page.GetByLabel("E-Mail-Adresse").FillAsync(RealServer.Email);
        await Page.GetByLabel("Passwort").FillAsync(RealServer.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = heading })).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Katalog" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Störungsmeldung bearbeiten", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "Störungsmeldung bearbeiten (Soll)", Exact = false })).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Störungsmeldung bearbeiten", Exact = true })).ToBeVisibleAsync();
        (await Page.Context.CookiesAsync()).Single(cookie => cookie.Name == "gpmtool").Path.ShouldBe("/gpm");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Anmelden" })).ToBeVisibleAsync();
        outside.ShouldBeEmpty();
    }

    [Test]
    public async Task A_provider_that_does_not_answer_leads_back_to_the_log_in_with_the_reason()
    {
        await Page.GotoAsync(new Uri(_server.Address, "/gpm/").ToString());
        await Page.GetByRole(AriaRole.Link, new() { Name = "Anmelden mit Anmeldung des Landes" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Der Identitätsanbieter antwortet nicht");
        new Uri(Page.Url).PathAndQuery.ShouldBe("/gpm/?log-in=provider-unreachable");
        await ShouldBeAccessibleAsync();
    }
}
