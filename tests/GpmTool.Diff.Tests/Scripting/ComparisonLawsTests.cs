using CsCheck;
using GpmTool.Model;

namespace GpmTool.Diff.Tests.Scripting;

[TestFixture]
public class ComparisonLawsTests
{
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    [Test]
    public void A_graph_does_not_differ_from_itself() =>
        Seeds.Sample(seed =>
        {
            var result = ProcessComparison.Compare(Versions.Rich(seed), Versions.Rich(seed));
            result.Operations.ShouldBeEmpty();
            result.Similarity.ShouldBe(1);
        }, iter: 300);

    [Test]
    public void Other_ids_and_another_order_are_no_difference() => Seeds.Sample(Renumbered, iter: 300);

    [Test]
    public void Other_ids_are_no_difference_where_neighbours_differ_in_a_medium_only() => Renumbered(1_985_983_933);

    private static void Renumbered(int seed)
    {
        var graph = Versions.Rich(seed);
        ProcessComparison.Compare(graph, Offices.Renumbered(graph, new Random(seed))).Operations.ShouldBeEmpty();
    }

    [Test]
    public void The_same_input_gives_the_same_answer() =>
        Seeds.Sample(seed =>
        {
            var (a, b) = (Offices.Random(seed), Offices.Random(seed + 1));
            var first = ProcessComparison.Compare(a, b);
            var second = ProcessComparison.Compare(a, b);
            second.Correspondences.ShouldBe(first.Correspondences);
            second.Operations.ShouldBe(first.Operations);
        }, iter: 100);

    [Test]
    public void Applying_the_script_gives_the_second_graph() =>
        Seeds.Sample(seed =>
        {
            foreach (var (a, b) in Pairs(seed)) Laws.Applies(a, b);
        }, iter: 300);

    [Test]
    public void Matched_elements_keep_the_first_ids_and_new_ones_carry_the_second() =>
        Seeds.Sample(seed =>
        {
            foreach (var (a, b) in Pairs(seed)) Laws.KeepsIds(a, b);
        }, iter: 200);

    [Test]
    public void What_has_no_partner_stands_only_where_something_comes_or_goes() =>
        Seeds.Sample(seed =>
        {
            foreach (var (a, b) in Pairs(seed)) Laws.Accounts(a, b);
        }, iter: 200);

    [Test]
    public void Both_directions_mirror_each_other() =>
        Seeds.Sample(seed =>
        {
            foreach (var (a, b) in Pairs(seed)) Laws.Mirrors(a, b);
        }, iter: 200);

    [Test]
    public void Every_operation_has_a_key_of_its_own() =>
        Seeds.Sample(seed =>
        {
            foreach (var (a, b) in Pairs(seed)) ProcessComparison.Compare(a, b).Operations.Select(operation => operation.Key).ShouldBeUnique();
        }, iter: 200);

    [Test]
    public void The_second_graph_again_needs_no_script() =>
        Seeds.Sample(seed =>
        {
            foreach (var (a, b) in Pairs(seed)) ProcessComparison.Compare(ProcessComparison.Compare(a, b).Script.Apply(), b).Operations.ShouldBeEmpty();
        }, iter: 100);

    [Test]
    public void Chosen_operations_with_what_they_need_leave_no_loose_ends() =>
        Seeds.Sample(seed =>
        {
            var random = new Random(seed);
            var a = Versions.Rich(seed);
            var script = ProcessComparison.Compare(a, Versions.Edited(a, seed, 4)).Script;
            if (script.Operations.Count == 0) return;
            var chosen = script.WithNeeded(script.Operations.Where(_ => random.Next(3) == 0));
            var applied = script.Apply(chosen);
            var ids = applied.Nodes.Select(node => node.Id).ToHashSet();
            applied.Flows.ShouldAllBe(flow => ids.Contains(flow.SourceId!) && ids.Contains(flow.TargetId!));
            applied.Lanes.SelectMany(lane => lane.MemberIds).ShouldAllBe(member => ids.Contains(member));
            Versions.Hash(script.Apply(script.WithNeeded(script.Operations))).ShouldBe(Versions.Hash(script.Target));
        }, iter: 300);

    // Versions of one process, with the same ids and with others; processes that have nothing to do with each other.
    private static IEnumerable<(ProcessGraph Before, ProcessGraph After)> Pairs(int seed)
    {
        var a = Versions.Rich(seed);
        var edited = Versions.Edited(a, seed, 1 + seed % 5);
        yield return (a, edited);
        yield return (a, Offices.Renumbered(edited, new Random(seed)));
        yield return (a, Versions.Rich(unchecked(seed + 1) & int.MaxValue));
    }
}
