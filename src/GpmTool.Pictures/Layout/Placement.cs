using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>Coordinates of a grid, relative to its upper left corner: columns and rows as wide as what stands in them, gutters and corridors as wide as their lines. O(cells + lines).</summary>
internal sealed class Placement
{
    private const double Margin = 24;
    private const double Header = 26;
    private const double StubLength = 30;

    private readonly Grid _grid;
    private readonly Channels _channels;
    private readonly LayoutOptions _options;
    private readonly double[] _left;
    private readonly double[] _right;
    private readonly double[] _x;
    private readonly double[] _gutterX;
    private readonly double[] _gutter;
    private readonly double[] _y;
    private readonly double[] _corridorY;
    private readonly double[] _corridor;

    private Placement(Grid grid, Channels channels, LayoutOptions options)
    {
        (_grid, _channels, _options) = (grid, channels, options);
        (_left, _right, _x) = (new double[grid.LayerCount], new double[grid.LayerCount], new double[grid.LayerCount]);
        (_gutter, _gutterX) = (new double[grid.LayerCount + 2], new double[grid.LayerCount + 2]);
        _y = new double[grid.RowCount];
        (_corridor, _corridorY) = (new double[grid.CorridorCount], new double[grid.CorridorCount]);
    }

    public static void Run(Grid grid, Channels channels, LayoutOptions options)
    {
        var placement = new Placement(grid, channels, options);
        foreach (var cell in grid.Scope.Cells) CellSizes.Extend(cell);
        placement.Columns();
        placement.RowsAndFrames();
        foreach (var layer in grid.Layers)
            foreach (var cell in layer) (cell.X, cell.Y) = (placement._x[cell.Layer], placement._y[cell.Row]);
        foreach (var frame in grid.Scope.Frames)
            foreach (var lane in frame.Lanes) placement.Lane(lane, frame);
        foreach (var route in grid.Scope.Routes) placement.Points(route);
        foreach (var exit in grid.Scope.Exits)
            if (exit.Route is { Points.Count: > 0 } route) exit.X = route.Points[^1].X;
    }

    private double Tracks(int count) => count == 0 ? 0 : (count - 1) * _options.LineGap;

    private void Columns()
    {
        var scope = _grid.Scope;
        foreach (var layer in _grid.Layers)
        {
            foreach (var cell in layer)
            {
                _left[cell.Layer] = Math.Max(_left[cell.Layer], cell.Left);
                _right[cell.Layer] = Math.Max(_right[cell.Layer], cell.Right);
            }
        }

        for (var i = 0; i <= _grid.LayerCount; i++)
        {
            var isEdge = i == 0 || i == _grid.LayerCount;
            var tracks = _channels.Gutters[i];
            _gutter[i] = Math.Max(isEdge ? Margin : _options.ColumnGap, Tracks(tracks) + (tracks == 0 ? 0 : isEdge ? 28 : 36));
        }

        foreach (var route in scope.Routes)
        {
            // Room for what a flow says, on its first level piece.
            if (route.Link.LabelWidth == 0 || route.Start?.Cell is not { } from || from.Layer + 1 >= _grid.LayerCount || route.Lines.Count == 0) continue;
            var room = route.StartSide == Side.Right ? _right[from.Layer] - from.Width / 2 : _right[from.Layer];
            _gutter[from.Layer + 1] = Math.Max(_gutter[from.Layer + 1], route.Link.LabelWidth + 26 - room + (_channels.Gutters[from.Layer + 1] > 0 && route.Lines.Count > 1 ? 14 : 0));
        }

        var labels = 0.0;
        foreach (var frame in scope.Frames) labels = Math.Max(labels, (frame.Pool is null ? 0 : Sizes.LaneLabel) + Sizes.LaneLabel * Depth(frame.Lanes));
        var x = labels;
        for (var i = 0; i < _grid.LayerCount; i++)
        {
            _gutterX[i] = x;
            x += _gutter[i] + _left[i];
            _x[i] = x;
            x += _right[i];
        }

        _gutterX[_grid.LayerCount] = x;
        x += _gutter[_grid.LayerCount];
        foreach (var frame in scope.Frames) frame.Right = Math.Max(x, 200);
        scope.Width = Math.Max(x, scope.Frames.Exists(frame => frame.Pool is not null) ? 200 : 0);
        if (_channels.Gutters[_grid.Outside] is var outside and > 0)
        {
            _gutterX[_grid.Outside] = scope.Width + 20;
            _gutter[_grid.Outside] = Tracks(outside);
            scope.Width += 40 + Tracks(outside);
        }
    }

    private static int Depth(List<LaneBox> lanes)
    {
        var depth = 0;
        foreach (var lane in lanes) depth = Math.Max(depth, 1 + Depth(lane.Children));
        return depth;
    }

    private void RowsAndFrames()
    {
        var scope = _grid.Scope;
        var (up, down) = (new double[_grid.RowCount], new double[_grid.RowCount]);
        var isFull = new bool[_grid.RowCount];
        foreach (var cell in scope.Cells)
        {
            up[cell.Row] = Math.Max(up[cell.Row], cell.Up);
            down[cell.Row] = Math.Max(down[cell.Row], cell.Down);
            isFull[cell.Row] = true;
        }

        for (var row = 0; row < _grid.RowCount; row++)
        {
            var isLast = row + 1 == _grid.RowCount || _grid.BandOfRow[row + 1] != _grid.BandOfRow[row];
            if (row == 0 || _grid.BandOfRow[row - 1] != _grid.BandOfRow[row]) Corridor(_grid.Above(row), 20, 32);
            Corridor(_grid.Below(row), isLast ? 20 : Half(row) + Half(row + 1), 32);
        }

        foreach (var frame in scope.Frames)
        {
            if (frame.IsBlackBox)
            {
                up[frame.FirstRow] = down[frame.FirstRow] = Sizes.BlackBox / 2;
                foreach (var corridor in (int[])[_grid.Above(frame.FirstRow), _grid.Below(frame.FirstRow)]) _corridor[corridor] = _channels.Corridors[corridor] * _options.LineGap;
            }

            foreach (var lane in frame.Lanes) Stretch(lane, frame, up, down);
            if (frame.Pool is { } pool && !frame.IsBlackBox) Stretch(frame.FirstBand, frame.LastBand, LabelLength(pool.Name), up, down);
        }

        var y = 0.0;
        foreach (var frame in scope.Frames)
        {
            if (frame.Number > 0) y += _options.PoolGap;
            frame.Top = y;
            if (scope.Container is not null && !scope.IsPlane) y += Header;
            for (var row = frame.FirstRow; row <= frame.LastRow; row++)
            {
                if (row == frame.FirstRow || _grid.BandOfRow[row] != _grid.BandOfRow[row - 1])
                {
                    _corridorY[_grid.Above(row)] = y;
                    y += _corridor[_grid.Above(row)];
                }

                _y[row] = y + up[row];
                y += up[row] + down[row];
                _corridorY[_grid.Below(row)] = y;
                y += _corridor[_grid.Below(row)];
            }

            frame.Bottom = y;
        }

        // Events on the lower border of a sub-process reach into it.
        if (scope is { IsPlane: false, Container.Boundaries.Count: > 0 }) y += Sizes.Event / 2;
        scope.Height = y;

        double Half(int row) => isFull[row] ? _options.RowGap / 2 : 8;

        void Corridor(int corridor, double least, double room) =>
            _corridor[corridor] = Math.Max(least, _channels.Corridors[corridor] == 0 ? 0 : Tracks(_channels.Corridors[corridor]) + room);
    }

    private static double LabelLength(string? name) =>
        name is null ? 0 : Math.Min(260, FontMetrics.Width(name, Sizes.TaskSize) * (FontMetrics.Width(name, Sizes.TaskSize) > 130 ? 0.6 : 1)) + 24;

    private void Stretch(LaneBox lane, Frame frame, double[] up, double[] down)
    {
        foreach (var child in lane.Children) Stretch(child, frame, up, down);
        Stretch(lane.FirstBand, lane.LastBand, Math.Max(70, LabelLength(lane.Lane.Name)), up, down);
    }

    // Makes bands at least so high, half above and half below.
    private void Stretch(int firstBand, int lastBand, double least, double[] up, double[] down)
    {
        var height = 0.0;
        var (first, last) = RowsOf(firstBand, lastBand);
        for (var row = first; row <= last; row++)
        {
            if (row == first || _grid.BandOfRow[row] != _grid.BandOfRow[row - 1]) height += _corridor[_grid.Above(row)];
            height += up[row] + down[row] + _corridor[_grid.Below(row)];
        }

        if (height >= least) return;
        up[first] += (least - height) / 2;
        down[last] += (least - height) / 2;
    }

    private (int First, int Last) RowsOf(int firstBand, int lastBand) =>
        (_grid.FirstRowOfBand[firstBand], lastBand + 1 < _grid.FirstRowOfBand.Length ? _grid.FirstRowOfBand[lastBand + 1] - 1 : _grid.RowCount - 1);

    private double Value(Line line) => line.Kind switch
    {
        LineKind.Row => _y[line.Index] + line.Offset,
        LineKind.Column => _x[line.Index] + line.Offset,
        LineKind.Gutter => _gutterX[line.Index] + (_gutter[line.Index] - Tracks(_channels.Gutters[line.Index])) / 2 + line.Track * _options.LineGap,
        _ => _corridorY[line.Index] + (_corridor[line.Index] - Tracks(_channels.Corridors[line.Index])) / 2 + line.Track * _options.LineGap,
    };

    private void Points(Route route)
    {
        if (route.Lines.Count == 0) return;
        foreach (var line in route.Lines) line.Value = Value(line);
        var points = route.Points;
        var first = route.Start is { } start ? Dock(start, route.StartSide, route.Lines[0]) : (Point?)null;
        var last = route.LeavesDown is { } leaves ? new Point(route.Lines[^1].Value, leaves ? _grid.Scope.Height : 0)
            : route.Finish is { } finish ? Dock(finish, route.FinishSide, route.Lines[^1]) : (Point?)null;
        first ??= Stub(last!.Value, route.FinishSide);
        last ??= Stub(first.Value, route.StartSide);
        points.Add(first.Value);
        for (var i = 1; i < route.Lines.Count; i++)
            points.Add(route.Lines[i].IsHorizontal ? new Point(route.Lines[i - 1].Value, route.Lines[i].Value) : new Point(route.Lines[i].Value, route.Lines[i - 1].Value));
        points.Add(last.Value);
    }

    private static Point Stub(Point at, Side side) => side switch
    {
        Side.Right => at with { X = at.X + StubLength },
        Side.Left => at with { X = at.X - StubLength },
        Side.Bottom => at with { Y = at.Y + StubLength / 2 },
        _ => at with { Y = at.Y - StubLength / 2 },
    };

    private static Point Dock(End end, Side side, Line line)
    {
        if (end.Frame is { } frame)
            return side switch
            {
                Side.Top => new Point(line.Value, frame.Top),
                Side.Bottom => new Point(line.Value, frame.Bottom),
                _ => new Point(frame.Right, line.Value),
            };
        var cell = end.Cell!;
        if (end.Boundary is not null) return new Point(line.Value, cell.Y + cell.Height / 2 + Sizes.Event / 2);
        if (end.Satellite is { } satellite) return new Point(line.Value, cell.Y + satellite.Place.Y + (satellite.IsAbove ? 0 : satellite.Place.Height));
        if (side is Side.Left or Side.Right) return new Point(cell.X + (side == Side.Left ? -1 : 1) * cell.Width / 2, line.Value);
        var aside = Math.Abs(line.Value - cell.X);
        var half = cell.IsEvent ? Math.Sqrt(Math.Max(0, cell.Height * cell.Height / 4 - aside * aside)) : cell.IsGateway ? cell.Height / 2 - aside : cell.Height / 2;
        return new Point(line.Value, cell.Y + (side == Side.Top ? -half : half));
    }

    private void Lane(LaneBox lane, Frame frame)
    {
        var left = (frame.Pool is null ? 0 : Sizes.LaneLabel) + lane.Depth * Sizes.LaneLabel;
        var (first, last) = RowsOf(lane.FirstBand, lane.LastBand);
        var (top, bottom) = (_corridorY[_grid.Above(first)], _corridorY[_grid.Below(last)] + _corridor[_grid.Below(last)]);
        _grid.Scope.Lanes.Add((lane.Lane, new Bounds(left, top, frame.Right - left, bottom - top)));
        foreach (var child in lane.Children) Lane(child, frame);
    }
}
