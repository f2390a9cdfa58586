using System.Text;

namespace GpmTool.Reports;

/// <summary>A report as Markdown with tables (GitHub's form).</summary>
public static class MarkdownReport
{
    /// <summary>Writes the report; lines end with a line feed.</summary>
    public static void Write(ComparisonReport report, TextWriter output)
    {
        var texts = report.Texts;
        var text = new StringBuilder();
        Line(text, $"# {E(texts.Title(report.BeforeTitle, report.AfterTitle))}");
        Line(text, E(report.Summary));
        if (report.Result.Operations.Count > 0) Line(text, E($"{texts.Alike(texts.Percent(report.Result.Similarity))}. {texts.Count(report.Items.Count())}."));
        Table(text, texts.Heading("overview"), [texts.Heading("feature"), texts.Heading("before"), texts.Heading("after")], report.Overview.Select(fact => new[] { fact.Label, fact.Before ?? "–", fact.After ?? "–" }));
        Table(text, texts.Heading("figures"), [texts.Heading("figure"), texts.Heading("before"), texts.Heading("after"), texts.Heading("change"), texts.Heading("verdict")],
            report.Figures.Select(row => new[] { row.Name, row.Before, row.After, row.Change, texts.Verdict(row.Verdict) }));
        Line(text, E(texts.FiguresNote));
        if (report.Items.Any()) Line(text, $"## {E(texts.Heading("changes"))}");
        foreach (var section in report.Sections.Where(section => section.Items.Count > 0))
        {
            Line(text, $"### {E(section.Heading)}");
            Line(text, E(section.Intro));
            foreach (var item in section.Items) Item(text, item, texts);
            text.Append('\n');
        }

        var unchanged = report.Sections.Where(section => section.Items.Count == 0).ToList();
        if (unchanged.Count > 0 && report.Items.Any()) Line(text, E($"{texts.Unchanged(unchanged.Count)}: {ReportTexts.List(unchanged.Select(section => section.Heading))}."));
        Presumed(text, report, texts);
        if (report.Technical.Count > 0)
        {
            Line(text, $"## {E(texts.Heading("technical"))}");
            Line(text, E($"{texts.TechnicalNote(report.Technical.Count)}."));
            foreach (var item in report.Technical) text.Append("- ").Append(E(item.Sentence)).Append('\n');
        }

        output.Write(text.ToString().TrimEnd('\n'));
        output.Write('\n');
    }

    private static void Item(StringBuilder text, ReportItem item, ReportTexts texts)
    {
        text.Append("- **").Append(item.Sign).Append(item.Number).Append("** ").Append(E(item.Sentence)).Append('\n');
        if (item.Operations is [{ Attribute: not null }]) return;
        foreach (var fact in item.Facts)
            text.Append("  - ").Append(E(fact.Label)).Append(": ").Append(E(item.Before is null ? fact.After! : item.After is null ? fact.Before! : $"{fact.Before ?? "–"} → {fact.After ?? "–"}")).Append('\n');
    }

    private static void Presumed(StringBuilder text, ComparisonReport report, ReportTexts texts)
    {
        if (report.Presumed.Count == 0) return;
        Table(text, texts.Heading("presumed"), [texts.Heading("before"), texts.Heading("after"), texts.Heading("number")], report.Presumed.Select(pair => new[] { pair.Before, pair.After, pair.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–" }));
        Line(text, E(texts.PresumedNote));
    }

    private static void Table(StringBuilder text, string heading, string[] columns, IEnumerable<string[]> rows)
    {
        Line(text, $"## {E(heading)}");
        text.Append("| ").AppendJoin(" | ", columns.Select(Cell)).Append(" |\n|").Append(string.Concat(columns.Select(_ => "---|"))).Append('\n');
        foreach (var row in rows) text.Append("| ").AppendJoin(" | ", row.Select(Cell)).Append(" |\n");
        text.Append('\n');
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");

    private static string Cell(string text) => E(text);

    private static string E(string text) => MarkdownText.Escape(text);
}
