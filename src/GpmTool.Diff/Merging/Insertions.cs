using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Gives what two descendants inserted ids that fit together: the same for the same, others for what only shares an id by chance.</summary>
internal static class Insertions
{
    /// <summary>New ids for the inserted elements of both sides; the other way round gives the other's.</summary>
    public static (Dictionary<string, string> Left, Dictionary<string, string> Right) Unify(ProcessGraph origin, ProcessGraph left, ProcessGraph right, ComparisonOptions options)
    {
        var known = Elements.Ids(origin).ToHashSet(StringComparer.Ordinal);
        var ours = New(left, known);
        var theirs = New(right, known);
        var (leftIds, rightIds) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        if (ours.Count == 0 || theirs.Count == 0) return (leftIds, rightIds);
        var common = left.Nodes.Select(node => node.Id).Where(known.Contains).Intersect(right.Nodes.Select(node => node.Id), StringComparer.Ordinal).Select(id => new Pin(id, id)).ToValueList();
        var partners = Matching.Of(left, right, options with { Pins = new Pins { Same = common } }).Ids;
        var used = known.Concat(ours.Keys).Concat(theirs.Keys).ToHashSet(StringComparer.Ordinal);
        var paired = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (theirId, theirElement) in theirs)
        {
            if (!partners.TryGetValue(theirId, out var ourId) || !ours.TryGetValue(ourId, out var ourElement) || !IsSame(ourElement, theirElement)) continue;
            paired.Add(ourId);
            var id = Common(ourId, theirId, ours, theirs);
            leftIds[ourId] = rightIds[theirId] = id;
        }

        foreach (var (id, theirElement) in theirs)
        {
            // The same id for different things: the one whose text comes first keeps it.
            if (rightIds.ContainsKey(id) || paired.Contains(id) || !ours.TryGetValue(id, out var ourElement)) continue;
            var free = id;
            for (var number = 2; !used.Add(free); number++) free = $"{id}-{number}";
            if (string.CompareOrdinal(Text(ourElement), Text(theirElement)) <= 0) rightIds[id] = free;
            else leftIds[id] = free;
        }

        return (leftIds, rightIds);
    }

    // The first of both in order that neither side uses for something else.
    private static string Common(string ourId, string theirId, Dictionary<string, GraphElement> ours, Dictionary<string, GraphElement> theirs)
    {
        bool IsFree(string id) => (id == ourId || !ours.ContainsKey(id)) && (id == theirId || !theirs.ContainsKey(id));
        var (first, second) = string.CompareOrdinal(ourId, theirId) <= 0 ? (ourId, theirId) : (theirId, ourId);
        return IsFree(first) ? first : IsFree(second) ? second : $"{first}-{second}";
    }

    private static Dictionary<string, GraphElement> New(ProcessGraph graph, HashSet<string> known)
    {
        var elements = new Dictionary<string, GraphElement>(StringComparer.Ordinal);
        foreach (var set in Elements.Sets.Where(set => set != ElementSet.Document))
            foreach (var element in Elements.Of(graph, set))
                if (!known.Contains(element.Id)) elements.TryAdd(element.Id, element);
        return elements;
    }

    private static bool IsSame(GraphElement one, GraphElement other) =>
        one.GetType() == other.GetType() && one.Name == other.Name && (one is not FlowNode node || (node.Kind == ((FlowNode)other).Kind && node.Gpm == ((FlowNode)other).Gpm));

    internal static string Text(GraphElement element) => JsonSerializer.Serialize(element, GraphJson.Options.GetTypeInfo(element.GetType()));
}
