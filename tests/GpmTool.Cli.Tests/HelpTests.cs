using GpmTool.Cli.Tests.Infrastructure;

namespace GpmTool.Cli.Tests;

/// <summary>Help and completion.</summary>
public sealed class HelpTests
{
    private static readonly string[] Commands = ["check", "convert", "diff", "import", "export", "publish", "list", "elsa descriptors", "audit verify", "completion"];

    [TestCaseSource(nameof(Commands))]
    public async Task Every_command_has_help_in_both_languages_and_a_page_with_its_options(string command)
    {
        var german = await Gpm.RunAsync([.. command.Split(' '), "--help"]);
        var english = await Gpm.RunAsync([.. command.Split(' '), "--help", "--lang", "en"]);
        german.ExitCode.ShouldBe(0);
        german.Output.ShouldContain("Sprache: de oder en.");
        english.Output.ShouldContain("Language: de or en.");
        english.Output.ShouldNotContain("Sprache");
        var page = File.ReadAllText(Path.Combine(Samples.Catalogue, "..", "docs", "cli", command.Replace(' ', '-') + ".md"));
        var options = english.Output.Split((char[])[' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word.TrimEnd('.', ';', ':', ')'));
        foreach (var option in options.Except(["--help", "--lang"])) page.ShouldContain(option);
    }

    [Test]
    public async Task The_command_line_completes_itself()
    {
        var run = await Gpm.RunAsync("[suggest:6]", "gpm di");
        run.Output.Split('\n').ShouldContain("diff");
        (await Gpm.RunAsync("completion", "bash")).Output.ShouldContain("complete -o default -F _gpm gpm");
    }
}
