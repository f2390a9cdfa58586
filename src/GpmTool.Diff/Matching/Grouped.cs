namespace GpmTool.Diff;

/// <summary>Splits an assignment into groups of rows and columns that compete with each other and solves each on its own.</summary>
internal static class Grouped
{
    /// <summary>Groups larger than this are settled best pair first: n³ would take too long, and so large a group has no right answer.</summary>
    private const int MaxGroup = 300;

    /// <summary>The column of each row, −1 for none.</summary>
    public static int[] Assign(double[,] gain)
    {
        var rows = gain.GetLength(0);
        var columns = gain.GetLength(1);
        var parent = new int[rows + columns];
        for (var i = 0; i < parent.Length; i++) parent[i] = i;
        var isCandidate = new bool[rows];
        var bestOfRow = Best(gain, rows, columns, byRow: true);
        var bestOfColumn = Best(gain, rows, columns, byRow: false);
        var result = new int[rows];
        Array.Fill(result, -1);
        // A pair that is the best of both by far needs no solver: whatever else either could take is worth less than half.
        var taken = new bool[columns];
        for (var i = 0; i < rows; i++)
        {
            var (j, first, second) = bestOfRow[i];
            if (j < 0 || bestOfColumn[j].Index != i || second * 2 > first || bestOfColumn[j].Second * 2 > first) continue;
            result[i] = j;
            taken[j] = true;
        }

        for (var i = 0; i < rows; i++)
        {
            if (result[i] >= 0) continue;
            for (var j = 0; j < columns; j++)
            {
                if (taken[j] || gain[i, j] <= 0) continue;
                isCandidate[i] = true;
                Join(parent, i, rows + j);
            }
        }

        var groups = new Dictionary<int, (List<int> Rows, List<int> Columns)>();
        for (var i = 0; i < rows; i++)
        {
            if (!isCandidate[i]) continue;
            var root = Find(parent, i);
            if (!groups.TryGetValue(root, out var group)) groups[root] = group = ([], []);
            group.Rows.Add(i);
        }

        for (var j = 0; j < columns; j++)
            if (!taken[j] && groups.TryGetValue(Find(parent, rows + j), out var group)) group.Columns.Add(j);
        foreach (var (own, others) in groups.Values) Settle(gain, own, others, result);
        return result;
    }

    private static void Settle(double[,] gain, List<int> rows, List<int> columns, int[] result)
    {
        if (Math.Max(rows.Count, columns.Count) > MaxGroup)
        {
            Greedy(gain, rows, columns, result);
            return;
        }

        var part = new double[rows.Count, columns.Count];
        for (var i = 0; i < rows.Count; i++)
            for (var j = 0; j < columns.Count; j++) part[i, j] = gain[rows[i], columns[j]];
        var chosen = Assignment.Solve(part);
        for (var i = 0; i < rows.Count; i++)
            if (chosen[i] >= 0) result[rows[i]] = columns[chosen[i]];
    }

    private static void Greedy(double[,] gain, List<int> rows, List<int> columns, int[] result)
    {
        var pairs = new List<(double Gain, int I, int J)>();
        foreach (var i in rows)
            foreach (var j in columns)
                if (gain[i, j] > 0) pairs.Add((gain[i, j], i, j));
        pairs.Sort((x, y) => x.Gain != y.Gain ? y.Gain.CompareTo(x.Gain) : x.I + x.J != y.I + y.J ? (x.I + x.J).CompareTo(y.I + y.J) : Math.Abs(x.I - x.J).CompareTo(Math.Abs(y.I - y.J)));
        var taken = new HashSet<int>();
        foreach (var (_, i, j) in pairs)
            if (result[i] < 0 && taken.Add(j)) result[i] = j;
    }

    private static (int Index, double First, double Second)[] Best(double[,] gain, int rows, int columns, bool byRow)
    {
        var best = new (int Index, double First, double Second)[byRow ? rows : columns];
        Array.Fill(best, (-1, 0, 0));
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var value = gain[i, j];
                if (value <= 0) continue;
                ref var own = ref best[byRow ? i : j];
                if (value > own.First) own = (byRow ? j : i, value, own.First);
                else if (value > own.Second) own.Second = value;
            }
        }

        return best;
    }

    private static int Find(int[] parent, int item)
    {
        while (parent[item] != item) item = parent[item] = parent[parent[item]];
        return item;
    }

    private static void Join(int[] parent, int one, int other) => parent[Find(parent, one)] = Find(parent, other);
}
