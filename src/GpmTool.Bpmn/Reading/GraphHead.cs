using System.Runtime.InteropServices;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>What every file of ours has at its root.</summary>
internal static class GraphHead
{
    /// <summary>The target namespace of models that have none of their own.</summary>
    public const string NewTargetNamespace = "urn:gpmtool:model";

    /// <summary>
    /// Leaves out the declarations at the end of the root's that the writer makes anew, in this order and with these prefixes: what is
    /// written stays the same to the letter, and a model that was never BPMN, or not drawn, is the same after it was.
    /// </summary>
    public static ProcessGraph WithoutDeclarations(ProcessGraph graph)
    {
        var all = graph.RawAttributes.AsSpan();
        var first = all.Length;
        while (first > 0 && IsDeclaredByUs(all[first - 1])) first--;
        if (first == 0 && graph.TargetNamespace is null) first++; // the writer gives one to what has nothing at its root
        if (first >= all.Length) return graph;
        var needs = new NeededNames(graph, VendorDefaults.Of(graph.Raw), new ElementIds(graph));
        for (; first < all.Length; first++)
        {
            if (!CollectionsMarshal.AsSpan(new Namespaces().Begin(all[..first], needs)).SequenceEqual(all[first..])) continue;
            var isOurs = first == 0 && graph.TargetNamespace == NewTargetNamespace;
            return graph with { RawAttributes = ValueList.Create(all[..first]), TargetNamespace = isOurs ? null : graph.TargetNamespace };
        }

        return graph;
    }

    private static bool IsDeclaredByUs(RawAttribute attribute) =>
        Namespaces.Prefix(attribute.Name) is not null && attribute.Value is BpmnNames.Model or BpmnNames.Diagram or BpmnNames.Bounds or BpmnNames.Lines or BpmnNames.Instance or BpmnNames.Gpm;
}
