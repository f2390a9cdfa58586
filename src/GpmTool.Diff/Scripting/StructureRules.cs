using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Patterns in how nodes follow each other that have a name. Each is looked for from one side and says nothing of the direction:
/// what is gone seen from here is new seen from there, so both directions of a comparison tell the same story.
/// </summary>
internal static class StructureRules
{
    private const int LongestWay = 200; // how far a split looks for its join

    /// <summary>Two steps in a row that follow each other the other way round.</summary>
    public static IEnumerable<(int First, int Second)> Swaps(Pairing pairing)
    {
        var left = pairing.Left;
        for (var x = 0; x < left.Nodes.Length; x++)
        {
            if (!Fits(x) || left.Next[x][0] is var y && (!Fits(y) || y == x)) continue;
            y = left.Next[x][0];
            if (pairing.Right.Next[pairing.Image[y]][0] != pairing.Image[x]) continue;
            pairing.Settle(x);
            pairing.Settle(y);
            yield return (x, y);
        }

        bool Fits(int node) => pairing.IsKept(node) && AreActivities(pairing, node) && !pairing.IsSettledLeft[node] && left.IsChained(node) && pairing.Right.IsChained(pairing.Image[node]);
    }

    /// <summary>A split and its join that only the left has, around nodes that both have.</summary>
    /// <param name="Split">The split.</param>
    /// <param name="Join">The join.</param>
    /// <param name="Steps">The nodes between, where each branch is a row of nodes of both graphs and on the right these rows follow each other; in that order. Else null.</param>
    public sealed record GatewayPair(int Split, int Join, List<int>? Steps);

    /// <summary>Pairs of gateways that only the left has.</summary>
    public static IEnumerable<GatewayPair> GatewayPairs(Pairing pairing)
    {
        var left = pairing.Left;
        for (var split = 0; split < left.Nodes.Length; split++)
        {
            if (pairing.IsKept(split) || !pairing.IsGateway(split) || pairing.IsSettledLeft[split] || left.Next[split].Length < 2) continue;
            if (Join(pairing, split) is not ( >= 0 and var join, var between)) continue;
            if (!between.Exists(pairing.IsKept)) continue;
            var steps = Row(pairing, split, join);
            pairing.Settle(split);
            pairing.Settle(join);
            foreach (var node in between)
                if (pairing.IsKept(node)) pairing.Settle(node);
            yield return new GatewayPair(split, join, steps);
        }
    }

    // The nearest join that every branch reaches.
    private static (int Join, List<int> Between) Join(Pairing pairing, int split)
    {
        var left = pairing.Left;
        var reached = new Dictionary<int, int>(); // how many branches lead to a node
        var order = new List<int>();
        foreach (var branch in left.Next[split])
        {
            var seen = new HashSet<int> { split };
            var waiting = new Queue<int>([branch]);
            while (waiting.TryDequeue(out var node) && seen.Count < LongestWay)
            {
                if (!seen.Add(node)) continue;
                if (!reached.TryAdd(node, 1)) reached[node]++;
                else order.Add(node);
                if (IsJoin(node)) continue;
                foreach (var next in left.Next[node]) waiting.Enqueue(next);
            }
        }

        foreach (var node in order)
            if (IsJoin(node) && reached[node] == left.Next[split].Length) return (node, [.. order.Where(other => other != node && !IsJoin(other))]);
        return (-1, order);

        bool IsJoin(int node) => !pairing.IsKept(node) && pairing.IsGateway(node) && !pairing.IsSettledLeft[node] && left.Previous[node].Length > 1;
    }

    // The branches as one row, when that is what they are on the right.
    private static List<int>? Row(Pairing pairing, int split, int join)
    {
        var left = pairing.Left;
        var branches = new List<List<int>>();
        foreach (var head in left.Next[split])
        {
            var branch = new List<int>();
            for (var node = head; node != join; node = left.Next[node][0])
            {
                if (!pairing.IsKept(node) || !left.IsChained(node) || branch.Count > LongestWay) return null;
                branch.Add(node);
            }

            if (branch.Count == 0) return null;
            branches.Add(branch);
        }

        var row = new List<int>();
        while (branches.Count > 0)
        {
            var next = row.Count == 0 ? branches.FindIndex(branch => !branches.Exists(other => other != branch && Follows(other[^1], branch[0]))) : branches.FindIndex(branch => Follows(row[^1], branch[0]));
            if (next < 0) return null;
            row.AddRange(branches[next]);
            branches.RemoveAt(next);
        }

        for (var i = 1; i < row.Count; i++)
            if (!Follows(row[i - 1], row[i])) return null;
        return row;

        bool Follows(int one, int other) => pairing.Right.Next[pairing.Image[one]] is [var next] && next == pairing.Image[other];
    }

    /// <summary>Steps whose neighbours before and behind are all others than they were; nodes that only one side has are looked past.</summary>
    public static IEnumerable<int> Moves(Pairing pairing)
    {
        var flipped = pairing.Flipped();
        for (var x = 0; x < pairing.Left.Nodes.Length; x++)
        {
            if (!pairing.IsKept(x) || !AreActivities(pairing, x) || pairing.IsSettledLeft[x] || !pairing.Left.IsChained(x) || !pairing.Right.IsChained(pairing.Image[x])) continue;
            if (Overlaps(Kept(pairing, x, isNext: true).Select(node => pairing.Image[node]), Kept(flipped, pairing.Image[x], isNext: true))) continue;
            if (Overlaps(Kept(pairing, x, isNext: false).Select(node => pairing.Image[node]), Kept(flipped, pairing.Image[x], isNext: false))) continue;
            yield return x;
        }

        static bool Overlaps(IEnumerable<int> one, HashSet<int> other) => one.Any(other.Contains);
    }

    // On both sides: one office may draw as an event what another draws as a step.
    private static bool AreActivities(Pairing pairing, int node) => pairing.IsActivity(node) && pairing.Right.Nodes[pairing.Image[node]].Kind.IsActivity();

    /// <summary>The nearest nodes before or behind that both sides have.</summary>
    public static HashSet<int> Kept(Pairing pairing, int node, bool isNext)
    {
        var around = isNext ? pairing.Left.Next : pairing.Left.Previous;
        var kept = new HashSet<int>();
        var seen = new HashSet<int> { node };
        var waiting = new Queue<int>(around[node]);
        while (waiting.TryDequeue(out var other))
        {
            if (!seen.Add(other)) continue;
            if (pairing.IsKept(other)) kept.Add(other);
            else
                foreach (var next in around[other]) waiting.Enqueue(next);
        }

        return kept;
    }

    /// <summary>Rows of nodes that only the left has, in the place of rows that only the right has: between the same two nodes.</summary>
    public static IEnumerable<(List<int> Gone, List<int> Come)> Fragments(Pairing pairing)
    {
        var flipped = pairing.Flipped();
        var come = Rows(flipped).ToList();
        foreach (var gone in Rows(pairing))
        {
            if (gone.Previous < 0 || gone.Next < 0 || !pairing.IsKept(gone.Previous) || !pairing.IsKept(gone.Next)) continue;
            var place = come.FindIndex(row => row.Previous == pairing.Image[gone.Previous] && row.Next == pairing.Image[gone.Next]);
            if (place < 0) continue;
            foreach (var node in gone.Nodes) pairing.Settle(node);
            foreach (var node in come[place].Nodes) flipped.Settle(node);
            yield return (gone.Nodes, come[place].Nodes);
            come.RemoveAt(place);
        }
    }

    private static IEnumerable<(List<int> Nodes, int Previous, int Next)> Rows(Pairing pairing)
    {
        var left = pairing.Left;
        var seen = new HashSet<int>();
        for (var node = 0; node < left.Nodes.Length; node++)
        {
            if (seen.Contains(node) || !Fits(node)) continue;
            var head = node;
            var way = new HashSet<int> { node };
            while (Fits(left.Previous[head][0]) && way.Add(left.Previous[head][0])) head = left.Previous[head][0];
            var row = new List<int>();
            for (var next = head; Fits(next) && seen.Add(next); next = left.Next[next][0]) row.Add(next);
            yield return (row, left.Previous[row[0]][0], left.Next[row[^1]][0]);
        }

        bool Fits(int node) => !pairing.IsKept(node) && !pairing.IsGateway(node) && !pairing.IsSettledLeft[node] && left.IsChained(node);
    }

    /// <summary>Whether there is a way from one node to another over nodes that an operation explains.</summary>
    public static int Bridge(Pairing pairing, int from, int to, Func<int, bool> isExplained)
    {
        var seen = new HashSet<int>();
        var waiting = new Queue<(int Node, int First)>(pairing.Left.Next[from].Select(next => (next, next)));
        while (waiting.TryDequeue(out var step))
        {
            if (step.Node == to) return step.First == to ? -1 : step.First;
            if (!isExplained(step.Node) || !seen.Add(step.Node)) continue;
            foreach (var next in pairing.Left.Next[step.Node]) waiting.Enqueue((next, step.First));
        }

        return -1;
    }
}
