using System.Diagnostics.CodeAnalysis;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>What operations call things.</summary>
internal sealed class ScriptNames(GraphIndex before, GraphIndex target, Dictionary<string, string> ids)
{
    private readonly Dictionary<string, string> _now = Reversed(ids);
    private readonly Dictionary<string, SequenceFlow> _oldFlows = ById(before.Graph);
    private readonly Dictionary<string, SequenceFlow> _newFlows = ById(target.Graph);

    /// <summary>The first graph.</summary>
    public GraphIndex Before => before;

    /// <summary>The second graph in the first one's ids.</summary>
    public GraphIndex Target => target;

    /// <summary>The id that an element of the target has in the second graph.</summary>
    [return: NotNullIfNotNull(nameof(id))]
    public string? Now(string? id) => id is null ? null : _now.GetValueOrDefault(id, id);

    /// <summary>The label of a node; one without a label is shown as its kind in square brackets.</summary>
    public static string Label(FlowNode? node) => node is null ? "?" : string.IsNullOrWhiteSpace(node.Name) ? $"[{node.Kind}]" : node.Name;

    /// <summary>Any element by its label, else by its own graph's id.</summary>
    public string Anything(string id, bool isBefore)
    {
        var index = isBefore ? before : target;
        if (index.Node(id) is { } node) return Label(node);
        var element = Elements.Sets.SelectMany(set => Elements.Of(index.Graph, set)).FirstOrDefault(one => one.Id == id);
        return (element as Artifact)?.Text ?? element?.Name ?? (isBefore ? id : Now(id));
    }

    /// <summary>A flow by the labels of its ends.</summary>
    public string? Flow(SequenceFlow? flow, bool isBefore) =>
        flow is null ? null : $"{Label((isBefore ? before : target).Node(flow.SourceId))} → {Label((isBefore ? before : target).Node(flow.TargetId))}";

    /// <summary>A flow by its label and its target.</summary>
    public string? Branch(string? flowId, bool isBefore)
    {
        if (flowId is null || !(isBefore ? _oldFlows : _newFlows).TryGetValue(flowId, out var flow)) return null;
        var end = Label((isBefore ? before : target).Node(flow.TargetId));
        return string.IsNullOrWhiteSpace(flow.Name) ? end : $"{flow.Name}: {end}";
    }

    private static Dictionary<string, string> Reversed(Dictionary<string, string> ids)
    {
        var reversed = new Dictionary<string, string>(ids.Count, StringComparer.Ordinal);
        foreach (var (now, common) in ids) reversed.TryAdd(common, now);
        return reversed;
    }

    private static Dictionary<string, SequenceFlow> ById(ProcessGraph graph)
    {
        var flows = new Dictionary<string, SequenceFlow>(graph.Flows.Count, StringComparer.Ordinal);
        foreach (var flow in graph.Flows.AsSpan()) flows.TryAdd(flow.Id, flow);
        return flows;
    }
}
