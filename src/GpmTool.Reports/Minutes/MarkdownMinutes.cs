using System.Text;

namespace GpmTool.Reports;

/// <summary>Minutes as Markdown with tables (GitHub's form).</summary>
public static class MarkdownMinutes
{
    /// <summary>Writes the minutes; lines end with a line feed.</summary>
    public static void Write(ReviewMinutes minutes, MinutesOptions options, TextWriter output)
    {
        var page = MinutesPage.Of(minutes, options);
        var text = new StringBuilder();
        text.Append("# ").Append(E(page.Title)).Append("\n\n").Append(E(page.Kind)).Append(".\n\n").Append(E(page.Summary)).Append("\n\n");
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case MinutesHeading heading: text.Append('#', heading.Level).Append(' ').Append(E(heading.Text)).Append('\n'); break;
                case MinutesNote note: text.Append(E(note.Text)).Append('\n'); break;
                case MinutesFacts facts:
                    foreach (var (label, value) in facts.Rows) text.Append("- ").Append(E(label)).Append(": ").Append(Lines(value)).Append('\n');
                    break;
                case MinutesTable table:
                    Row(text, table.Columns);
                    text.Append('|').Append(string.Concat(table.Columns.Select(_ => "---|"))).Append('\n');
                    foreach (var row in table.Rows) Row(text, row);
                    break;
                default: throw new InvalidOperationException(block.GetType().Name);
            }

            text.Append('\n');
        }

        output.Write(text.ToString().TrimEnd('\n'));
        output.Write('\n');
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(Lines)).Append(" |\n");

    private static string Lines(string text) => string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(E));

    private static string E(string text) => MarkdownText.Escape(text);
}
