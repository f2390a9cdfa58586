namespace GpmTool.Pictures;

/// <summary>
/// Finds a way for every link of a grid: straight along rows, up and down in gutters, and through corridors where a row is
/// taken. Loops go back through the corridor below. O(links × rows).
/// </summary>
internal sealed class Router
{
    private readonly Grid _grid;

    private Router(Grid grid) => _grid = grid;

    public static void Run(Grid grid)
    {
        var router = new Router(grid);
        var sequences = grid.Scope.Links.Where(Layering.IsFlow).ToList();
        foreach (var link in sequences.Where(link => link.Chain.Count > 0).OrderByDescending(link => link.IsMain)) router.Chain(link);
        foreach (var link in sequences.Where(link => link.Chain.Count == 0)) router.Around(link);
        foreach (var link in grid.Scope.Links.Where(link => !Layering.IsFlow(link) && !link.EndsAtBorder)) router.Free(link);
        foreach (var exit in grid.Scope.Exits) router.Leave(exit);
        Fan.Spread(grid);
    }

    // A flow whose bends have places: along the rows, changing them in the gutters.
    private void Chain(Link link)
    {
        var route = Begin(link);
        var (from, to) = (link.Chain[0], link.Chain[^1]);
        var row = from.Row;
        route.Lines.Add(new Line(LineKind.Row, row));
        for (var i = 1; i < link.Chain.Count; i++)
        {
            if (link.Chain[i].Row == row) continue;
            route.Lines.Add(new Line(LineKind.Gutter, link.Chain[i].Layer));
            row = link.Chain[i].Row;
            route.Lines.Add(new Line(LineKind.Row, row));
        }

        if (link.From!.Boundary is { } boundary)
        {
            route.StartSide = Side.Bottom;
            var next = route.Lines.Count > 1 && route.Lines[1].Index == from.Layer + 1 ? route.Lines[2].Index : from.Row;
            if (next > from.Row && _grid.IsClear(from.Layer, from.Row, next) && _grid.CanTurn(from.Layer, next))
            {
                Occupied(from.Layer, from.Row, next);
                route.Lines.RemoveRange(0, 2);
                route.Lines.Insert(0, new Line(LineKind.Column, from.Layer, boundary.Offset));
            }
            else
            {
                // Down into the corridor, then along the gutter behind the activity.
                if (next == from.Row) route.Lines.Insert(0, new Line(LineKind.Gutter, from.Layer + 1));
                else route.Lines.RemoveAt(0);
                route.Lines.Insert(0, new Line(LineKind.Corridor, _grid.Below(from.Row)));
                route.Lines.Insert(0, new Line(LineKind.Column, from.Layer, boundary.Offset));
            }
        }
        else if (from.IsGateway && from.Successors.Count > 1 && route.Lines.Count > 2 && route.Lines[1].Index == from.Layer + 1 && Vertical(from, route.Lines[2].Index) is { } side)
        {
            route.StartSide = side;
            route.Lines.RemoveRange(0, 2);
            route.Lines.Insert(0, new Line(LineKind.Column, from.Layer));
        }

        if (to.IsGateway && to.Predecessors.Count > 1 && route.Lines.Count > 2 && route.Lines[^2] is { Kind: LineKind.Gutter } last && last.Index == to.Layer
            && route.Lines[^3].Kind == LineKind.Row && Vertical(to, route.Lines[^3].Index) is { } end)
        {
            route.FinishSide = end;
            route.Lines.RemoveRange(route.Lines.Count - 2, 2);
            route.Lines.Add(new Line(LineKind.Column, to.Layer));
        }
    }

    // A gateway's upper or lower corner, if the column is free as far as the row.
    private Side? Vertical(Cell cell, int row)
    {
        var ports = row > cell.Row ? cell.Bottom : cell.Top;
        if (!ports.IsFree || !_grid.IsClear(cell.Layer, cell.Row, row) || !_grid.CanTurn(cell.Layer, row)) return null;
        ports.Taken.Add(0);
        Occupied(cell.Layer, cell.Row, row);
        return row > cell.Row ? Side.Bottom : Side.Top;
    }

    private void Occupied(int layer, int row, int other)
    {
        _grid.Occupy(layer, row, other);
        _grid.Turn(layer, other);
    }

    // Loops, and flows too long for bends: through the corridor below (loops) or between both ends.
    private void Around(Link link)
    {
        var (from, to) = (link.From!.Cell!, link.To!.Cell!);
        var route = Begin(link);
        if (!link.IsBack && link.From.Boundary is null)
        {
            if (from.Layer + 1 == to.Layer)
            {
                route.Lines.AddRange([new Line(LineKind.Row, from.Row), new Line(LineKind.Gutter, to.Layer), new Line(LineKind.Row, to.Row)]);
                return;
            }

            route.Lines.AddRange([
                new Line(LineKind.Row, from.Row), new Line(LineKind.Gutter, from.Layer + 1),
                new Line(LineKind.Corridor, to.Row >= from.Row ? _grid.Below(from.Row) : _grid.Above(from.Row)), new Line(LineKind.Gutter, to.Layer), new Line(LineKind.Row, to.Row)]);
            return;
        }

        var lower = Math.Max(from.Row, to.Row);
        var corridor = _grid.Below(lower);
        if (link.From.Boundary is { } boundary)
        {
            route.StartSide = Side.Bottom;
            route.Lines.Add(new Line(LineKind.Column, from.Layer, boundary.Offset));
            if (from.Row != lower && !_grid.IsClear(from.Layer, from.Row, lower + 1))
                route.Lines.AddRange([new Line(LineKind.Corridor, _grid.Below(from.Row)), new Line(LineKind.Gutter, from.Layer + 1)]);
        }
        else if (Down(from, lower) is { } offset)
        {
            route.StartSide = Side.Bottom;
            route.Lines.Add(new Line(LineKind.Column, from.Layer, offset));
        }
        else
        {
            route.Lines.AddRange([new Line(LineKind.Row, from.Row), new Line(LineKind.Gutter, from.Layer + 1)]);
        }

        route.Lines.Add(new Line(LineKind.Corridor, corridor));
        if (Down(to, lower) is { } end)
        {
            route.FinishSide = Side.Bottom;
            route.Lines.Add(new Line(LineKind.Column, to.Layer, end));
        }
        else
        {
            route.Lines.AddRange([new Line(LineKind.Gutter, to.Layer), new Line(LineKind.Row, to.Row)]);
        }
    }

    // The lower side, if nothing stands between it and the corridor under a row.
    private double? Down(Cell cell, int row)
    {
        if (cell.Bottom.Closed || (cell.Row != row && !_grid.IsClear(cell.Layer, cell.Row, row + 1))) return null;
        if (cell.IsEvent && cell.Node!.Name is { Length: > 0 } && cell.Bottom.Taken.Count > 0) return null;
        if (cell.Row != row) _grid.Occupy(cell.Layer, cell.Row, row + 1);
        return Port(cell, true);
    }

    private static double Port(Cell cell, bool bottom)
    {
        var taken = (bottom ? cell.Bottom : cell.Top).Taken;
        var step = cell.IsEvent ? 7.0 : cell.IsGateway ? 9.0 : 18.0;
        var limit = cell.Width / 2 - (cell.IsEvent ? 8 : cell.IsGateway ? 12 : 10);
        for (var i = 0; i < 64; i++)
        {
            var offset = (i % 2 == 0 ? -1 : 1) * ((i + 1) / 2) * step;
            if (Math.Abs(offset) > limit) break;
            if (taken.Contains(offset) || (bottom && cell.Boundaries.Exists(boundary => Math.Abs(boundary.Offset - offset) < Sizes.Event / 2 + 4))) continue;
            taken.Add(offset);
            return offset;
        }

        // All places are taken: one is shared, away from events on the border.
        return bottom && cell.Boundaries.Count > 0 ? -cell.Width / 2 + 6 : 0;
    }

    private void Free(Link link)
    {
        var route = Begin(link);
        if (link.From is not { } from || link.To is not { } to)
        {
            Stub(route, link);
            return;
        }

        if (from.Cell is { } sender && to.Cell is { } receiver) Between(route, from, sender, to, receiver);
        else if (from.Cell is not null) ToFrame(route, from, to.Frame!, atFinish: true);
        else if (to.Cell is not null) ToFrame(route, to, from.Frame!, atFinish: false);
        else Frames(route, from.Frame!, to.Frame!);
    }

    // A flow that hangs: a short piece that stays beside its node.
    private static void Stub(Route route, Link link)
    {
        if (link.From?.Cell is { } from)
        {
            var isFree = from.Successors.Count == 0 && link.From.Boundary is null;
            route.StartSide = isFree ? Side.Right : Side.Bottom;
            route.Lines.Add(isFree ? new Line(LineKind.Row, from.Row) : new Line(LineKind.Column, from.Layer, link.From.Boundary?.Offset ?? Port(from, true)));
        }
        else if (link.To?.Cell is { } to)
        {
            var isFree = to.Predecessors.Count == 0;
            route.FinishSide = isFree ? Side.Left : Side.Top;
            route.Lines.Add(isFree ? new Line(LineKind.Row, to.Row) : new Line(LineKind.Column, to.Layer, Port(to, false)));
        }
    }

    private void Between(Route route, End from, Cell sender, End to, Cell receiver)
    {
        if (Straight(route, from, sender, to, receiver)) return;
        var down = receiver.Row >= sender.Row;
        var (side, column, corridor) = Leg(from, sender, down);
        var (otherSide, otherColumn, otherCorridor) = Leg(to, receiver, receiver.Row == sender.Row ? side == Side.Bottom : !down);
        (route.StartSide, route.FinishSide) = (side, otherSide);
        route.Lines.AddRange([column, new Line(LineKind.Corridor, corridor)]);
        if (corridor != otherCorridor)
        {
            var gutter = _grid.HasBlackBoxBetween(sender.Row, receiver.Row) ? _grid.Outside : sender.Layer > receiver.Layer ? sender.Layer : sender.Layer + 1;
            route.Lines.AddRange([new Line(LineKind.Gutter, gutter), new Line(LineKind.Corridor, otherCorridor)]);
        }

        route.Lines.Add(otherColumn);
    }

    // One above the other with nothing between.
    private bool Straight(Route route, End from, Cell sender, End to, Cell receiver)
    {
        if (sender.Layer != receiver.Layer || sender.Row == receiver.Row || from.Satellite is not null || to.Satellite is not null || to.Boundary is not null || (from.Exit ?? to.Exit) is not null) return false;
        var down = receiver.Row > sender.Row;
        var (start, finish) = down ? (sender.Bottom, receiver.Top) : (sender.Top, receiver.Bottom);
        if (start.Closed || finish.Closed || !_grid.IsClear(sender.Layer, sender.Row, receiver.Row)) return false;
        double offset;
        if (from.Boundary is { } boundary)
        {
            if (!down || receiver.IsEvent || receiver.IsGateway || Math.Abs(boundary.Offset) > receiver.Width / 2 - 6 || finish.Taken.Contains(boundary.Offset)) return false;
            offset = boundary.Offset;
        }
        else
        {
            double[] wishes = sender.IsEvent || sender.IsGateway || receiver.IsEvent || receiver.IsGateway ? [0] : [0, 18, -18, 36, -36];
            var found = Array.FindIndex(wishes, wish => !start.Taken.Contains(wish) && !finish.Taken.Contains(wish)
                && !(down ? sender : receiver).Boundaries.Exists(boundary => Math.Abs(boundary.Offset - wish) < Sizes.Event / 2 + 4));
            if (found < 0) return false;
            offset = wishes[found];
            start.Taken.Add(offset);
        }

        finish.Taken.Add(offset);
        _grid.Occupy(sender.Layer, sender.Row, receiver.Row);
        (route.StartSide, route.FinishSide) = down ? (Side.Bottom, Side.Top) : (Side.Top, Side.Bottom);
        route.Lines.Add(new Line(LineKind.Column, sender.Layer, offset));
        return true;
    }

    /// <summary>Out of a cell, above or below it, into the corridor there.</summary>
    private (Side Side, Line Column, int Corridor) Leg(End end, Cell cell, bool down)
    {
        double offset;
        if (end.Exit is { } exit)
        {
            (down, offset) = (exit.Down, exit.X - cell.Width / 2);
        }
        else if (end.Boundary is { } boundary)
        {
            (down, offset) = (true, boundary.Offset);
        }
        else if (end.Satellite is { } satellite)
        {
            down = !satellite.IsAbove;
            offset = satellite.Place.X + satellite.Place.Width / 2 + (satellite.Taken.Count % 2 == 0 ? 1 : -1) * (satellite.Taken.Count + 1) / 2 * 6;
            satellite.Taken.Add(offset);
        }
        else
        {
            // The other side, where documents stand on this one.
            if ((down ? cell.Bottom : cell.Top).Closed) down = !down;
            offset = Port(cell, down);
        }

        return (down ? Side.Bottom : Side.Top, new Line(LineKind.Column, cell.Layer, offset), down ? _grid.Below(cell.Row) : _grid.Above(cell.Row));
    }

    private void ToFrame(Route route, End end, Frame frame, bool atFinish)
    {
        var cell = end.Cell!;
        var isOwn = cell.Frame == frame;
        var down = isOwn || frame.FirstRow > cell.Row;
        var edge = isOwn ? frame.LastRow + 1 : down ? frame.FirstRow : frame.LastRow;
        var (side, column, corridor) = Leg(end, cell, down);
        List<Line> lines = [column];
        var frameSide = isOwn || !down ? Side.Bottom : Side.Top;
        if (_grid.HasBlackBoxBetween(cell.Row, edge))
        {
            lines.AddRange([new Line(LineKind.Corridor, corridor), new Line(LineKind.Gutter, _grid.Outside), Into(frame)]);
            frameSide = Side.Right;
        }
        else if ((side == Side.Bottom) != down || end.Satellite is not null || !_grid.IsClear(cell.Layer, cell.Row, edge))
        {
            lines.AddRange([new Line(LineKind.Corridor, corridor), new Line(LineKind.Gutter, cell.Layer + 1)]);
        }
        else
        {
            _grid.Occupy(cell.Layer, cell.Row, edge);
        }

        if (!atFinish) lines.Reverse();
        route.Lines.AddRange(lines);
        (route.StartSide, route.FinishSide) = atFinish ? (side, frameSide) : (frameSide, side);
    }

    private void Frames(Route route, Frame from, Frame to)
    {
        if (from == to) return;
        if (_grid.HasBlackBoxBetween(from.FirstRow, to.FirstRow))
        {
            route.Lines.AddRange([Into(from), new Line(LineKind.Gutter, _grid.Outside), Into(to)]);
            (route.StartSide, route.FinishSide) = (Side.Right, Side.Right);
            return;
        }

        // Through what lies between, in the gutters only.
        route.Lines.Add(new Line(LineKind.Gutter, _grid.LayerCount / 2));
        (route.StartSide, route.FinishSide) = from.FirstRow < to.FirstRow ? (Side.Bottom, Side.Top) : (Side.Top, Side.Bottom);
    }

    private Line Into(Frame frame) => new(LineKind.Corridor, _grid.Below(frame.LastRow));

    private void Leave(Exit exit)
    {
        var cell = exit.End.Cell!;
        var route = new Route(exit.Link) { Start = exit.End, LeavesDown = exit.Down };
        exit.Route = route;
        var (side, column, corridor) = Leg(exit.End, cell, exit.Down);
        route.StartSide = side;
        route.Lines.Add(column);
        var edge = exit.Down ? _grid.RowCount : -1;
        if ((side == Side.Bottom) == exit.Down && exit.End.Satellite is null && _grid.IsClear(cell.Layer, cell.Row, edge)) _grid.Occupy(cell.Layer, cell.Row, edge);
        else route.Lines.AddRange([new Line(LineKind.Corridor, corridor), new Line(LineKind.Gutter, cell.Layer + 1)]);
        _grid.Scope.Routes.Add(route);
    }

    private Route Begin(Link link)
    {
        var route = new Route(link) { Start = link.From, Finish = link.To };
        _grid.Scope.Routes.Add(route);
        return route;
    }
}
