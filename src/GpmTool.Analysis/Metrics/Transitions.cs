using GpmTool.Model;

namespace GpmTool.Analysis;

/// <summary>Which step follows which, looking through gateways, events and the borders of sub-processes.</summary>
internal static class Transitions
{
    /// <summary>The pairs of consecutive steps.</summary>
    public static List<(FlowNode From, FlowNode To)> Between(GraphIndex index, List<FlowNode> nodes)
    {
        var pairs = new List<(FlowNode, FlowNode)>();
        foreach (var from in nodes.Where(IsStep))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var waiting = new Queue<FlowNode>(Next(index, from));
            while (waiting.TryDequeue(out var node))
            {
                if (!seen.Add(node.Id)) continue;
                if (IsStep(node)) pairs.Add((from, node));
                else
                    foreach (var next in Next(index, node)) waiting.Enqueue(next);
            }
        }

        return pairs;
    }

    /// <summary>How many edges lead back in a depth-first walk, in the process and each sub-process.</summary>
    public static int Loops(GraphIndex index, string containerId)
    {
        var children = index.Children(containerId);
        var state = new Dictionary<string, int>(StringComparer.Ordinal);
        var loops = 0;
        foreach (var start in children.Where(node => index.Incoming(node.Id).Count == 0).Concat(children))
        {
            if (state.ContainsKey(start.Id)) continue;
            var stack = new Stack<(string Id, int Next)>([(start.Id, 0)]);
            state[start.Id] = 1;
            while (stack.TryPop(out var top))
            {
                var flows = index.Outgoing(top.Id);
                if (top.Next == flows.Count)
                {
                    state[top.Id] = 2;
                    continue;
                }

                stack.Push((top.Id, top.Next + 1));
                if (flows[top.Next].TargetId is not { } target || index.Node(target) is null) continue;
                if (!state.TryGetValue(target, out var seen))
                {
                    state[target] = 1;
                    stack.Push((target, 0));
                }
                else if (seen == 1)
                {
                    loops++;
                }
            }
        }

        return loops + children.Where(node => node.Kind.IsContainer()).Sum(node => Loops(index, node.Id));
    }

    private static bool IsStep(FlowNode node) => node.Kind.IsActivity() && !node.Kind.IsContainer();

    private static IEnumerable<FlowNode> Next(GraphIndex index, FlowNode node)
    {
        if (node.Kind.IsContainer() && index.Children(node.Id).Count > 0) return index.Children(node.Id).Where(child => index.Incoming(child.Id).Count == 0 && child.Kind != NodeKind.BoundaryEvent);
        return After(index, node);
    }

    private static List<FlowNode> After(GraphIndex index, FlowNode node)
    {
        var next = index.Outgoing(node.Id).Select(flow => index.Node(flow.TargetId)).OfType<FlowNode>().ToList();
        // The end of a sub-process leads to what follows the sub-process.
        return next.Count == 0 && index.Node(node.ParentId) is { } outer && outer.Id != node.Id ? After(index, outer) : next;
    }
}
