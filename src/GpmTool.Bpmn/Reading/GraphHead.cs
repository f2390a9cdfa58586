using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>What every file of ours has at its root.</summary>
internal static class GraphHead
{
    /// <summary>The target namespace of models that have none of their own.</summary>
    public const string NewTargetNamespace = "urn:gpmtool:model";

    /// <summary>
    /// Leaves out declarations that are made anew when the graph is written, with these prefixes: a model that was never BPMN is the
    /// same after it was. Nothing that is carried may need them.
    /// </summary>
    public static ProcessGraph WithoutDeclarations(ProcessGraph graph)
    {
        var rest = graph.RawAttributes.RemoveAll(attribute => attribute.Name switch
        {
            "xmlns:bpmndi" => attribute.Value == BpmnNames.Diagram,
            "xmlns:dc" => attribute.Value == BpmnNames.Bounds,
            "xmlns:di" => attribute.Value == BpmnNames.Lines,
            "xmlns:xsi" => attribute.Value == BpmnNames.Instance,
            "xmlns:gpm" => attribute.Value == BpmnNames.Gpm,
            _ => false,
        });
        return graph.TargetNamespace is { } ns && rest is [{ Name: "xmlns:bpmn", Value: BpmnNames.Model }]
            ? graph with { RawAttributes = default, TargetNamespace = ns == NewTargetNamespace ? null : ns }
            : graph with { RawAttributes = rest };
    }

    /// <summary>Whether the writer declares a namespace when it is needed.</summary>
    public static bool IsDeclaredByUs(string? ns) => ns is BpmnNames.Diagram or BpmnNames.Bounds or BpmnNames.Lines or BpmnNames.Instance or BpmnNames.Gpm;
}
