using GpmTool.Cli.Output;

namespace GpmTool.Cli.Converting;

/// <summary>What became of files, for people.</summary>
internal static class ConvertText
{
    /// <summary>Writes what was lost or failed, then the sum.</summary>
    public static void Write(Terminal output, ConvertReport report)
    {
        foreach (var file in report.Files)
        {
            if (file.Problem is { } problem)
            {
                output.Line($"{output.Paint(Say.In("nicht umgewandelt", "not converted"), Tone.Bad)}  {problem.Message}");
                output.Line($"  {problem.Remedy}");
            }
            else if (report.Files.Count == 1 || file.Degraded.Count > 0)
            {
                output.Line($"{file.In} → {string.Join(", ", [file.Out, .. file.Companions])}");
            }

            foreach (var finding in file.Degraded) output.Line($"  {output.Paint(finding.Code, Tone.Warning)} {finding.Message}{(finding.ElementId is null ? "" : $" ({finding.ElementId})")}");
        }

        if (report.Files.Count > 1 || report.Degraded > 0)
            output.Line(Say.In(
                $"{report.Converted} umgewandelt, davon {report.Degraded} mit Einschränkungen, {report.Failed} nicht.",
                $"{report.Converted} converted, {report.Degraded} of them degraded, {report.Failed} not."));
    }
}
