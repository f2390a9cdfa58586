using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Gives the elements of a graph other ids, in everything that names them.</summary>
internal static class Renaming
{
    /// <summary>The second graph in the first one's ids: matched elements carry the first one's, others keep their own, or take a free one where theirs is in use.</summary>
    /// <param name="before">The first graph.</param>
    /// <param name="after">The second graph.</param>
    /// <param name="matched">The first graph's id for each matched id of the second.</param>
    /// <param name="ids">The new id of each element of the second graph.</param>
    public static ProcessGraph Align(ProcessGraph before, ProcessGraph after, IReadOnlyDictionary<string, string> matched, out Dictionary<string, string> ids)
    {
        ids = Ids(before, after, matched);
        foreach (var (now, old) in CarriedIdPairs.Of(before, after, matched)) ids.TryAdd(now, old);
        var aligned = Apply(after, ids) with { Id = before.Id };
        var nodes = new Dictionary<string, FlowNode>(StringComparer.Ordinal);
        foreach (var node in before.Nodes.AsSpan()) nodes.TryAdd(node.Id, node);
        // Ids the document wrote otherwise are ids too.
        if (Elements.Sets.Any(set => Elements.Of(before, set).Concat(Elements.Of(aligned, set)).Any(element => element.DocumentId is not null))) aligned = WithDocumentIds(before, aligned);
        return aligned with
        {
            Nodes = aligned.Nodes.ConvertAll(node => node.EventDefinitions.IsEmpty || !nodes.TryGetValue(node.Id, out var partner) ? node : node with { EventDefinitions = WithIdsOf(partner.EventDefinitions, node.EventDefinitions) }),
            Lanes = LaneSets(before, aligned),
        };
    }

    /// <summary>A graph with other ids; an id that is not in the map stays.</summary>
    public static ProcessGraph Apply(ProcessGraph graph, IReadOnlyDictionary<string, string> ids)
    {
        string Of(string id) => ids.GetValueOrDefault(id, id);
        string? Maybe(string? id) => id is null ? null : Of(id);
        ValueList<RawElement> Carried(ValueList<RawElement> pieces) => CarriedIdPairs.Renamed(pieces, ids);
        return graph with
        {
            Raw = Carried(graph.Raw),
            MainProcessId = Maybe(graph.MainProcessId),
            Processes = graph.Processes.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id) }),
            Collaboration = graph.Collaboration is { } one ? one with { Id = Of(one.Id), Raw = Carried(one.Raw) } : null,
            OtherCollaborations = graph.OtherCollaborations.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id) }),
            Pools = graph.Pools.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id), ProcessId = Maybe(x.ProcessId), CollaborationId = Maybe(x.CollaborationId) }),
            Lanes = graph.Lanes.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id), OwnerId = Of(x.OwnerId), MemberIds = x.MemberIds.ConvertAll(Of) }),
            Nodes = graph.Nodes.ConvertAll(x => x with
            {
                Raw = Carried(x.Raw),
                Id = Of(x.Id),
                ParentId = Of(x.ParentId),
                AttachedToId = Maybe(x.AttachedToId),
                DefaultFlowId = Maybe(x.DefaultFlowId),
                MessageId = Maybe(x.MessageId),
                CalledElement = Maybe(x.CalledElement),
                EventDefinitions = x.EventDefinitions.IsEmpty ? default : x.EventDefinitions.ConvertAll(definition => definition with { ReferenceId = Maybe(definition.ReferenceId), Raw = Carried(definition.Raw) }),
            }),
            Flows = graph.Flows.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id), ParentId = Of(x.ParentId), SourceId = Maybe(x.SourceId), TargetId = Maybe(x.TargetId) }),
            MessageFlows = graph.MessageFlows.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id), SourceId = Maybe(x.SourceId), TargetId = Maybe(x.TargetId), MessageId = Maybe(x.MessageId), CollaborationId = Maybe(x.CollaborationId) }),
            Data = graph.Data.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id), ParentId = Maybe(x.ParentId), ReferenceId = Maybe(x.ReferenceId) }),
            DataAssociations = graph.DataAssociations.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id), NodeId = Of(x.NodeId), SourceIds = x.SourceIds.ConvertAll(Of), TargetId = Maybe(x.TargetId) }),
            Artifacts = graph.Artifacts.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id), ParentId = Maybe(x.ParentId), CategoryValueId = Maybe(x.CategoryValueId) }),
            Associations = graph.Associations.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id), ParentId = Maybe(x.ParentId), SourceId = Maybe(x.SourceId), TargetId = Maybe(x.TargetId) }),
            Declarations = graph.Declarations.ConvertAll(x => x with { Raw = Carried(x.Raw), Id = Of(x.Id) }),
            Diagrams = graph.Diagrams.ConvertAll(diagram => diagram with
            {
                ElementId = Maybe(diagram.ElementId),
                Shapes = diagram.Shapes.ConvertAll(shape => shape with { ElementId = Of(shape.ElementId) }),
                Edges = diagram.Edges.ConvertAll(edge => edge with { ElementId = Of(edge.ElementId) }),
            }),
        };
    }

    private static ProcessGraph WithDocumentIds(ProcessGraph before, ProcessGraph aligned)
    {
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var set in Elements.Sets)
            foreach (var element in Elements.Of(before, set)) known.TryAdd(element.Id, element.DocumentId);
        return Elements.With(aligned, set => Elements.Of(aligned, set).Select(element => known.TryGetValue(element.Id, out var id) ? element with { DocumentId = id } : element));
    }

    private static Dictionary<string, string> Ids(ProcessGraph before, ProcessGraph after, IReadOnlyDictionary<string, string> matched)
    {
        var used = Elements.Ids(before).ToHashSet(StringComparer.Ordinal);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in Elements.Ids(after))
        {
            if (ids.ContainsKey(id)) continue;
            if (matched.TryGetValue(id, out var partner)) ids[id] = partner;
            else ids[id] = Free(id, used);
        }

        return ids;
    }

    private static string Free(string id, HashSet<string> used)
    {
        var free = id;
        for (var number = 2; !used.Add(free); number++) free = $"{id}-{number}";
        return free;
    }

    // The ids of event definitions mean nothing to anybody else: those in the same place carry the first graph's.
    private static ValueList<EventDefinition> WithIdsOf(ValueList<EventDefinition> old, ValueList<EventDefinition> now) =>
        now.Select((definition, i) => i < old.Count && old[i].Kind == definition.Kind ? definition with { Id = old[i].Id } : definition).ToValueList();

    // Lane sets have no record of their own: they are matched with their lanes, first come first served.
    private static ValueList<Lane> LaneSets(ProcessGraph before, ProcessGraph aligned)
    {
        if (aligned.Lanes.IsEmpty) return default;
        var old = new Dictionary<string, Lane>(StringComparer.Ordinal);
        foreach (var lane in before.Lanes.AsSpan()) old.TryAdd(lane.Id, lane);
        var sets = new Dictionary<(string Owner, string? Set), string?>();
        var used = new HashSet<(string, string?)>();
        foreach (var lane in aligned.Lanes.AsSpan())
            if (old.TryGetValue(lane.Id, out var partner) && partner.OwnerId == lane.OwnerId && !sets.ContainsKey((lane.OwnerId, lane.LaneSetId)) && used.Add((lane.OwnerId, partner.LaneSetId)))
                sets[(lane.OwnerId, lane.LaneSetId)] = partner.LaneSetId;
        return aligned.Lanes.ConvertAll(lane => sets.TryGetValue((lane.OwnerId, lane.LaneSetId), out var set) ? lane with { LaneSetId = set } : lane);
    }
}
