namespace GpmTool.Diff;

/// <summary>Edit distance with transpositions (Damerau 1964, optimal string alignment), bounded.</summary>
internal static class EditDistance
{
    /// <summary>Whether at most <paramref name="allowed"/> letters are missing, extra, wrong or swapped. O(allowed × length).</summary>
    public static bool Within(string a, string b, int allowed)
    {
        if (Math.Abs(a.Length - b.Length) > allowed) return false;
        Span<int> beforeLast = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now.Fill(allowed + 1);
            if (i <= allowed) now[0] = i;
            var best = now[0];
            for (var j = Math.Max(1, i - allowed); j <= Math.Min(b.Length, i + allowed); j++)
            {
                var cost = Math.Min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, beforeLast[j - 2] + 1);
                now[j] = cost;
                best = Math.Min(best, cost);
            }

            if (best > allowed) return false;
            var spare = beforeLast;
            beforeLast = last;
            last = now;
            now = spare;
        }

        return last[b.Length] <= allowed;
    }
}
