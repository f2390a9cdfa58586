using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// What stands in which process, sub-process or collaboration. Whatever names an owner that does not exist goes to the
/// main process, with a finding: a file has no other place for it. O(elements).
/// </summary>
internal sealed class Contents
{
    private readonly Dictionary<string, Container> _containers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Lane>> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeLinks> _links;
    private readonly List<Finding> _findings;
    private readonly string? _fallback;
    private readonly string? _collaboration;

    public Contents(ProcessGraph graph, string? fallback, string? collaboration, List<Finding> findings)
    {
        (_fallback, _collaboration, _findings) = (fallback, collaboration, findings);
        _links = new(graph.Nodes.Count, StringComparer.Ordinal);
        if (collaboration is not null) _containers[collaboration] = new Container();
        foreach (var other in graph.OtherCollaborations.AsSpan()) _containers.TryAdd(other.Id, new Container());
        foreach (var process in graph.Processes.AsSpan()) _containers.TryAdd(process.Id, new Container());
        if (fallback is not null) _containers.TryAdd(fallback, new Container());
        foreach (var node in graph.Nodes.AsSpan())
        {
            _links.TryAdd(node.Id, new NodeLinks());
            if (node.Kind.IsContainer()) _containers.TryAdd(node.Id, new Container());
        }

        var inner = Cycles(graph);
        foreach (var node in graph.Nodes.AsSpan()) Of(inner.Contains(node) ? "" : node.ParentId, node).Nodes.Add(node);
        foreach (var flow in graph.Flows.AsSpan())
        {
            Of(flow.ParentId, flow).Flows.Add(flow);
            if (flow.SourceId is { } source && flow.Unlisted is not (FlowEnds.Source or FlowEnds.Both) && _links.TryGetValue(source, out var from)) from.Outgoing.Add(flow);
            if (flow.TargetId is { } target && flow.Unlisted is not (FlowEnds.Target or FlowEnds.Both) && _links.TryGetValue(target, out var to)) to.Incoming.Add(flow);
        }

        foreach (var data in graph.Data.AsSpan())
            if (data.Kind != DataKind.DataStore) Of(data.ParentId, data).Data.Add(data);
        foreach (var artifact in graph.Artifacts.AsSpan()) Of(artifact.ParentId, artifact).Artifacts.Add(artifact);
        foreach (var association in graph.Associations.AsSpan()) Of(association.ParentId, association).Artifacts.Add(association);
        foreach (var association in graph.DataAssociations.AsSpan())
        {
            if (_links.TryGetValue(association.NodeId, out var node)) node.Data.Add(association);
            else Lost(association);
        }

        foreach (var lane in graph.Lanes.AsSpan())
        {
            if (!_lanes.TryGetValue(lane.OwnerId, out var list)) _lanes[lane.OwnerId] = list = [];
            list.Add(lane);
        }
    }

    public Container this[string id] => _containers[id];

    public NodeLinks Links(string nodeId) => _links[nodeId];

    public List<Lane>? Lanes(string ownerId) => _lanes.GetValueOrDefault(ownerId);

    private Container Of(string? owner, GraphElement element)
    {
        if (owner is not null && _containers.TryGetValue(owner, out var container)) return container;
        if (owner is null && _collaboration is not null) return _containers[_collaboration];
        if (owner is not null) Moved(element);
        return _containers[_fallback!];
    }

    // Sub-processes that contain each other hang in the air: no process leads to them.
    private static HashSet<FlowNode> Cycles(ProcessGraph graph)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.AsSpan())
            if (node.Kind.IsContainer()) parents.TryAdd(node.Id, node.ParentId);
        var cut = new HashSet<FlowNode>(ReferenceEqualityComparer.Instance);
        var safe = new HashSet<string>(StringComparer.Ordinal);
        var way = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.AsSpan())
        {
            if (!node.Kind.IsContainer()) continue;
            way.Clear();
            var at = node.Id;
            while (!safe.Contains(at) && way.Add(at) && parents.TryGetValue(at, out var parent)) at = parent;
            if (way.Contains(at) && !safe.Contains(at) && parents.ContainsKey(at))
            {
                cut.Add(node);
                parents.Remove(node.Id);
            }

            safe.UnionWith(way);
        }

        return cut;
    }

    private void Moved(GraphElement element) => _findings.Add(Finding(element, Outcome.Degraded, "bpmn.owner-missing",
        "Der Prozess oder Teilprozess dieses Elements fehlt; es steht in der Datei im Hauptprozess.", "The process or sub-process of this element is missing; in the file it stands in the main process."));

    private void Lost(GraphElement element) => _findings.Add(Finding(element, Outcome.Dropped, "bpmn.node-missing",
        "Der Schritt dieser Datenassoziation fehlt; sie steht nicht in der Datei.", "The step of this data association is missing; it is not in the file."));

    private static Finding Finding(GraphElement element, Outcome outcome, string code, string german, string english) => new()
    {
        Severity = Severity.Warning,
        Code = code,
        Outcome = outcome,
        ElementId = element.Id,
        ElementName = element.Name,
        Message = new(german, english),
        Remedy = new("Ordnen Sie das Element einem Prozess zu, oder entfernen Sie es.", "Move the element to a process, or remove it."),
    };

    /// <summary>What stands in a process, sub-process or collaboration.</summary>
    public sealed class Container
    {
        public List<FlowNode> Nodes { get; } = [];

        public List<SequenceFlow> Flows { get; } = [];

        public List<DataElement> Data { get; } = [];

        /// <summary>Annotations, groups and associations.</summary>
        public List<GraphElement> Artifacts { get; } = [];
    }

    /// <summary>What leads to and from a node.</summary>
    public sealed class NodeLinks
    {
        public List<SequenceFlow> Incoming { get; } = [];

        public List<SequenceFlow> Outgoing { get; } = [];

        public List<DataAssociation> Data { get; } = [];
    }
}
