using System.Globalization;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GpmTool.Bpmn;

/// <summary>The table that offices download and fill in.</summary>
internal static class StepTableTemplate
{
    private static readonly string[][] Example =
    [
        ["1", "Meldung aufnehmen", "Leitstelle", "", "10", "", "Schadensmeldung", "", "digital", "CAFM", ""],
        ["2", "Schaden prüfen", "Objektmanagement", "3 (kleiner Schaden); 4 (großer Schaden)", "15-30", "480", "Schadensmeldung", "", "digital", "CAFM", ""],
        ["3", "Schaden beheben", "Hausmeister", "6", "60", "", "", "", "", "", "mit eigenen Mitteln"],
        ["4", "Firma beauftragen", "Einkauf", "5, 6", "45", "", "", "Auftrag", "Papier", "", "5 und 6 beginnen gleichzeitig"],
        ["5", "Haushaltsmittel binden", "Einkauf", "7", "20", "", "", "", "", "SAP", ""],
        ["6", "Melder informieren", "Leitstelle", "7", "5", "", "", "", "", "", ""],
        ["7", "Vorgang abschließen", "Objektmanagement", "Ende", "5", "", "", "", "", "CAFM", ""],
    ];

    private static readonly (StepColumn Column, string Text)[] Help =
    [
        (StepColumn.Number, "Nummer oder Kürzel des Schritts; jede nur einmal."),
        (StepColumn.Step, "Was getan wird, zum Beispiel „Antrag prüfen“. Pflicht."),
        (StepColumn.Role, "Wer es tut: eine Rolle, keine Person."),
        (StepColumn.Next, "Leer: die nächste Zeile. Sonst Nummern oder „Ende“. Mit Bedingungen ist es eine Entscheidung: „4 (ja); 7 (nein)“. Ohne Bedingungen beginnen die Schritte gleichzeitig: „5, 6“."),
        (StepColumn.Processing, "Minuten, die jemand daran arbeitet: „15“, „7,5“ oder eine Spanne „10-20“."),
        (StepColumn.Waiting, "Minuten, die der Vorgang davor liegt; ein Arbeitstag hat 480."),
        (StepColumn.Inputs, "Dokumente, die gebraucht werden, durch Semikolon getrennt."),
        (StepColumn.Outputs, "Dokumente, die entstehen, durch Semikolon getrennt."),
        (StepColumn.Medium, "„Papier“, „digital“ oder „mündlich“; gilt für die Dokumente der Zeile."),
        (StepColumn.Systems, "IT-Systeme, durch Semikolon getrennt."),
        (StepColumn.Description, "Was sonst wichtig ist."),
    ];

    public static byte[] Text()
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true }, leaveOpen: true))
            foreach (var row in Example.Prepend([.. StepColumns.Words])) csv.WriteRecord(row);
        return file.ToArray();
    }

    public static byte[] Workbook()
    {
        using var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            Styles(book);
            Sheet(book, "Schritte", [6, 32, 22, 38, 22, 18, 26, 26, 12, 16, 36], Example.Prepend([.. StepColumns.Words]));
            Sheet(book, "Hinweise", [26, 110], Help.Select(help => new[] { StepColumns.Word(help.Column), help.Text }).Prepend(["Spalte", "Was hineingehört"]));
            book.Workbook.Save();
        }

        return file.ToArray();
    }

    private static void Sheet(WorkbookPart book, string name, double[] widths, IEnumerable<string[]> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        var number = 0u;
        foreach (var row in rows)
        {
            var style = number == 0 ? 1u : 2u;
            data.Append(new Row(row.Select(text => Cell(text, style))) { RowIndex = ++number });
        }

        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(widths.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })),
            data);
        var sheets = book.Workbook!.Sheets!;
        sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name });
    }

    private static Cell Cell(string text, uint style) => double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new Cell { CellValue = new CellValue(number), DataType = CellValues.Number, StyleIndex = style }
        : new Cell(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    // Style 1 is the heading, style 2 a cell whose text wraps.
    private static void Styles(WorkbookPart book) => book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = 1, ApplyFont = true, ApplyAlignment = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
