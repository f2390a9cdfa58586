namespace GpmTool.Elsa;

/// <summary>
/// Dominators, back edges and reachability of one flowchart's directed graph.
/// Dominators by Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001): O(n²) at worst, linear in practice.
/// </summary>
internal sealed class FlowAnalysis
{
    private readonly Dictionary<string, List<string>> _next = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _previous = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, int> _number = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _dominator = new(StringComparer.Ordinal);
    private readonly string _root;

    public FlowAnalysis(string root, IEnumerable<(string Source, string Target)> edges)
    {
        _root = root;
        foreach (var (source, target) in edges)
        {
            Into(_next, source, target);
            Into(_previous, target, source);
        }

        Number();
        Dominate();
    }

    /// <summary>The nodes that the root reaches.</summary>
    public IEnumerable<string> Reachable => _order;

    public bool IsReachable(string node) => _number.ContainsKey(node);

    public IReadOnlyList<string> Next(string node) => _next.TryGetValue(node, out var list) ? list : [];

    public IReadOnlyList<string> Previous(string node) => _previous.TryGetValue(node, out var list) ? list : [];

    /// <summary>Whether every path from the root to <paramref name="node"/> goes through <paramref name="candidate"/>.</summary>
    public bool Dominates(string candidate, string node)
    {
        if (!IsReachable(node)) return false;
        for (var current = node; ; current = _dominator[current])
        {
            if (current == candidate) return true;
            if (current == _root) return false;
        }
    }

    /// <summary>The edges that lead back in a depth-first walk from the root.</summary>
    public List<(string Source, string Target)> RetreatingEdges()
    {
        var result = new List<(string, string)>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<(string Node, int Index)>();
        stack.Push((_root, 0));
        path.Add(_root);
        while (stack.TryPop(out var top))
        {
            var next = Next(top.Node);
            if (top.Index == next.Count)
            {
                path.Remove(top.Node);
                done.Add(top.Node);
                continue;
            }

            stack.Push((top.Node, top.Index + 1));
            var target = next[top.Index];
            if (path.Contains(target)) result.Add((top.Node, target));
            else if (!done.Contains(target))
            {
                path.Add(target);
                stack.Push((target, 0));
            }
        }

        return result;
    }

    /// <summary>All nodes reached from <paramref name="from"/> (itself included), not going on behind a stop.</summary>
    public HashSet<string> Walk(string from, Func<string, bool>? stop = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var waiting = new Queue<string>([from]);
        while (waiting.TryDequeue(out var node))
        {
            if (stop?.Invoke(node) == true) continue;
            foreach (var target in Next(node))
                if (seen.Add(target)) waiting.Enqueue(target);
        }

        return seen;
    }

    /// <summary>Whether the node lies on a cycle.</summary>
    public bool IsOnCycle(string node) => Next(node).Any(target => Walk(target).Contains(node));

    private void Number()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { _root };
        var stack = new Stack<(string Node, int Index)>();
        stack.Push((_root, 0));
        while (stack.TryPop(out var top))
        {
            var next = Next(top.Node);
            if (top.Index == next.Count)
            {
                _order.Add(top.Node);
                continue;
            }

            stack.Push((top.Node, top.Index + 1));
            if (seen.Add(next[top.Index])) stack.Push((next[top.Index], 0));
        }

        _order.Reverse();
        for (var i = 0; i < _order.Count; i++) _number[_order[i]] = i;
    }

    private void Dominate()
    {
        _dominator[_root] = _root;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var node in _order.Skip(1))
            {
                string? best = null;
                foreach (var previous in Previous(node))
                    if (_dominator.ContainsKey(previous)) best = best is null ? previous : Intersect(best, previous);
                if (best is null || (_dominator.TryGetValue(node, out var known) && known == best)) continue;
                _dominator[node] = best;
                changed = true;
            }
        }
    }

    private string Intersect(string a, string b)
    {
        while (a != b)
        {
            while (_number[a] > _number[b]) a = _dominator[a];
            while (_number[b] > _number[a]) b = _dominator[b];
        }

        return a;
    }

    private static void Into(Dictionary<string, List<string>> map, string key, string value)
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        if (!list.Contains(value)) list.Add(value);
    }
}
