using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>Takes out of a graph what refers to nodes that are gone.</summary>
internal static class GraphPruning
{
    /// <param name="graph">The graph with what was edited.</param>
    /// <param name="before">The graph before: what was missing there already is not the edit's doing and stays.</param>
    public static ProcessGraph WithoutOrphans(ProcessGraph graph, ProcessGraph before)
    {
        var known = graph.Processes.Select(process => process.Id).ToHashSet(StringComparer.Ordinal);
        var ids = graph.Nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var had = before.Nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        bool Gone(string id) => had.Contains(id) && !known.Contains(id) && !ids.Contains(id);
        for (var changed = true; changed;)
        {
            var gone = graph.Nodes.Where(node => Gone(node.ParentId) || (node.AttachedToId is { } host && Gone(host)))
                .Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
            changed = gone.Count > 0;
            ids.ExceptWith(gone);
            if (changed) graph = graph with { Nodes = graph.Nodes.RemoveAll(node => gone.Contains(node.Id)) };
        }

        var removed = before.Nodes.Select(node => node.Id).Where(id => !ids.Contains(id)).ToHashSet(StringComparer.Ordinal);
        bool Lost(string? id) => id is not null && removed.Contains(id);
        var flows = graph.Flows.RemoveAll(flow => Lost(flow.SourceId) || Lost(flow.TargetId));
        var messages = graph.MessageFlows.RemoveAll(flow => Lost(flow.SourceId) || Lost(flow.TargetId));
        var data = graph.DataAssociations.RemoveAll(line => Lost(line.NodeId));
        var lost = Ids(before.Flows).Concat(Ids(before.MessageFlows)).Concat(Ids(before.DataAssociations)).ToHashSet(StringComparer.Ordinal);
        lost.ExceptWith(Ids(flows).Concat(Ids(messages)).Concat(Ids(data)));
        return graph with
        {
            Flows = flows,
            MessageFlows = messages,
            Nodes = graph.Nodes.ConvertAll(node => node.DefaultFlowId is { } standard && lost.Contains(standard) ? node with { DefaultFlowId = null } : node),
            Lanes = graph.Lanes.ConvertAll(lane => lane with { MemberIds = lane.MemberIds.RemoveAll(removed.Contains) }),
            DataAssociations = data,
            Diagrams = graph.Diagrams.ConvertAll(diagram => diagram with
            {
                Shapes = diagram.Shapes.RemoveAll(shape => removed.Contains(shape.ElementId)),
                Edges = diagram.Edges.RemoveAll(edge => lost.Contains(edge.ElementId)),
            }),
        };
    }

    private static IEnumerable<string> Ids<T>(ValueList<T> elements)
        where T : GraphElement =>
        elements.Select(element => element.Id);
}
