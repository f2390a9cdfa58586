using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Api.Tests.Accounts;
using GpmTool.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Infrastructure;

/// <summary>What keeps strangers, hurried ones and old sessions out.</summary>
public class ProtectionTests
{
    private static readonly object Wrong = new { email = "nobody@example.org", password = "falsch" };

    [Test]
    public async Task Log_ins_from_one_address_are_few()
    {
        await using var api = new ApiFixture(("Limits:LogInsPerMinute", "3"));
        using var client = api.Anonymous();
        for (var i = 0; i < 3; i++) await (await LogInAsync(client)).ProblemAsync(401, "log-in-failed");
        var refused = await LogInAsync(client);
        await refused.ProblemAsync(429, "too-many-requests");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        ((int)(await client.GetAsync("/health/live")).StatusCode).ShouldBe(200, "everything else goes on");
    }

    [Test]
    public async Task Requests_from_one_address_are_many_but_not_endless()
    {
        await using var api = new ApiFixture(("Limits:RequestsPerSecond", "1"));
        using var client = api.CreateClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.GetAsync("/health/live")));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBeGreaterThanOrEqualTo(4);
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        await refused.ProblemAsync(429, "too-many-requests");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThanOrEqualTo(1);
    }

    [TestCase("127.0.0.1,::1", true)]
    [TestCase("10.9.9.9", false)]
    [TestCase("", false)]
    public async Task Only_a_known_proxy_is_believed(string proxies, bool isBelieved)
    {
        await using var api = new ApiFixture(("Limits:LogInsPerMinute", "1"), ("Proxy:Known", proxies));
        api.UseKestrel(0);
        api.StartServer();
        using var client = new HttpClient { BaseAddress = api.ClientOptions.BaseAddress };
        var answers = new List<int>();
        foreach (var address in new[] { "192.0.2.1", "192.0.2.2" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = System.Net.Http.Json.JsonContent.Create(Wrong), Headers = { { "X-Forwarded-For", address } } };
            answers.Add((int)(await client.SendAsync(request)).StatusCode);
        }

        answers.ShouldBe(isBelieved ? [401, 401] : [401, 429]);
    }

    [Test]
    public async Task Below_a_path_addresses_and_cookies_carry_it()
    {
        await using var api = new ApiFixture(("PathBase", "/gpm"));
        using var client = api.CreateClient();
        var made = await client.SendJsonAsync(HttpMethod.Post, "/gpm/api/v1/policy-fields", new { key = "fm", name = "FM" });
        await made.JsonAsync(201);
        made.Headers.Location!.ToString().ShouldBe("/gpm/api/v1/policy-fields/fm");
        (await (await client.GetAsync(made.Headers.Location)).JsonAsync(200)).Text("key").ShouldBe("fm");
        (await (await client.GetAsync("/gpm/api/v1/policy-fields/fehlt")).ProblemAsync(404, "not-found")).Text("instance").ShouldBe("/gpm/api/v1/policy-fields/fehlt");
        var invited = await (await client.SendJsonAsync(HttpMethod.Post, "/gpm/api/v1/accounts", new { email = "a@example.org", name = "A", roles = Array.Empty<object>() })).JsonAsync(201);
        invited.Text("link").ShouldBe($"/gpm/invitation#{invited.Text("token")}");
        await api.AddAsync("b@example.org");
        using var person = api.Anonymous();
        var entered = await person.SendJsonAsync(HttpMethod.Post, "/gpm/api/v1/session", new { email = "b@example.org", password = People.Password });
        entered.Headers.GetValues("Set-Cookie").Single().ShouldContain("path=/gpm;");
        await (await person.GetAsync("/gpm/api/v1/me")).JsonAsync(200);
        ((int)(await client.GetAsync("/gpm/swagger/v1/swagger.json")).StatusCode).ShouldBe(200);
    }

    [Test]
    public async Task A_session_ends_when_it_is_not_used()
    {
        await using var api = new ApiFixture(("Accounts:IdleMinutes", "30"));
        using var client = api.Anonymous();
        await api.AddAsync("idle@example.org");
        await (await client.SendJsonAsync(HttpMethod.Post, "/api/v1/session", new { email = "idle@example.org", password = People.Password })).JsonAsync(200);
        foreach (var minutes in new[] { 29, 58, 87 })
        {
            api.Clock.Ahead = TimeSpan.FromMinutes(minutes);
            await (await client.GetAsync("/api/v1/me")).JsonAsync(200);
        }

        api.Clock.Ahead = TimeSpan.FromMinutes(118);
        await (await client.GetAsync("/api/v1/me")).ProblemAsync(401, "not-logged-in");
    }

    [Test]
    public async Task A_locked_account_is_locked_for_a_quarter_of_an_hour_and_opens_then()
    {
        await using var api = new ApiFixture(("Limits:LogInsPerMinute", "1000"));
        using var client = api.Anonymous();
        var id = await api.AddAsync("locked@example.org");
        for (var i = 0; i < 5; i++) await (await LogInAsync(client, "locked@example.org", "falsch")).ProblemAsync(401, "log-in-failed");
        await (await LogInAsync(client, "locked@example.org", People.Password)).ProblemAsync(401, "log-in-failed");
        await using (var scope = api.Services.CreateAsyncScope())
        {
            // The lock is held against the system's clock, so its end is moved here and not the time.
            var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
            var account = (await context.Accounts.FindAsync(id))!;
            (account.LockedUntil!.Value - TimeProvider.System.GetUtcNow().UtcDateTime).TotalMinutes.ShouldBeInRange(13, 15);
            account.LockedUntil = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-1);
            context.Record(new Actor("test"), "account.change", "account", id.ToString());
            await context.SaveChangesAsync();
        }

        await (await LogInAsync(client, "locked@example.org", People.Password)).JsonAsync(200);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Sessions_survive_a_restart(bool encrypted)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        (string, string)[] settings = encrypted ? [("Accounts:KeyCertificate", file), ("Accounts:KeyCertificatePassword", "geheim")] : [];
        await File.WriteAllBytesAsync(file, Pkcs12("geheim"));
        try
        {
            await using var first = new ApiFixture(settings);
            await first.AddAsync("stay@example.org");
            using var before = first.Anonymous();
            var entered = await LogInAsync(before, "stay@example.org", People.Password);
            var cookie = entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            await using var second = new ApiFixture([.. settings, ("Data:Folder", first.Folder)]);
            using var after = second.Anonymous();
            after.DefaultRequestHeaders.Add("Cookie", cookie);
            await (await after.GetAsync("/api/v1/me")).JsonAsync(200);
            var keys = Directory.GetFiles(Path.Combine(first.Folder, "keys"), "*.xml").Single();
            (await File.ReadAllTextAsync(keys)).Contains("<EncryptedData", StringComparison.Ordinal).ShouldBe(encrypted);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void A_certificate_that_cannot_be_used_refuses_the_start()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(file, Pkcs12("geheim"));
        try
        {
            foreach (var (path, password) in new[] { (file, "falsch"), (file + "fehlt", "geheim") })
                Should.Throw<StartRefusedException>(() => KeyCertificate.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Accounts:KeyCertificate", path), new("Accounts:KeyCertificatePassword", password)]).Build()))
                    .Message.ShouldContain("Accounts:KeyCertificate");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Refusals_carry_the_security_headers_and_keys_come_from_anywhere()
    {
        await using var api = new ApiFixture(("Limits:LogInsPerMinute", "1"));
        using var anonymous = api.Anonymous();
        using var program = api.CreateClient();
        using var bad = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        List<(int Status, HttpResponseMessage Answer)> answers =
        [
            (401, await anonymous.GetAsync("/api/v1/overview")), (401, await LogInAsync(anonymous)), (429, await LogInAsync(anonymous)),
            (404, await program.GetAsync($"/api/v1/models/{Guid.NewGuid()}")), (400, await program.PostAsync("/api/v1/policy-fields", bad)), (405, await program.DeleteAsync("/health/live")),
        ];
        foreach (var (status, answer) in answers)
        {
            ((int)answer.StatusCode).ShouldBe(status);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            answer.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        }

        program.DefaultRequestHeaders.Add("Origin", "https://other.example.org");
        await (await program.SendJsonAsync(HttpMethod.Post, "/api/v1/policy-fields", new { key = "fm", name = "FM" })).JsonAsync(201);
    }

    private static Task<HttpResponseMessage> LogInAsync(HttpClient client, string email = "nobody@example.org", string password = "falsch") => client.SendJsonAsync(HttpMethod.Post, "/api/v1/session", new { email, password });

    private static byte[] Pkcs12(string password)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=GpmTool", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return certificate.Export(X509ContentType.Pkcs12, password);
    }
}
