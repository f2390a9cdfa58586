namespace GpmTool.Pictures;

/// <summary>
/// The columns of a grid: flows that close a loop are set aside by depth-first search (they are drawn back), then every
/// cell stands behind its longest way from a start. Layered drawing after K. Sugiyama, S. Tagawa, M. Toda, "Methods for
/// visual understanding of hierarchical system structures" (1981); longest-path layering after P. Eades, K. Sugiyama (1990).
/// O(cells + links); messages that say who waits for whom cost O(links) each, for the first <see cref="MaximumMessages"/>.
/// </summary>
internal static class Layering
{
    private const int MaximumMessages = 100;
    private const int SinglesPerRow = 6;

    public static int Run(Scope scope)
    {
        var cells = scope.Cells;
        var flows = new List<Link>[cells.Count];
        for (var i = 0; i < flows.Length; i++) flows[i] = [];
        foreach (var link in scope.Links)
            if (IsFlow(link) && link.From!.Cell != link.To!.Cell) flows[link.From.Cell!.Number].Add(link);
            else if (IsFlow(link)) link.IsBack = true;
        Loops(cells, flows);

        var next = new List<(int To, int Length)>[cells.Count];
        for (var i = 0; i < next.Length; i++) next[i] = [.. flows[i].Where(link => !link.IsBack).Select(link => (link.To!.Cell!.Number, 1))];
        Messages(scope, next);
        Longest(cells, next);
        Tighten(cells, next);
        Main(cells, flows);
        return Singles(scope, flows);
    }

    /// <summary>Whether a link is a sequence flow between two nodes of one frame.</summary>
    public static bool IsFlow(Link link) =>
        link is { Kind: LinkKind.Sequence, From: { Cell: { } from, Satellite: null }, To: { Cell: { } to, Satellite: null, Boundary: null } } && from.Frame == to.Frame && link.Sources.Count + link.Targets.Count == 0;

    private static void Loops(List<Cell> cells, List<Link>[] flows)
    {
        var state = new byte[cells.Count]; // 0 new, 1 on the way, 2 done
        var isTarget = new bool[cells.Count];
        foreach (var list in flows)
            foreach (var link in list) isTarget[link.To!.Cell!.Number] = true;
        var stack = new Stack<(int Cell, int Next)>();
        // Begin where processes begin: a loop is closed by the flow that leads back.
        foreach (var start in cells.Where(cell => !isTarget[cell.Number]).Concat(cells.Where(cell => cell.Node?.Kind == Model.NodeKind.StartEvent)).Concat(cells))
        {
            if (state[start.Number] != 0) continue;
            stack.Push((start.Number, 0));
            state[start.Number] = 1;
            while (stack.TryPop(out var top))
            {
                if (top.Next == flows[top.Cell].Count)
                {
                    state[top.Cell] = 2;
                    continue;
                }

                stack.Push((top.Cell, top.Next + 1));
                var link = flows[top.Cell][top.Next];
                var to = link.To!.Cell!.Number;
                if (state[to] == 1) link.IsBack = true;
                else if (state[to] == 0)
                {
                    state[to] = 1;
                    stack.Push((to, 0));
                }
            }
        }
    }

    // A receiver stands at or behind its sender, as long as that closes no loop.
    private static void Messages(Scope scope, List<(int To, int Length)>[] next)
    {
        var count = 0;
        var seen = new int[next.Length];
        var waiting = new Stack<int>();
        foreach (var link in scope.Links)
        {
            if (link is not { Kind: LinkKind.Message, From: { Cell: { } from, Satellite: null }, To: { Cell: { } to, Satellite: null } } || from == to) continue;
            if (++count > MaximumMessages) return;
            if (!Reaches(to.Number, from.Number, count)) next[from.Number].Add((to.Number, 0));
        }

        bool Reaches(int start, int goal, int mark)
        {
            waiting.Clear();
            waiting.Push(start);
            seen[start] = mark;
            while (waiting.TryPop(out var cell))
            {
                if (cell == goal) return true;
                foreach (var (to, _) in next[cell])
                {
                    if (seen[to] == mark) continue;
                    seen[to] = mark;
                    waiting.Push(to);
                }
            }

            return false;
        }
    }

    private static void Longest(List<Cell> cells, List<(int To, int Length)>[] next)
    {
        var open = new int[cells.Count];
        foreach (var list in next)
            foreach (var (to, _) in list) open[to]++;
        var ready = new Queue<int>(cells.Where(cell => open[cell.Number] == 0).Select(cell => cell.Number));
        while (ready.TryDequeue(out var from))
        {
            foreach (var (to, length) in next[from])
            {
                cells[to].Layer = Math.Max(cells[to].Layer, cells[from].Layer + length);
                if (--open[to] == 0) ready.Enqueue(to);
            }
        }
    }

    // What nothing leads to stands directly before what it leads to.
    private static void Tighten(List<Cell> cells, List<(int To, int Length)>[] next)
    {
        var isTarget = new bool[cells.Count];
        foreach (var list in next)
            foreach (var (to, _) in list) isTarget[to] = true;
        foreach (var cell in cells)
        {
            if (isTarget[cell.Number] || next[cell.Number].Count == 0) continue;
            var nearest = next[cell.Number].Min(step => cells[step.To].Layer - step.Length);
            cell.Layer = Math.Max(cell.Layer, nearest);
        }
    }

    // The way with most steps from a start is the main path of its component.
    private static void Main(List<Cell> cells, List<Link>[] flows)
    {
        var length = new int[cells.Count];
        var best = new Link?[cells.Count];
        var isTarget = new bool[cells.Count];
        foreach (var cell in cells.OrderByDescending(cell => cell.Layer))
        {
            foreach (var link in flows[cell.Number])
            {
                if (link.IsBack) continue;
                isTarget[link.To!.Cell!.Number] = true;
                // An event on a border leads to the exception.
                var steps = length[link.To!.Cell!.Number] + (link.From!.Boundary is null ? 1 : -1000);
                if (best[cell.Number] is not null && steps <= length[cell.Number]) continue;
                (length[cell.Number], best[cell.Number]) = (steps, link);
            }
        }

        foreach (var cell in cells)
        {
            if (isTarget[cell.Number]) continue;
            for (var link = best[cell.Number]; link is { IsMain: false }; link = best[link.To!.Cell!.Number]) link.IsMain = true;
        }
    }

    // Cells without flows stand side by side, wide ones where the columns are wide already.
    private static int Singles(Scope scope, List<Link>[] flows)
    {
        var isLinked = new bool[scope.Cells.Count];
        foreach (var list in flows)
        {
            foreach (var link in list)
                isLinked[link.From!.Cell!.Number] = isLinked[link.To!.Cell!.Number] = true;
        }

        foreach (var link in scope.Links)
        {
            if (link.Kind != LinkKind.Message) continue;
            if (link.From?.Cell is { } from) isLinked[from.Number] = true;
            if (link.To?.Cell is { } to) isLinked[to.Number] = true;
        }

        var layers = 0;
        foreach (var cell in scope.Cells)
            if (isLinked[cell.Number]) layers = Math.Max(layers, cell.Layer + 1);
        Components(scope, isLinked);
        var free = new Dictionary<int, int>();
        var singles = scope.Cells.Where(cell => !isLinked[cell.Number]).ToList();
        if (singles.Count == 0) return layers;
        var perRow = Math.Max(layers, Math.Min(SinglesPerRow, singles.Count));
        var widths = new double[perRow];
        foreach (var cell in scope.Cells)
            if (isLinked[cell.Number]) widths[cell.Layer] = Math.Max(widths[cell.Layer], cell.Width);
        foreach (var cell in singles)
        {
            if (cell.Inner is not null)
            {
                var layer = perRow - 1;
                for (var i = perRow - 2; i >= 0; i--)
                    if (widths[i] > widths[layer]) layer = i;
                cell.Layer = layer;
                continue;
            }

            var place = free.GetValueOrDefault(cell.Band);
            free[cell.Band] = place + 1;
            cell.Layer = place % perRow;
        }

        return perRow;
    }

    private static void Components(Scope scope, bool[] isLinked)
    {
        var root = new int[scope.Cells.Count];
        for (var i = 0; i < root.Length; i++) root[i] = i;
        foreach (var link in scope.Links)
            if (IsFlow(link)) Join(link.From!.Cell!.Number, link.To!.Cell!.Number);
        foreach (var cell in scope.Cells) cell.Component = isLinked[cell.Number] ? Find(cell.Number) : int.MaxValue;

        int Find(int i)
        {
            while (root[i] != i) i = root[i] = root[root[i]];
            return i;
        }

        void Join(int a, int b)
        {
            (a, b) = (Find(a), Find(b));
            root[Math.Max(a, b)] = Math.Min(a, b);
        }
    }
}
