namespace GpmTool.Pictures;

/// <summary>
/// Where several ways leave or reach one side of an activity they get places of their own; at events and gateways, whose
/// sides are points, they share the line up to the branch.
/// </summary>
internal static class Fan
{
    private const double Step = 12;

    public static void Spread(Grid grid)
    {
        var starts = new Dictionary<Cell, List<Route>>();
        var finishes = new Dictionary<Cell, List<Route>>();
        foreach (var route in grid.Scope.Routes)
        {
            if (route.Lines.Count == 0) continue;
            if (route.StartSide == Side.Right && route.Lines[0].Kind == LineKind.Row && route.Start?.Cell is { } from) Into(starts, from, route);
            if (route.FinishSide == Side.Left && route.Lines[^1].Kind == LineKind.Row && route.Finish?.Cell is { } to) Into(finishes, to, route);
        }

        foreach (var (cell, routes) in starts) Spread(grid, cell, routes, atStart: true);
        foreach (var (cell, routes) in finishes) Spread(grid, cell, routes, atStart: false);
        foreach (var route in grid.Scope.Routes) Nets(route, starts, finishes);
    }

    private static void Spread(Grid grid, Cell cell, List<Route> routes, bool atStart)
    {
        if (routes.Count < 2 || cell.IsEvent || cell.IsGateway) return;
        var (up, down) = (new List<(double Place, Line Line)>(), new List<(double Place, Line Line)>());
        var beside = atStart ? cell.Layer + 1 : cell.Layer;
        var isStraight = false;
        foreach (var route in routes)
        {
            var (own, gutter, other) = atStart ? (0, 1, 2) : (route.Lines.Count - 1, route.Lines.Count - 2, route.Lines.Count - 3);
            if (route.Lines.Count < 3 || route.Lines[gutter].Index != beside)
            {
                isStraight = true;
                continue;
            }

            var place = grid.PlaceOf(route.Lines[other]);
            (place < 4 * cell.Row + 2 ? up : down).Add((place, route.Lines[own]));
        }

        // One that bends may use the middle if none goes straight.
        if (!isStraight && up.Count + down.Count == 1) return;
        Offsets(up, -1);
        Offsets(down, 1);

        void Offsets(List<(double Place, Line Line)> lines, int sign)
        {
            lines.Sort((a, b) => sign * b.Place.CompareTo(a.Place));
            var step = Math.Min(Step, (cell.Height / 2 - 8) / Math.Max(1, lines.Count));
            for (var i = 0; i < lines.Count; i++) lines[i].Line.Offset = sign * step * (lines.Count - i);
        }
    }

    private static void Nets(Route route, Dictionary<Cell, List<Route>> starts, Dictionary<Cell, List<Route>> finishes)
    {
        for (var i = 0; i < route.Lines.Count; i++)
        {
            var line = route.Lines[i];
            line.Net = route;
            if (line.Kind != LineKind.Gutter) continue;
            var fan = i == 1 && route.StartSide == Side.Right && route.Lines[0] is { Kind: LineKind.Row, Offset: 0 } && route.Start?.Cell is { } from && starts.TryGetValue(from, out var leaving) && leaving.Count > 1 ? leaving : null;
            var merge = i == route.Lines.Count - 2 && route.FinishSide == Side.Left && route.Lines[^1] is { Kind: LineKind.Row, Offset: 0 } && route.Finish?.Cell is { } to && finishes.TryGetValue(to, out var reaching) && reaching.Count > 1 ? reaching : null;
            line.Net = fan is null || (merge is not null && merge.Count > fan.Count) ? merge ?? line.Net : fan;
        }
    }

    private static void Into(Dictionary<Cell, List<Route>> map, Cell cell, Route route)
    {
        if (!map.TryGetValue(cell, out var list)) map[cell] = list = [];
        list.Add(route);
    }
}
