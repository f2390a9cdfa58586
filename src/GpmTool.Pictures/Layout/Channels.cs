namespace GpmTool.Pictures;

/// <summary>
/// Gives the lines of each gutter and corridor their tracks: lines that overlap lie side by side, in the order that crosses
/// least (channel routing after A. Hashimoto, J. Stevens, "Wire routing by optimizing channel assignment", 1971, with the
/// order improved by exchanging neighbours). O(k²) a channel of k nets, larger channels by interval alone.
/// </summary>
internal sealed class Channels
{
    private const int LargestSorted = 150;

    private readonly Grid _grid;
    private readonly Dictionary<(LineKind, int), Dictionary<object, Item>> _channels = [];

    private Channels(Grid grid)
    {
        _grid = grid;
        Gutters = new int[grid.LayerCount + 2];
        Corridors = new int[grid.CorridorCount];
    }

    /// <summary>The number of tracks of each gutter.</summary>
    public int[] Gutters { get; }

    /// <summary>The number of tracks of each corridor.</summary>
    public int[] Corridors { get; }

    public static Channels Assign(Grid grid)
    {
        var channels = new Channels(grid);
        foreach (var route in grid.Scope.Routes) channels.Collect(route);
        foreach (var ((kind, index), items) in channels._channels)
        {
            var count = Tracks([.. items.Values]);
            (kind == LineKind.Gutter ? channels.Gutters : channels.Corridors)[index] = count;
        }

        return channels;
    }

    private void Collect(Route route)
    {
        for (var i = 0; i < route.Lines.Count; i++)
        {
            var line = route.Lines[i];
            if (line.Kind is not (LineKind.Gutter or LineKind.Corridor)) continue;
            if (!_channels.TryGetValue((line.Kind, line.Index), out var items)) _channels[(line.Kind, line.Index)] = items = [];
            if (!items.TryGetValue(line.Net!, out var item)) items[line.Net!] = item = new Item();
            item.Lines.Add(line);
            var own = _grid.PlaceOf(line);
            Pin(item, route, i - 1, own, i > 0 ? null : route.Start, route.StartSide);
            Pin(item, route, i + 1, own, i + 1 < route.Lines.Count ? null : route.Finish, route.FinishSide);
        }
    }

    // Where the neighbouring line meets this one, and to which side it leads from there.
    private void Pin(Item item, Route route, int neighbour, double own, End? end, Side side)
    {
        if (neighbour < 0 || neighbour >= route.Lines.Count)
        {
            var border = end is null ? (route.LeavesDown == true ? 4.0 * _grid.RowCount + 4 : 0)
                : end.Frame is { } frame ? (side == Side.Top ? 4 * frame.FirstRow + 0.5 : side == Side.Bottom ? 4 * frame.LastRow + 3.5 : 2 * _grid.LayerCount + 1)
                : own;
            item.Reach(border);
            return;
        }

        var line = route.Lines[neighbour];
        var at = _grid.PlaceOf(line);
        item.Reach(at);
        var isForward = neighbour < route.Lines.IndexOf(item.Lines[^1]);
        var beyond = isForward ? neighbour - 1 : neighbour + 1;
        double far;
        if (beyond >= 0 && beyond < route.Lines.Count) far = _grid.PlaceOf(route.Lines[beyond]);
        else
        {
            var last = isForward ? route.Start : route.Finish;
            far = last?.Cell is { } cell ? (line.IsHorizontal ? 2 * cell.Layer + 1 : 4 * cell.Row + 2)
                : last?.Frame is { } frame ? (line.IsHorizontal ? 2 * _grid.LayerCount + 1 : 4 * frame.FirstRow + 2)
                : route.LeavesDown == true ? double.MaxValue : double.MinValue;
        }

        item.Pins.Add((at, far < own, line.Kind is LineKind.Row or LineKind.Column, isForward ? route.Start : route.Finish));
    }

    private static int Tracks(List<Item> items)
    {
        items.Sort((a, b) => a.Low != b.Low ? a.Low.CompareTo(b.Low) : a.High.CompareTo(b.High));
        if (items.Count <= LargestSorted)
        {
            // Neighbours change places while that saves crossings; the bound ends cycles.
            for (var (round, changed) = (0, true); changed && round < items.Count; round++)
            {
                changed = false;
                for (var i = 1; i < items.Count; i++)
                {
                    if (Cost(items[i], items[i - 1]) >= Cost(items[i - 1], items[i])) continue;
                    (items[i - 1], items[i]) = (items[i], items[i - 1]);
                    changed = true;
                }
            }
        }

        var count = 0;
        for (var i = 0; i < items.Count; i++)
        {
            var track = 0;
            for (var k = 0; k < i; k++)
                if (items[k].Touches(items[i])) track = Math.Max(track, items[k].Track + 1);
            items[i].Track = track;
            foreach (var line in items[i].Lines) line.Track = track;
            count = Math.Max(count, track + 1);
        }

        return count;
    }

    // What it costs to lie before the other: crossings, and lines that would lie on each other.
    private static int Cost(Item first, Item second)
    {
        if (!first.Touches(second)) return 0;
        var cost = 0;
        foreach (var pin in first.Pins)
        {
            if (pin.IsBefore) continue;
            if (pin.At > second.Low && pin.At < second.High) cost++;
            foreach (var other in second.Pins)
                if (other.IsBefore && pin.IsFixed && other.IsFixed && pin.At == other.At && (pin.End is null || pin.End.Cell != other.End?.Cell)) cost += 10;
        }

        foreach (var pin in second.Pins)
            if (pin.IsBefore && pin.At > first.Low && pin.At < first.High) cost++;
        return cost;
    }

    private sealed class Item
    {
        public List<Line> Lines { get; } = [];
        public List<(double At, bool IsBefore, bool IsFixed, End? End)> Pins { get; } = [];
        public double Low { get; private set; } = double.MaxValue;
        public double High { get; private set; } = double.MinValue;
        public int Track { get; set; }

        public void Reach(double at)
        {
            Low = Math.Min(Low, at);
            High = Math.Max(High, at);
        }

        public bool Touches(Item other) => Low <= other.High && other.Low <= High;
    }
}
