using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// Tables say where work parts, but not where it comes together again. It does at the first step that every branch must pass: the
/// immediate post-dominator of the split, found by iteration as by Cooper, Harvey and Kennedy, A Simple, Fast Dominance Algorithm (2001).
/// </summary>
internal static class StepJoins
{
    private const string Exit = "";

    /// <summary>
    /// Puts a join before the step where the branches of a split meet. Nothing is put where they meet only at the end, or where a
    /// branch leads into another: then each branch ends for itself, as it is written. O(edges).
    /// </summary>
    public static void Join(List<StepEdge> edges, string split, GraphBuilder builder, string? lane, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (MeetingPoint(edges, split) is not { } meeting) return;
        var branches = edges.Where(edge => edge.Source == split).ToList();
        var owner = new Dictionary<object, StepEdge>(ReferenceEqualityComparer.Instance);
        foreach (var branch in branches)
        {
            var region = branch.Target == meeting ? [] : Reachable(edges, branch.Target, meeting);
            if (region.Contains(split)) return; // a loop leads back before the split
            foreach (var edge in edges.Where(edge => edge.Target == meeting && (ReferenceEquals(edge, branch) || region.Contains(edge.Source))))
                if (!owner.TryAdd(edge, branch)) return; // two branches share a part
        }

        var join = $"join_{split["split_".Length..]}";
        builder.Node(NodeKind.ParallelGateway, null, join, lane);
        foreach (var branch in branches)
        {
            var own = edges.Where(edge => owner.TryGetValue(edge, out var by) && ReferenceEquals(by, branch)).ToList();
            var into = join;
            if (own.Count > 1)
            {
                // Alternatives that led straight into the join would wait for each other.
                into = $"merge_{split["split_".Length..]}_{branches.IndexOf(branch) + 1}";
                builder.Node(NodeKind.ExclusiveGateway, null, into, lane);
            }

            foreach (var edge in own) edges[edges.FindIndex(other => ReferenceEquals(other, edge))] = edge with { Target = into };
            if (own.Count > 1) edges.Add(new StepEdge(into, join, null, false));
        }

        edges.Add(new StepEdge(join, meeting, null, false));
    }

    /// <summary>What can be reached from a node without passing another.</summary>
    public static HashSet<string> Reachable(IReadOnlyList<StepEdge> edges, string from, string? without)
    {
        var next = edges.ToLookup(edge => edge.Source, edge => edge.Target, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>([from]);
        while (open.TryPop(out var node))
            foreach (var target in next[node])
                if (target != without && reached.Add(target)) open.Push(target);
        return reached;
    }

    private static string? MeetingPoint(List<StepEdge> edges, string split)
    {
        // Dominators of the reversed graph, from one exit behind all ends.
        var sources = edges.ToLookup(edge => edge.Target, edge => edge.Source, StringComparer.Ordinal);
        var targets = edges.ToLookup(edge => edge.Source, edge => edge.Target, StringComparer.Ordinal);
        var ends = edges.Select(edge => edge.Target).Where(target => !targets.Contains(target)).Distinct().ToList();
        var order = PostOrder(ends, sources);
        var rank = order.Select((node, index) => (node, index)).ToDictionary(pair => pair.node, pair => pair.index, StringComparer.Ordinal);
        var dominator = new Dictionary<string, string>(StringComparer.Ordinal) { [Exit] = Exit };
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = order.Count - 2; i >= 0; i--)
            {
                var node = order[i];
                string? found = null;
                foreach (var target in targets.Contains(node) ? targets[node] : [Exit])
                    if (dominator.ContainsKey(target)) found = found is null ? target : Meet(found, target);
                if (found is null || (dominator.TryGetValue(node, out var known) && known == found)) continue;
                dominator[node] = found;
                changed = true;
            }
        }

        return dominator.TryGetValue(split, out var meeting) && meeting != Exit ? meeting : null;

        string Meet(string one, string other)
        {
            while (one != other)
            {
                while (rank[one] < rank[other]) one = dominator[one];
                while (rank[other] < rank[one]) other = dominator[other];
            }

            return one;
        }
    }

    // Nodes in the order a depth-first walk from the exit leaves them; the exit is the last.
    private static List<string> PostOrder(List<string> ends, ILookup<string, string> sources)
    {
        var order = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { Exit };
        var open = new Stack<(string Node, Queue<string> Left)>([(Exit, new Queue<string>(ends))]);
        while (open.TryPeek(out var top))
        {
            if (top.Left.TryDequeue(out var next))
            {
                if (seen.Add(next)) open.Push((next, new Queue<string>(sources[next])));
                continue;
            }

            order.Add(open.Pop().Node);
        }

        return order;
    }
}
