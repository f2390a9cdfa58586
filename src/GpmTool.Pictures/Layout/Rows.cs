namespace GpmTool.Pictures;

/// <summary>
/// The row of each cell. Links of the same lane that do not cross are made straight, the main path first; the blocks that
/// arise are packed from the top and then let down towards their neighbours (after U. Brandes, B. Köpf, "Fast and simple
/// horizontal coordinate assignment", 2001, with whole rows instead of coordinates). O(n × widest column).
/// </summary>
internal static class Rows
{
    /// <summary>Assigns rows; returns the number of rows of each band, at least one.</summary>
    public static int[] Run(Scope scope, List<Cell>[] layers, int bands)
    {
        Align(scope, layers);
        var rows = new int[bands];
        Array.Fill(rows, 1);
        if (!Pack(layers)) Fallback(layers);
        Settle(layers);
        foreach (var layer in layers)
            foreach (var cell in layer) rows[cell.Band] = Math.Max(rows[cell.Band], cell.Row + 1);
        var first = 0;
        var offsets = new int[bands];
        for (var band = 0; band < bands; band++)
        {
            offsets[band] = first;
            first += rows[band];
        }

        foreach (var layer in layers)
            foreach (var cell in layer) cell.Row += offsets[cell.Band];
        return rows;
    }

    private static void Align(Scope scope, List<Cell>[] layers)
    {
        var accepted = new List<(Cell From, Cell To)>[layers.Length];
        for (var i = 0; i < accepted.Length; i++) accepted[i] = [];
        foreach (var link in scope.Links.Where(link => link.Chain.Count > 0).OrderByDescending(Priority).ThenBy(link => link.Number))
        {
            for (var i = 1; i < link.Chain.Count; i++)
            {
                var (from, to) = (link.Chain[i - 1], link.Chain[i]);
                if (from.Band != to.Band || from.After is not null || to.Before is not null || Crosses(accepted[from.Layer], from, to)) continue;
                from.After = to;
                to.Before = from;
                accepted[from.Layer].Add((from, to));
            }
        }
    }

    private static int Priority(Link link) =>
        link.From!.Boundary is not null ? 0
        : link.IsMain ? 4
        : link.Chain.Count > 2 ? 1
        : link.From.Cell!.Successors.Count == 1 && link.To!.Cell!.Predecessors.Count == 1 ? 3
        : 2;

    private static bool Crosses(List<(Cell From, Cell To)> accepted, Cell from, Cell to)
    {
        foreach (var other in accepted)
            if (other.From.Place < from.Place != other.To.Place < to.Place) return true;
        return false;
    }

    // Kahn's order over the blocks: each lies below what lies above any of its cells.
    private static bool Pack(List<Cell>[] layers)
    {
        var open = new Dictionary<Cell, int>();
        var below = new Dictionary<Cell, List<Cell>>();
        var heads = new List<Cell>();
        foreach (var layer in layers)
        {
            for (var i = 0; i < layer.Count; i++)
            {
                var head = Head(layer[i]);
                if (head == layer[i])
                {
                    heads.Add(head);
                    open.TryAdd(head, 0);
                }

                if (i == 0 || layer[i - 1].Band != layer[i].Band) continue;
                var upper = Head(layer[i - 1]);
                open[head] = open.GetValueOrDefault(head) + 1;
                if (!below.TryGetValue(upper, out var list)) below[upper] = list = [];
                list.Add(head);
            }
        }

        var rows = new Dictionary<Cell, int>();
        var ready = new Queue<Cell>(heads.Where(head => open[head] == 0));
        var done = 0;
        while (ready.TryDequeue(out var head))
        {
            done++;
            var row = rows.GetValueOrDefault(head);
            for (var cell = head; cell is not null; cell = cell.After) cell.Row = row;
            if (!below.TryGetValue(head, out var list)) continue;
            foreach (var next in list)
            {
                rows[next] = Math.Max(rows.GetValueOrDefault(next), row + 1);
                if (--open[next] == 0) ready.Enqueue(next);
            }
        }

        return done == heads.Count;
    }

    // Blocks that do not cross have an order; should one not be found, every cell takes the next row of its column.
    private static void Fallback(List<Cell>[] layers)
    {
        foreach (var layer in layers)
        {
            for (var i = 0; i < layer.Count; i++)
            {
                layer[i].Before = layer[i].After = null;
                layer[i].Row = i > 0 && layer[i - 1].Band == layer[i].Band ? layer[i - 1].Row + 1 : 0;
            }
        }
    }

    // From the bottom up, each block goes down to the median of its neighbours where there is room.
    private static void Settle(List<Cell>[] layers)
    {
        var last = new Dictionary<int, int>();
        var heads = new List<Cell>();
        foreach (var layer in layers)
        {
            foreach (var cell in layer)
            {
                last[cell.Band] = Math.Max(last.GetValueOrDefault(cell.Band), cell.Row);
                if (cell.Before is null) heads.Add(cell);
            }
        }

        var wishes = new List<int>();
        foreach (var head in heads.OrderByDescending(head => head.Row))
        {
            var room = last[head.Band];
            wishes.Clear();
            for (var cell = head; cell is not null; cell = cell.After)
            {
                var layer = layers[cell.Layer];
                if (cell.Place + 1 < layer.Count && layer[cell.Place + 1].Band == cell.Band) room = Math.Min(room, layer[cell.Place + 1].Row - 1);
                foreach (var near in cell.Predecessors)
                    if (near.Band == cell.Band && near != cell.Before) wishes.Add(near.Row);
                foreach (var near in cell.Successors)
                    if (near.Band == cell.Band && near != cell.After) wishes.Add(near.Row);
            }

            if (wishes.Count == 0 || room <= head.Row) continue;
            wishes.Sort();
            var row = Math.Min(room, wishes[(wishes.Count - 1) / 2]);
            if (row <= head.Row) continue;
            for (var cell = head; cell is not null; cell = cell.After) cell.Row = row;
        }
    }

    private static Cell Head(Cell cell)
    {
        while (cell.Before is { } before) cell = before;
        return cell;
    }
}
