using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>Takes out of a graph what refers to nodes that are gone.</summary>
internal static class GraphPruning
{
    public static ProcessGraph WithoutOrphans(ProcessGraph graph)
    {
        var known = graph.Processes.Select(process => process.Id).ToHashSet(StringComparer.Ordinal);
        var ids = graph.Nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        for (var changed = true; changed;)
        {
            var gone = graph.Nodes.Where(node => (!known.Contains(node.ParentId) && !ids.Contains(node.ParentId)) || (node.AttachedToId is { } host && !ids.Contains(host)))
                .Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
            changed = gone.Count > 0;
            ids.ExceptWith(gone);
            if (changed) graph = graph with { Nodes = graph.Nodes.RemoveAll(node => gone.Contains(node.Id)) };
        }

        bool Lost(string? id, Func<string, bool> others) => id is not null && !ids.Contains(id) && !others(id);
        var pools = graph.Pools.Select(pool => pool.Id).ToHashSet(StringComparer.Ordinal);
        var flows = graph.Flows.RemoveAll(flow => Lost(flow.SourceId, _ => false) || Lost(flow.TargetId, _ => false));
        var flowIds = flows.Select(flow => flow.Id).ToHashSet(StringComparer.Ordinal);
        var messages = graph.MessageFlows.RemoveAll(flow => Lost(flow.SourceId, pools.Contains) || Lost(flow.TargetId, pools.Contains));
        var data = graph.Data.Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        var drawn = new HashSet<string>(ids.Concat(pools).Concat(data).Concat(graph.Lanes.Select(lane => lane.Id)).Concat(graph.Artifacts.Select(artifact => artifact.Id)), StringComparer.Ordinal);
        var carried = CarriedIds.Of(graph);
        drawn.UnionWith(carried);
        var lines = new HashSet<string>(flowIds.Concat(messages.Select(flow => flow.Id)).Concat(graph.DataAssociations.Select(line => line.Id)).Concat(graph.Associations.Select(line => line.Id)), StringComparer.Ordinal);
        lines.UnionWith(carried);
        return graph with
        {
            Flows = flows,
            MessageFlows = messages,
            Nodes = graph.Nodes.ConvertAll(node => node.DefaultFlowId is { } standard && !flowIds.Contains(standard) ? node with { DefaultFlowId = null } : node),
            Lanes = graph.Lanes.ConvertAll(lane => lane with { MemberIds = lane.MemberIds.RemoveAll(member => !ids.Contains(member)) }),
            DataAssociations = graph.DataAssociations.RemoveAll(line => !ids.Contains(line.NodeId)),
            Diagrams = graph.Diagrams.ConvertAll(diagram => diagram with
            {
                Shapes = diagram.Shapes.RemoveAll(shape => !drawn.Contains(shape.ElementId)),
                Edges = diagram.Edges.RemoveAll(edge => !lines.Contains(edge.ElementId)),
            }),
        };
    }
}
