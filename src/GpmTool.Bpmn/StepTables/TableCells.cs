namespace GpmTool.Bpmn;

/// <summary>The cells of a table as texts.</summary>
/// <param name="Rows">The rows that hold something, in order.</param>
internal sealed record TableCells(IReadOnlyList<TableRow> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Cells">Its cells from the first column on; empty where there is nothing.</param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Whether all cells are blank.</summary>
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}
