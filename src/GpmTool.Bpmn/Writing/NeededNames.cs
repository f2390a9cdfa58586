using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Which namespaces the file of a graph needs at its root, beside that of BPMN. O(elements).</summary>
internal readonly struct NeededNames(ProcessGraph graph, VendorDefaults vendors, ElementIds ids)
{
    public bool Diagram { get; } = !graph.Diagrams.IsEmpty;

    public bool Instance { get; } =
        graph.Flows.Any(flow => flow.Condition is not null) || graph.Nodes.Any(node => node.CompletionCondition is not null || node.Loop is not null || !node.EventDefinitions.IsEmpty);

    public bool Gpm { get; } = ids.HasEscapes || GpmWriter.IsNeeded(graph, vendors);
}
