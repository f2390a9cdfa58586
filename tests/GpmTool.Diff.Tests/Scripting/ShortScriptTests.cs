using CsCheck;
using GpmTool.Model;

namespace GpmTool.Diff.Tests.Scripting;

/// <summary>
/// No script is much longer than need be. With the nodes matched, only flows can be told in several ways: each as gone and new,
/// or as led elsewhere. The shortest way is found by trying all.
/// </summary>
[TestFixture]
public class ShortScriptTests
{
    [Test]
    public void A_script_is_at_most_a_third_longer_than_the_shortest_and_on_average_hardly()
    {
        var ratios = new List<double>();
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var random = new Random(seed);
            var before = Small(random);
            var after = Versions.Edited(before, seed, 1 + random.Next(4));
            var script = ProcessComparison.Compare(before, after).Script;
            var length = script.Changes.Count();
            if (length == 0) return;
            var flows = script.Changes.Count(change => change.Set == ElementSet.Flow);
            var shortest = length - flows + ShortestFlows(before, script);
            ratios.Add((double)length / Math.Max(1, shortest));
            ratios[^1].ShouldBeLessThanOrEqualTo(1.3);
        }, iter: 400, threads: 1);
        ratios.Average().ShouldBeLessThan(1.05);
    }

    private static ProcessGraph Small(Random random)
    {
        var graph = Offices.Random(random.Next());
        while (graph.Flows.Count > 7) graph = Offices.Random(random.Next());
        return graph;
    }

    private static int ShortestFlows(ProcessGraph before, EditScript script) => Try([.. before.Flows], [.. script.Target.Flows], 0, new bool[script.Target.Flows.Count], int.MaxValue);

    private static int Try(SequenceFlow[] old, SequenceFlow[] now, int next, bool[] used, int best)
    {
        if (next == old.Length) return used.Count(one => !one);
        best = Math.Min(best, 1 + Try(old, now, next + 1, used, best));
        for (var j = 0; j < now.Length; j++)
        {
            if (used[j]) continue;
            used[j] = true;
            best = Math.Min(best, Cost(old[next], now[j]) + Try(old, now, next + 1, used, best));
            used[j] = false;
        }

        return best;
    }

    private static int Cost(SequenceFlow a, SequenceFlow b) =>
        (a.SourceId == b.SourceId ? 0 : 1) + (a.TargetId == b.TargetId ? 0 : 1) + (a.Name == b.Name ? 0 : 1) + (a.Condition == b.Condition ? 0 : 1) + (a.Probability == b.Probability ? 0 : 1) + (a.ParentId == b.ParentId ? 0 : 1);
}
