using System.Text;

namespace GpmTool.Reports;

/// <summary>Minutes as one HTML page that needs nothing else; its design is that of <see cref="HtmlReport"/>.</summary>
public static class HtmlMinutes
{
    private const string Css = """
        dl { display: grid; grid-template-columns: minmax(12rem, max-content) 1fr; gap: .25rem 1.25rem; margin: .5rem 0 1rem; }
        dt { color: #4a4f59; }
        dd { margin: 0; min-width: 0; }
        dd, td, tbody th { overflow-wrap: anywhere; white-space: pre-line; }
        .plain { table-layout: fixed; }
        @media (max-width: 44rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }

        """;

    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(ReviewMinutes minutes, MinutesOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        Write(minutes, options, writer);
    }

    /// <summary>Writes the page as text; it says that it is UTF-8.</summary>
    public static void Write(ReviewMinutes minutes, MinutesOptions options, TextWriter output)
    {
        var page = MinutesPage.Of(minutes, options);
        var headings = page.Blocks.OfType<MinutesHeading>().ToList();
        void Line(string markup) => output.Write(markup + "\n");
        Line("<!DOCTYPE html>");
        Line($"<html lang=\"{page.Language}\">");
        Line("<head>");
        Line("<meta charset=\"utf-8\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line($"<title>{E(page.Title)}</title>");
        Line($"<style>\n{HtmlStyle.Css}{Css}</style>");
        Line("</head>");
        Line("<body>");
        Line("<header>");
        Line($"<p class=\"kicker\">{E(page.Kind)}</p>");
        Line($"<h1>{E(page.Title)}</h1>");
        Line($"<p class=\"summary\">{E(page.Summary)}</p>");
        Line($"<nav aria-label=\"{E(ReportTexts.In(options.Language).Heading("contents"))}\"><ul>{string.Concat(headings.Where(heading => heading.Level == 2).Select(heading => $"<li><a href=\"#{heading.Id}\">{E(heading.Text)}</a></li>"))}</ul></nav>");
        Line("</header>");
        Line("<main>");
        foreach (var block in page.Blocks) Line(Of(block));
        Line("</main>");
        Line("</body>");
        Line("</html>");
    }

    private static string Of(MinutesBlock block) => block switch
    {
        MinutesHeading heading => $"<h{heading.Level} id=\"{heading.Id}\">{E(heading.Text)}</h{heading.Level}>",
        MinutesNote note => $"<p class=\"note\">{E(note.Text)}</p>",
        MinutesFacts facts => $"<dl>{string.Concat(facts.Rows.Select(row => $"<dt>{E(row.Label)}</dt><dd>{E(row.Value)}</dd>"))}</dl>",
        MinutesTable table => $"<table class=\"plain\" aria-labelledby=\"{table.HeadingId}\"><thead><tr>{string.Concat(table.Columns.Select(column => $"<th scope=\"col\">{E(column)}</th>"))}</tr></thead><tbody>{string.Concat(table.Rows.Select(row => "\n" + Row(table, row)))}</tbody></table>",
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    // On a narrow screen each cell stands below the other and says what it is.
    private static string Row(MinutesTable table, string[] row) =>
        $"<tr><th scope=\"row\">{E(row[0])}</th>{string.Concat(row.Skip(1).Zip(table.Columns.Skip(1), (text, column) => $"<td data-label=\"{E(column)}\">{E(text)}</td>"))}</tr>";

    private static string E(string text) => HtmlText.Escape(text);
}
