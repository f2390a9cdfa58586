using System.CommandLine;
using System.Text.Json;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;
using GpmTool.Model;

namespace GpmTool.Cli.Checking;

/// <summary><c>gpm check FILE|DIR…</c>: what checks find in models.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("FILE|DIR") { Description = Say.In("Modelle (Elsa-Definition, GPM-Sicht oder BPMN) oder Ordner; - liest die Standardeingabe.", "Models (Elsa definition, GPM view or BPMN) or folders; - reads the standard input."), Arity = ArgumentArity.OneOrMore };
        var format = Formats.Option(Formats.Text, Formats.Json);
        var severity = new Option<string>("--severity")
        {
            Description = Say.In("Ab welcher Schwere ein Befund gezeigt wird. Ohne Angabe werden alle gezeigt; der Exitcode 1 zählt ab warning.", "From which severity findings are shown. Unless given all are shown; exit code 1 counts from warning on."),
            HelpName = "info|warning|error",
        };
        severity.AcceptOnlyFromAmong("info", "warning", "error");
        var command = new Command("check", Say.In("Modelle prüfen: Fehler im Graphen, Ausführbarkeit, Fallen der Engine; bei BPMN auch, was aus den Teilen der Datei wurde.", "Check models: faults of the graph, executability, traps of the engine; of BPMN also what became of the file's parts.")) { paths, severity, format };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(paths), parsed.GetValue(severity), parsed.GetRequiredValue(format), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string? severity, string format, CancellationToken cancellation)
    {
        var shown = severity is null ? Severity.Info : Enum.Parse<Severity>(severity, ignoreCase: true);
        var counted = severity is null ? Severity.Warning : shown;
        var files = ModelFiles.Find(paths);
        var results = new List<CheckedFile>();
        using (var progress = Progress.Begin(Say.In("Prüfen", "Checking")))
        {
            foreach (var file in files)
            {
                results.Add(await CheckAsync(file, shown, cancellation));
                if (format == Formats.Text) CheckText.File(results[^1]);
                progress.Report(results.Count, files.Count);
            }
        }

        int Count(Severity of) => results.Sum(result => result.Findings.Count(finding => finding.Severity == of));
        var report = new CheckReport(results, Count(Severity.Error), Count(Severity.Warning), Count(Severity.Info), results.Count(result => result.Problem is not null));
        if (format == Formats.Text) CheckText.Summary(report);
        else Terminal.Out.Line(JsonSerializer.Serialize(report, CliJson.Indented.CheckReport));
        if (report.Unreadable > 0) return ExitCode.Failed;
        return results.Any(result => result.Findings.Any(finding => finding.Severity >= counted)) ? ExitCode.Reported : ExitCode.Fine;
    }

    private static async Task<CheckedFile> CheckAsync(string file, Severity shown, CancellationToken cancellation)
    {
        try
        {
            var findings = (await ModelFile.ReadAsync(file, cancellation)).Check();
            return new CheckedFile(
                file, findings.Any(finding => finding.Severity == Severity.Error),
                [.. findings.Where(finding => finding.Severity >= shown).OrderByDescending(finding => finding.Severity).Select(FindingLine.Of)]);
        }
        catch (CommandFailure failure)
        {
            return new CheckedFile(file, true, [], new ErrorLine(failure.Code, Say.It(failure.Text), Say.It(failure.Remedy)));
        }
    }
}
