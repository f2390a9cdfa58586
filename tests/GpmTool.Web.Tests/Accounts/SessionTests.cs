using System.Net.Http.Headers;
using GpmTool.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Accounts;

/// <summary>Logging in and out, and how the program serves the page.</summary>
public sealed class SessionTests : PageTest
{
    private RealServer _server = null!;

    [OneTimeSetUp]
    public void StartServer() => _server = RealServer.Start();

    [OneTimeTearDown]
    public async Task StopServerAsync() => await _server.DisposeAsync();

    [TestCase(640)]
    [TestCase(1280)]
    public async Task Shows_the_sample_catalogue(int width)
    {
        await OpenPageAsync(width);
        await Page.GotoAsync(_server.Address.ToString());
        await LogInAsync(RealServer.Password);
        var row = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Störungsmeldung bearbeiten" });
        var districts = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "processes", "facility-management", "stoerungsmeldung-bearbeiten"), "ist-muster-bezirk-?.json").Count();
        await Expect(row.GetByRole(AriaRole.Link, new() { Name = "Muster-Bezirk", Exact = false })).ToHaveCountAsync(districts);
        await SaveScreenshotAsync($"overview-real-{width}");
        await ShouldBeAccessibleAsync();
        await ShouldNotScrollSidewaysAsync();
    }

    [Test]
    public async Task Whose_session_ends_logs_in_again_without_losing_the_page()
    {
        await LogInAsync(_server, RealServer.Coordination);
        await Page.GotoAsync(new Uri(_server.Address, "/processes").ToString());
        await Page.GetByLabel("Suchen").FillAsync("reinigung");
        await Expect(Page.GetByText("Ein Prozess gefunden")).ToBeVisibleAsync();
        await Page.Context.ClearCookiesAsync();
        await Page.GetByLabel("Suchen").FillAsync("winterdienst");
        await Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "Ihre Sitzung ist beendet" })).ToBeVisibleAsync();
        await SaveImageAsync("session-ended");
        await ShouldBeAccessibleAsync();
        await LogInAsync(RealServer.Password);
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(Page.GetByLabel("Suchen")).ToHaveValueAsync("winterdienst");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Winterdienst", Exact = false })).ToBeVisibleAsync();
    }

    [Test]
    public async Task An_address_without_a_page_says_so()
    {
        await LogInAsync(_server, RealServer.Coordination);
        foreach (var path in new[] { "/irgendwo", "/processes/gibt-es-nicht" })
        {
            await Page.GotoAsync(new Uri(_server.Address, path).ToString());
            await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Seite nicht gefunden" })).ToBeVisibleAsync();
            await ShouldBeAccessibleAsync();
        }

        await SaveImageAsync("not-found");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Zur Übersicht" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Übersicht" })).ToBeFocusedAsync();
    }

    [Test]
    public async Task Who_is_not_logged_in_sees_the_log_in_and_nothing_else()
    {
        await Page.GotoAsync(_server.Address.ToString());
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Anmelden" })).ToBeVisibleAsync();
        await Expect(Page.GetByText("Störungsmeldung bearbeiten")).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await SaveImageAsync("log-in");
        await ShouldBeAccessibleAsync();
        await LogInAsync("falsch");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("E-Mail-Adresse oder Passwort stimmt nicht");
        await SaveScreenshotAsync("log-in-real");
        await ShouldBeAccessibleAsync();
        await LogInAsync(RealServer.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Anmelden" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_link_that_is_wrong_says_so()
    {
        await Page.GotoAsync(new Uri(_server.Address, "/invitation#wrong&first").ToString());
        await Page.GetByLabel("E-Mail-Adresse").FillAsync("erste@example.org");
        await Page.GetByLabel("Name").FillAsync("Erste");
        await Page.GetByLabel("Neues Passwort").FillAsync("ein langes Kennwort");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Konto einrichten" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Dieser Link ist verbraucht, abgelaufen oder falsch.");
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task Who_was_invited_chooses_a_password_and_is_in()
    {
        await LogInAsync(_server, RealServer.Email);
        var invited = await Page.Context.APIRequest.PostAsync(new Uri(_server.Address, "/api/v1/accounts").ToString(), new() { DataObject = new { email = "neu@example.org", name = "Neue Kollegin", roles = Array.Empty<object>() } });
        var link = (await invited.JsonAsync())!.Value.GetProperty("link").GetString()!;
        await Page.Context.ClearCookiesAsync();
        await Page.GotoAsync(new Uri(_server.Address, link).ToString());
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Konto einrichten" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync();
        await Page.GetByLabel("Neues Passwort").FillAsync("kurz");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Konto einrichten" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Passwort: Mindestens 12 Zeichen");
        await SaveScreenshotAsync("web-invitation");
        await Page.GetByLabel("Neues Passwort").FillAsync("ein langes Kennwort");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Konto einrichten" }).ClickAsync();
        await Expect(Page.GetByText("Angemeldet als Neue Kollegin")).ToHaveCountAsync(1);
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_description_of_the_API_opens()
    {
        await Page.GotoAsync(new Uri(_server.Address, "/swagger/index.html").ToString());
        await Expect(Page.GetByText("GetComparison", new() { Exact = false }).Or(Page.GetByText("/api/v1/comparisons").First).First).ToBeVisibleAsync();
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("identity")]
    public async Task Every_client_gets_the_page(string encoding)
    {
        using var client = new HttpClient { BaseAddress = _server.Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        foreach (var path in new[] { "/", "/index.html", "/processes/irgendwo" })
        {
            var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            response.EnsureSuccessStatusCode();
            (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(100, path);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html", path);
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'", Case.Sensitive, path);
        }

        ((int)(await client.GetAsync(new Uri("/api/nichts", UriKind.Relative))).StatusCode).ShouldBe(404);
        using var program = new HttpClient { BaseAddress = _server.Address };
        ((int)(await program.GetAsync(new Uri("/", UriKind.Relative))).StatusCode).ShouldBe(200);
        ((int)(await program.GetAsync(new Uri("/processes/irgendwo", UriKind.Relative))).StatusCode).ShouldBe(404, "a program that mistakes the address must not take the page for an answer");
    }

    private async Task LogInAsync(string password)
    {
        await Page.GetByLabel("E-Mail-Adresse").FillAsync(RealServer.Email);
        await Page.GetByLabel("Passwort").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
    }
}
