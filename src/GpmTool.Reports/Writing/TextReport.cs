namespace GpmTool.Reports;

/// <summary>A line of a report for a terminal.</summary>
/// <param name="Tone">What becomes of the elements; null: a heading or a remark.</param>
/// <param name="Text">The line, with its sign in front.</param>
public sealed record ReportLine(ReportTone? Tone, string Text);

/// <summary>A report as lines of text: the summary, then each entry on a line of its own.</summary>
public static class TextReport
{
    /// <summary>The lines, without line ends.</summary>
    public static IEnumerable<ReportLine> Lines(ComparisonReport report)
    {
        var texts = report.Texts;
        yield return new(null, report.Summary);
        if (report.Result.Operations.Count == 0) yield break;
        yield return new(null, $"--- {report.BeforeTitle}");
        yield return new(null, $"+++ {report.AfterTitle}");
        foreach (var section in report.Sections.Where(section => section.Items.Count > 0))
        {
            yield return new(null, $"@@ {section.Heading} @@");
            foreach (var item in section.Items) yield return new(item.Tone, $"{Sign(item)} {item.Sentence}{Facts(item)}");
        }

        if (report.Technical.Count > 0) yield return new(null, $"@@ {texts.Heading("technical")} @@");
        foreach (var item in report.Technical) yield return new(item.Tone, $"{Sign(item)} {item.Sentence}");
        if (report.Presumed.Count > 0) yield return new(null, $"{texts.Heading("presumed")}: {string.Join("; ", report.Presumed.Select(pair => $"{pair.Before} = {pair.After}"))}");
        yield return new(null, $"{texts.Count(report.Items.Count() + report.Technical.Count)}. {texts.Alike(texts.Percent(report.Result.Similarity))}.");
    }

    // The signs of diff tools, which every terminal has.
    private static char Sign(ReportItem item) => item.Tone switch { ReportTone.Added => '+', ReportTone.Removed => '-', _ => '~' };

    private static string Facts(ReportItem item) => item.Before is null || item.After is null || item.Facts.Count == 0 || item.Operations is [{ Attribute: not null }]
        ? ""
        : $" ({string.Join("; ", item.Facts.Select(fact => $"{fact.Label}: {fact.Before ?? "–"} → {fact.After ?? "–"}"))})";
}
