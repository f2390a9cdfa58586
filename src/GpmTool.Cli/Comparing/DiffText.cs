using GpmTool.Cli.Output;
using GpmTool.Reports;

namespace GpmTool.Cli.Comparing;

/// <summary>A comparison as a short list; the sign in front says what kind of change it is.</summary>
internal static class DiffText
{
    /// <summary>Writes it.</summary>
    public static void Write(ComparisonReport report)
    {
        foreach (var line in TextReport.Lines(report)) Terminal.Out.Line(Terminal.Out.Paint(line.Text, Tone(line.Tone)));
    }

    private static Tone Tone(ReportTone? tone) => tone switch
    {
        null => Output.Tone.Plain,
        ReportTone.Added => Output.Tone.Good,
        ReportTone.Removed => Output.Tone.Bad,
        _ => Output.Tone.Warning,
    };
}
