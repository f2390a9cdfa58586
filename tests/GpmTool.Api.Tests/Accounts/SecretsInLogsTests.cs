using System.Net.Http.Headers;
using GpmTool.Api.Tests.Infrastructure;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GpmTool.Api.Tests.Accounts;

/// <summary>However much is logged, no secret is in it.</summary>
public class SecretsInLogsTests
{
    [Test]
    public async Task Log_in_invitation_key_and_identity_provider_leave_no_secret_in_the_logs()
    {
        await using var provider = await OidcServer.StartAsync();
        await using var api = new ApiFixture([.. ProviderLogInTests.Settings(provider.Issuer), .. new[] { "Default", "Microsoft.AspNetCore", "Microsoft.AspNetCore.StaticFiles", "Microsoft.EntityFrameworkCore" }.Select(name => ($"Logging:LogLevel:{name}", "Trace"))]);
        var logs = new LogKeeper();
        await using var host = api.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(logs)));
        using var admin = host.CreateClient();
        await admin.PrepareAsync();
        await api.AddAsync("log@example.org");
        var invited = await (await admin.SendJsonAsync(HttpMethod.Post, "/api/v1/accounts", new { email = "neu@example.org", name = "Neu", roles = Array.Empty<object>() })).JsonAsync(201);
        var key = (await (await admin.SendJsonAsync(HttpMethod.Post, "/api/v1/keys", new { name = "Skript", scopes = new[] { "read" } })).JsonAsync(201)).Text("key")!;
        using var program = host.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        await (await program.GetAsync("/api/v1/me")).JsonAsync(200);
        using var person = host.CreateClient(new() { AllowAutoRedirect = false });
        person.DefaultRequestHeaders.Authorization = null;
        const string chosen = "ein ganz neues Kennwort";
        ((int)(await person.SendJsonAsync(HttpMethod.Post, "/api/v1/invitations/accept", new { token = invited.Text("token"), password = chosen })).StatusCode).ShouldBe(204);
        await (await person.SendJsonAsync(HttpMethod.Post, "/api/v1/session", new { email = "log@example.org", password = "falsches Kennwort" })).ProblemAsync(401, "log-in-failed");
        var entered = await person.SendJsonAsync(HttpMethod.Post, "/api/v1/session", new { email = "log@example.org", password = People.Password });
        await entered.JsonAsync(200);
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(text => text.StartsWith("gpmtool=", StringComparison.Ordinal)).Split(['=', ';'])[1];
        using var foreign = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var question = (await person.GetAsync("/api/v1/session/providers/land/log-in")).Headers.Location!;
        var answer = (await foreign.GetAsync(question)).Headers.Location!;
        (await person.GetAsync(answer.PathAndQuery)).Headers.Location!.ToString().ShouldBe("/");
        // The code in the address is used up and of no use without what the other side keeps (PKCE, RFC 7636); the address is logged only by who wants all requests in the log.
        var code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(answer.Query)["code"].ToString();
        var text = logs.Text.Replace(code, "", StringComparison.Ordinal);
        text.ShouldContain("/api/v1/session", Case.Sensitive, "the logs were kept");
        foreach (var secret in new[] { key.Split('_', 3)[2], invited.Text("token")!, chosen, "falsches Kennwort", People.Password, OidcServer.ClientSecret, cookie, "eyJ" }) text.ShouldNotContain(secret, Case.Sensitive, secret);
    }
}
