using System.Text.RegularExpressions;
using GpmTool.Api.Tests.Infrastructure;

namespace GpmTool.Api.Tests.Accounts;

/// <summary>How the first person gets into a new installation: by a one-time link on the console, never by a default password.</summary>
public partial class FirstAccessTests
{
    private const string Password = "ein langes Kennwort";
    private string folder = "";

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("gpmtool-first-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test, CancelAfter(600_000)]
    public async Task The_link_makes_the_first_administrator_once_and_a_new_start_replaces_it(CancellationToken cancellation)
    {
        string replaced;
        await using (var unused = await StartAsync(cancellation)) replaced = await TokenAsync(unused, cancellation);
        await using (var api = await StartAsync(cancellation))
        {
            var token = await TokenAsync(api, cancellation);
            token.ShouldNotBe(replaced);
            api.Key.ShouldBeNull("only demo accounts come with a key");
            using var person = new HttpClient { BaseAddress = api.Address };
            await (await AcceptAsync(person, replaced)).ProblemAsync(404, "invitation-not-valid");
            await (await person.SendJsonAsync(HttpMethod.Post, "/api/v1/invitations/accept", new { token, password = Password })).ProblemAsync(400, "validation-failed");
            await (await AcceptAsync(person, token, "kurz")).ProblemAsync(400, "validation-failed");
            ((int)(await AcceptAsync(person, token)).StatusCode).ShouldBe(204);
            var me = await (await person.GetAsync("/api/v1/me", cancellation)).JsonAsync(200);
            (me.Text("name"), me.GetProperty("roles").EnumerateArray().Single().Text("role")).ShouldBe(("Erste Verwaltung", "administrator"));
            using var other = new HttpClient { BaseAddress = api.Address };
            await (await AcceptAsync(other, token)).ProblemAsync(404, "invitation-not-valid");
            await (await other.SendJsonAsync(HttpMethod.Post, "/api/v1/session", new { email = "ERSTE@example.org", password = Password })).JsonAsync(200);
        }

        await using var later = await StartAsync(cancellation);
        later.Output.ShouldNotContain("/invitation#", Case.Sensitive, "somebody can administer it");
    }

    [Test, CancelAfter(600_000)]
    public async Task An_unknown_way_in_refuses_the_start(CancellationToken cancellation) =>
        (await Should.ThrowAsync<InvalidOperationException>(ApiProcess.StartAsync(folder, cancellation, "--Accounts:FirstAccess=offen"))).Message.ShouldContain("Accounts:FirstAccess „offen“");

    private Task<ApiProcess> StartAsync(CancellationToken cancellation) => ApiProcess.StartAsync(folder, cancellation, "--Samples:Load=false", "--Accounts:FirstAccess=link");

    // It is printed when the program listens, so it may come a moment later.
    private static async Task<string> TokenAsync(ApiProcess api, CancellationToken cancellation)
    {
        while (!Link().IsMatch(api.Output)) await Task.Delay(20, cancellation);
        var link = Link().Match(api.Output);
        link.Groups[1].Value.ShouldBe(api.Address.ToString().TrimEnd('/'));
        return link.Groups[2].Value;
    }

    private static Task<HttpResponseMessage> AcceptAsync(HttpClient client, string token, string password = Password) =>
        client.SendJsonAsync(HttpMethod.Post, "/api/v1/invitations/accept", new { token, password, email = "erste@example.org", name = "Erste Verwaltung" });

    [GeneratedRegex(@"(http://\S+)/invitation#(\S+)&first")]
    private static partial Regex Link();
}
