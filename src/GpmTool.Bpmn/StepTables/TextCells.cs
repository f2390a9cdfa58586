using CsvHelper;

namespace GpmTool.Bpmn;

/// <summary>Reads the cells of a CSV file (RFC 4180, with the separators that office programs use).</summary>
internal static class TextCells
{
    private static readonly char[] Separators = [';', '\t', ','];

    public static TableCells Read(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var text = SourceText.PlainText(content);
        if (text.Contains('\0')) throw StepTableException.Of(TableFaults.NotATable());
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false, // rows are counted as an office program shows them
            Separator = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? null : Separator(text),
            MaxRecordSize = StepTable.MaxBytes,
        };
        using var reader = CsvReader.Create(new StringReader(text), options);
        var rows = new List<TableRow>();
        var number = 0;
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var row = new TableRow(++number, [.. Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetString(field).Trim())]);
            if (row.IsBlank) continue;
            rows.Add(row);
            if (rows.Count > StepTable.MaxRows + 1) throw StepTableException.Of(TableFaults.TooManyRows(StepTable.MaxRows));
        }

        return new TableCells(rows);
    }

    // The heading decides: whichever separator it holds most, outside of quotes.
    private static char Separator(string text)
    {
        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var letter in text)
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (letter is '\n' && !isQuoted && counts.Any(count => count > 0)) break;
            else if (!isQuoted && Array.IndexOf(Separators, letter) is var at and >= 0) counts[at]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }
}
