using System.CommandLine;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;
using GpmTool.Diff;
using GpmTool.Reports;

namespace GpmTool.Cli.Comparing;

/// <summary>
/// <c>gpm git-diff PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH INFO]</c>: what git runs as an external diff
/// driver (gitattributes(5), git(1) GIT_EXTERNAL_DIFF). Of an unmerged file git names the path alone. Whatever a file holds, the
/// exit code is 0: with another git would stop at it and not show the files behind.
/// </summary>
internal static class GitDiff
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var handed = new Argument<string[]>("ARGS") { Description = Say.In("Was git einem Vergleichsprogramm übergibt.", "What git hands to a diff driver."), Arity = new ArgumentArity(1, 9) };
        var command = new Command("git-diff", Say.In("Zwei Stände eines Modells vergleichen, als Vergleichsprogramm von git.", "Compare two states of a model, as git's diff driver.")) { handed };
        command.Validators.Add(result =>
        {
            if (result.GetValue(handed) is { Length: not (1 or 7 or 8 or 9) } wrong)
                result.AddError(Say.In($"git übergibt einem Vergleichsprogramm 1, 7 oder 9 Argumente, nicht {wrong.Length}.", $"git hands 1, 7 or 9 arguments to a diff driver, not {wrong.Length}."));
        });
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(handed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] handed, CancellationToken cancellation)
    {
        var output = Terminal.Out;
        var (old, now) = ($"a/{handed[0]}", $"b/{(handed.Length > 7 ? handed[7] : handed[0])}");
        output.Line($"diff --gpm {old} {now}");
        if (handed.Length == 1)
        {
            output.Line(output.Paint(Say.In($"* {handed[0]}: noch nicht zusammengeführt.", $"* {handed[0]}: unmerged."), Tone.Bad));
            return ExitCode.Fine;
        }

        try
        {
            var (before, after) = (await ReadAsync(handed[1], cancellation), await ReadAsync(handed[4], cancellation));
            if (before is not null && after is not null) DiffText.Write(Report(before, after, old, now));
            else if ((before ?? after) is { } only) Tell(output, only, isNew: before is null);
        }
        catch (CommandFailure failure)
        {
            // git shows this place and goes on.
            output.Line(output.Paint($"! {Say.It(failure.Text).Replace(handed[1], old, StringComparison.Ordinal).Replace(handed[4], now, StringComparison.Ordinal)}", Tone.Bad));
        }

        return ExitCode.Fine;
    }

    private static ComparisonReport Report(ModelFile before, ModelFile after, string old, string now) =>
        ComparisonReport.Of(before.Graph, after.Graph, ProcessComparison.Compare(before.Graph, after.Graph), new ReportOptions
        {
            Language = Say.IsEnglish ? ReportLanguage.English : ReportLanguage.German,
            BeforeTitle = old,
            AfterTitle = now,
        });

    private static void Tell(Terminal output, ModelFile model, bool isNew)
    {
        var count = model.Graph.Nodes.Count;
        var nodes = Say.In(Say.Count(count, "Knoten", "Knoten"), Say.Count(count, "node", "nodes"));
        output.Line(isNew
            ? output.Paint(Say.In($"+ Neues Modell „{model.Graph.Name}“ mit {nodes}.", $"+ New model \"{model.Graph.Name}\" with {nodes}."), Tone.Good)
            : output.Paint(Say.In($"- Modell „{model.Graph.Name}“ mit {nodes} entfernt.", $"- Model \"{model.Graph.Name}\" with {nodes} removed."), Tone.Bad));
    }

    // A file that is not there is /dev/null, on Windows too.
    private static async Task<ModelFile?> ReadAsync(string path, CancellationToken cancellation) =>
        path is "/dev/null" or "nul" or "NUL" ? null : await ModelFile.ReadAsync(path, cancellation);
}
