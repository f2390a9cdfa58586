using System.Text.Json;
using GpmTool.Cli.Output;

namespace GpmTool.Cli.Server;

/// <summary>A list as aligned columns; in a pipe they are parted by tabs.</summary>
internal static class Table
{
    /// <summary>Writes it, with a heading on a terminal.</summary>
    public static void Write(string[] columns, IReadOnlyList<JsonElement> items)
    {
        var rows = items.Select(item => columns.Select(column => Cell(item, column)).ToArray()).ToList();
        if (!Terminal.Out.IsTerminal)
        {
            foreach (var row in rows) Terminal.Out.Line(string.Join('\t', row));
            return;
        }

        var widths = columns.Select((column, i) => rows.Select(row => row[i].Length).Append(column.Length).Max()).ToArray();
        Terminal.Out.Line(Terminal.Out.Paint(Padded(columns, widths), Tone.Faint));
        foreach (var row in rows) Terminal.Out.Line(Padded(row, widths));
    }

    private static string Padded(string[] cells, int[] widths) => string.Join("  ", cells.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd();

    private static string Cell(JsonElement item, string column) => !item.TryGetProperty(column, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => string.Join(' ', value.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        _ => value.ToString(),
    };
}
