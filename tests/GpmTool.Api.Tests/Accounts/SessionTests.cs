using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Persistence;

namespace GpmTool.Api.Tests.Accounts;

/// <summary>How people get in, and how they are kept out.</summary>
public class SessionTests : ApiTests
{
    /// <inheritdoc />
    protected override (string Key, string Value)[] Settings => [("Limits:LogInsPerMinute", "1000")];

    [Test]
    public async Task Nobody_gets_an_answer_without_log_in_or_key()
    {
        using var client = Api.Anonymous();
        await (await client.GetAsync("/api/v1/overview")).ProblemAsync(401, "not-logged-in");
        client.DefaultRequestHeaders.Authorization = new("Bearer", "gpm_test_wrong");
        await (await client.GetAsync("/api/v1/overview")).ProblemAsync(401, "key-not-valid");
    }

    [Test]
    public async Task A_session_begins_with_the_password_and_ends_everywhere_with_the_log_out()
    {
        await Api.AddAsync("in@example.org", Role.Administrator);
        using var client = await Api.LogInAsync("in@example.org");
        using var other = await Api.LogInAsync("in@example.org");
        var me = await (await client.GetAsync("/api/v1/me")).JsonAsync(200);
        me.Text("name").ShouldBe("in@example.org");
        me.GetProperty("roles")[0].Text("role").ShouldBe("administrator");
        ((int)(await client.DeleteAsync("/api/v1/session")).StatusCode).ShouldBe(200);
        await (await client.GetAsync("/api/v1/me")).ProblemAsync(401, "not-logged-in");
        await (await other.GetAsync("/api/v1/me")).ProblemAsync(401, "not-logged-in");
    }

    [Test]
    public async Task The_cookie_is_hidden_from_scripts_and_other_sites()
    {
        await Api.AddAsync("cookie@example.org");
        using var client = Api.Anonymous();
        var answer = await client.SendJsonAsync(HttpMethod.Post, "/api/v1/session", new { email = "COOKIE@example.org", password = People.Password });
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    [Test]
    public async Task Five_wrong_passwords_lock_the_account_and_say_nothing_about_it()
    {
        var id = await Api.AddAsync("locked@example.org");
        using var client = Api.Anonymous();
        for (var i = 0; i < 5; i++) await (await LogInAsync(client, "locked@example.org", "falsch")).ProblemAsync(401, "log-in-failed");
        await (await LogInAsync(client, "locked@example.org", People.Password)).ProblemAsync(401, "log-in-failed");
        await (await LogInAsync(client, "nobody@example.org", "falsch")).ProblemAsync(401, "log-in-failed");
        (await GetAsync($"/api/v1/audit?objectKind=account&objectId={id}")).Items("action").Count(action => action == "account.log-in-failed").ShouldBe(5);
    }

    [TestCase("Sec-Fetch-Site", "cross-site", false)]
    [TestCase("Sec-Fetch-Site", "same-site", false)]
    [TestCase("Sec-Fetch-Site", "same-origin", true)]
    [TestCase("Origin", "https://evil.example.org", false)]
    [TestCase("Origin", "null", false)]
    [TestCase("Origin", "http://localhost", true)]
    public async Task A_session_changes_nothing_for_a_foreign_page(string header, string value, bool isOurs)
    {
        var name = $"{Guid.NewGuid():N}@example.org";
        await Api.AddAsync(name, Role.Administrator);
        using var client = await Api.LogInAsync(name);
        client.DefaultRequestHeaders.Add(header, value);
        var answer = await client.SendJsonAsync(HttpMethod.Post, "/api/v1/policy-fields", new { key = Guid.NewGuid().ToString("N"), name = "Feld" });
        if (isOurs) await answer.JsonAsync(201);
        else await answer.ProblemAsync(403, "foreign-page");
        ((int)(await client.GetAsync("/api/v1/me")).StatusCode).ShouldBe(200, "reading is harmless: a foreign page cannot see the answer");
    }

    [Test]
    public async Task An_invitation_gives_a_password_once()
    {
        var invited = await (await PostAsync("/api/v1/accounts", new { email = "neu@example.org", name = "Neu", roles = new[] { new { role = "administrator" } } })).JsonAsync(201);
        var token = invited.Text("token");
        invited.Text("link").ShouldBe($"/invitation#{token}");
        await (await PostAsync("/api/v1/accounts", new { email = "NEU@example.org", name = "Doppelt", roles = Array.Empty<object>() })).ProblemAsync(409, "duplicate-key");
        using var client = Api.Anonymous();
        await (await AcceptAsync(client, token, "kurz")).ProblemAsync(400, "validation-failed");
        ((int)(await AcceptAsync(client, token, "ein langes Kennwort")).StatusCode).ShouldBe(204);
        (await (await client.GetAsync("/api/v1/me")).JsonAsync(200)).Text("name").ShouldBe("Neu");
        await (await AcceptAsync(client, token, "noch ein langes Kennwort")).ProblemAsync(404, "invitation-not-valid");
        await (await LogInAsync(client, "neu@example.org", "ein langes Kennwort")).JsonAsync(200);
    }

    [Test]
    public async Task Who_changes_the_password_stays_and_the_other_sessions_end()
    {
        await Api.AddAsync("change@example.org");
        using var client = await Api.LogInAsync("change@example.org");
        using var other = await Api.LogInAsync("change@example.org");
        await (await client.SendJsonAsync(HttpMethod.Post, "/api/v1/me/password", new { present = "falsch", wanted = "ein langes Kennwort" })).ProblemAsync(401, "log-in-failed");
        ((int)(await client.SendJsonAsync(HttpMethod.Post, "/api/v1/me/password", new { present = People.Password, wanted = "ein langes Kennwort" })).StatusCode).ShouldBe(204);
        ((int)(await client.GetAsync("/api/v1/me")).StatusCode).ShouldBe(200);
        await (await other.GetAsync("/api/v1/me")).ProblemAsync(401, "not-logged-in");
        await (await PostAsync("/api/v1/me/password", new { present = "a", wanted = "b" })).ProblemAsync(403, "not-allowed");
    }

    [Test]
    public async Task Erasing_a_name_leaves_the_chain_whole()
    {
        var id = await Api.AddAsync("erase@example.org", Role.Modeller);
        using var client = await Api.LogInAsync("erase@example.org");
        ((int)(await Client.DeleteAsync($"/api/v1/accounts/{id}/name")).StatusCode).ShouldBe(204);
        await (await client.GetAsync("/api/v1/me")).ProblemAsync(401, "not-logged-in");
        var account = await GetAsync($"/api/v1/accounts/{id}");
        (account.Text("name"), account.Text("email")).ShouldBe((null, null));
        (await GetAsync("/api/v1/audit/verification")).Text("brokenAt").ShouldBeNull();
    }

    [Test]
    public async Task Keys_end_when_they_are_revoked_and_cannot_grow()
    {
        var made = await (await PostAsync("/api/v1/keys", new { name = "Skript", scopes = new[] { "read", "administer" } })).JsonAsync(201);
        using var client = Api.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", made.Text("key"));
        (await (await client.GetAsync("/api/v1/me")).JsonAsync(200)).GetProperty("isProgram").GetBoolean().ShouldBeTrue();
        await (await client.SendJsonAsync(HttpMethod.Post, "/api/v1/keys", new { name = "Mehr", scopes = new[] { "publish" } })).ProblemAsync(403, "not-allowed");
        await (await PostAsync("/api/v1/keys", new { name = "Halb", scopes = new[] { "read", "models" } })).ProblemAsync(400, "validation-failed");
        var listed = (await GetAsync("/api/v1/keys?limit=200")).GetProperty("items").EnumerateArray().Single(key => key.Text("id") == made.Text("id"));
        listed.Text("lastUsedAt").ShouldNotBeNull();
        listed.ToString().ShouldNotContain(made.Text("key")!.Split('_', 3)[2]);
        ((int)(await PostAsync($"/api/v1/keys/{made.Text("id")}/revoke")).StatusCode).ShouldBe(204);
        await (await client.GetAsync("/api/v1/me")).ProblemAsync(401, "key-not-valid");
    }

    [Test]
    public async Task The_audit_chain_holds_no_secret()
    {
        var made = await (await PostAsync("/api/v1/keys", new { name = "Geheim", scopes = new[] { "read" } })).JsonAsync(201);
        var invited = await (await PostAsync("/api/v1/accounts", new { email = "geheim@example.org", name = "Name der Person", roles = Array.Empty<object>() })).JsonAsync(201);
        var chain = (await GetAsync("/api/v1/audit?limit=200&sort=-sequence")).ToString() + await Client.GetStringAsync("/api/v1/audit/export");
        chain.ShouldContain(invited.Text("id")!);
        foreach (var secret in new[] { made.Text("key")!.Split('_', 3)[2], invited.Text("token")!, "geheim@example.org", "Name der Person" }) chain.ShouldNotContain(secret);
    }

    private static Task<HttpResponseMessage> LogInAsync(HttpClient client, string email, string password) => client.SendJsonAsync(HttpMethod.Post, "/api/v1/session", new { email, password });

    private static Task<HttpResponseMessage> AcceptAsync(HttpClient client, string? token, string password) => client.SendJsonAsync(HttpMethod.Post, "/api/v1/invitations/accept", new { token, password });
}
