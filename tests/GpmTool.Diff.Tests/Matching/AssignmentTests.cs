using CsCheck;

namespace GpmTool.Diff.Tests.Matching;

[TestFixture]
public class AssignmentTests
{
    private static readonly Gen<double[,]> Gains =
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 6]).SelectMany((rows, columns) => Gen.Int[-3, 9].Array[rows * columns].Select(values =>
        {
            var gain = new double[rows, columns];
            for (var i = 0; i < values.Length; i++) gain[i / columns, i % columns] = values[i];
            return gain;
        }));

    [Test]
    public void The_sum_is_the_greatest_there_is() => Gains.Sample(gain => Sum(gain, Assignment.Solve(gain)).ShouldBe(Best(gain, 0, 0)), iter: 2000);

    [Test]
    public void Solving_group_by_group_gives_the_same_sum() => Gains.Sample(gain => Sum(gain, Grouped.Assign(gain)).ShouldBe(Best(gain, 0, 0)), iter: 2000);

    [Test]
    public void No_column_is_used_twice_and_nothing_worthless_is_assigned() =>
        Gains.Sample(gain =>
        {
            var chosen = Assignment.Solve(gain);
            chosen.Where(column => column >= 0).ShouldBeUnique();
            for (var i = 0; i < chosen.Length; i++)
                if (chosen[i] >= 0) gain[i, chosen[i]].ShouldBeGreaterThan(0);
        });

    private static double Sum(double[,] gain, int[] chosen) => chosen.Select((column, row) => column < 0 ? 0 : gain[row, column]).Sum();

    private static double Best(double[,] gain, int row, int used)
    {
        if (row == gain.GetLength(0)) return 0;
        var best = Best(gain, row + 1, used);
        for (var column = 0; column < gain.GetLength(1); column++)
            if ((used & (1 << column)) == 0 && gain[row, column] > 0) best = Math.Max(best, gain[row, column] + Best(gain, row + 1, used | (1 << column)));
        return best;
    }
}
