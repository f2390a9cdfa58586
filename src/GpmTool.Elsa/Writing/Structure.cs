using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>Questions about the block structure of one process or sub-process.</summary>
internal static class Structure
{
    private const string Exit = "\0exit";

    /// <summary>
    /// Whether each place where several branches begin at once has a joining gateway that all its branches pass: then
    /// nothing else can run when an end event is reached.
    /// </summary>
    public static bool EveryForkIsJoined(GraphIndex index, List<FlowNode> nodes)
    {
        var forks = nodes.Where(node => IsFork(index, node)).ToList();
        if (nodes.Count(node => node.Kind == NodeKind.StartEvent) > 1 && forks.Count > 0) return false;
        if (forks.Count == 0) return nodes.Exists(node => node.Kind == NodeKind.StartEvent);
        var analysis = Backwards(index, nodes);
        return forks.TrueForAll(fork => JoinOf(analysis, nodes, fork) is not null);
    }

    /// <summary>The parallel or inclusive join that every path from the fork passes, or null.</summary>
    public static FlowNode? JoinOf(GraphIndex index, List<FlowNode> nodes, FlowNode fork) => JoinOf(Backwards(index, nodes), nodes, fork);

    private static FlowNode? JoinOf(FlowAnalysis backwards, List<FlowNode> nodes, FlowNode fork) =>
        nodes.Where(node => node.Id != fork.Id
                && node.Kind is NodeKind.ParallelGateway or NodeKind.InclusiveGateway
                && backwards.Previous(node.Id).Count >= 0 && backwards.Next(node.Id).Count > 1
                && backwards.Dominates(node.Id, fork.Id))
            .OrderBy(node => nodes.Count(other => other.Id != node.Id && backwards.Dominates(node.Id, other.Id)))
            .FirstOrDefault();

    private static bool IsFork(GraphIndex index, FlowNode node) =>
        index.Outgoing(node.Id).Count > 1 && node.Kind is not (NodeKind.ExclusiveGateway or NodeKind.EventBasedGateway);

    private static FlowAnalysis Backwards(GraphIndex index, List<FlowNode> nodes)
    {
        var ids = nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var edges = new List<(string, string)>();
        foreach (var node in nodes)
        {
            var targets = index.Outgoing(node.Id).Where(flow => flow.TargetId is { } target && ids.Contains(target)).ToList();
            foreach (var flow in targets) edges.Add((flow.TargetId!, node.Id));
            if (targets.Count == 0) edges.Add((Exit, node.Id));
        }

        return new FlowAnalysis(Exit, edges);
    }
}
