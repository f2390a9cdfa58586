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
    public async Task Messages_name_the_model_where_the_files_have_names_for_the_moment_only()
    {
        using var folder = new TemporaryFolder();
        var run = await Gpm.RunAsync("merge", folder.Write("o", Samples.View), folder.Write("a", Named("Meldung prüfen", "Meldung fachlich prüfen")), folder.Write("b", Named("Meldung prüfen", "Meldung formell prüfen")), "-o", folder["m"], "--name", "prozesse/m.bpmn");
        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldContain("! prozesse/m.bpmn: t: ");
    }

    [Test]
    public async Task Without_a_base_nothing_is_merged()
    {
        using var folder = new TemporaryFolder();
        var ours = folder.Write("a.gpm.json", Samples.View);
        var run = await Gpm.RunAsync("merge", folder.Write("o", ""), ours, folder.Write("b.gpm.json", Samples.View), "-o", ours);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("kein gemeinsames Ausgangsmodell");
        (await File.ReadAllTextAsync(ours)).ShouldBe(Samples.View);
    }
}
