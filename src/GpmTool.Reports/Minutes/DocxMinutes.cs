using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GpmTool.Reports;

/// <summary>Minutes as a document for word processors (ISO/IEC 29500): real headings, tables with header rows, language and title.</summary>
public static class DocxMinutes
{
    private const string TableStyle = "GpmTable";
    private const int TextWidth = 9638; // A4 less 2 cm on each side, in twentieths of a point

    /// <summary>Writes the document. The same minutes give the same bytes.</summary>
    public static void Write(ReviewMinutes minutes, MinutesOptions options, Stream output)
    {
        var page = MinutesPage.Of(minutes, options);
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = Styles(page.Language == "en" ? "en-GB" : "de-DE");
            var body = new Body(Paragraph("Title", page.Title), Paragraph("Subtitle", page.Kind), Paragraph(null, page.Summary));
            foreach (var block in page.Blocks) Add(body, block);
            body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
            main.Document = new Document(body);
            var core = package.AddCoreFilePropertiesPart();
            package.ChangeIdOfPart(core, "core");
            using var writer = new StreamWriter(core.GetStream(FileMode.Create), new System.Text.UTF8Encoding(false));
            writer.Write($"""
                <?xml version="1.0" encoding="UTF-8"?>
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{HtmlText.Escape(OfficePackage.Clean(page.Title))}</dc:title><dc:language>{page.Language}</dc:language></cp:coreProperties>
                """);
        }

        file.Position = 0;
        OfficePackage.CopyTimeless(file, output);
    }

    private static void Add(Body body, MinutesBlock block)
    {
        switch (block)
        {
            case MinutesHeading heading: body.Append(Paragraph($"Heading{heading.Level - 1}", heading.Text)); break;
            case MinutesNote note: body.Append(Paragraph(null, note.Text)); break;
            case MinutesFacts facts:
                foreach (var (label, value) in facts.Rows) body.Append(new Paragraph([new Run(new RunProperties(new Bold()), Text(label + ": ")), new Run(Lines(value))]));
                break;
            case MinutesTable table: body.Append(Of(table), new Paragraph()); break;
            default: throw new InvalidOperationException(block.GetType().Name);
        }
    }

    private static Table Of(MinutesTable table)
    {
        var width = (TextWidth / table.Columns.Count).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var made = new Table(
            new TableProperties(new TableStyle { Val = TableStyle }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLayout { Type = TableLayoutValues.Fixed }, new TableLook { Val = "0020", FirstRow = true }),
            new TableGrid(table.Columns.Select(_ => new GridColumn { Width = width })));
        made.Append(Row(new TableRowProperties(new CantSplit(), new TableHeader()), table.Columns, width));
        foreach (var row in table.Rows) made.Append(Row(null, row, width));
        return made;
    }

    private static TableRow Row(TableRowProperties? properties, IReadOnlyList<string> cells, string width)
    {
        var row = new TableRow();
        if (properties is not null) row.Append(properties);
        foreach (var cell in cells) row.Append(new TableCell(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }), new Paragraph(new Run(Lines(cell)))));
        return row;
    }

    private static Paragraph Paragraph(string? style, string text) => style is null
        ? new Paragraph(new Run(Lines(text)))
        : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(Lines(text)));

    private static IEnumerable<OpenXmlElement> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) yield return new Break();
            yield return Text(lines[i]);
        }
    }

    private static Text Text(string text) => new(OfficePackage.Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static Styles Styles(string language)
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new FontSize { Val = "21" }, new Languages { Val = language })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
        styles.Append(Style("Title", "Title", null, 40), Style("Subtitle", "Subtitle", null, 24), Style("Heading1", "heading 1", 0, 30), Style("Heading2", "heading 2", 1, 24));
        styles.Append(new Style(
            new StyleName { Val = "GpmTool table" },
            new StyleTableProperties(new TableBorders(Border<TopBorder>(), Border<BottomBorder>(), Border<InsideHorizontalBorder>()), new TableCellMarginDefault(new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(new RunPropertiesBaseStyle(new Bold())) { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = TableStyle, CustomStyle = true });
        return styles;
    }

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "8A8F99" };

    private static Style Style(string id, string name, int? outline, int size)
    {
        var paragraph = new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "80" });
        if (outline is { } level) paragraph.Append(new OutlineLevel { Val = level });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle(), paragraph,
            new StyleRunProperties(new Bold(), new FontSize { Val = size.ToString(System.Globalization.CultureInfo.InvariantCulture) }))
        { Type = StyleValues.Paragraph, StyleId = id };
    }
}
