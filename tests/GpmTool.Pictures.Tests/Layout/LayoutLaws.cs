using CsCheck;
using GpmTool.Model;
using GpmTool.Pictures.Tests.Support;

namespace GpmTool.Pictures.Tests.Layout;

/// <summary>What holds for the drawing of any graph.</summary>
public sealed class LayoutLaws
{
    private static readonly Gen<(int Seed, int Nodes)> Sizes = Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 40]);

    [Test]
    public void Nothing_overlaps_and_no_edge_runs_through_a_node() =>
        Sizes.Sample((seed, nodes) => Faults(RandomGraphs.Create(seed, nodes, faulty: false)), iter: 400);

    [Test]
    public void That_holds_for_faulty_graphs_too() =>
        Sizes.Sample((seed, nodes) => Faults(RandomGraphs.Create(seed, nodes, faulty: true)), iter: 400);

    [TestCase(565_542, 18)]
    public void A_way_into_a_sub_process_inside_another_crosses_both_borders_straight(int seed, int nodes) => Faults(RandomGraphs.Create(seed, nodes, faulty: false));

    [Test]
    public void Every_element_is_drawn_once() => Sizes.Sample((seed, nodes) =>
    {
        var graph = GraphLayout.Apply(RandomGraphs.Create(seed, nodes, faulty: true));
        var drawn = graph.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId).ToList();
        drawn.Distinct().Count().ShouldBe(drawn.Count);
        string[] expected = [.. graph.Nodes.Select(node => node.Id), .. graph.Pools.Select(pool => pool.Id), .. graph.Lanes.Select(lane => lane.Id), .. graph.Data.Select(data => data.Id), .. graph.Artifacts.Select(artifact => artifact.Id)];
        drawn.ShouldBe(expected.Distinct(), ignoreOrder: true);
    }, iter: 200);

    [Test]
    public void The_same_graph_gives_the_same_drawing() => Sizes.Sample((seed, nodes) =>
    {
        var graph = RandomGraphs.Create(seed, nodes, faulty: true);
        GraphLayout.Apply(graph).Diagrams.ShouldBe(GraphLayout.Apply(graph).Diagrams);
    }, iter: 50);

    private static void Faults(ProcessGraph graph)
    {
        var drawn = GraphLayout.Apply(graph);
        var faults = Drawing.Faults(drawn);
        if (faults.Count > 0) throw new AssertionException(string.Join('\n', faults.Take(12)));
    }
}
