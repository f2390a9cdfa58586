using System.Text;
using System.Text.Json;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;
using GpmTool.Diff;

namespace GpmTool.Cli.Comparing;

/// <summary>Compares many pairs in one process, a line each; a pair that cannot be read does not stop the others.</summary>
internal static class PairRunner
{
    /// <summary>A pair: what it is called, and its two files or what is wrong with it.</summary>
    public sealed record Pair(string Name, Func<(string Before, string After)> Files);

    /// <summary>The pairs in the sub-folders of a folder, by name.</summary>
    public static IReadOnlyList<Pair> In(string folder)
    {
        if (!Directory.Exists(folder)) throw ModelFile.Missing(folder);
        var names = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0) throw new CommandFailure("nothing-found",
            new($"{folder} hat keine Unterordner.", $"{folder} has no sub-folders."), new("Je Paar ein Unterordner mit before.* und after.*.", "A sub-folder with before.* and after.* for each pair."));
        return [.. names.Select(name => new Pair(Path.GetFileName(name), () => (Side(name, "before"), Side(name, "after"))))];
    }

    /// <summary>The pairs of a list; paths are relative to the current folder.</summary>
    public static async Task<IReadOnlyList<Pair>> OfAsync(string file, CancellationToken cancellation)
    {
        var text = Encoding.UTF8.GetString(await ModelFile.BytesAsync(file, cancellation)).TrimStart('\uFEFF');
        var pairs = new List<Pair>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (line.TrimEnd('\r').Split('\t') is not [{ Length: > 0 } name, { Length: > 0 } before, { Length: > 0 } after]) throw new CommandFailure("pair-list-line",
                new($"{file}, Zeile {number}: keine drei durch Tabulator getrennten Angaben.", $"{file}, line {number}: not three entries separated by tabs."),
                new("Je Zeile: Name, Tabulator, erstes Modell, Tabulator, zweites Modell.", "On each line: name, tab, first model, tab, second model."));
            pairs.Add(new Pair(name, () => (before, after)));
        }

        return pairs.Count > 0 ? pairs : throw new CommandFailure("nothing-found", new($"{file} ist leer.", $"{file} is empty."), new("Je Paar eine Zeile.", "A line for each pair."));
    }

    /// <summary>Compares the pairs one after the other; files are read anew for each.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<Pair> pairs, ComparisonOptions options, CancellationToken cancellation)
    {
        var exit = ExitCode.Fine;
        var done = 0;
        using var progress = Progress.Begin(Say.In("Vergleichen", "Comparing"));
        foreach (var pair in pairs)
        {
            var line = await CompareAsync(pair, options, cancellation);
            Terminal.Out.Line(JsonSerializer.Serialize(line, CliJson.Compact.PairLine));
            exit = ExitCode.Worse(exit, line.Error is not null ? ExitCode.Failed : line.Operations!.Count > 0 ? ExitCode.Reported : ExitCode.Fine);
            progress.Report(++done, pairs.Count);
        }

        return exit;
    }

    private static async Task<PairLine> CompareAsync(Pair pair, ComparisonOptions options, CancellationToken cancellation)
    {
        try
        {
            var (before, after) = pair.Files();
            var left = await ModelFile.ReadAsync(before, cancellation);
            var right = await ModelFile.ReadAsync(after, cancellation);
            var began = TimeProvider.System.GetTimestamp();
            var result = ProcessComparison.Compare(left.Graph, right.Graph, options);
            return PairLine.Of(pair.Name, result, TimeProvider.System.GetElapsedTime(began));
        }
        catch (CommandFailure failure)
        {
            return new PairLine(pair.Name, null, null, null, null, new ErrorLine(failure.Code, Say.It(failure.Text), Say.It(failure.Remedy)));
        }
    }

    private static string Side(string folder, string side)
    {
        var files = Directory.GetFiles(folder, side + ".*").Where(file => ModelForms.Of(file) is not null).Order(StringComparer.Ordinal).ToList();
        return files is [{ } only] ? only : throw new CommandFailure("pair-incomplete",
            new($"{folder}: {(files.Count == 0 ? "Es fehlt" : "Es gibt mehr als ein")} {side}.bpmn, {side}.json oder {side}.gpm.json.", $"{folder}: {(files.Count == 0 ? "there is no" : "there is more than one")} {side}.bpmn, {side}.json or {side}.gpm.json."),
            new("Je Paar genau ein before.* und ein after.*.", "Exactly one before.* and one after.* for each pair."));
    }
}
