using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Finds and makes the smallest changes between two graphs that speak of the same ids.</summary>
internal static class Changes
{
    /// <summary>All changes from <paramref name="before"/> to <paramref name="aligned"/>, elements by id. O(elements).</summary>
    public static List<Change> Between(ProcessGraph before, ProcessGraph aligned)
    {
        var changes = new List<Change>();
        foreach (var set in Elements.Sets)
        {
            var open = new Dictionary<string, GraphElement>(StringComparer.Ordinal);
            foreach (var element in Elements.Of(aligned, set)) open.TryAdd(element.Id, element);
            foreach (var element in Elements.Of(before, set))
            {
                if (open.Remove(element.Id, out var partner)) Compare(set, element, partner, changes);
                else changes.Add(new Change(set, element.Id, null, Bare(element), null));
            }

            if (open.Count == 0) continue;
            foreach (var element in Elements.Of(aligned, set))
                if (open.Remove(element.Id)) changes.Add(new Change(set, element.Id, null, null, Bare(element)));
        }

        Members(before, aligned, changes);
        return changes;
    }

    /// <summary>A graph with changes made. Changes that do not fit (an element is gone) are left out.</summary>
    public static ProcessGraph Apply(ProcessGraph graph, IEnumerable<Change> changes)
    {
        var sets = new Dictionary<ElementSet, List<GraphElement>>();
        var places = new Dictionary<ElementSet, Dictionary<string, int>>();
        foreach (var set in Elements.Sets)
        {
            var list = Elements.Of(graph, set).ToList();
            sets[set] = list;
            places[set] = new(StringComparer.Ordinal);
            for (var i = 0; i < list.Count; i++) places[set].TryAdd(list[i].Id, i);
        }

        var all = changes.ToList();
        var removed = new HashSet<(ElementSet, string)>();
        foreach (var change in all.Where(change => change.Set != ElementSet.LaneMember))
        {
            if (change.Member is null && change.IsRemoval) removed.Add((change.Set, change.Id));
            else if (change.Member is null && places[change.Set].TryAdd(change.Id, sets[change.Set].Count)) sets[change.Set].Add(change.After!);
        }

        foreach (var set in Elements.Sets)
            foreach (var change in all.Where(change => change.Set == set && change.Member is not null))
                if (places[set].TryGetValue(change.Id, out var place)) sets[set][place] = Facets.Of(set, change.Member!).Take(sets[set][place], change.After!);
        foreach (var change in all.Where(change => change.Set == ElementSet.LaneMember).OrderBy(change => change.IsAddition))
        {
            if (!places[ElementSet.Lane].TryGetValue(change.Id, out var place)) continue;
            var lane = (Lane)sets[ElementSet.Lane][place];
            sets[ElementSet.Lane][place] = change.IsAddition ? lane with { MemberIds = lane.MemberIds.Add(change.Member!) } : Without(lane, change.Member!);
        }

        return Elements.With(graph, set => sets[set].Where(element => !removed.Contains((set, element.Id))));
    }

    private static Lane Without(Lane lane, string member)
    {
        var members = lane.MemberIds.ToList();
        members.Remove(member);
        return lane with { MemberIds = members.ToValueList() };
    }

    private static GraphElement Bare(GraphElement element) => element switch
    {
        Lane lane => lane with { MemberIds = default },
        SequenceFlow flow => flow with { Connection = null },
        _ => element,
    };

    private static void Compare(ElementSet set, GraphElement element, GraphElement partner, List<Change> changes)
    {
        foreach (var facet in Facets.Of(set))
            if (!facet.Same(element, partner)) changes.Add(new Change(set, element.Id, facet.Name, element, partner));
    }

    private static void Members(ProcessGraph before, ProcessGraph aligned, List<Change> changes)
    {
        var old = Pairs(before);
        var now = Pairs(aligned);
        foreach (var (pair, (lane, count)) in old)
            for (var i = now.TryGetValue(pair, out var other) ? other.Count : 0; i < count; i++) changes.Add(new Change(ElementSet.LaneMember, pair.Lane, pair.Node, lane, null));
        foreach (var (pair, (lane, count)) in now)
            for (var i = old.TryGetValue(pair, out var other) ? other.Count : 0; i < count; i++) changes.Add(new Change(ElementSet.LaneMember, pair.Lane, pair.Node, null, lane));
    }

    private static Dictionary<(string Lane, string Node), (Lane Lane, int Count)> Pairs(ProcessGraph graph)
    {
        var pairs = new Dictionary<(string, string), (Lane, int)>();
        foreach (var lane in graph.Lanes.AsSpan())
            foreach (var member in lane.MemberIds.AsSpan())
                pairs[(lane.Id, member)] = (lane, pairs.TryGetValue((lane.Id, member), out var known) ? known.Item2 + 1 : 1);
        return pairs;
    }
}
