using CsCheck;

namespace GpmTool.Diff.Tests.Scripting;

[TestFixture]
public class ComparisonLawsTests
{
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    [Test]
    public void A_graph_does_not_differ_from_itself() =>
        Seeds.Sample(seed =>
        {
            var result = ProcessComparison.Compare(Offices.Random(seed), Offices.Random(seed));
            result.Operations.ShouldBeEmpty();
            result.Similarity.ShouldBe(1);
        }, iter: 300);

    [Test]
    public void Other_ids_and_another_order_are_no_difference() =>
        Seeds.Sample(seed =>
        {
            var graph = Offices.Random(seed);
            ProcessComparison.Compare(graph, Offices.Renumbered(graph, new Random(seed))).Operations.ShouldBeEmpty();
        }, iter: 300);

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
    public void Every_node_is_matched_once_or_inserted_or_removed() =>
        Seeds.Sample(seed =>
        {
            var (a, b) = (Offices.Random(seed), Offices.Random(seed + 1));
            var result = ProcessComparison.Compare(a, b);
            var removed = result.Operations.Where(operation => operation.Kind is OperationKind.Removed or OperationKind.GatewayRemoved).SelectMany(operation => operation.BeforeIds);
            var inserted = result.Operations.Where(operation => operation.Kind is OperationKind.Inserted or OperationKind.GatewayInserted).SelectMany(operation => operation.AfterIds);
            result.Correspondences.Select(match => match.BeforeId).Concat(removed).ShouldBe(a.Nodes.Select(node => node.Id), ignoreOrder: true);
            result.Correspondences.Select(match => match.AfterId).Concat(inserted).ShouldBe(b.Nodes.Select(node => node.Id), ignoreOrder: true);
        }, iter: 300);
}
