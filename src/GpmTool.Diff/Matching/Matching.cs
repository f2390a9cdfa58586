using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Which elements of two graphs stand for the same thing.</summary>
/// <param name="Correspondences">Nodes, in the order of the first graph.</param>
/// <param name="Ids">The first graph's id for each matched element of the second, whatever it is.</param>
internal sealed record Matching(IReadOnlyList<Correspondence> Correspondences, Dictionary<string, string> Ids)
{
    /// <summary>Matches two graphs.</summary>
    public static Matching Of(ProcessGraph before, ProcessGraph after, ComparisonOptions options)
    {
        // One direction is worked out and the other read from it, so that both say the same even where several answers are as good.
        if (Order(before, after) > 0) return Of(after, before, options with { Pins = options.Pins.Mirrored() }).Mirrored(before);
        if (options.Pins.Same.IsEmpty && options.Pins.Different.IsEmpty && Isomorphism.Find(before, after) is { } ids)
        {
            var images = ids.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
            return new Matching([.. before.Nodes.Select(node => new Correspondence(node.Id, images[node.Id], 1, Evidence.Isomorphism))], ids);
        }

        var left = new Side(new GraphIndex(before));
        var right = new Side(new GraphIndex(after));
        return Given(before, after, NodeMatching.Of(left, right, options), options);
    }

    /// <summary>Matches the other elements where the nodes are matched already.</summary>
    public static Matching Given(ProcessGraph before, ProcessGraph after, IReadOnlyList<Correspondence> correspondences, ComparisonOptions options) =>
        new(correspondences, ElementMatcher.Match(before, after, correspondences.Select(match => (match.BeforeId, match.AfterId)), options));

    private Matching Mirrored(ProcessGraph before)
    {
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < before.Nodes.Count; i++) place.TryAdd(before.Nodes[i].Id, i);
        return new Matching(
            [.. Correspondences.Select(match => match with { BeforeIds = match.AfterIds, AfterIds = match.BeforeIds }).OrderBy(match => place[match.BeforeId])],
            Ids.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal));
    }

    /// <summary>An order of graphs that depends on their content only: which of two directions is the one worked out.</summary>
    public static int Order(ProcessGraph a, ProcessGraph b)
    {
        if (a.Nodes.Count != b.Nodes.Count) return a.Nodes.Count.CompareTo(b.Nodes.Count);
        if (a.Flows.Count != b.Flows.Count) return a.Flows.Count.CompareTo(b.Flows.Count);
        for (var i = 0; i < a.Nodes.Count; i++)
        {
            if (string.CompareOrdinal(a.Nodes[i].Name, b.Nodes[i].Name) is var byName and not 0) return byName;
            if (string.CompareOrdinal(a.Nodes[i].Id, b.Nodes[i].Id) is var byId and not 0) return byId;
        }

        for (var i = 0; i < a.Flows.Count; i++)
            if (string.CompareOrdinal(a.Flows[i].Id, b.Flows[i].Id) is var byFlow and not 0) return byFlow;
        return GraphHashes.ModelHash(a).AsSpan().SequenceCompareTo(GraphHashes.ModelHash(b));
    }
}
