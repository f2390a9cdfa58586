namespace GpmTool.Diff;

/// <summary>
/// The assignment of rows to columns with the greatest sum, each used at most once: shortest augmenting paths with potentials
/// (Kuhn 1955; Jonker and Volgenant 1987, "A shortest augmenting path algorithm for dense and sparse linear assignment problems").
/// A row may stay free; then it brings nothing.
/// </summary>
internal static class Assignment
{
    /// <summary>The column of each row, −1 for a row that is better left free. O(n³), n the longer side.</summary>
    /// <param name="gain">What a pair brings; a pair that brings zero or less is never assigned.</param>
    public static int[] Solve(double[,] gain)
    {
        var rows = gain.GetLength(0);
        var columns = gain.GetLength(1);
        var size = Math.Max(rows, columns);
        // Rows, columns and potentials count from 1; column 0 is where a path begins.
        var rowPotential = new double[size + 1];
        var columnPotential = new double[size + 1];
        var rowOf = new int[size + 1];
        var way = new int[size + 1];
        var shortest = new double[size + 1];
        var isDone = new bool[size + 1];
        for (var row = 1; row <= size; row++)
        {
            rowOf[0] = row;
            var column = 0;
            Array.Fill(shortest, double.PositiveInfinity);
            Array.Clear(isDone);
            do
            {
                isDone[column] = true;
                column = Extend(column);
            }
            while (rowOf[column] != 0);

            while (column != 0)
            {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }

        var result = new int[rows];
        Array.Fill(result, -1);
        for (var j = 1; j <= columns; j++)
            if (rowOf[j] <= rows && gain[rowOf[j] - 1, j - 1] > 0) result[rowOf[j] - 1] = j - 1;
        return result;

        // The nearest column that no path has reached yet; potentials move so that its reduced cost is zero.
        int Extend(int from)
        {
            var current = rowOf[from];
            var step = double.PositiveInfinity;
            var next = 0;
            for (var j = 1; j <= size; j++)
            {
                if (isDone[j]) continue;
                var cost = current <= rows && j <= columns && gain[current - 1, j - 1] is var value and > 0 ? -value : 0;
                var reduced = cost - rowPotential[current] - columnPotential[j];
                if (reduced < shortest[j])
                {
                    shortest[j] = reduced;
                    way[j] = from;
                }

                if (shortest[j] >= step) continue;
                step = shortest[j];
                next = j;
            }

            for (var j = 0; j <= size; j++)
            {
                if (isDone[j])
                {
                    rowPotential[rowOf[j]] += step;
                    columnPotential[j] -= step;
                }
                else
                {
                    shortest[j] -= step;
                }
            }

            return next;
        }
    }
}
