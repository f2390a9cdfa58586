using GpmTool.Cli.Output;
using GpmTool.Model;

namespace GpmTool.Cli.Checking;

/// <summary>Findings for people.</summary>
internal static class CheckText
{
    /// <summary>One file with its findings.</summary>
    public static void File(CheckedFile file)
    {
        var output = Terminal.Out;
        if (file.Problem is { } problem)
        {
            output.Line($"{output.Paint(Say.In("unlesbar", "unreadable"), Tone.Bad)}  {problem.Message}");
            output.Line($"          {problem.Remedy}");
            return;
        }

        var (word, tone) = file.Findings.Count == 0 ? (Say.In("in Ordnung", "fine"), Tone.Good) : (Counts(file.Findings), file.IsBlocked ? Tone.Bad : Tone.Warning);
        output.Line($"{file.File}: {output.Paint(word, tone)}");
        foreach (var finding in file.Findings)
        {
            var element = finding.ElementId is null ? "" : $" {(string.IsNullOrWhiteSpace(finding.ElementName) ? "" : $"„{OneLine(finding.ElementName)}“ ")}({finding.ElementId})";
            output.Line($"  {output.Paint(Word(finding.Severity), ToneOf(finding.Severity))} {finding.Code}{element}");
            var place = finding.Line is { } line ? $" [{Say.In("Zeile", "line")} {line}{(finding.Outcome is { } outcome ? ", " + Word(outcome) : "")}]" : finding.Outcome is { } whole ? $" [{Word(whole)}]" : "";
            output.Line($"    {finding.Message}{(finding.Place is null ? "" : $" [{finding.Place}]")}{place}");
            output.Line($"    {output.Paint($"→ {finding.Remedy}", Tone.Faint)}");
        }
    }

    /// <summary>The last line.</summary>
    public static void Summary(CheckReport report)
    {
        var parts = new List<string>
        {
            Say.Count(report.Files.Count, Say.In("Modell", "model"), Say.In("Modelle", "models")),
            Say.Count(report.Errors, Say.In("Fehler", "error"), Say.In("Fehler", "errors")),
            Say.Count(report.Warnings, Say.In("Warnung", "warning"), Say.In("Warnungen", "warnings")),
            Say.Count(report.Infos, Say.In("Hinweis", "note"), Say.In("Hinweise", "notes")),
        };
        if (report.Unreadable > 0) parts.Add($"{report.Unreadable} {Say.In("unlesbar", "unreadable")}");
        Terminal.Out.Line(string.Join(", ", parts));
    }

    private static string Counts(IReadOnlyList<FindingLine> findings) => string.Join(", ", new[] { Severity.Error, Severity.Warning, Severity.Info }
        .Select(severity => (Severity: severity, Count: findings.Count(finding => finding.Severity == severity)))
        .Where(one => one.Count > 0)
        .Select(one => Say.Count(one.Count, Word(one.Severity), Many(one.Severity))));

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => Say.In("Fehler", "error"),
        Severity.Warning => Say.In("Warnung", "warning"),
        _ => Say.In("Hinweis", "note"),
    };

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Kept => Say.In("erhalten", "kept"),
        Outcome.Degraded => Say.In("eingeschränkt", "degraded"),
        _ => Say.In("entfallen", "dropped"),
    };

    private static string Many(Severity severity) => severity switch
    {
        Severity.Error => Say.In("Fehler", "errors"),
        Severity.Warning => Say.In("Warnungen", "warnings"),
        _ => Say.In("Hinweise", "notes"),
    };

    private static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => Tone.Bad,
        Severity.Warning => Tone.Warning,
        _ => Tone.Faint,
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
