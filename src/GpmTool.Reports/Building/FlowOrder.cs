using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>
/// The nodes of a process in the order a reader meets them: reverse postorder of a depth-first walk, so that a node stands behind
/// all that lead to it but for ways back; of several branches the shorter first. What a sub-process holds stands behind it.
/// </summary>
internal static class FlowOrder
{
    private const int Exact = 3_000; // nodes; beyond, branches keep the order of the document

    public static List<FlowNode> Of(GraphIndex index, string containerId)
    {
        var order = new List<FlowNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Into(index, containerId, order, seen, 0);
        return order;
    }

    private static void Into(GraphIndex index, string containerId, List<FlowNode> order, HashSet<string> containers, int depth)
    {
        if (!containers.Add(containerId)) return;
        var children = index.Children(containerId);
        var roots = children.Where(node => node.Kind == NodeKind.StartEvent).Concat(children.Where(node => node.Kind != NodeKind.BoundaryEvent && index.Incoming(node.Id).Count == 0)).Concat(children).ToList();
        foreach (var node in Walk(index, roots, children.Count))
        {
            order.Add(node);
            if (node.Kind.IsContainer()) Into(index, node.Id, order, containers, depth + 1);
        }
    }

    private static List<FlowNode> Walk(GraphIndex index, List<FlowNode> roots, int count)
    {
        var inside = roots.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var order = new List<FlowNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // Trees are put one behind the other; inside a tree the postorder is turned round.
        foreach (var root in roots)
        {
            if (!seen.Add(root.Id)) continue;
            var tree = new List<FlowNode>();
            var stack = new Stack<(FlowNode Node, Queue<FlowNode> Next)>();
            stack.Push((root, Next(root)));
            while (stack.TryPeek(out var top))
            {
                if (top.Next.TryDequeue(out var next))
                {
                    if (seen.Add(next.Id)) stack.Push((next, Next(next)));
                }
                else
                {
                    tree.Add(stack.Pop().Node);
                }
            }

            tree.Reverse();
            order.AddRange(tree);
        }

        return order;

        // The longest branch is walked first and so stands last. What was met already does not count: a way back is short.
        Queue<FlowNode> Next(FlowNode node)
        {
            var next = index.Attached(node.Id).Concat(index.Outgoing(node.Id).Select(flow => index.Node(flow.TargetId)).OfType<FlowNode>()).Where(other => inside.Contains(other.Id)).ToList();
            next.Reverse();
            return new(next.Count < 2 || count > Exact ? next : next.OrderByDescending(Reach));
        }

        int Reach(FlowNode node)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal) { node.Id };
            var waiting = new Queue<string>([node.Id]);
            while (waiting.TryDequeue(out var id))
                foreach (var flow in index.Outgoing(id))
                    if (flow.TargetId is { } target && inside.Contains(target) && !seen.Contains(target) && reached.Add(target)) waiting.Enqueue(target);
            return reached.Count;
        }
    }
}
