using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>
/// Where documents, stores and annotations stand: above the first step that uses them, in a place of their own where
/// nothing does.
/// </summary>
internal sealed class DataPlaces(ProcessGraph graph, ScopeTree tree)
{
    public void Place(HashSet<string> known)
    {
        var users = Users();
        var referenced = graph.Data.Where(data => data.ReferenceId is not null).Select(data => data.ReferenceId!).ToHashSet(StringComparer.Ordinal);
        foreach (var data in graph.Data.AsSpan())
        {
            // What a reference shows is not drawn itself; a data object that nothing shows or uses is only declared.
            var isDeclaration = data.Kind is DataKind.DataObject or DataKind.DataStore;
            if (isDeclaration && (referenced.Contains(data.Id) || !users.ContainsKey(data.Id))) continue;
            if (!known.Add(data.Id)) continue;
            var (width, height) = Sizes.Data(data.Kind);
            var label = Sizes.Label(Sizes.Caption(data), Sizes.EventLabel);
            Add(data.Id, data.ParentId, users.GetValueOrDefault(data.Id), new Satellite
            {
                Id = data.Id,
                Data = data,
                Width = width,
                Height = height,
                LabelWidth = label.Width,
                LabelHeight = label.Height,
            });
        }

        foreach (var artifact in graph.Artifacts.AsSpan())
        {
            if (!known.Add(artifact.Id)) continue;
            var (width, height) = artifact.Kind == ArtifactKind.Group ? (160, 100) : Sizes.Annotation(artifact.Text);
            Add(artifact.Id, artifact.ParentId, artifact.Kind == ArtifactKind.Group ? null : users.GetValueOrDefault(artifact.Id), new Satellite { Id = artifact.Id, Artifact = artifact, Width = width, Height = height });
        }
    }

    private void Add(string id, string? parent, string? user, Satellite satellite)
    {
        if (user is not null && tree.Ends.TryGetValue(user, out var host) && host is { Cell.Node: not null })
        {
            host.Cell.Satellites.Add(satellite);
            tree.Ends[id] = host with { Boundary = null, Satellite = satellite };
            return;
        }

        var (scope, frame) = tree.PlaceOf(parent);
        var cell = new Cell { Id = id, Data = satellite.Data, Artifact = satellite.Artifact, Number = scope.Cells.Count, Frame = frame, Width = satellite.Width, Height = satellite.Height };
        if (satellite.LabelHeight > 0) cell.Label = new Box(-satellite.LabelWidth / 2, satellite.Height / 2 + 4, satellite.LabelWidth, satellite.LabelHeight);
        scope.Cells.Add(cell);
        tree.Ends[id] = new End(scope, cell);
    }

    // The first step that uses a document, or that an annotation explains; of a flow it is the step before it.
    private Dictionary<string, string> Users()
    {
        var users = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var association in graph.DataAssociations.AsSpan())
        {
            if (!tree.Ends.ContainsKey(association.NodeId)) continue;
            foreach (var source in association.SourceIds.AsSpan()) users.TryAdd(source, association.NodeId);
            if (association.TargetId is { } target) users.TryAdd(target, association.NodeId);
        }

        var flows = new Dictionary<string, SequenceFlow>(StringComparer.Ordinal);
        foreach (var flow in graph.Flows.AsSpan()) flows.TryAdd(flow.Id, flow);
        foreach (var association in graph.Associations.AsSpan())
        {
            if (association is not { SourceId: { } from, TargetId: { } to }) continue;
            if (Node(to) is { } target) users.TryAdd(from, target);
            if (Node(from) is { } source) users.TryAdd(to, source);
        }

        return users;

        string? Node(string id) =>
            tree.Ends.TryGetValue(id, out var end) && end.Cell is not null ? id
            : !flows.TryGetValue(id, out var flow) ? null
            : flow.SourceId is { } source && tree.Ends.ContainsKey(source) ? source
            : flow.TargetId is { } target && tree.Ends.ContainsKey(target) ? target
            : null;
    }
}
