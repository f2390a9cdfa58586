using System.Diagnostics;
using System.Text.Json;
using GpmTool.Cli.Tests.Infrastructure;

namespace GpmTool.Cli.Tests.Merging;

/// <summary><c>gpm merge</c>.</summary>
public sealed class MergeTests
{
    private static string Named(string id, string name) => Samples.View.Replace(id, name, StringComparison.Ordinal);

    [Test]
    public async Task Changes_of_both_are_in_the_result()
    {
        using var folder = new TemporaryFolder();
        var run = await Gpm.RunAsync("merge", folder.Write("o.gpm.json", Samples.View), folder.Write("a.gpm.json", Named("Meldung prüfen", "Meldung fachlich prüfen")), folder.Write("b.gpm.json", Named("Meldung erfasst", "Meldung abgelegt")), "-o", folder["m.gpm.json"]);
        run.ExitCode.ShouldBe(0, run.Error);
        var merged = await File.ReadAllTextAsync(folder["m.gpm.json"]);
        merged.ShouldContain("Meldung fachlich prüfen");
        merged.ShouldContain("Meldung abgelegt");
    }

    [Test]
    public async Task A_conflict_is_exit_code_1_and_the_base_stands()
    {
        using var folder = new TemporaryFolder();
        var run = await Gpm.RunAsync("merge", folder.Write("o.gpm.json", Samples.View), folder.Write("a.gpm.json", Named("Meldung prüfen", "Meldung fachlich prüfen")), folder.Write("b.gpm.json", Named("Meldung prüfen", "Meldung formell prüfen")), "-o", folder["m.gpm.json"], "--format", "json");
        run.ExitCode.ShouldBe(1, run.Error);
        using var report = JsonDocument.Parse(run.Output);
        var conflict = report.RootElement.GetProperty("conflicts")[0];
        conflict.GetProperty("elementId").GetString().ShouldBe("t");
        conflict.GetProperty("ours").GetProperty("newValue").GetString().ShouldBe("Meldung fachlich prüfen");
        (await File.ReadAllTextAsync(folder["m.gpm.json"])).ShouldContain("\"Meldung prüfen\"");
    }

    [Test]
    public async Task Git_merges_and_compares_models_with_gpm()
    {
        using var folder = new TemporaryFolder();
        var gpm = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "gpm.dll")}'";
        string Git(params string[] args) => Run(folder.ToString(), args);
        Git("init", "-q", "-b", "main");
        Git("config", "user.email", "test@example.org");
        Git("config", "user.name", "Test");
        Git("config", "merge.gpm.driver", $"{gpm} merge %O %A %B -o %A");
        Git("config", "diff.gpm.command", $"f() {{ {gpm} diff \"$2\" \"$5\"; test $? -le 1; }}; f");
        folder.Write(".gitattributes", "*.gpm.json merge=gpm diff=gpm\n");
        folder.Write("m.gpm.json", Samples.View);
        Git("add", ".");
        Git("commit", "-qm", "Anfang");
        Git("checkout", "-qb", "andere");
        folder.Write("m.gpm.json", Named("Meldung erfasst", "Meldung abgelegt"));
        Git("diff").ShouldContain("Umbenannt: Ende „Meldung erfasst“ heißt jetzt „Meldung abgelegt“");
        Git("commit", "-qam", "Ende");
        Git("checkout", "-q", "main");
        folder.Write("m.gpm.json", Named("Meldung prüfen", "Meldung fachlich prüfen"));
        Git("commit", "-qam", "Schritt");
        Git("merge", "-q", "--no-edit", "andere");
        var merged = await File.ReadAllTextAsync(folder["m.gpm.json"]);
        merged.ShouldContain("Meldung fachlich prüfen");
        merged.ShouldContain("Meldung abgelegt");
    }

    private static string Run(string folder, string[] args)
    {
        var start = new ProcessStartInfo("git", args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "de_DE.UTF-8";
        start.Environment["GIT_PAGER"] = "cat";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"git {string.Join(' ', args)}: {output}{error.Result}");
        return output;
    }
}
