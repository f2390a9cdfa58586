using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>
/// Puts every flow and association into the innermost grid that holds both its ends; where an end lies deeper, the
/// sub-processes between get an <see cref="Exit"/>. O(links × nesting).
/// </summary>
internal sealed class LinkTree
{
    private readonly ScopeTree _tree;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SequenceFlow> _flows = new(StringComparer.Ordinal);
    private int _number;

    public LinkTree(ProcessGraph graph, ScopeTree tree)
    {
        _tree = tree;
        foreach (var flow in graph.Flows.AsSpan()) _flows.TryAdd(flow.Id, flow);
        foreach (var flow in graph.Flows.AsSpan()) Add(flow.Id, LinkKind.Sequence, flow.SourceId, flow.TargetId, flow.Name);
        foreach (var flow in graph.MessageFlows.AsSpan()) Add(flow.Id, LinkKind.Message, flow.SourceId, flow.TargetId, flow.Name);
        foreach (var association in graph.DataAssociations.AsSpan())
        {
            var data = association.SourceIds.Count > 0 ? association.SourceIds[0] : null;
            if (association.Direction == DataDirection.Input) Add(association.Id, LinkKind.Association, data, association.NodeId, null);
            else Add(association.Id, LinkKind.Association, association.NodeId, association.TargetId, null);
        }

        foreach (var association in graph.Associations.AsSpan()) Add(association.Id, LinkKind.Association, association.SourceId, association.TargetId, null);
    }

    /// <summary>Links between a satellite and its own cell, or between two satellites of one: drawn straight.</summary>
    public List<(string Id, End From, End To)> Short { get; } = [];

    /// <summary>Associations with a flow.</summary>
    public List<(string Id, End Node, string Flow, bool FromNode)> Anchored { get; } = [];

    /// <summary>The room that what a flow says needs, by its id.</summary>
    public Dictionary<string, (double Width, double Height)> Labels { get; } = new(StringComparer.Ordinal);

    private void Add(string id, LinkKind kind, string? source, string? target, string? name)
    {
        if (id.Length == 0 || !_known.Add(id)) return;
        var from = EndOf(source);
        var to = EndOf(target);
        if (kind == LinkKind.Association && (from is null) != (to is null) && (from is null ? source : target) is { } other && _flows.TryGetValue(other, out var flow))
        {
            var node = (from ?? to)!;
            var step = EndOf(flow.SourceId) ?? EndOf(flow.TargetId);
            if (node.Satellite is not null && node.Cell == step?.Cell)
            {
                Anchored.Add((id, node, flow.Id, from is not null));
                return;
            }

            // From further away the line leads to the step before the flow.
            (from, to) = (from ?? step, to ?? step);
        }

        if (from is null && to is null) return;
        var link = new Link { Id = id, Kind = kind, Number = _number++, Name = name, From = from, To = to };
        if (!string.IsNullOrWhiteSpace(name)) (link.LabelWidth, _) = Labels[id] = Sizes.Label(name, Sizes.FlowLabel);
        if (from is null || to is null)
        {
            // Only sequence flows are drawn hanging: of others nothing could be seen.
            if (kind == LinkKind.Sequence && (from ?? to)!.Cell is not null && (from ?? to)!.Satellite is null) (from ?? to)!.Scope.Links.Add(link);
            return;
        }

        if (from.Cell is not null && from.Cell == to.Cell && (from.Satellite ?? to.Satellite) is not null && (from.Boundary ?? to.Boundary) is null)
        {
            Short.Add((id, from, to));
            return;
        }

        Place(link, from, to);
    }

    private End? EndOf(string? id) => id is not null && _tree.Ends.TryGetValue(id, out var end) ? end : null;

    private static void Place(Link link, End from, End to)
    {
        var (sources, targets) = (new List<End>(), new List<End>());
        while (from.Scope != to.Scope)
        {
            var isSource = from.Scope.Depth >= to.Scope.Depth && (from.Scope.Depth > 0 || to.Scope.Depth == 0);
            var lower = isSource ? from : to;
            // Two drawings that have nothing in common: no line can lead from one to the other.
            if (lower.Scope.Parent is not { } parent) return;
            if (!lower.Scope.IsPlane) (isSource ? sources : targets).Add(lower);
            var upper = new End(parent, lower.Scope.Container);
            if (isSource) from = upper;
            else to = upper;
        }

        var isDown = (to.Cell?.Frame ?? to.Frame!).Number >= (from.Cell?.Frame ?? from.Frame!).Number;
        foreach (var end in sources) link.Sources.Add(Exit(Through(end, link.Sources), isDown));
        foreach (var end in targets) link.Targets.Add(Exit(Through(end, link.Targets), (to.Cell?.Frame ?? to.Frame!).Number == (from.Cell?.Frame ?? from.Frame!).Number || !isDown));
        link.From = Through(from, link.Sources);
        link.To = Through(to, link.Targets);
        link.EndsAtBorder = from.Cell is not null && from.Cell == to.Cell && link.Sources.Count + link.Targets.Count > 0
            && (from.Satellite ?? to.Satellite) is null && (from.Boundary ?? to.Boundary) is null;
        link.Scope = from.Scope;
        from.Scope.Links.Add(link);

        // Each border is crossed where the way inside meets it.
        static End Through(End end, List<Exit> inside) => inside.Count > 0 ? end with { Exit = inside[^1] } : end;

        Exit Exit(End end, bool down)
        {
            var exit = new Exit(link, end.Scope, end, down);
            end.Scope.Exits.Add(exit);
            return exit;
        }
    }
}
