using GpmTool.Model;
using GpmTool.Pictures.Tests.Support;

namespace GpmTool.Pictures.Tests.Layout;

/// <summary>What readers of a BPMN drawing expect.</summary>
public sealed class DrawingsTests
{
    [Test]
    public void An_empty_model_has_an_empty_drawing()
    {
        GraphLayout.Apply(new ProcessGraph()).Diagrams.Single().Shapes.ShouldBeEmpty();
        GraphLayout.Apply(new GraphBuilder("leer", "p").Build()).Diagrams.Single().ElementId.ShouldBe("p");
    }

    [Test]
    public void Nodes_have_the_sizes_of_bpmn_tools()
    {
        var builder = new GraphBuilder("Größen", "p");
        builder.Chain(builder.Node(NodeKind.StartEvent, id: "s"), builder.Node(NodeKind.ExclusiveGateway, id: "g"), builder.Node(NodeKind.UserTask, "Prüfen", "t"));
        var graph = GraphLayout.Apply(builder.Build());
        Size(graph, "s").ShouldBe((36, 36));
        Size(graph, "g").ShouldBe((50, 50));
        Size(graph, "t").ShouldBe((100, 80));
    }

    [Test]
    public void The_main_path_is_a_straight_line()
    {
        var graph = GraphLayout.Apply(Decision());
        var middles = new[] { "s", "a", "g", "b", "c", "e" }.Select(id => Shape(graph, id).Bounds).Select(bounds => bounds.Y + bounds.Height / 2).Distinct();
        middles.Count().ShouldBe(1);
        Shape(graph, "x").Bounds.Y.ShouldBeGreaterThan(Shape(graph, "b").Bounds.Y);
    }

    [Test]
    public void A_loop_is_drawn_back_below()
    {
        var builder = new GraphBuilder("Schleife", "p");
        builder.Chain(builder.Node(NodeKind.StartEvent, id: "s"), builder.Node(NodeKind.UserTask, "Prüfen", "a"), builder.Node(NodeKind.ExclusiveGateway, "Gut?", "g"), builder.Node(NodeKind.EndEvent, id: "e"));
        builder.Flow("g", "a", "nein", id: "back");
        var graph = GraphLayout.Apply(builder.Build());
        var points = Edge(graph, "back").Waypoints;
        points.Max(point => point.Y).ShouldBeGreaterThan(Shape(graph, "a").Bounds.Y + Shape(graph, "a").Bounds.Height);
        points[0].X.ShouldBeGreaterThan(points[^1].X);
        Shape(graph, "e").Bounds.X.ShouldBeGreaterThan(Shape(graph, "g").Bounds.X);
    }

    [Test]
    public void Pools_without_a_process_stay_outside_and_no_message_passes_through_one()
    {
        var builder = new GraphBuilder("Störung", "p").Pool("firma", "Firma", null).Pool("amt", "Amt", "p").Pool("melder", "Melder", null);
        builder.Lane("l1", "Leitstelle").Lane("l2", "Objektmanagement");
        builder.Chain(builder.Node(NodeKind.StartEvent, "Meldung", "s", "l1"), builder.Node(NodeKind.SendTask, "Beauftragen", "a", "l2"), builder.Node(NodeKind.EndEvent, id: "e", lane: "l1"));
        builder.With(graph => graph with { MessageFlows = [new MessageFlow { Id = "m1", SourceId = "melder", TargetId = "s" }, new MessageFlow { Id = "m2", SourceId = "a", TargetId = "firma" }] });
        var drawn = GraphLayout.Apply(builder.Build());
        Drawing.Faults(drawn).ShouldBeEmpty();
        // The partner of the upper lane above, that of the lower lane below, whatever their order in the file.
        Shape(drawn, "melder").Bounds.Y.ShouldBeLessThan(Shape(drawn, "amt").Bounds.Y);
        Shape(drawn, "firma").Bounds.Y.ShouldBeGreaterThan(Shape(drawn, "amt").Bounds.Y);
        Edge(drawn, "m1").Waypoints.Count.ShouldBe(2);
    }

    [Test]
    public void A_sub_process_is_as_large_as_its_content_and_a_collapsed_one_has_its_own_drawing()
    {
        var builder = new GraphBuilder("Teile", "p");
        builder.Chain(builder.Node(NodeKind.StartEvent, id: "s"), builder.Node(NodeKind.SubProcess, "Vergabe", "sub"), builder.Node(NodeKind.EndEvent, id: "e"));
        builder.Chain(builder.Node(NodeKind.UserTask, "Anfragen", "i1", parent: "sub"), builder.Node(NodeKind.UserTask, "Auswerten", "i2", parent: "sub"));
        var open = GraphLayout.Apply(builder.Build());
        open.Diagrams.Count.ShouldBe(1);
        Shape(open, "sub").IsExpanded.ShouldBe(true);
        Size(open, "sub").Width.ShouldBeGreaterThan(250);
        var shut = GraphLayout.Apply(open with { Diagrams = open.Diagrams.ConvertAll(diagram => diagram with { Shapes = diagram.Shapes.ConvertAll(shape => shape.ElementId == "sub" ? shape with { IsExpanded = false } : shape) }) });
        shut.Diagrams.Select(diagram => diagram.ElementId).ShouldBe(["p", "sub"]);
        Size(shut, "sub").ShouldBe((100, 80));
        shut.Diagrams[1].Shapes.Select(shape => shape.ElementId).ShouldBe(["i1", "i2"]);
    }

    [Test]
    public void Documents_stand_above_the_step_that_uses_them()
    {
        var builder = new GraphBuilder("Akte", "p");
        builder.Chain(builder.Node(NodeKind.UserTask, "Prüfen", "a"), builder.Node(NodeKind.UserTask, "Ablegen", "b"));
        builder.With(graph => graph with
        {
            Data = [new DataElement { Id = "d", Name = "Antrag", Kind = DataKind.DataObjectReference, ParentId = "p" }],
            DataAssociations = [new DataAssociation { Id = "da", Direction = DataDirection.Input, NodeId = "b", SourceIds = ["d"] }],
        });
        var graph = GraphLayout.Apply(builder.Build());
        var (document, step) = (Shape(graph, "d").Bounds, Shape(graph, "b").Bounds);
        (document.Y + document.Height).ShouldBeLessThan(step.Y);
        (document.X + document.Width / 2).ShouldBe(step.X + step.Width / 2, 1);
        Edge(graph, "da").Waypoints.Count.ShouldBe(2);
    }

    [Test]
    public void A_flow_without_an_end_is_drawn_as_a_stub()
    {
        var builder = new GraphBuilder("lose", "p");
        builder.Node(NodeKind.UserTask, "Prüfen", "a");
        builder.With(graph => graph with { Flows = [new SequenceFlow { Id = "f", ParentId = "p", SourceId = "a" }] });
        var edge = Edge(GraphLayout.Apply(builder.Build()), "f");
        (edge.Waypoints[^1].X - edge.Waypoints[0].X).ShouldBe(30);
    }

    [Test]
    public void Colours_ids_and_names_of_a_drawing_survive_a_new_layout()
    {
        var graph = GraphLayout.Apply(Decision());
        var coloured = graph with { Diagrams = graph.Diagrams.ConvertAll(diagram => diagram with { Id = "D", Name = "Zeichnung", Shapes = diagram.Shapes.ConvertAll(shape => shape with { Id = "x" + shape.Id, RawAttributes = [new RawAttribute("bioc:fill", "#ffeecc")] }) }) };
        GraphLayout.Apply(coloured).ShouldBe(coloured);
    }

    [Test]
    public void A_label_of_a_branch_stands_beside_its_line_and_covers_no_node()
    {
        var graph = GraphLayout.Apply(Decision());
        var label = Edge(graph, "yes").Label.ShouldNotBeNull();
        graph.Diagrams[0].Shapes.ShouldAllBe(shape => !shape.Bounds.Overlaps(label));
        label.X.ShouldBeGreaterThan(Shape(graph, "g").Bounds.X);
        label.X.ShouldBeLessThan(Shape(graph, "b").Bounds.X);
    }

    [Test]
    public void A_model_of_2000_nodes_is_drawn_without_a_fault()
    {
        var builder = new GraphBuilder("groß", "p");
        var last = builder.Node(NodeKind.StartEvent, "Beginn", "s");
        for (var i = 0; i < 500; i++)
        {
            var (fork, join) = (builder.Node(NodeKind.ExclusiveGateway, id: $"f{i}"), builder.Node(NodeKind.ExclusiveGateway, id: $"j{i}"));
            builder.Chain(last, fork, builder.Node(NodeKind.UserTask, $"Schritt {i}", $"a{i}"), join).Chain(fork, builder.Node(NodeKind.UserTask, $"Ausnahme {i}", $"b{i}"), join);
            last = join;
        }

        builder.Flow(last, "f0");
        Drawing.Faults(GraphLayout.Apply(builder.Build())).ShouldBeEmpty();
    }

    [Test]
    public void Work_ends_when_it_is_cancelled() =>
        Should.Throw<OperationCanceledException>(() => GraphLayout.Apply(Decision(), cancellation: new CancellationToken(true)));

    private static ProcessGraph Decision()
    {
        var builder = new GraphBuilder("Entscheidung", "p");
        builder.Node(NodeKind.StartEvent, "Beginn", "s");
        builder.Node(NodeKind.UserTask, "Angaben prüfen", "a");
        builder.Node(NodeKind.ExclusiveGateway, "Vollständig?", "g");
        builder.Node(NodeKind.UserTask, "Erfassen", "b");
        builder.Node(NodeKind.UserTask, "Bestätigen", "c");
        builder.Node(NodeKind.EndEvent, "Fertig", "e");
        builder.Node(NodeKind.EndEvent, "Abgelehnt", "x");
        builder.Chain("s", "a", "g");
        builder.Flow("g", "x", "nein");
        builder.Flow("g", "b", "ja", id: "yes");
        return builder.Chain("b", "c", "e").Build();
    }

    private static Shape Shape(ProcessGraph graph, string id) => graph.Diagrams.SelectMany(diagram => diagram.Shapes).Single(shape => shape.ElementId == id);

    private static Edge Edge(ProcessGraph graph, string id) => graph.Diagrams.SelectMany(diagram => diagram.Edges).Single(edge => edge.ElementId == id);

    private static (double Width, double Height) Size(ProcessGraph graph, string id) => (Shape(graph, id).Bounds.Width, Shape(graph, id).Bounds.Height);
}
