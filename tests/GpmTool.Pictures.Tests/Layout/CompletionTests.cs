using CsCheck;
using GpmTool.Model;
using GpmTool.Pictures.Tests.Support;

namespace GpmTool.Pictures.Tests.Layout;

/// <summary>What a program adds to a drawn graph is fitted into the drawing.</summary>
public sealed class CompletionTests
{
    [Test]
    public void A_complete_drawing_stays_as_it_is() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 30]).Sample((seed, nodes) =>
    {
        var drawn = GraphLayout.Apply(RandomGraphs.Create(seed, nodes, faulty: false));
        GraphLayout.Complete(drawn).Diagrams.ShouldBe(drawn.Diagrams);
    }, iter: 60);

    [Test]
    public void A_step_at_the_end_takes_free_room_and_nothing_else_moves()
    {
        var drawn = GraphLayout.Apply(Line("Antrag", "Prüfen"));
        var longer = Extend(drawn, "Prüfen", "Ablegen");
        var completed = GraphLayout.Complete(longer);
        foreach (var shape in drawn.Diagrams[0].Shapes) Shape(completed, shape.ElementId).ShouldBe(shape);
        Shape(completed, "Ablegen").Bounds.X.ShouldBeGreaterThan(Shape(drawn, "Prüfen").Bounds.X + 100);
        Drawing.Faults(completed).ShouldBeEmpty();
    }

    [Test]
    public void A_step_between_two_pushes_only_what_follows()
    {
        var drawn = GraphLayout.Apply(Line("Antrag", "Prüfen", "Ablegen"));
        var completed = GraphLayout.Complete(Between(drawn, "Prüfen", "Unterschreiben", "Ablegen"));
        Shape(completed, "Antrag").ShouldBe(Shape(drawn, "Antrag"));
        Shape(completed, "Prüfen").ShouldBe(Shape(drawn, "Prüfen"));
        Shape(completed, "Ablegen").Bounds.Y.ShouldBe(Shape(drawn, "Ablegen").Bounds.Y);
        Shape(completed, "Ablegen").Bounds.X.ShouldBeGreaterThan(Shape(completed, "Unterschreiben").Bounds.X + 100);
        Drawing.Faults(completed).ShouldBeEmpty();
        completed.Diagrams[0].Edges.Select(edge => edge.ElementId).ShouldBe(completed.Flows.Select(flow => flow.Id), ignoreOrder: true);
    }

    [Test]
    public void A_step_of_another_lane_stands_in_that_lane()
    {
        var builder = new GraphBuilder("Zwei Rollen", "p").Pool("pool", "Amt", "p").Lane("oben", "Hausmeister").Lane("unten", "Leitstelle");
        builder.Chain(builder.Node(NodeKind.StartEvent, "Beginn", "s", "oben"), builder.Node(NodeKind.UserTask, "Melden", "a", "oben"), builder.Node(NodeKind.UserTask, "Abgeben", "b", "unten"));
        var drawn = GraphLayout.Apply(builder.Build());
        var completed = GraphLayout.Complete(Extend(drawn, "a", "neu", "unten"));
        var (lane, node) = (Shape(completed, "unten").Bounds, Shape(completed, "neu").Bounds);
        node.Y.ShouldBeGreaterThan(lane.Y);
        (node.Y + node.Height).ShouldBeLessThan(lane.Y + lane.Height);
        Drawing.Faults(completed).ShouldBeEmpty();
    }

    [Test]
    public void A_flow_that_leads_elsewhere_is_drawn_anew_and_others_are_not()
    {
        var drawn = GraphLayout.Apply(Line("Antrag", "Prüfen", "Ablegen", "Ende"));
        var changed = drawn with { Flows = drawn.Flows.ConvertAll(flow => flow.TargetId == "Ablegen" ? flow with { TargetId = "Ende" } : flow) };
        var completed = GraphLayout.Complete(changed);
        completed.Diagrams[0].Shapes.ShouldBe(drawn.Diagrams[0].Shapes);
        completed.Diagrams[0].Edges[0].ShouldBe(drawn.Diagrams[0].Edges[0]);
        completed.Diagrams[0].Edges[1].Waypoints.ShouldNotBe(drawn.Diagrams[0].Edges[1].Waypoints);
        Drawing.Faults(completed).ShouldBeEmpty();
    }

    [Test]
    public void What_is_gone_from_the_graph_leaves_the_drawing()
    {
        var drawn = GraphLayout.Apply(Line("Antrag", "Prüfen", "Ablegen"));
        var smaller = drawn with { Nodes = drawn.Nodes.RemoveAll(node => node.Id == "Ablegen"), Flows = drawn.Flows.RemoveAll(flow => flow.TargetId == "Ablegen") };
        var completed = GraphLayout.Complete(smaller);
        completed.Diagrams[0].Shapes.ShouldBe(drawn.Diagrams[0].Shapes.RemoveAll(shape => shape.ElementId == "Ablegen"));
        completed.Diagrams[0].Edges.ShouldBe(drawn.Diagrams[0].Edges.RemoveAll(edge => smaller.Flows.All(flow => flow.Id != edge.ElementId)));
    }

    [Test]
    public void Whatever_is_missing_every_element_is_drawn_at_last() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[4, 30]).Sample((seed, nodes) =>
    {
        var whole = GraphLayout.Apply(RandomGraphs.Create(seed, nodes, faulty: true));
        var random = new Random(seed);
        var partly = whole with
        {
            Diagrams = whole.Diagrams.ConvertAll(diagram => diagram with { Shapes = diagram.Shapes.RemoveAll(_ => random.Next(6) == 0), Edges = diagram.Edges.RemoveAll(_ => random.Next(6) == 0) }),
        };
        var completed = GraphLayout.Complete(partly);
        completed.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId).ShouldBe(whole.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId), ignoreOrder: true);
        GraphLayout.Complete(partly).Diagrams.ShouldBe(completed.Diagrams);
    }, iter: 150);

    private static Shape Shape(ProcessGraph graph, string id) => graph.Diagrams[0].Shapes.Single(shape => shape.ElementId == id);

    private static ProcessGraph Line(params string[] steps)
    {
        var builder = new GraphBuilder("Vorgang", "p");
        foreach (var step in steps) builder.Node(NodeKind.UserTask, step, step);
        return builder.Chain(steps).Build();
    }

    private static ProcessGraph Extend(ProcessGraph graph, string after, string id, string? lane = null) => graph with
    {
        Nodes = graph.Nodes.Add(new FlowNode { Id = id, Name = id, Kind = NodeKind.UserTask, ParentId = "p" }),
        Flows = graph.Flows.Add(new SequenceFlow { Id = $"zu {id}", ParentId = "p", SourceId = after, TargetId = id }),
        Lanes = graph.Lanes.ConvertAll(other => other.Id == lane ? other with { MemberIds = other.MemberIds.Add(id) } : other),
    };

    private static ProcessGraph Between(ProcessGraph graph, string before, string id, string after)
    {
        var extended = Extend(graph, before, id);
        return extended with { Flows = extended.Flows.RemoveAll(flow => flow.SourceId == before && flow.TargetId == after).Add(new SequenceFlow { Id = $"von {id}", ParentId = "p", SourceId = id, TargetId = after }) };
    }
}
