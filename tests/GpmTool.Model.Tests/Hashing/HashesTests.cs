using System.Text.Json;

namespace GpmTool.Model.Tests.Hashing;

[TestFixture]
public class HashesTests
{
    private static ProcessGraph Sample(string prefix = "", string label = "Meldung prüfen")
    {
        var builder = new GraphBuilder("Störung", prefix + "p");
        builder.Node(NodeKind.StartEvent, "Meldung", prefix + "s");
        builder.Node(NodeKind.UserTask, label, prefix + "t", with: node => node with { Gpm = new StepAttributes { Systems = ["CAFM", "Excel"] } });
        builder.Node(NodeKind.EndEvent, "Ende", prefix + "e");
        builder.Flow(prefix + "s", prefix + "t", id: prefix + "f1");
        builder.Flow(prefix + "t", prefix + "e", id: prefix + "f2");
        return builder.Build();
    }

    [Test]
    public void Order_and_layout_do_not_count_as_a_change()
    {
        var graph = Sample();
        var other = graph with
        {
            Nodes = graph.Nodes.Reverse().ToValueList().ConvertAll(node => node.Gpm is null ? node : node with { Gpm = node.Gpm with { Systems = ["Excel", "CAFM"] } }),
            Flows = graph.Flows.Reverse().ToValueList(),
            Diagrams = [new Diagram { Id = "d", Shapes = [new Shape { ElementId = "t", Bounds = new Bounds(1, 2, 3, 4) }] }],
        };
        GraphHashes.ModelHash(other).ShouldBe(GraphHashes.ModelHash(graph));
    }

    [Test]
    public void A_label_an_id_and_an_attribute_count_as_a_change()
    {
        var hash = GraphHashes.ModelHash(Sample());
        GraphHashes.ModelHash(Sample(label: "Meldung pruefen")).ShouldNotBe(hash);
        GraphHashes.ModelHash(Sample(prefix: "x")).ShouldNotBe(hash);
        var graph = Sample();
        GraphHashes.ModelHash(graph with { Nodes = graph.Nodes.ConvertAll(node => node with { Gpm = null }) }).ShouldNotBe(hash);
    }

    [Test]
    public void The_shape_does_not_depend_on_ids()
    {
        GraphHashes.ShapeHash(Sample(prefix: "x")).ShouldBe(GraphHashes.ShapeHash(Sample()));
        GraphHashes.ShapeHash(Sample(label: "anders")).ShouldNotBe(GraphHashes.ShapeHash(Sample()));
        var graph = Sample();
        GraphHashes.ShapeHash(graph with { Flows = graph.Flows.RemoveAll(flow => flow.Id == "f2") }).ShouldNotBe(GraphHashes.ShapeHash(graph));
    }

    [TestCase("""{"b":1.0,"a":[1e2,"ä"]}""", """{"a":[100,"ä"],"b":1}""")]
    [TestCase("""{"n":-0.0}""", """{"n":0}""")]
    [TestCase("""{"n":9007199254740993}""", """{"n":9007199254740993}""")]
    public void The_canonical_form_is_one_for_equal_values(string text, string expected)
    {
        using var document = JsonDocument.Parse(text);
        CanonicalJson.ToText(document.RootElement).ShouldBe(expected);
    }
}
