namespace GpmTool.Model;

/// <summary>Builds a graph step by step. Ids are given or numbered by kind, so that the same calls give the same graph.</summary>
public sealed class GraphBuilder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<(string Lane, string Node)> _members = [];
    private ProcessGraph _graph;

    /// <summary>Begins a graph with one process.</summary>
    public GraphBuilder(string name, string processId = "process")
    {
        _graph = new ProcessGraph { Name = name, Processes = [new BpmnProcess { Id = processId, Name = name }] };
        ProcessId = processId;
    }

    /// <summary>The process that nodes are added to unless another parent is named.</summary>
    public string ProcessId { get; private set; }

    /// <summary>Adds a process and makes it the current one.</summary>
    public GraphBuilder Process(string id, string name)
    {
        _graph = _graph with { Processes = _graph.Processes.Add(new BpmnProcess { Id = id, Name = name }) };
        ProcessId = id;
        return this;
    }

    /// <summary>Adds a pool; <paramref name="processId"/> null makes it a black box.</summary>
    public GraphBuilder Pool(string id, string name, string? processId)
    {
        _graph = _graph with
        {
            Collaboration = _graph.Collaboration ?? new Collaboration { Id = "collaboration" },
            Pools = _graph.Pools.Add(new Pool { Id = id, Name = name, ProcessId = processId }),
        };
        return this;
    }

    /// <summary>Adds a lane to the current process, or inside another lane.</summary>
    public GraphBuilder Lane(string id, string name, string? owner = null)
    {
        _graph = _graph with { Lanes = _graph.Lanes.Add(new Lane { Id = id, Name = name, OwnerId = owner ?? ProcessId }) };
        return this;
    }

    /// <summary>Adds a node and returns its id.</summary>
    public string Node(NodeKind kind, string? name = null, string? id = null, string? lane = null, string? parent = null, Func<FlowNode, FlowNode>? with = null)
    {
        var node = new FlowNode { Id = id ?? Next(kind.ToString()), Name = name, Kind = kind, ParentId = parent ?? ProcessId };
        node = with?.Invoke(node) ?? node;
        _graph = _graph with { Nodes = _graph.Nodes.Add(node) };
        if (lane is not null) _members.Add((lane, node.Id));
        return node.Id;
    }

    /// <summary>Adds a sequence flow and returns its id.</summary>
    public string Flow(string source, string target, string? name = null, string? condition = null, double? share = null, string? id = null, string? parent = null)
    {
        var flow = new SequenceFlow
        {
            Id = id ?? Next("Flow"),
            Name = name,
            ParentId = parent ?? _graph.Nodes.FirstOrDefault(node => node.Id == source)?.ParentId ?? ProcessId,
            SourceId = source,
            TargetId = target,
            Condition = condition is null ? null : new Expression(condition),
            Probability = share is { } value ? Probability.Of(value) : null,
        };
        _graph = _graph with { Flows = _graph.Flows.Add(flow) };
        return flow.Id;
    }

    /// <summary>Connects the nodes one after the other.</summary>
    public GraphBuilder Chain(params ReadOnlySpan<string> nodes)
    {
        for (var i = 1; i < nodes.Length; i++) Flow(nodes[i - 1], nodes[i]);
        return this;
    }

    /// <summary>Changes the graph in any other way.</summary>
    public GraphBuilder With(Func<ProcessGraph, ProcessGraph> change)
    {
        _graph = change(_graph);
        return this;
    }

    /// <summary>The graph.</summary>
    public ProcessGraph Build()
    {
        var members = _members.ToLookup(member => member.Lane, member => member.Node);
        return _graph with { Lanes = _graph.Lanes.ConvertAll(lane => lane with { MemberIds = lane.MemberIds.AddRange(members[lane.Id]) }) };
    }

    private string Next(string word)
    {
        var number = _numbers[word] = _numbers.GetValueOrDefault(word) + 1;
        return $"{word}_{number}";
    }
}
