using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>One of two graphs to be matched: its nodes numbered, their neighbours as numbers.</summary>
internal sealed class Side
{
    private static readonly int[] None = [];
    private readonly Dictionary<string, int> _numbers;

    public Side(GraphIndex index)
    {
        Index = index;
        _numbers = new Dictionary<string, int>(index.Graph.Nodes.Count, StringComparer.Ordinal);
        var nodes = new List<FlowNode>(index.Graph.Nodes.Count);
        foreach (var node in index.Graph.Nodes.AsSpan())
            if (_numbers.TryAdd(node.Id, nodes.Count)) nodes.Add(node);
        Nodes = [.. nodes];
        Next = new int[Nodes.Length][];
        Previous = new int[Nodes.Length][];
        Roles = new string?[Nodes.Length];
        for (var i = 0; i < Nodes.Length; i++)
        {
            var node = Nodes[i];
            Next[i] = Numbers(index.Outgoing(node.Id), target: true);
            Previous[i] = Numbers(index.Incoming(node.Id), target: false);
            Roles[i] = index.RoleOf(node);
        }
    }

    /// <summary>The graph with its look-ups.</summary>
    public GraphIndex Index { get; }

    /// <summary>The nodes.</summary>
    public FlowNode[] Nodes { get; }

    /// <summary>The nodes each node's flows lead to, once each.</summary>
    public int[][] Next { get; }

    /// <summary>The nodes whose flows lead to each node, once each.</summary>
    public int[][] Previous { get; }

    /// <summary>The role of each node.</summary>
    public string?[] Roles { get; }

    /// <summary>The number of a node, −1 for none.</summary>
    public int Number(string? id) => id is not null && _numbers.TryGetValue(id, out var number) ? number : -1;

    /// <summary>Whether a node has one flow in and one out.</summary>
    public bool IsChained(int node) => Next[node].Length == 1 && Previous[node].Length == 1;

    private int[] Numbers(IReadOnlyList<SequenceFlow> flows, bool target)
    {
        if (flows.Count == 0) return None;
        var numbers = new List<int>(flows.Count);
        foreach (var flow in flows)
            if (Number(target ? flow.TargetId : flow.SourceId) is var number and >= 0 && !numbers.Contains(number)) numbers.Add(number);
        return [.. numbers];
    }
}
