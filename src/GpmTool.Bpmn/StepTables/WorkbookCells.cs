using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GpmTool.Bpmn;

/// <summary>Reads the cells of the first visible sheet of an XLSX file (ECMA-376). Formulas count with the value that was stored.</summary>
internal static class WorkbookCells
{
    private const int MaxParts = 1_000;
    private const int MaxColumns = 256;

    public static TableCells Read(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            CheckParts(content);
            using var package = SpreadsheetDocument.Open(new MemoryStream(content.ToArray(), writable: false), isEditable: false, new OpenSettings { MaxCharactersInPart = StepTable.MaxBytes });
            var book = package.WorkbookPart ?? throw StepTableException.Of(TableFaults.NotATable());
            var sheet = book.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible);
            if (sheet?.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part) throw StepTableException.Of(TableFaults.NotATable());
            var shared = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(Text).ToList() ?? [];
            return new TableCells(Rows(part, shared, cancellation));
        }
        catch (Exception exception) when (exception is InvalidDataException or OpenXmlPackageException or FileFormatException or XmlException or ArgumentException or InvalidOperationException)
        {
            throw StepTableException.Of(TableFaults.NotATable());
        }
    }

    // Before anything is unpacked: few parts, and together no larger than a table may be. What a part claims is held to below.
    private static void CheckParts(ReadOnlyMemory<byte> content)
    {
        using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MaxParts || zip.Entries.Sum(entry => Math.Min(entry.Length, StepTable.MaxBytes + 1L)) > StepTable.MaxBytes) throw StepTableException.Of(TableFaults.TooLarge(StepTable.MaxBytes));
        var buffer = new byte[64 * 1024];
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int count; (count = part.Read(buffer)) > 0;)
                if ((total += count) > StepTable.MaxBytes) throw StepTableException.Of(TableFaults.TooLarge(StepTable.MaxBytes));
        }
    }

    private static List<TableRow> Rows(WorksheetPart part, List<string> shared, CancellationToken cancellation)
    {
        var rows = new List<TableRow>();
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            cancellation.ThrowIfCancellationRequested();
            var row = (Row)reader.LoadCurrentElement()!;
            number = row.RowIndex is { } index ? (int)index.Value : number + 1;
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
                if (column >= MaxColumns) continue;
                while (cells.Count <= column) cells.Add("");
                cells[column] = Text(cell, shared).Trim();
            }

            var read = new TableRow(number, cells);
            if (read.IsBlank) continue;
            rows.Add(read);
            if (rows.Count > StepTable.MaxRows + 1) throw StepTableException.Of(TableFaults.TooManyRows(StepTable.MaxRows));
        }

        return rows;
    }

    private static string Text(Cell cell, List<string> shared)
    {
        if (cell.DataType?.Value == CellValues.InlineString) return cell.InlineString is { } inline ? Text(inline) : "";
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString) return int.TryParse(value, out var index) && index >= 0 && index < shared.Count ? shared[index] : "";
        return value;
    }

    // Phonetic runs are readings of the text, not part of it.
    private static string Text(OpenXmlCompositeElement item) =>
        string.Concat(item.ChildElements.SelectMany(child => child switch { Text text => [text.Text], Run run => run.Elements<Text>().Select(part => part.Text), _ => [] }));

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (letter is < 'A' or > 'Z') break;
            column = Math.Min((column * 26) + letter - 'A' + 1, int.MaxValue / 52);
        }

        return column - 1;
    }
}
