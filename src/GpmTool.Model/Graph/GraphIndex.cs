namespace GpmTool.Model;

/// <summary>
/// Look-ups over a graph, built once in O(elements). Ids that occur twice resolve to the first element.
/// </summary>
public sealed class GraphIndex
{
    private static readonly IReadOnlyList<SequenceFlow> NoFlows = [];
    private static readonly IReadOnlyList<FlowNode> NoNodes = [];
    private readonly Dictionary<string, FlowNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SequenceFlow>> _outgoing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SequenceFlow>> _incoming = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FlowNode>> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FlowNode>> _attached = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lane> _laneOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Pool> _poolOfProcess = new(StringComparer.Ordinal);

    /// <summary>Indexes a graph.</summary>
    public GraphIndex(ProcessGraph graph)
    {
        Graph = graph;
        foreach (var node in graph.Nodes.AsSpan())
        {
            _nodes.TryAdd(node.Id, node);
            Into(_children, node.ParentId, node);
            if (node.AttachedToId is { } host) Into(_attached, host, node);
        }

        foreach (var flow in graph.Flows.AsSpan())
        {
            if (flow.SourceId is { } source) Into(_outgoing, source, flow);
            if (flow.TargetId is { } target) Into(_incoming, target, flow);
        }

        // Nested lanes come after their owners in a document, and the innermost one is the role.
        foreach (var lane in graph.Lanes.AsSpan())
            foreach (var member in lane.MemberIds.AsSpan())
                if (!_laneOf.TryGetValue(member, out var known) || IsInside(lane, known)) _laneOf[member] = lane;
        foreach (var pool in graph.Pools.AsSpan())
            if (pool.ProcessId is { } process) _poolOfProcess.TryAdd(process, pool);
    }

    /// <summary>The graph.</summary>
    public ProcessGraph Graph { get; }

    /// <summary>The process that is executed: the chosen one, else the one with most nodes (the first of equals).</summary>
    public string? MainProcessId => Graph.MainProcessId is { } chosen && Graph.Processes.Any(p => p.Id == chosen)
        ? chosen
        : Graph.Processes.OrderByDescending(process => NodesWithin(process.Id).Count()).FirstOrDefault()?.Id;

    /// <summary>The node of that id, or null.</summary>
    public FlowNode? Node(string? id) => id is not null && _nodes.TryGetValue(id, out var node) ? node : null;

    /// <summary>The flows that leave a node, in document order.</summary>
    public IReadOnlyList<SequenceFlow> Outgoing(string id) => _outgoing.TryGetValue(id, out var flows) ? flows : NoFlows;

    /// <summary>The flows that reach a node, in document order.</summary>
    public IReadOnlyList<SequenceFlow> Incoming(string id) => _incoming.TryGetValue(id, out var flows) ? flows : NoFlows;

    /// <summary>The nodes directly inside a process or sub-process, in document order.</summary>
    public IReadOnlyList<FlowNode> Children(string id) => _children.TryGetValue(id, out var nodes) ? nodes : NoNodes;

    /// <summary>The boundary events of an activity.</summary>
    public IReadOnlyList<FlowNode> Attached(string id) => _attached.TryGetValue(id, out var nodes) ? nodes : NoNodes;

    /// <summary>The innermost lane of a node; a node inside a sub-process stands in the lane of that.</summary>
    public Lane? LaneOf(string id)
    {
        // The count bounds the walk when parents form a cycle.
        var current = id;
        for (var i = 0; i <= _nodes.Count; i++)
        {
            if (_laneOf.TryGetValue(current, out var lane)) return lane;
            if (Node(current) is not { } node) return null;
            current = node.ParentId;
        }

        return null;
    }

    /// <summary>The role that does a step: its own attribute, else the name of its lane.</summary>
    public string? RoleOf(FlowNode node) => node.Gpm?.Role ?? LaneOf(node.Id)?.Name;

    /// <summary>The process a node stands in, however deep.</summary>
    public string? ProcessOf(FlowNode node)
    {
        var parent = node.ParentId;
        for (var i = 0; i <= _nodes.Count; i++)
        {
            if (Node(parent) is not { } outer) return parent;
            parent = outer.ParentId;
        }

        return null;
    }

    /// <summary>The pool of a process.</summary>
    public Pool? PoolOf(string processId) => _poolOfProcess.GetValueOrDefault(processId);

    /// <summary>All nodes inside a process or sub-process, however deep, outer ones first.</summary>
    public IEnumerable<FlowNode> NodesWithin(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([id]);
        while (waiting.TryDequeue(out var parent))
        {
            if (!seen.Add(parent)) continue;
            foreach (var child in Children(parent))
            {
                yield return child;
                if (child.Kind.IsContainer()) waiting.Enqueue(child.Id);
            }
        }
    }

    private bool IsInside(Lane inner, Lane outer)
    {
        var owner = inner.OwnerId;
        for (var i = 0; i <= Graph.Lanes.Count; i++)
        {
            if (owner == outer.Id) return true;
            var next = Graph.Lanes.FirstOrDefault(lane => lane.Id == owner);
            if (next is null) return false;
            owner = next.OwnerId;
        }

        return false;
    }

    private static void Into<T>(Dictionary<string, List<T>> map, string key, T value)
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        list.Add(value);
    }
}
