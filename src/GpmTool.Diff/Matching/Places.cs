namespace GpmTool.Diff;

/// <summary>How far along the flow nodes stand: 0 at a start, 1 farthest from it.</summary>
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
            if (side.Previous[i].Length > 0) continue;
            depth[i] = 0;
            waiting.Enqueue(i);
        }

        var deepest = 1;
        while (waiting.TryDequeue(out var i))
        {
            foreach (var next in side.Next[i])
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
}
