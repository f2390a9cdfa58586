namespace GpmTool.Diff;

/// <summary>
/// Spreads similarity along the flows: two nodes are more alike when their neighbours are (similarity flooding, Melnik,
/// Garcia-Molina and Rahm 2002). O(rounds × n × m × degree²).
/// </summary>
internal static class SimilarityFlooding
{
    /// <summary>What a neighbourhood counts where both sides have none.</summary>
    private const double BothEmpty = 0.7;

    /// <summary>What a neighbourhood counts where only one side has none.</summary>
    private const double OneEmpty = 0.2;

    /// <summary>Similarities after some rounds; rows are the nodes of <paramref name="left"/>.</summary>
    /// <param name="left">The first graph.</param>
    /// <param name="right">The second graph.</param>
    /// <param name="first">Similarities of the nodes alone; zero is no candidate and stays zero.</param>
    /// <param name="share">How much the neighbours count for a pair.</param>
    /// <param name="rounds">How far similarity spreads.</param>
    public static double[,] Spread(Side left, Side right, double[,] first, Func<int, int, double> share, int rounds)
    {
        var rows = left.Nodes.Length;
        var columns = right.Nodes.Length;
        var scores = first;
        var next = new double[rows, columns];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    if (first[i, j] <= 0) continue;
                    var part = share(i, j);
                    next[i, j] = (1 - part) * first[i, j] + part * Around(left, right, scores, i, j);
                }
            }

            (scores, next) = (next, ReferenceEquals(scores, first) ? new double[rows, columns] : scores);
        }

        return scores;
    }

    /// <summary>How well the neighbours of two nodes fit, 0 to 1.</summary>
    public static double Around(Side left, Side right, double[,] scores, int i, int j) =>
        (Fit(scores, left.Next[i], right.Next[j]) + Fit(scores, left.Previous[i], right.Previous[j])) / 2;

    // The mean of each neighbour's best partner, in both directions.
    private static double Fit(double[,] scores, int[] left, int[] right)
    {
        if (left.Length == 0 || right.Length == 0) return left.Length == right.Length ? BothEmpty : OneEmpty;
        if (left.Length == 1 && right.Length == 1) return scores[left[0], right[0]];
        var sum = 0.0;
        foreach (var i in left)
        {
            var best = 0.0;
            foreach (var j in right) best = Math.Max(best, scores[i, j]);
            sum += best;
        }

        foreach (var j in right)
        {
            var best = 0.0;
            foreach (var i in left) best = Math.Max(best, scores[i, j]);
            sum += best;
        }

        return sum / (left.Length + right.Length);
    }
}
