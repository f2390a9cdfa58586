using CsCheck;
using GpmTool.Model;

namespace GpmTool.Diff.Tests.Merging;

[TestFixture]
public class MergeLawsTests
{
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    [Test]
    public void Who_changes_nothing_takes_what_the_other_did() =>
        Seeds.Sample(seed =>
        {
            var (origin, one, _) = Family(seed);
            var expected = Versions.Hash(ProcessComparison.Compare(origin, one).Script.Target);
            foreach (var merge in new[] { ThreeWayMerge.Merge(origin, origin, one), ThreeWayMerge.Merge(origin, one, origin) })
            {
                merge.Conflicts.ShouldBeEmpty();
                Versions.Hash(merge.Merged).ShouldBe(expected);
            }
        }, iter: 300);

    [Test]
    public void What_both_did_is_done_once() =>
        Seeds.Sample(seed =>
        {
            var (origin, one, _) = Family(seed);
            var merge = ThreeWayMerge.Merge(origin, one, one);
            merge.Conflicts.ShouldBeEmpty();
            Versions.Hash(merge.Merged).ShouldBe(Versions.Hash(ProcessComparison.Compare(origin, one).Script.Target));
        }, iter: 300);

    [Test]
    public void It_does_not_matter_who_is_named_first() =>
        Seeds.Sample(seed =>
        {
            var (origin, one, other) = Family(seed);
            var (there, back) = (ThreeWayMerge.Merge(origin, one, other), ThreeWayMerge.Merge(origin, other, one));
            Versions.Hash(back.Merged).ShouldBe(Versions.Hash(there.Merged));
            back.Conflicts.Select(conflict => (conflict.Theirs.Key, conflict.Ours.Key)).Order().ShouldBe(there.Conflicts.Select(conflict => (conflict.Ours.Key, conflict.Theirs.Key)).Order());
        }, iter: 300);

    [Test]
    public void A_merged_model_has_no_loose_ends() =>
        Seeds.Sample(seed =>
        {
            var (origin, one, other) = Family(seed);
            var merged = ThreeWayMerge.Merge(origin, one, other).Merged;
            var ids = merged.Nodes.Select(node => node.Id).ToHashSet();
            merged.Flows.ShouldAllBe(flow => ids.Contains(flow.SourceId!) && ids.Contains(flow.TargetId!));
            merged.Nodes.Select(node => node.Id).ShouldBeUnique();
            merged.Flows.Select(flow => flow.Id).ShouldBeUnique();
        }, iter: 300);

    private static (ProcessGraph Origin, ProcessGraph One, ProcessGraph Other) Family(int seed)
    {
        var origin = Versions.Rich(seed);
        return (origin, Versions.Edited(origin, seed, 3), Versions.Edited(origin, seed / 2 + 1, 3));
    }
}
