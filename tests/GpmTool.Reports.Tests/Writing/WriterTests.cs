using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Reports.Tests.Claims;

namespace GpmTool.Reports.Tests.Writing;

/// <summary>The forms of a report: nothing is lost, nothing is asked for from elsewhere.</summary>
[TestFixture]
public sealed class WriterTests
{
    private static readonly Pair H = Pair.Of("stoerungsmeldung-bearbeiten", "ist-muster-bezirk-h");

    private static string Html(ComparisonReport report)
    {
        using var output = new StringWriter();
        HtmlReport.Write(report, output);
        return output.ToString();
    }

    private static string Markdown(ComparisonReport report)
    {
        using var output = new StringWriter();
        MarkdownReport.Write(report, output);
        return output.ToString();
    }

    [TestCase(ReportLanguage.German)]
    [TestCase(ReportLanguage.English)]
    public void Html_holds_every_sentence_and_number(ReportLanguage language)
    {
        var report = Every_sentence_is_true.Report(H, language);
        var page = Html(report);
        foreach (var item in report.Items.Concat(report.Technical)) page.ShouldContain(WebUtility.HtmlEncode(item.Sentence).Replace("&#39;", "'", StringComparison.Ordinal).Replace("&#160;", "\u00a0", StringComparison.Ordinal) is var sentence && page.Contains(sentence, StringComparison.Ordinal) ? sentence : item.Sentence);
        foreach (var item in report.Items) page.ShouldContain($"<tr id=\"c{item.Number}\">");
        page.ShouldContain($"<html lang=\"{(language == ReportLanguage.German ? "de" : "en")}\">");
    }

    [Test]
    public void Html_asks_for_nothing_from_elsewhere()
    {
        var page = Html(Every_sentence_is_true.Report(H, ReportLanguage.German));
        foreach (var word in (string[])["<script", "<link", "<img", "@import", "url(", "src="]) page.ShouldNotContain(word);
        page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).ShouldNotContain("http://www");
    }

    [Test]
    public void Ids_of_a_page_are_unique()
    {
        var ids = System.Text.RegularExpressions.Regex.Matches(Html(Every_sentence_is_true.Report(H, ReportLanguage.German)), "\\sid=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        ids.Count.ShouldBeGreaterThan(50);
        ids.ShouldBeUnique();
    }

    [Test]
    public void Each_entry_is_found_in_the_pictures_by_its_number()
    {
        var report = Every_sentence_is_true.Report(H, ReportLanguage.German);
        var page = Html(report);
        var (before, after) = (page[page.IndexOf("<svg", StringComparison.Ordinal)..page.LastIndexOf("<svg", StringComparison.Ordinal)], page[page.LastIndexOf("<svg", StringComparison.Ordinal)..]);
        foreach (var (svg, ids, item) in report.Items.SelectMany(item => new[] { (before, item.BeforeIds, item), (after, item.AfterIds, item) }))
            foreach (var id in ids.Where(id => svg.Contains($"data-element=\"{id}\"", StringComparison.Ordinal) && report.Before.Nodes.Concat(report.After.Nodes).Any(node => node.Id == id)))
            {
                System.Text.RegularExpressions.Regex.IsMatch(svg, $"gpm-marked gpm-\\w+\" data-element=\"{id}\"").ShouldBeTrue(item.Sentence);
                System.Text.RegularExpressions.Regex.IsMatch(svg, $">[+−~→](\\d+,)*{item.Number}(,\\d+)*<").ShouldBeTrue(item.Sentence);
            }
    }

    [Test]
    public void A_label_is_text_in_every_form()
    {
        static ProcessGraph Graph(string label)
        {
            var builder = new GraphBuilder("<b>|", "p");
            builder.Node(NodeKind.StartEvent, "Start", "s");
            builder.Node(NodeKind.UserTask, label, "t");
            builder.Chain("s", "t");
            return builder.Build();
        }

        var (before, after) = (Graph("prüfen"), Graph("<script>alert(1)</script> =1+1 | *x* & \"y\" \u0001"));
        var report = ComparisonReport.Of(before, after, ProcessComparison.Compare(before, after));
        Html(report).ShouldNotContain("<script");
        XDocument.Parse(Html(report).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal).Replace("initial-scale=1\">", "initial-scale=1\"/>", StringComparison.Ordinal)).Root!.Name.LocalName.ShouldBe("html");
        Markdown(report).Replace("\\<", "", StringComparison.Ordinal).ShouldNotContain("<");
        Markdown(report).Split('\n').Where(line => line.StartsWith('|')).ShouldAllBe(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|') >= 4);
        using var file = new MemoryStream();
        XlsxReport.Write(report, file);
        using var zip = new ZipArchive(file);
        foreach (var sheet in zip.Entries.Where(entry => entry.FullName.Contains("sheet", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var stream = sheet.Open();
            XDocument.Load(stream).Descendants().ShouldAllBe(element => element.Name.LocalName != "f");
        }
    }

    [Test]
    public void The_workbook_holds_a_row_for_each_change_and_the_same_bytes_each_time()
    {
        var report = Every_sentence_is_true.Report(H, ReportLanguage.German);
        using var one = new MemoryStream();
        using var other = new MemoryStream();
        XlsxReport.Write(report, one);
        XlsxReport.Write(report, other);
        one.ToArray().ShouldBe(other.ToArray());
        one.Position = 0;
        using var package = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(one, isEditable: false);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(package).Select(fault => fault.Description).ShouldBeEmpty();
        var book = package.WorkbookPart!;
        var sheets = book.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        sheets[0].Name!.Value.ShouldBe("Was sich ändert");
        var text = string.Join('\n', book.GetPartById(sheets[0].Id!.Value!).RootElement!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Select(row => row.InnerText));
        foreach (var item in report.Items.Concat(report.Technical)) text.ShouldContain(item.Sentence);
    }

    [Test]
    public void Json_says_its_version_and_holds_operations_sections_and_figures()
    {
        var report = Every_sentence_is_true.Report(H, ReportLanguage.English);
        using var file = new MemoryStream();
        JsonReport.Write(report, file);
        using var json = JsonDocument.Parse(file.ToArray());
        var root = json.RootElement;
        root.GetProperty("reportVersion").GetInt32().ShouldBe(JsonReport.Version);
        root.GetProperty("language").GetString().ShouldBe("en");
        root.GetProperty("operations").EnumerateArray().Select(operation => operation.GetProperty("sentence").GetString()).ShouldBe(report.Sentences);
        root.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("number").GetInt32()).ShouldBe(Enumerable.Range(1, report.Items.Count()));
        root.GetProperty("keyFigures").GetProperty("after").GetProperty("steps").GetInt32().ShouldBe(25);
    }

    [Test]
    public void Equal_models_need_one_sentence()
    {
        var report = ComparisonReport.Of(H.After, H.After, ProcessComparison.Compare(H.After, H.After));
        report.Summary.ShouldBe("Die beiden Modelle stimmen überein.");
        report.Items.ShouldBeEmpty();
        TextReport.Lines(report).Select(line => line.Text).ShouldBe([report.Summary]);
        Html(report).ShouldContain(report.Summary);
        Markdown(report).ShouldContain(report.Summary);
    }

    [Test]
    public void No_word_made_for_programs_reaches_a_reader()
    {
        foreach (var pair in Pair.Catalogue())
            foreach (var language in Enum.GetValues<ReportLanguage>())
            {
                var report = Every_sentence_is_true.Report(pair, language);
                var said = report.Sentences.Concat(report.Items.Select(item => item.Sentence)).Concat(report.Technical.Select(item => item.Sentence)).Concat(report.Items.SelectMany(item => item.Facts).Select(fact => fact.Label)).Append(report.Summary);
                foreach (var sentence in said)
                    foreach (var word in (string[])["targetNamespace", "isExecutable", "Declaration", "rawAttributes", "casesPerYear", "False", "True", "{\"", "PT1", "Unspecified"])
                        sentence.ShouldNotContain(word, Case.Sensitive, pair.Name);
            }
    }

    [Test]
    public void The_same_models_give_the_same_page()
    {
        var (one, other) = (Html(Every_sentence_is_true.Report(H, ReportLanguage.German)), Html(Every_sentence_is_true.Report(Pair.Of("stoerungsmeldung-bearbeiten", "ist-muster-bezirk-h"), ReportLanguage.German)));
        one.ShouldBe(other);
        Encoding.UTF8.GetByteCount(one).ShouldBeLessThan(400_000);
    }
}
