namespace GpmTool.Diff;

/// <summary>How far along the flow nodes stand: 0 at a start, 1 farthest from it. What is attached to a step or begins inside it stands behind it.</summary>
internal static class Places
{
    /// <summary>The place of each node. O(nodes + flows).</summary>
    public static double[] Of(Side side)
    {
        var count = side.Nodes.Length;
        var depth = new int[count];
        Array.Fill(depth, -1);
        var waiting = new Queue<int>();
        for (var i = 0; i < count; i++)
        {
            if (side.Previous[i].Length > 0 || Host(side, i) >= 0) continue;
            depth[i] = 0;
            waiting.Enqueue(i);
        }

        var inside = Enumerable.Range(0, count).Where(i => side.Previous[i].Length == 0 && Host(side, i) >= 0).ToLookup(i => Host(side, i));

        var deepest = 1;
        while (waiting.TryDequeue(out var i))
        {
            foreach (var next in side.Next[i].Concat(inside[i]))
            {
                if (depth[next] >= 0) continue;
                depth[next] = depth[i] + 1;
                deepest = Math.Max(deepest, depth[next]);
                waiting.Enqueue(next);
            }
        }

        var places = new double[count];
        for (var i = 0; i < count; i++) places[i] = Math.Max(0, depth[i]) / (double)deepest;
        return places;
    }

    private static int Host(Side side, int i) => side.Number(side.Nodes[i].AttachedToId) is var host and >= 0 ? host : side.Number(side.Nodes[i].ParentId);
}
