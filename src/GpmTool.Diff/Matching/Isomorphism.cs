using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Whether two graphs differ in ids only. Colour refinement (Weisfeiler and Leman 1968) over all elements of both at once; where
/// several elements keep the same colour, one is singled out and the refinement goes on. The result is checked by comparing the
/// graphs: a wrong choice costs only the short cut.
/// </summary>
internal static class Isomorphism
{
    private const int MaxElements = 5000;

    /// <summary>The first graph's id for each id of the second, or null when the graphs differ or no way was found.</summary>
    public static Dictionary<string, string>? Find(ProcessGraph before, ProcessGraph after)
    {
        if (before.Nodes.Count != after.Nodes.Count || before.Flows.Count != after.Flows.Count || before.Lanes.Count != after.Lanes.Count || before.Data.Count != after.Data.Count) return null;
        if (Sum(before) != Sum(after)) return null;
        var left = Coloured.Of(before);
        var right = Coloured.Of(after);
        if (left is null || right is null || left.Count != right.Count || left.Count > MaxElements) return null;
        for (var choice = 0; choice <= left.Count; choice++)
        {
            if (!Coloured.Refine(left, right)) return null;
            var first = left.FirstShared();
            if (first < 0) return Checked(before, after, left, right);
            var partner = right.IndexOf(left.Colours[first]);
            left.Colours[first] = right.Colours[partner] = int.MaxValue - choice;
        }

        return null;
    }

    private static int Sum(ProcessGraph graph)
    {
        var sum = 0;
        foreach (var node in graph.Nodes.AsSpan()) sum += HashCode.Combine(node.Kind, node.Name);
        foreach (var flow in graph.Flows.AsSpan()) sum += flow.Name?.GetHashCode(StringComparison.Ordinal) ?? 0;
        return sum;
    }

    private static Dictionary<string, string>? Checked(ProcessGraph before, ProcessGraph after, Coloured left, Coloured right)
    {
        var ids = new Dictionary<int, string>();
        for (var i = 0; i < left.Count; i++) ids[left.Colours[i]] = left.Ids[i];
        var matched = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < right.Count; i++)
            if (right.Ids[i] != Elements.DocumentId) matched[right.Ids[i]] = ids[right.Colours[i]];
        return Changes.Between(before, Renaming.Align(before, after, matched, out _)).Count == 0 ? matched : null;
    }

    private sealed class Coloured
    {
        private readonly int[][] _names;
        private readonly (int Label, int Target)[][] _references;

        private Coloured(List<string> ids, List<(int Label, int Target)>[] references, List<int> colours)
        {
            Ids = ids;
            Colours = [.. colours];
            _references = [.. references.Select(list => list.ToArray())];
            _names = new int[ids.Count][];
        }

        public List<string> Ids { get; }

        public int[] Colours { get; }

        public int Count => Ids.Count;

        public static Coloured? Of(ProcessGraph graph)
        {
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            var ids = new List<string>();
            var elements = new List<(ElementSet Set, GraphElement Element)>();
            foreach (var set in Elements.Sets)
            {
                foreach (var element in Elements.Of(graph, set))
                {
                    if (!numbers.TryAdd(element.Id, ids.Count)) return null;
                    ids.Add(element.Id);
                    elements.Add((set, element));
                }
            }

            var references = new List<(int Label, int Target)>[ids.Count];
            for (var i = 0; i < references.Length; i++) references[i] = [];
            var colours = new List<int>();
            IReadOnlySet<string>? carried = null;
            for (var i = 0; i < elements.Count; i++)
            {
                var (set, element) = elements[i];
                var colour = (int)set;
                var facets = Facets.Of(set);
                for (var f = 0; f < facets.Length; f++)
                {
                    var facet = facets[f];
                    if (facet.References is { } named)
                        foreach (var id in named(element)) colour = HashCode.Combine(colour, f, Refer(i, f, id));
                    if (facet.Name == "raw") colour = HashCode.Combine(colour, f, CarriedIdPairs.Shape(element.Raw));
                    else if (facet.Full(element) is { } all) colour = HashCode.Combine(colour, f, all);
                }

                if (element is Lane lane)
                    foreach (var member in lane.MemberIds) Refer(i, facets.Length, member);
                colours.Add(colour);
            }

            return new Coloured(ids, references, colours);

            int Refer(int from, int label, string? id)
            {
                if (id is null) return 0;
                if (!numbers.TryGetValue(id, out var target)) return (carried ??= CarriedIds.Of(graph)).Contains(id) ? 1 : id.GetHashCode(StringComparison.Ordinal); // what leads nowhere keeps its name
                references[from].Add((label + 1, target));
                references[target].Add((-label - 1, from));
                return 2;
            }
        }

        /// <summary>Refines both until nothing changes; false when they cannot be the same.</summary>
        public static bool Refine(Coloured left, Coloured right)
        {
            var known = -1;
            while (true)
            {
                var a = left.Step();
                var b = right.Step();
                if (!SameColours(a, b)) return false;
                a.CopyTo(left.Colours, 0);
                b.CopyTo(right.Colours, 0);
                var count = a.Distinct().Count();
                if (count == known) return true;
                known = count;
            }
        }

        public int IndexOf(int colour) => Array.IndexOf(Colours, colour);

        /// <summary>The first element that shares its colour with another, −1 when each has its own.</summary>
        public int FirstShared()
        {
            var counts = new Dictionary<int, int>();
            foreach (var colour in Colours) counts[colour] = counts.GetValueOrDefault(colour) + 1;
            return Array.FindIndex(Colours, colour => counts[colour] > 1);
        }

        private static bool SameColours(int[] a, int[] b)
        {
            var (x, y) = ((int[])a.Clone(), (int[])b.Clone());
            Array.Sort(x);
            Array.Sort(y);
            return x.AsSpan().SequenceEqual(y);
        }

        private int[] Step()
        {
            var next = new int[Count];
            for (var i = 0; i < Count; i++)
            {
                var references = _references[i];
                var around = _names[i] ??= new int[references.Length];
                for (var k = 0; k < references.Length; k++) around[k] = HashCode.Combine(references[k].Label, Colours[references[k].Target]);
                Array.Sort(around);
                var hash = new HashCode();
                hash.Add(Colours[i]);
                foreach (var value in around) hash.Add(value);
                next[i] = hash.ToHashCode();
            }

            return next;
        }
    }
}
