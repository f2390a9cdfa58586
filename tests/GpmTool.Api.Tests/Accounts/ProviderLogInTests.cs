using System.Net;
using System.Security.Claims;
using GpmTool.Api.Features.Accounts;
using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Accounts;

/// <summary>Log-in with an identity provider, against a real OpenID Connect server over HTTP.</summary>
public class ProviderLogInTests
{
    private const string LogIn = "/api/v1/session/providers/land/log-in";
    private OidcServer provider = null!;
    private ApiFixture api = null!;
    private HttpClient admin = null!;
    private HttpClient foreign = null!;

    [SetUp]
    public async Task StartAsync()
    {
        provider = await OidcServer.StartAsync();
        api = new ApiFixture(Settings(provider.Issuer));
        admin = api.CreateClient();
        await admin.PrepareAsync();
        foreign = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
    }

    [TearDown]
    public async Task StopAsync()
    {
        foreign.Dispose();
        admin.Dispose();
        await api.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Test]
    public async Task The_first_log_in_makes_an_account_with_the_roles_of_the_mapping()
    {
        using var browser = api.Anonymous();
        var asked = await browser.GetAsync(LogIn);
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var question = asked.Headers.Location!.ToString();
        question.ShouldStartWith(provider.Issuer);
        question.ShouldContain("response_type=code");
        question.ShouldContain("code_challenge_method=S256");
        var end = await ReturnAsync(browser, question);
        end.StatusCode.ShouldBe(HttpStatusCode.Redirect, await end.Content.ReadAsStringAsync());
        end.Headers.Location!.ToString().ShouldBe("/");
        var me = await (await browser.GetAsync("/api/v1/me")).JsonAsync(200);
        me.Text("name").ShouldBe("Erika Muster");
        var role = me.GetProperty("roles").EnumerateArray().Single();
        (role.Text("role"), role.Text("authority"), role.Text("policyField")).ShouldBe(("modeller", "bezirk-a", "fm"));
        var entries = (await (await admin.GetAsync($"/api/v1/audit?objectKind=account&objectId={me.Text("id")}")).JsonAsync(200)).ToString();
        foreach (var action in new[] { "account.create", "account.roles", "account.log-in" }) entries.ShouldContain(action);
        foreach (var secret in new[] { "4711", "Erika", "eyJ" }) entries.ShouldNotContain(secret);
    }

    [Test]
    public async Task The_next_log_in_finds_the_account_and_refreshes_its_roles()
    {
        using var browser = api.Anonymous();
        await LogInAsync(browser);
        var first = await (await browser.GetAsync("/api/v1/me")).JsonAsync(200);
        provider.Person = ("4711", "Erika Beispiel", ["gpm-koordination"]);
        using var later = api.Anonymous();
        await LogInAsync(later);
        var second = await (await later.GetAsync("/api/v1/me")).JsonAsync(200);
        (second.Text("id"), second.Text("name")).ShouldBe((first.Text("id"), "Erika Beispiel"));
        second.GetProperty("roles").EnumerateArray().Single().Text("role").ShouldBe("fieldCoordination");
        (await (await browser.GetAsync("/api/v1/me")).JsonAsync(200)).GetProperty("roles").EnumerateArray().Single().Text("role").ShouldBe("fieldCoordination", "roles are read with each request");
        provider.Person = ("4712", "Erika Beispiel", ["gpm-koordination"]);
        using var other = api.Anonymous();
        await LogInAsync(other);
        (await (await other.GetAsync("/api/v1/me")).JsonAsync(200)).Text("id").ShouldNotBe(first.Text("id"), "the subject tells people apart, not the name");
    }

    [TestCase(true, "gpm-modellierung", "modeller")]
    [TestCase(true, "gpm-modellierung gpm-koordination anderes", "fieldCoordination modeller")]
    [TestCase(false, "gpm-modellierung", "")]
    public async Task What_only_the_UserInfo_endpoint_tells_counts_where_it_is_asked(bool isAsked, string told, string roles)
    {
        (provider.TellsByUserInfo, provider.Person) = (true, ("4711", "Erika Muster", told.Split(' ')));
        await using var asking = new ApiFixture([.. Settings(provider.Issuer), ("IdentityProviders:land:UserInfo", isAsked ? "true" : "false")]);
        using var client = asking.CreateClient();
        await client.PrepareAsync();
        using var browser = asking.Anonymous();
        var end = await LogInAsync(browser);
        if (!isAsked)
        {
            await end.ProblemAsync(403, "no-role");
            return;
        }

        var me = await (await browser.GetAsync("/api/v1/me")).JsonAsync(200);
        me.Text("name").ShouldBe("Erika Muster");
        me.GetProperty("roles").EnumerateArray().Select(role => role.Text("role")).Order().ShouldBe(roles.Split(' '));
    }

    [TestCase("anderes")]
    [TestCase("gpm-verschwunden")] // bound to an authority that does not exist
    public async Task Who_has_no_role_gets_no_account(string role)
    {
        provider.Person = ("4711", "Erika Muster", [role]);
        using var browser = api.Anonymous();
        await (await LogInAsync(browser)).ProblemAsync(403, "no-role");
        await (await browser.GetAsync("/api/v1/me")).ProblemAsync(401, "not-logged-in");
        (await CountAsync()).ShouldBe(0);
    }

    [Test]
    public async Task Who_lost_the_roles_loses_them_here_at_the_next_log_in()
    {
        using var browser = api.Anonymous();
        await LogInAsync(browser);
        provider.Person = ("4711", "Erika Muster", []);
        using var later = api.Anonymous();
        await (await LogInAsync(later)).ProblemAsync(403, "no-role");
        (await (await browser.GetAsync("/api/v1/me")).JsonAsync(200)).GetProperty("roles").GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task A_disabled_account_stays_out()
    {
        using var browser = api.Anonymous();
        await LogInAsync(browser);
        var id = (await (await browser.GetAsync("/api/v1/me")).JsonAsync(200)).Text("id");
        await (await admin.SendJsonAsync(HttpMethod.Put, $"/api/v1/accounts/{id}/roles", Array.Empty<object>())).ProblemAsync(409, "external-account");
        await (await admin.SendJsonAsync(HttpMethod.Post, $"/api/v1/accounts/{id}/invitation", null)).ProblemAsync(409, "external-account");
        ((int)(await admin.SendJsonAsync(HttpMethod.Post, $"/api/v1/accounts/{id}/disable", null)).StatusCode).ShouldBe(204);
        await (await LogInAsync(browser)).ProblemAsync(403, "account-disabled");
        await (await browser.GetAsync("/api/v1/me")).ProblemAsync(401, "not-logged-in");
    }

    [Test]
    public async Task An_answer_that_fits_no_question_is_refused()
    {
        using var browser = api.Anonymous();
        var answer = await AnswerAsync((await browser.GetAsync(LogIn)).Headers.Location!.ToString());
        using var stranger = api.Anonymous();
        await (await stranger.GetAsync(answer)).ProblemAsync(401, "log-in-not-completed"); // another browser
        await (await browser.GetAsync(answer.Replace("state=", "state=x", StringComparison.Ordinal))).ProblemAsync(401, "log-in-not-completed");
        await (await browser.GetAsync("/log-in/land/callback")).ProblemAsync(401, "log-in-not-completed");
        await (await browser.GetAsync("/api/v1/me")).ProblemAsync(401, "not-logged-in");
    }

    [Test]
    public async Task Who_says_no_at_the_provider_comes_back_without_a_session()
    {
        provider.Refuses = true;
        using var browser = api.Anonymous();
        await (await LogInAsync(browser)).ProblemAsync(401, "log-in-cancelled");
    }

    [Test]
    public async Task A_browser_sees_the_reason_on_the_log_in_page()
    {
        provider.Person = ("4711", "Erika Muster", []);
        using var browser = api.Anonymous();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var end = await LogInAsync(browser);
        end.Headers.Location!.ToString().ShouldBe("/?log-in=no-role");
    }

    [Test]
    public async Task A_provider_that_is_gone_before_the_log_in_is_named()
    {
        await provider.StopAsync();
        using var browser = api.Anonymous();
        var problem = await (await browser.GetAsync(LogIn)).ProblemAsync(502, "provider-unreachable");
        problem.Text("detail")!.ShouldContain("Anmeldung des Landes");
    }

    [Test]
    public async Task A_provider_that_goes_away_in_between_is_named()
    {
        using var browser = api.Anonymous();
        var answer = await AnswerAsync((await browser.GetAsync(LogIn)).Headers.Location!.ToString());
        await provider.StopAsync();
        await (await browser.GetAsync(answer)).ProblemAsync(502, "provider-unreachable");
    }

    [Test]
    public async Task A_provider_that_does_not_know_the_secret_lets_nobody_in()
    {
        await using var wrong = new ApiFixture([.. Settings(provider.Issuer), ("IdentityProviders:land:ClientSecret", "falsch")]);
        using var browser = wrong.Anonymous();
        await (await LogInAsync(browser)).ProblemAsync(401, "log-in-not-completed");
    }

    [Test]
    public async Task The_log_out_goes_on_at_the_provider()
    {
        using var browser = api.Anonymous();
        await LogInAsync(browser);
        var next = (await (await browser.DeleteAsync("/api/v1/session")).JsonAsync(200)).Text("continueAt")!;
        await (await browser.GetAsync("/api/v1/me")).ProblemAsync(401, "not-logged-in");
        var there = (await browser.GetAsync(next)).Headers.Location!;
        there.ToString().ShouldStartWith(provider.Issuer + "connect/logout");
        var back = (await foreign.GetAsync(there)).Headers.Location!;
        (await browser.GetAsync(back.PathAndQuery)).Headers.Location!.ToString().ShouldBe("/");
        await provider.StopAsync();
        (await browser.GetAsync(next)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Test]
    public async Task The_log_in_page_can_list_the_providers()
    {
        using var browser = api.Anonymous();
        var listed = (await (await browser.GetAsync("/api/v1/session/providers")).JsonAsync(200)).EnumerateArray().Single();
        (listed.Text("name"), listed.Text("displayName"), listed.Text("logIn")).ShouldBe(("land", "Anmeldung des Landes", LogIn));
        listed.ToString().ShouldNotContain(OidcServer.ClientSecret);
    }

    [TestCase("Issuer", "", "Issuer")]
    [TestCase("Issuer", "http://example.org", "Issuer")]
    [TestCase("Issuer", "kein Ort", "Issuer")]
    [TestCase("ClientId", "", "ClientId")]
    [TestCase("UserInfo", "vielleicht", "UserInfo")]
    [TestCase("Roles:0:Role", "koenig", "Roles:0:Role")]
    [TestCase("Roles:0:Role", "guest", "Roles:0:Role")]
    [TestCase("Roles:0:Role", "1", "Roles:0:Role")]
    [TestCase("Roles:0:Authority", "", "Roles:0:Authority")]
    [TestCase("Roles:1:PolicyField", "", "Roles:1:PolicyField")]
    [TestCase("Roles:1:Value", "", "Roles:1:Value")]
    public void A_wrong_setting_refuses_the_start_and_is_named(string setting, string value, string named)
    {
        var settings = Settings("https://example.org").ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        settings[$"IdentityProviders:land:{setting}"] = value;
        Should.Throw<StartRefusedException>(() => IdentityProviders.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())).Message.ShouldContain($"IdentityProviders:land:{named}");
    }

    [Test]
    public void A_provider_without_roles_refuses_the_start() =>
        Should.Throw<StartRefusedException>(() => IdentityProviders.From(new ConfigurationBuilder().AddInMemoryCollection(Settings("https://example.org").Where(pair => !pair.Key.Contains("Roles", StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build()))
            .Message.ShouldContain("IdentityProviders:land:Roles");

    [TestCase("roles", "a", "a")]
    [TestCase("roles", """["a","b"]""", "a,b")]
    [TestCase("realm_access.roles", """{"roles":["a","b",1]}""", "a,b")]
    [TestCase("realm_access.roles", "{kaputt", "")]
    [TestCase("https://example.org/roles", "a", "a")]
    public void Roles_stand_in_a_claim_or_in_its_JSON(string path, string value, string expected)
    {
        var type = path.StartsWith("realm", StringComparison.Ordinal) ? "realm_access" : path;
        string.Join(',', ClaimValues.Of(new ClaimsPrincipal(new ClaimsIdentity([new Claim(type, value)])), path).Order(StringComparer.Ordinal)).ShouldBe(expected);
    }

    /// <summary>The settings of one provider.</summary>
    internal static (string Key, string Value)[] Settings(string issuer) =>
    [
        ("Limits:LogInsPerMinute", "1000"),
        ("IdentityProviders:land:DisplayName", "Anmeldung des Landes"), ("IdentityProviders:land:Issuer", issuer),
        ("IdentityProviders:land:ClientId", OidcServer.ClientId), ("IdentityProviders:land:ClientSecret", OidcServer.ClientSecret),
        ("IdentityProviders:land:Roles:0:Value", "gpm-modellierung"), ("IdentityProviders:land:Roles:0:Role", "modeller"), ("IdentityProviders:land:Roles:0:Authority", "bezirk-a"), ("IdentityProviders:land:Roles:0:PolicyField", "fm"),
        ("IdentityProviders:land:Roles:1:Value", "gpm-koordination"), ("IdentityProviders:land:Roles:1:Role", "fieldCoordination"), ("IdentityProviders:land:Roles:1:PolicyField", "fm"),
        ("IdentityProviders:land:Roles:2:Value", "gpm-verschwunden"), ("IdentityProviders:land:Roles:2:Role", "modeller"), ("IdentityProviders:land:Roles:2:Authority", "gibt-es-nicht"),
    ];

    private async Task<HttpResponseMessage> LogInAsync(HttpClient browser) => await ReturnAsync(browser, (await browser.GetAsync(LogIn)).Headers.Location!.ToString());

    private async Task<HttpResponseMessage> ReturnAsync(HttpClient browser, string question) => await browser.GetAsync(await AnswerAsync(question));

    /// <summary>What the provider answers: the address below ours.</summary>
    private async Task<string> AnswerAsync(string question)
    {
        var answer = await foreign.GetAsync(question);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.PathAndQuery;
    }

    private async Task<int> CountAsync()
    {
        await using var scope = api.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GpmDbContext>().Accounts.CountAsync();
    }
}
