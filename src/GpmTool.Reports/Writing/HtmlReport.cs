using System.Globalization;
using System.Text;
using GpmTool.Pictures;

namespace GpmTool.Reports;

/// <summary>
/// A report as one HTML page that needs nothing else: no script, no font, no file from elsewhere; to be read on a narrow screen,
/// with a screen reader and on paper.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(ComparisonReport report, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Write(report, writer);
    }

    /// <summary>Writes the page as text; it says that it is UTF-8.</summary>
    public static void Write(ComparisonReport report, TextWriter output) => new Page(report, output).Write();

    private sealed class Page(ComparisonReport report, TextWriter output)
    {
        private readonly ReportTexts _texts = report.Texts;

        public void Write()
        {
            var title = _texts.Title(report.BeforeTitle, report.AfterTitle);
            Line("<!DOCTYPE html>");
            Line($"<html lang=\"{_texts.Code}\">");
            Line("<head>");
            Line("<meta charset=\"utf-8\">");
            Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
            Line($"<title>{E(title)}</title>");
            Line($"<style>\n{HtmlStyle.Css}</style>");
            Line("</head>");
            Line("<body>");
            Head(title);
            Line("<main>");
            if (report.Overview.Count > 0) Overview();
            Figures();
            if (report.Items.Any()) Changes();
            if (report.Options.Pictures) Drawings();
            if (report.Presumed.Count > 0) Presumed();
            if (report.Technical.Count > 0) Technical();
            Line("</main>");
            Line("</body>");
            Line("</html>");
        }

        private void Head(string title)
        {
            Line("<header>");
            Line($"<p class=\"kicker\">{E(_texts.Heading("report"))}</p>");
            Line($"<h1>{E(title)}</h1>");
            Line($"<p class=\"summary\">{E(report.Summary)}</p>");
            if (report.Result.Operations.Count > 0)
            {
                var tones = report.Items.GroupBy(item => item.Tone).OrderBy(group => group.Key).Select(group => $"<span class=\"mark {Class(group.Key)}\">{ReportItem.SignOf(group.Key)}</span> {group.Count()} {E(_texts.Tone(group.Key))}");
                Line($"<p class=\"counts\">{E(_texts.Count(report.Items.Count()))}: {string.Join(", ", tones)}. {E(_texts.Alike(_texts.Percent(report.Result.Similarity)))}.</p>");
            }

            Line($"<nav aria-label=\"{E(_texts.Heading("contents"))}\"><ul>");
            foreach (var (part, isThere) in new[] { ("overview", report.Overview.Count > 0), ("figures", true), ("changes", report.Items.Any()), ("pictures", report.Options.Pictures), ("presumed", report.Presumed.Count > 0), ("technical", report.Technical.Count > 0) })
                if (isThere) Line($"<li><a href=\"#{part}\">{E(_texts.Heading(part))}</a></li>");
            Line("</ul></nav>");
            Line("</header>");
        }

        private void Overview()
        {
            Open("overview");
            Line("<table class=\"sides\" aria-labelledby=\"h-overview\">");
            Columns("feature", "before", "after");
            foreach (var fact in report.Overview) Line($"<tr><th scope=\"row\">{E(fact.Label)}</th>{Cell("before", Text(fact.Before))}{Cell("after", Text(fact.After))}</tr>");
            Line("</tbody></table>");
            Line("</section>");
        }

        private void Figures()
        {
            Open("figures");
            Line("<table class=\"figures\" aria-labelledby=\"h-figures\">");
            Columns("figure", "before", "after", "change", "verdict");
            foreach (var row in report.Figures)
            {
                var verdict = row.Verdict switch { Verdict.Better => $"<span class=\"better\">✓ {E(_texts.Verdict(row.Verdict))}</span>", Verdict.Worse => $"<span class=\"worse\">! {E(_texts.Verdict(row.Verdict))}</span>", _ => "" };
                Line($"<tr><th scope=\"row\">{E(row.Name)}</th>{Cell("before", E(row.Before), "n")}{Cell("after", E(row.After), "n")}{Cell("change", E(row.Change), "n")}{Cell("verdict", verdict)}</tr>");
            }

            Line("</tbody></table>");
            Line($"<p class=\"note\">{E(_texts.FiguresNote)}</p>");
            Line("</section>");
        }

        private void Changes()
        {
            Open("changes");
            var number = 0;
            foreach (var section in report.Sections.Where(section => section.Items.Count > 0))
            {
                var id = $"s{++number}";
                Line($"<h3 id=\"{id}\">{E(section.Heading)}</h3>");
                Line($"<p class=\"note\">{E(section.Intro)}</p>");
                var main = section.Items.Where(item => item.Importance == Importance.Main).ToList();
                var minor = section.Items.Where(item => item.Importance == Importance.Minor).ToList();
                if (main.Count > 0) Items(id, main);
                if (minor.Count == 0) continue;
                Line($"<details><summary>{E(_texts.Minor(minor.Count))}</summary>");
                Items(id, minor);
                Line("</details>");
            }

            var unchanged = report.Sections.Where(section => section.Items.Count == 0).ToList();
            if (unchanged.Count > 0) Line($"<p class=\"note\">{E($"{_texts.Unchanged(unchanged.Count)}: {ReportTexts.List(unchanged.Select(section => section.Heading))}.")}</p>");
            Line("</section>");
        }

        private void Items(string heading, List<ReportItem> items)
        {
            Line($"<table class=\"changes\" aria-labelledby=\"{heading}\">");
            Columns("number", "what", "before", "after");
            foreach (var item in items)
            {
                Line($"<tr id=\"c{item.Number}\"><th scope=\"row\"><span class=\"mark {Class(item.Tone)}\">{item.Sign}{item.Number}</span></th>"
                    + Cell("what", E(item.Sentence) + (item.IsPresumed ? $" <a class=\"note\" href=\"#presumed\">({E(_texts.Heading("presumed"))})</a>" : ""))
                    + Cell("before", Side(item, item.Before, fact => fact.Before)) + Cell("after", Side(item, item.After, fact => fact.After)) + "</tr>");
            }

            Line("</tbody></table>");
        }

        // A new or gone step is named in its sentence; of two that differ, each side says its own name.
        private static string Side(ReportItem item, string? name, Func<ReportFact, string?> value)
        {
            if (name is null && item.Operations[0] is not { BeforeIds.IsEmpty: true, AfterIds.IsEmpty: true }) return "<span class=\"none\">–</span>";
            var text = new StringBuilder();
            if (item.Before is not null && item.After is not null && item.Before != item.After) text.Append("<p class=\"name\">").Append(E(name!)).Append("</p>");
            if (item.Facts.Count > 0)
            {
                text.Append("<ul>");
                foreach (var fact in item.Facts) text.Append("<li><span class=\"label\">").Append(E(fact.Label)).Append(":</span> ").Append(E(value(fact) ?? "–")).Append("</li>");
                text.Append("</ul>");
            }

            return text.Length == 0 ? "<span class=\"none\">–</span>" : text.ToString();
        }

        private void Drawings()
        {
            Open("pictures");
            Line($"<p class=\"note\">{E(_texts.PictureNote)}</p>");
            Drawing(isBefore: true);
            Drawing(isBefore: false);
            Line("</section>");
        }

        private void Drawing(bool isBefore)
        {
            var title = _texts.PictureOf(isBefore ? report.BeforeTitle : report.AfterTitle, isBefore);
            Line($"<h3>{E(title)}</h3>");
            try
            {
                var number = 0;
                foreach (var (svg, width) in ReportPictures.Of(report, isBefore))
                {
                    var name = number++ == 0 ? title : $"{title} ({number})";
                    Line(string.Create(CultureInfo.InvariantCulture, $"<div class=\"picture\" role=\"region\" tabindex=\"0\" aria-label=\"{E(name)}\"><div style=\"min-width:{Math.Round(width * 0.6)}px;max-width:{Math.Round(width)}px\">"));
                    output.Write(svg);
                    Line("</div></div>");
                }
            }
            catch (PictureException exception)
            {
                Line($"<p>{E(report.Language == ReportLanguage.English ? exception.Text.English : exception.Text.German)}</p>");
            }
        }

        private void Presumed()
        {
            Open("presumed");
            Line($"<p class=\"note\">{E(_texts.PresumedNote)}</p>");
            Line("<table aria-labelledby=\"h-presumed\">");
            Columns("before", "after", "number");
            foreach (var pair in report.Presumed)
                Line($"<tr>{Cell("before", E(pair.Before))}{Cell("after", E(pair.After))}{Cell("number", pair.Number is { } number ? $"<a href=\"#c{number}\">{number}</a>" : "–")}</tr>");
            Line("</tbody></table>");
            Line("</section>");
        }

        private void Technical()
        {
            Open("technical");
            Line($"<details><summary>{E(_texts.TechnicalNote(report.Technical.Count))}</summary><ul>");
            foreach (var item in report.Technical)
            {
                Line($"<li>{E(item.Sentence)}");
                if (item.Facts.Count > 0 && item.Operations is not [{ Attribute: not null }])
                    Line("<ul>" + string.Concat(item.Facts.Select(fact => $"<li><span class=\"label\">{E(fact.Label)}:</span> {E(fact.Before ?? "–")} → {E(fact.After ?? "–")}</li>")) + "</ul>");
                Line("</li>");
            }

            Line("</ul></details>");
            Line("</section>");
        }

        private void Open(string part) => Line($"<section id=\"{part}\">\n<h2 id=\"h-{part}\">{E(_texts.Heading(part))}</h2>");

        private void Columns(params string[] columns) => Line($"<thead><tr>{string.Concat(columns.Select(column => $"<th scope=\"col\">{E(_texts.Heading(column))}</th>"))}</tr></thead><tbody>");

        // On a narrow screen each cell stands below the other and says what it is.
        private string Cell(string column, string content, string? css = null) => $"<td data-label=\"{E(_texts.Heading(column))}\"{(css is null ? "" : $" class=\"{css}\"")}>{content}</td>";

        private static string Text(string? value) => value is null ? "<span class=\"none\">–</span>" : E(value);

        private static string Class(ReportTone tone) => tone switch { ReportTone.Added => "added", ReportTone.Removed => "removed", ReportTone.Moved => "moved", _ => "changed" };

        private void Line(string markup)
        {
            output.Write(markup);
            output.Write('\n');
        }

        private static string E(string text) => HtmlText.Escape(text);
    }
}
