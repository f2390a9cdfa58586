using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GpmTool.Reports;

/// <summary>A report as a workbook: a row for each change, the key figures, the pairs to confirm. Texts are texts, never formulas.</summary>
public static class XlsxReport
{
    private const int LongestText = 32_767; // what a cell may hold (ECMA-376, limits of Excel)
    private static readonly string[] Columns = ["number", "change", "section", "what", "feature", "before", "after", "importance", "beforeIds", "afterIds", "key"];

    /// <summary>Writes the workbook. The same report gives the same bytes.</summary>
    public static void Write(ComparisonReport report, Stream output)
    {
        using var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var texts = report.Texts;
            var book = package.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            Styles(book);
            Sheet(book, texts.Heading("changes"), [6, 12, 30, 50, 24, 40, 40, 14, 24, 24, 40], Changes(report, texts));
            Sheet(book, texts.Heading("figures"), [34, 22, 22, 22, 14], report.Figures.Select(row => new[] { row.Name, row.Before, row.After, row.Change, texts.Verdict(row.Verdict) })
                .Prepend([texts.Heading("figure"), texts.Heading("before"), texts.Heading("after"), texts.Heading("change"), texts.Heading("verdict")]).Append([report.Summary]));
            Sheet(book, texts.Heading("overview"), [30, 60, 60], report.Overview.Select(fact => new[] { fact.Label, fact.Before ?? "–", fact.After ?? "–" }).Prepend([texts.Heading("feature"), report.BeforeTitle, report.AfterTitle]));
            if (report.Presumed.Count > 0)
                Sheet(book, texts.Heading("presumed"), [45, 45, 8, 24, 24], report.Presumed.Select(pair => new[] { pair.Before, pair.After, pair.Number?.ToString(CultureInfo.InvariantCulture) ?? "–", pair.BeforeId, pair.AfterId })
                    .Prepend([texts.Heading("before"), texts.Heading("after"), texts.Heading("number"), texts.Heading("beforeIds"), texts.Heading("afterIds")]));
            package.ChangeIdOfPart(book, "book");
            book.Workbook.Save();
        }

        file.Position = 0;
        OfficePackage.CopyTimeless(file, output);
    }

    private static IEnumerable<string[]> Changes(ComparisonReport report, ReportTexts texts)
    {
        yield return [.. Columns.Select(texts.Heading)];
        foreach (var (item, section) in report.Sections.SelectMany(section => section.Items.Select(item => (item, section.Heading))).Concat(report.Technical.Select(item => (item, texts.Heading("technical")))))
        {
            var head = new[] { item.Number?.ToString(CultureInfo.InvariantCulture) ?? "", $"{item.Sign} {texts.Tone(item.Tone)}", section, item.Sentence };
            var tail = new[] { texts.Weight(item.Importance), string.Join(", ", item.BeforeIds), string.Join(", ", item.AfterIds), string.Join('\n', item.Operations.Select(operation => operation.Key)) };
            if (item.Facts.Count == 0) yield return [.. head, "", item.Before ?? "–", item.After ?? "–", .. tail];
            foreach (var fact in item.Facts) yield return [.. head, fact.Label, fact.Before ?? "–", fact.After ?? "–", .. tail];
        }
    }

    private static void Sheet(WorkbookPart book, string name, double[] widths, IEnumerable<string[]> rows)
    {
        var number = (uint)book.Workbook!.Sheets!.ChildElements.Count + 1;
        var part = book.AddNewPart<WorksheetPart>($"sheet{number}");
        var data = new SheetData();
        var line = 0u;
        foreach (var row in rows)
        {
            var style = line == 0 ? 1u : 2u;
            data.Append(new Row(row.Select(text => Cell(text, style))) { RowIndex = ++line });
        }

        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new DocumentFormat.OpenXml.Spreadsheet.Columns(widths.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })),
            data);
        // A sheet's name has 31 letters at most.
        book.Workbook.Sheets.Append(new Sheet { Id = $"sheet{number}", SheetId = number, Name = name.Length > 31 ? name[..31].TrimEnd() : name });
    }

    private static Cell Cell(string text, uint style) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new Cell { CellValue = new CellValue(number), DataType = CellValues.Number, StyleIndex = style }
        : new Cell(new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    private static string Clean(string text)
    {
        var clean = OfficePackage.Clean(text);
        return clean.Length <= LongestText ? clean : string.Concat(clean.AsSpan(0, LongestText - 1), "…");
    }

    // Style 1 is the heading, style 2 a cell whose text wraps.
    private static void Styles(WorkbookPart book) => book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = new Stylesheet(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = 1, ApplyFont = true, ApplyAlignment = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
