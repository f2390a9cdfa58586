using System.Text.Json;
using GpmTool.Cli.Tests.Infrastructure;

namespace GpmTool.Cli.Tests.Checking;

/// <summary><c>gpm check</c>.</summary>
public sealed class CheckTests
{
    [Test]
    public async Task A_sound_model_is_fine()
    {
        using var folder = new TemporaryFolder();
        var run = await Gpm.RunAsync("check", folder.Write("modell.gpm.json", Samples.View));
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldContain("in Ordnung");
        run.Output.ShouldEndWith("1 Modell, 0 Fehler, 0 Warnungen, 0 Hinweise\n");
    }

    [Test]
    public async Task A_finding_names_file_code_element_and_remedy()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("modell.gpm.json", Samples.Dangling);
        var run = await Gpm.RunAsync("check", file);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain(file);
        run.Output.ShouldContain("graph.flow-dangling (f2)");
        run.Output.ShouldContain("→ ");
    }

    [Test]
    public async Task The_language_is_chosen_by_option_and_by_locale()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("modell.gpm.json", Samples.View);
        (await Gpm.RunAsync("check", file, "--lang", "en")).Output.ShouldEndWith("1 model, 0 errors, 0 warnings, 0 notes\n");
        var english = await Gpm.RunAsync(["check", file], null, new() { ["LC_ALL"] = "en_GB.UTF-8" });
        english.Output.ShouldEndWith("1 model, 0 errors, 0 warnings, 0 notes\n");
        (await Gpm.RunAsync(["check", file], null, new() { ["LC_ALL"] = "C" })).Output.ShouldContain("1 Modell");
    }

    [Test]
    public async Task Json_holds_what_the_text_says()
    {
        using var folder = new TemporaryFolder();
        var run = await Gpm.RunAsync("check", folder.Write("modell.gpm.json", Samples.Dangling), "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        var file = json.RootElement.GetProperty("files")[0];
        file.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()).ShouldContain("graph.flow-dangling");
        json.RootElement.GetProperty("warnings").GetInt32().ShouldBe(file.GetProperty("findings").EnumerateArray().Count(finding => finding.GetProperty("severity").GetString() == "warning"));
    }

    [Test]
    public async Task A_folder_is_searched_and_one_unreadable_file_does_not_hide_the_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/eins.gpm.json", Samples.View);
        folder.Write("b/kaputt.json", "{\n  \"root\": oops }");
        folder.Write("process.json", "{}");
        var run = await Gpm.RunAsync("check", folder.ToString());
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("eins.gpm.json: in Ordnung");
        run.Output.ShouldContain("kaputt.json");
        run.Output.ShouldContain("Zeile 2");
        run.Output.ShouldEndWith("2 Modelle, 0 Fehler, 0 Warnungen, 0 Hinweise, 1 unlesbar\n");
    }

    [Test]
    public async Task Severity_hides_and_counts()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("modell.gpm.json", Samples.Dangling);
        var worst = (await Gpm.RunAsync("check", file, "--format", "json")).Output.Contains("\"error\"", StringComparison.Ordinal);
        var run = await Gpm.RunAsync("check", file, "--severity", "error");
        run.ExitCode.ShouldBe(worst ? 1 : 0);
        run.Output.ShouldNotContain("Warnung ");
    }

    [Test]
    public async Task Standard_input_is_read()
    {
        var run = await Gpm.RunAsync(["check", "-"], System.Text.Encoding.UTF8.GetBytes(Samples.View));
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
    }

    [TestCase("check")]
    [TestCase("check", "gibt-es-nicht.json")]
    [TestCase("chek", "x.json")]
    [TestCase("check", "x.json", "--format", "xml")]
    [TestCase("check", "x.json", "--lang", "fr")]
    public async Task Trouble_is_exit_code_2_and_stands_on_the_error_output(params string[] args)
    {
        var run = await Gpm.RunAsync(args);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("gpm: ");
        run.Output.ShouldBeEmpty();
    }

    [Test]
    public async Task A_pipe_gets_no_colours()
    {
        using var folder = new TemporaryFolder();
        var run = await Gpm.RunAsync("check", folder.Write("modell.gpm.json", Samples.Dangling));
        (run.Output + run.Error).ShouldNotContain("\e[");
    }

    [Test]
    public async Task A_BPMN_file_has_its_import_report_with_lines()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.bpmn", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">\n<process id=\"p\">\n<task id=\"t\"/>\n<task id=\"t\"/></process></definitions>");
        var run = await Gpm.RunAsync("check", folder["a.bpmn"]);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("bpmn.id-doubled (t.1)");
        run.Output.ShouldContain("[Zeile 4, erhalten]");
    }
}
