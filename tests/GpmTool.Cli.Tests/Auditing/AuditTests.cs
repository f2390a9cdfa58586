using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using GpmTool.Cli.Tests.Infrastructure;

namespace GpmTool.Cli.Tests.Auditing;

/// <summary>The chain of a real server, checked without it.</summary>
public sealed class AuditTests
{
    private string[] _lines = [];

    [OneTimeSetUp]
    public async Task ExportAsync()
    {
        await using var server = RealServer.Start(samples: true);
        using var client = new HttpClient { BaseAddress = new Uri(server.Address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", RealServer.Key) } };
        _lines = (await client.GetStringAsync("/api/v1/audit/export")).TrimEnd('\n').Split('\n');
        _lines.Length.ShouldBeGreaterThan(20);
    }

    [Test]
    public async Task A_whole_chain_is_whole()
    {
        var run = await VerifyAsync(_lines);
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldStartWith($"Unversehrt: {_lines.Length} Einträge, letzter Hash ");
    }

    [Test]
    public async Task A_chain_stays_whole_when_a_name_is_erased()
    {
        await using var server = RealServer.Start(samples: true);
        using var client = new HttpClient { BaseAddress = new Uri(server.Address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", RealServer.Key) } };
        using var invited = await client.PostAsJsonAsync("/api/v1/accounts", new { email = "erika@example.org", name = "Erika Musterfrau", roles = new[] { new { role = "fieldCoordination", policyField = "facility-management" } } });
        var address = invited.EnsureSuccessStatusCode().Headers.Location;
        (await client.DeleteAsync($"{address}/name")).EnsureSuccessStatusCode();
        var export = await client.GetStringAsync("/api/v1/audit/export");
        export.ShouldContain("account.erase");
        export.ShouldNotContain("Erika");
        export.ShouldNotContain("erika@example.org");
        var run = await VerifyAsync(export.TrimEnd('\n').Split('\n'));
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
    }

    [Test]
    public async Task A_changed_entry_is_named()
    {
        var changed = _lines.ToArray();
        changed[4] = changed[4].Replace("\"actor\":\"local\"", "\"actor\":\"other\"", StringComparison.Ordinal);
        changed[4].ShouldNotBe(_lines[4]);
        var run = await VerifyAsync(changed);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("4 Einträge stimmen, Eintrag 5 nicht");
    }

    [Test]
    public async Task A_removed_entry_is_named()
    {
        var run = await VerifyAsync([.. _lines.Where((_, index) => index != 2)]);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("Eintrag 3 nicht");
    }

    [Test]
    public async Task A_noted_hash_finds_a_chain_that_ends_early()
    {
        var head = (await VerifyAsync(_lines)).Output.TrimEnd('.', '\n').Split(' ')[^1];
        (await VerifyAsync(_lines, "--head", head)).ExitCode.ShouldBe(0);
        (await VerifyAsync(_lines[..^1], "--head", head)).ExitCode.ShouldBe(1);
        (await VerifyAsync(_lines[..^1])).ExitCode.ShouldBe(0, "nothing tells that the last one is missing");
    }

    [Test]
    public async Task What_is_no_chain_is_refused()
    {
        var run = await VerifyAsync(["hallo"]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("Zeile 1 ist kein Eintrag einer Prüfspur.");
    }

    private static Task<GpmRun> VerifyAsync(IEnumerable<string> lines, params string[] options) =>
        Gpm.RunAsync(["audit", "verify", "-", .. options], Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}
