using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;
using GpmTool.Diff;
using GpmTool.Reports;

namespace GpmTool.Cli.Comparing;

/// <summary><c>gpm diff BEFORE AFTER</c>: what changes from one model to the other; <c>--pairs</c>: many pairs in one go.</summary>
internal static class DiffCommand
{
    private const string Markdown = "md";
    private const string Lines = "jsonl";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var before = new Argument<string?>("BEFORE") { Description = Say.In("Das erste Modell.", "The first model."), Arity = ArgumentArity.ZeroOrOne };
        var after = new Argument<string?>("AFTER") { Description = Say.In("Das zweite Modell.", "The second model."), Arity = ArgumentArity.ZeroOrOne };
        var pairs = new Option<string>("--pairs") { Description = Say.In("Ordner, dessen Unterordner je ein Paar before.* und after.* enthalten.", "Folder whose sub-folders hold a pair before.* and after.* each."), HelpName = "DIR" };
        var format = Formats.Option(Formats.Text, Formats.Json, Lines, Markdown);
        var command = new Command("diff", Say.In("Zwei Modelle vergleichen, auch ohne gemeinsame IDs. Exitcode 0: gleich, 1: verschieden, 2: nicht vergleichbar.", "Compare two models, also without common ids. Exit code 0: equal, 1: different, 2: trouble.")) { before, after, pairs, format };
        command.Validators.Add(result => Validate(result, before, after, pairs, format));
        command.SetAction((parsed, cancellation) => parsed.GetValue(pairs) is { } folder
            ? PairsAsync(folder, cancellation)
            : OneAsync(parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetRequiredValue(format), cancellation));
        return command;
    }

    private static void Validate(CommandResult result, Argument<string?> before, Argument<string?> after, Option<string> pairs, Option<string> format)
    {
        var isPairs = result.GetResult(pairs) is not null;
        var files = (result.GetValue(before) is null ? 0 : 1) + (result.GetValue(after) is null ? 0 : 1);
        var isLines = result.GetResult(format) is { Tokens: [{ Value: Lines }] };
        if (isPairs && files > 0) result.AddError(Say.In("Entweder --pairs DIR oder zwei Dateien.", "Either --pairs DIR or two files."));
        else if (!isPairs && files < 2) result.AddError(Say.In("Es fehlt das zu vergleichende Modell: gpm diff BEFORE AFTER.", "A model to compare is missing: gpm diff BEFORE AFTER."));
        else if (isPairs != isLines) result.AddError(Say.In("--pairs und --format jsonl gehören zusammen.", "--pairs and --format jsonl belong together."));
    }

    private static async Task<int> OneAsync(string before, string after, string format, CancellationToken cancellation)
    {
        var (left, right) = (await ModelFile.ReadAsync(before, cancellation), await ModelFile.ReadAsync(after, cancellation));
        var result = ProcessComparison.Compare(left.Graph, right.Graph);
        if (format == Formats.Json) Terminal.Out.Line(JsonSerializer.Serialize(DiffReport.Of(before, after, left.Graph, right.Graph, result), CliJson.Indented.DiffReport));
        else if (format == Markdown) Terminal.Out.Raw(ComparisonText.Write(left.Graph, right.Graph, result, before, after));
        else DiffText.Write(before, after, left.Graph, right.Graph, result);
        return result.Operations.Count == 0 ? ExitCode.Fine : ExitCode.Reported;
    }

    private static async Task<int> PairsAsync(string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder)) throw ModelFile.Missing(folder);
        var names = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0) throw new CommandFailure("nothing-found",
            new($"{folder} hat keine Unterordner.", $"{folder} has no sub-folders."), new("Je Paar ein Unterordner mit before.* und after.*.", "A sub-folder with before.* and after.* for each pair."));
        var exit = ExitCode.Fine;
        var done = 0;
        using var progress = Progress.Begin(Say.In("Vergleichen", "Comparing"));
        foreach (var name in names)
        {
            var line = await PairAsync(name, cancellation);
            Terminal.Out.Line(JsonSerializer.Serialize(line, CliJson.Compact.PairLine));
            exit = ExitCode.Worse(exit, line.Error is not null ? ExitCode.Failed : line.Operations!.Count > 0 ? ExitCode.Reported : ExitCode.Fine);
            progress.Report(++done, names.Count);
        }

        return exit;
    }

    private static async Task<PairLine> PairAsync(string folder, CancellationToken cancellation)
    {
        var pair = Path.GetFileName(folder);
        try
        {
            var left = await ModelFile.ReadAsync(Side(folder, "before"), cancellation);
            var right = await ModelFile.ReadAsync(Side(folder, "after"), cancellation);
            var began = TimeProvider.System.GetTimestamp();
            var result = ProcessComparison.Compare(left.Graph, right.Graph);
            return PairLine.Of(pair, result, TimeProvider.System.GetElapsedTime(began));
        }
        catch (CommandFailure failure)
        {
            return new PairLine(pair, null, null, null, new ErrorLine(failure.Code, Say.It(failure.Text), Say.It(failure.Remedy)));
        }
    }

    private static string Side(string folder, string side)
    {
        var files = Directory.GetFiles(folder, side + ".*").Where(file => ModelForms.Of(file) is not null).Order(StringComparer.Ordinal).ToList();
        return files is [{ } only] ? only : throw new CommandFailure("pair-incomplete",
            new($"{folder}: {(files.Count == 0 ? "Es fehlt" : "Es gibt mehr als ein")} {side}.json oder {side}.gpm.json.", $"{folder}: {(files.Count == 0 ? "there is no" : "there is more than one")} {side}.json or {side}.gpm.json."),
            new("Je Paar genau ein before.* und ein after.*.", "Exactly one before.* and one after.* for each pair."));
    }
}
