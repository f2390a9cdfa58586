namespace GpmTool.Pictures;

/// <summary>
/// Rows and columns with what lies in them. Ways run in gutters between columns, corridors between rows, and over cells
/// that are empty: by construction none meets a node.
/// </summary>
internal sealed class Grid
{
    private readonly Cell?[,] _cells;
    private readonly byte[,] _runs; // 1 a way runs horizontally, 2 vertically
    private readonly int[] _above;
    private readonly int[] _below;
    private readonly double[] _corridor;

    public Grid(Scope scope, List<Cell>[] layers, int[] rowsOfBand)
    {
        (Scope, Layers, LayerCount) = (scope, layers, layers.Length);
        RowCount = rowsOfBand.Sum();
        BandOfRow = new int[RowCount];
        FirstRowOfBand = new int[rowsOfBand.Length];
        (_above, _below) = (new int[RowCount], new int[RowCount]);
        _corridor = new double[2 * RowCount];
        for (var (band, row) = (0, 0); band < rowsOfBand.Length; band++)
        {
            FirstRowOfBand[band] = row;
            for (var i = 0; i < rowsOfBand[band]; i++, row++)
            {
                BandOfRow[row] = band;
                // Corridors of one lane are shared; at the border of two lanes each has its own.
                _above[row] = i > 0 ? _below[row - 1] : CorridorCount++;
                _below[row] = CorridorCount++;
                if (i == 0) _corridor[_above[row]] = 4 * row + 1;
                _corridor[_below[row]] = i + 1 < rowsOfBand[band] ? 4 * row + 4 : 4 * row + 3;
            }
        }

        foreach (var frame in scope.Frames)
        {
            frame.FirstRow = FirstRowOfBand[frame.FirstBand];
            frame.LastRow = FirstRowOfBand[frame.LastBand] + rowsOfBand[frame.LastBand] - 1;
        }

        _cells = new Cell?[RowCount, Math.Max(1, LayerCount)];
        _runs = new byte[RowCount, Math.Max(1, LayerCount)];
        foreach (var layer in layers)
            foreach (var cell in layer) _cells[cell.Row, cell.Layer] = cell;
    }

    public Scope Scope { get; }
    public List<Cell>[] Layers { get; }
    public int LayerCount { get; }
    public int RowCount { get; }
    public int CorridorCount { get; }
    public int[] BandOfRow { get; }
    public int[] FirstRowOfBand { get; }

    /// <summary>The gutter right of all pools.</summary>
    public int Outside => LayerCount + 1;

    public int Above(int row) => _above[row];

    public int Below(int row) => _below[row];

    /// <summary>The place of a corridor among rows; rows lie at 4 × number + 2.</summary>
    public double PlaceOf(int corridor) => _corridor[corridor];

    /// <summary>Where a line lies: y of horizontal, x of vertical ones, in ordinal numbers.</summary>
    public double PlaceOf(Line line) => line.Kind switch
    {
        LineKind.Row => 4 * line.Index + 2 + line.Offset / 1000,
        LineKind.Corridor => _corridor[line.Index],
        LineKind.Gutter => 2 * line.Index,
        _ => 2 * line.Index + 1 + line.Offset / 1000,
    };

    /// <summary>Whether no node lies in a column strictly between two rows.</summary>
    public bool IsClear(int layer, int row, int other)
    {
        for (var i = Math.Min(row, other) + 1; i < Math.Max(row, other); i++)
            if (_cells[i, layer] is { IsDummy: false } || (_runs[i, layer] & 2) != 0 || IsBlackBox(i)) return false;
        return true;
    }

    /// <summary>Whether a way can turn in a cell.</summary>
    public bool CanTurn(int layer, int row) => _cells[row, layer] is null && _runs[row, layer] == 0;

    public void Occupy(int layer, int row, int other)
    {
        for (var i = Math.Min(row, other) + 1; i < Math.Max(row, other); i++) _runs[i, layer] |= 2;
    }

    public void Turn(int layer, int row) => _runs[row, layer] = 3;

    /// <summary>Whether a black-box pool lies strictly between two rows.</summary>
    public bool HasBlackBoxBetween(int row, int other)
    {
        var (upper, lower) = (Math.Min(row, other), Math.Max(row, other));
        foreach (var frame in Scope.Frames)
            if (frame.IsBlackBox && frame.FirstRow > upper && frame.FirstRow < lower) return true;
        return false;
    }

    private bool IsBlackBox(int row)
    {
        foreach (var frame in Scope.Frames)
            if (frame.IsBlackBox && frame.FirstRow == row) return true;
        return false;
    }
}
