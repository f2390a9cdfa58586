namespace GpmTool.Pictures;

/// <summary>
/// The order of the cells in each column. Long flows get a bend in every column they pass; then the columns are sorted by
/// the barycentre of their neighbours, forwards and backwards, and neighbours swapped while that saves crossings (Sugiyama
/// et al. 1981; transposition after E. Gansner et al., "A technique for drawing directed graphs", 1993). Cells stay in
/// their lane, components apart. O(sweeps × (n log n + m log n)), n cells with bends, m links.
/// </summary>
internal sealed class Ordering
{
    private const int Sweeps = 8;
    private const int LongestSpan = 24;
    private const int TransposeLimit = 3000;

    private readonly Scope _scope;
    private readonly Dictionary<(Cell, Cell), bool> _main = [];

    private Ordering(Scope scope, int layers)
    {
        _scope = scope;
        Layers = new List<Cell>[layers];
        for (var i = 0; i < layers; i++) Layers[i] = [];
    }

    private List<Cell>[] Layers { get; }

    /// <summary>The columns from left to right, each from top to bottom.</summary>
    public static List<Cell>[] Run(Scope scope, int layers)
    {
        var ordering = new Ordering(scope, layers);
        ordering.Fill();
        ordering.Begin();
        ordering.Improve();
        return ordering.Layers;
    }

    private void Fill()
    {
        foreach (var cell in _scope.Cells) Layers[cell.Layer].Add(cell);
        var counts = new Dictionary<(int Layer, int Band), int>();
        foreach (var cell in _scope.Cells) Count(cell);
        var budget = 4 * _scope.Cells.Count + 100;
        var number = _scope.Cells.Count;
        var splits = _scope.Links.Where(link => Layering.IsFlow(link) && !link.IsBack).ToList();
        foreach (var link in splits.OrderBy(link => link.To!.Cell!.Layer - link.From!.Cell!.Layer))
        {
            var (from, to) = (link.From!.Cell!, link.To!.Cell!);
            var span = to.Layer - from.Layer;
            if (span < 1 || span > LongestSpan || (budget -= span - 1) < 0) continue;
            link.Chain.Add(from);
            var band = span > 1 ? Band(from, to) : 0;
            for (var layer = from.Layer + 1; layer < to.Layer; layer++)
            {
                var owner = band == to.Band ? to : from;
                var bend = new Cell { Id = "", Number = number++, IsDummy = true, Layer = layer, Band = band, Component = from.Component, Frame = owner.Frame, Lane = owner.Lane };
                Layers[layer].Add(bend);
                Count(bend);
                link.Chain.Add(bend);
            }

            link.Chain.Add(to);
            for (var i = 1; i < link.Chain.Count; i++)
            {
                link.Chain[i - 1].Successors.Add(link.Chain[i]);
                link.Chain[i].Predecessors.Add(link.Chain[i - 1]);
                if (link.IsMain) _main[(link.Chain[i - 1], link.Chain[i])] = true;
            }
        }

        // The lane with more room; of equals the one it leads to.
        int Band(Cell from, Cell to)
        {
            if (from.Band == to.Band) return from.Band;
            var (inFrom, inTo) = (0, 0);
            for (var layer = from.Layer + 1; layer < to.Layer; layer++)
            {
                inFrom += counts.GetValueOrDefault((layer, from.Band));
                inTo += counts.GetValueOrDefault((layer, to.Band));
            }

            return inFrom < inTo ? from.Band : to.Band;
        }

        void Count(Cell cell) => counts[(cell.Layer, cell.Band)] = counts.GetValueOrDefault((cell.Layer, cell.Band)) + 1;
    }

    // Depth first, the main path first: it stays on top unless that costs crossings.
    private void Begin()
    {
        var seen = new HashSet<Cell>();
        var visit = 0;
        var stack = new Stack<Cell>();
        foreach (var start in _scope.Cells.Where(cell => cell.Predecessors.Count == 0).OrderBy(cell => cell.Layer).Concat(_scope.Cells))
        {
            stack.Push(start);
            while (stack.TryPop(out var cell))
            {
                if (!seen.Add(cell)) continue;
                cell.Key = visit++;
                for (var i = cell.Successors.Count - 1; i >= 0; i--)
                    if (!_main.ContainsKey((cell, cell.Successors[i]))) stack.Push(cell.Successors[i]);
                foreach (var next in cell.Successors)
                    if (_main.ContainsKey((cell, next))) stack.Push(next);
            }
        }

        foreach (var layer in Layers) Sort(layer);
    }

    private void Improve()
    {
        var best = Crossings();
        var order = Save();
        for (var sweep = 0; sweep < Sweeps && best > 0; sweep++)
        {
            if (sweep % 2 == 0)
                for (var i = 1; i < Layers.Length; i++) Barycentre(Layers[i], cell => cell.Predecessors);
            else
                for (var i = Layers.Length - 2; i >= 0; i--) Barycentre(Layers[i], cell => cell.Successors);
            var crossings = Crossings();
            if (crossings >= best) continue;
            best = crossings;
            order = Save();
        }

        for (var i = 0; i < Layers.Length; i++)
        {
            Layers[i] = order[i];
            Number(Layers[i]);
        }

        if (best > 0 && Layers.Sum(layer => layer.Count) <= TransposeLimit) Transpose();
    }

    private void Transpose()
    {
        for (var (round, improved) = (0, true); improved && round < 4; round++)
        {
            improved = false;
            foreach (var layer in Layers)
            {
                for (var i = 1; i < layer.Count; i++)
                {
                    var (upper, lower) = (layer[i - 1], layer[i]);
                    if (upper.Band != lower.Band || upper.Component != lower.Component) continue;
                    if (Crossings(lower, upper) >= Crossings(upper, lower)) continue;
                    (layer[i - 1], layer[i]) = (lower, upper);
                    (lower.Place, upper.Place) = (i - 1, i);
                    improved = true;
                }
            }
        }
    }

    private static int Crossings(Cell upper, Cell lower) =>
        Crossings(upper.Predecessors, lower.Predecessors) + Crossings(upper.Successors, lower.Successors);

    private static int Crossings(List<Cell> upper, List<Cell> lower)
    {
        var count = 0;
        foreach (var a in upper)
            foreach (var b in lower)
                if (a.Place > b.Place) count++;
        return count;
    }

    private static void Barycentre(List<Cell> layer, Func<Cell, List<Cell>> neighbours)
    {
        foreach (var cell in layer)
        {
            var near = neighbours(cell);
            var sum = 0.0;
            foreach (var other in near) sum += other.Place;
            cell.Key = near.Count > 0 ? sum / near.Count : cell.Place;
        }

        Sort(layer);
    }

    // List.Sort is not stable: equal keys keep their place by the place itself.
    private static void Sort(List<Cell> layer)
    {
        Number(layer);
        layer.Sort((a, b) =>
        {
            var order = a.Band.CompareTo(b.Band);
            if (order == 0) order = a.Component.CompareTo(b.Component);
            if (order == 0) order = a.Key.CompareTo(b.Key);
            return order == 0 ? a.Place.CompareTo(b.Place) : order;
        });
        Number(layer);
    }

    private static void Number(List<Cell> layer)
    {
        for (var i = 0; i < layer.Count; i++) layer[i].Place = i;
    }

    private List<Cell>[] Save() => Array.ConvertAll(Layers, layer => new List<Cell>(layer));

    // Accumulator tree after W. Barth, M. Jünger, P. Mutzel, "Simple and efficient bilayer cross counting" (2002).
    private long Crossings()
    {
        var total = 0L;
        for (var i = 1; i < Layers.Length; i++)
        {
            var tree = new int[Layers[i].Count + 1];
            var seen = 0;
            var targets = new List<int>();
            foreach (var cell in Layers[i - 1])
            {
                targets.Clear();
                foreach (var to in cell.Successors) targets.Add(to.Place);
                targets.Sort();
                foreach (var place in targets)
                {
                    var notAbove = 0;
                    for (var k = place + 1; k > 0; k -= k & -k) notAbove += tree[k];
                    total += seen - notAbove;
                }

                foreach (var place in targets)
                {
                    for (var k = place + 1; k < tree.Length; k += k & -k) tree[k]++;
                    seen++;
                }
            }
        }

        return total;
    }
}
