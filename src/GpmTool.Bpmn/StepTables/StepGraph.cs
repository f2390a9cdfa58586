using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Makes the process of a table: lanes of the roles, gateways of the ways, joins of what runs at once.</summary>
internal sealed class StepGraph
{
    private readonly StepRows _rows;
    private readonly IReadOnlyList<IReadOnlyList<StepWay>> _ways;
    private readonly GraphBuilder _builder;
    private readonly Dictionary<string, string> _laneOfRole = new(StringComparer.Ordinal);
    private readonly List<StepEdge> _edges = [];
    private readonly List<string> _splits = [];
    private readonly HashSet<string> _defaults = new(StringComparer.Ordinal);
    private int _ends;

    private StepGraph(StepRows rows, IReadOnlyList<IReadOnlyList<StepWay>> ways, string name)
    {
        (_rows, _ways) = (rows, ways);
        _builder = new GraphBuilder(name);
    }

    /// <summary>Builds the graph.</summary>
    /// <exception cref="StepTableException">The table has faults.</exception>
    public static StepTableReading Build(StepRows rows, string name, CancellationToken cancellation)
    {
        var ways = StepWays.Read(rows);
        if (rows.Faults.Count > 0) throw StepTableException.Of([.. rows.Faults.OrderBy(fault => fault.Line)]);
        return new StepGraph(rows, ways, name).Build(cancellation);
    }

    private StepTableReading Build(CancellationToken cancellation)
    {
        foreach (var role in _rows.Steps.Select(step => step.Role).OfType<string>().Distinct())
        {
            _laneOfRole[role] = $"lane_{_laneOfRole.Count + 1}";
            _builder.Lane(_laneOfRole[role], role);
        }

        _builder.Node(NodeKind.StartEvent, "Start", "start", Lane(0));
        Connect("start", Id(0), null);
        for (var i = 0; i < _rows.Steps.Count; i++) Step(i);
        foreach (var split in Enumerable.Reverse(_splits)) // inner ones are written later
            StepJoins.Join(_edges, split, _builder, LaneOf(split), cancellation);
        foreach (var edge in _edges) Flow(edge);
        var graph = _builder.Build();
        graph = graph with { Nodes = graph.Nodes.ConvertAll(node => graph.Flows.FirstOrDefault(flow => flow.SourceId == node.Id && _defaults.Contains(flow.Id)) is { } flow ? node with { DefaultFlowId = flow.Id } : node) };
        return new StepTableReading(graph, [.. _rows.Notes.Concat(Unreachable()).OrderBy(note => note.Line)]);
    }

    private void Step(int index)
    {
        var row = _rows.Steps[index];
        // Who names an IT system has a person at it; otherwise the table does not say how the work is done.
        var kind = row.Gpm is { Systems.IsEmpty: false } ? NodeKind.UserTask : NodeKind.Task;
        _builder.Node(kind, row.Step, Id(index), Lane(index), with: node => node with { Gpm = row.Gpm });
        var ways = _ways[index];
        if (ways.Count == 1)
        {
            Connect(Id(index), Target(ways[0], index), ways[0].Condition);
            return;
        }

        var isParallel = ways.All(way => way.Condition is null);
        var gateway = $"split_{index + 1}";
        _builder.Node(isParallel ? NodeKind.ParallelGateway : NodeKind.ExclusiveGateway, null, gateway, Lane(index));
        if (isParallel) _splits.Add(gateway);
        Connect(Id(index), gateway, null);
        foreach (var way in ways) Connect(gateway, Target(way, index), way.Condition, isDefault: !isParallel && way.Condition is null);
    }

    private string Target(StepWay way, int from)
    {
        if (way.Target is { } target) return Id(target);
        var end = $"end_{++_ends}";
        _builder.Node(NodeKind.EndEvent, "Ende", end, Lane(from));
        return end;
    }

    private void Connect(string source, string target, string? condition, bool isDefault = false) => _edges.Add(new StepEdge(source, target, condition, isDefault));

    private void Flow(StepEdge edge)
    {
        var id = _builder.Flow(edge.Source, edge.Target, edge.Condition);
        if (edge.IsDefault) _defaults.Add(id);
    }

    private IEnumerable<Finding> Unreachable()
    {
        var reached = StepJoins.Reachable(_edges, "start", null);
        for (var i = 0; i < _rows.Steps.Count; i++)
            if (!reached.Contains(Id(i))) yield return TableFaults.Unreachable(_rows.Steps[i].Row, _rows.Steps[i].Step);
    }

    private string? Lane(int index) => _rows.Steps[index].Role is { } role ? _laneOfRole[role] : null;

    private string? LaneOf(string split) => Lane(int.Parse(split["split_".Length..], CultureInfo.InvariantCulture) - 1);

    private static string Id(int index) => $"step_{index + 1}";
}

/// <summary>A flow of the process that is being made.</summary>
internal sealed record StepEdge(string Source, string Target, string? Condition, bool IsDefault);
