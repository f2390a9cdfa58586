using GpmTool.Model;

namespace GpmTool.Diff.Tests.Scripting;

/// <summary>What a person would call a change, change by change.</summary>
[TestFixture]
public class NamedOperationsTests
{
    private static readonly string[] Row = ["Meldung aufnehmen", "Termin vereinbaren", "Schaden ansehen", "Kosten schätzen", "Firma beauftragen", "Leistung abnehmen"];

    [Test]
    public void Two_steps_that_change_places_are_swapped() => Only(Chain(Row), Chain(Row[0], Row[2], Row[1], Row[3], Row[4], Row[5])).Kind.ShouldBe(OperationKind.Swapped);

    [Test]
    public void A_step_taken_elsewhere_is_moved()
    {
        var moved = Only(Chain(Row), Chain(Row[0], Row[2], Row[3], Row[4], Row[1], Row[5]));
        moved.Kind.ShouldBe(OperationKind.Moved);
        moved.OldValue.ShouldBe($"{Row[0]} → {Row[2]}");
        moved.NewValue.ShouldBe($"{Row[4]} → {Row[5]}");
    }

    [Test]
    public void Steps_that_give_way_to_others_are_a_replaced_fragment_with_its_parts()
    {
        var replaced = Only(Chain(Row), Chain(Row[0], "Zentrale anrufen", Row[3], Row[4], Row[5]));
        replaced.Kind.ShouldBe(OperationKind.FragmentReplaced);
        replaced.OldValue.ShouldBe($"{Row[1]} → {Row[2]}");
        replaced.Parts.Select(part => part.Kind).ShouldBe([OperationKind.Removed, OperationKind.Removed, OperationKind.Inserted]);
    }

    [Test]
    public void A_step_with_another_name_in_the_same_place_is_renamed() => Only(Chain(Row), Chain(Row[0], Row[1], "Baustelle besichtigen lassen", Row[3], Row[4], Row[5])).Kind.ShouldBe(OperationKind.Renamed);

    [Test]
    public void Steps_side_by_side_are_parallelised_and_the_way_back_removes_the_gateways()
    {
        var side = Parallel(NodeKind.ParallelGateway);
        var there = Only(Chain(Row), side);
        there.Kind.ShouldBe(OperationKind.Parallelised);
        there.BeforeIds.ShouldBe([Row[1], Row[2]]);
        there.Parts.Select(part => part.Kind).ShouldBe([OperationKind.GatewayInserted, OperationKind.GatewayInserted]);
        var back = Only(side, Chain(Row));
        back.Kind.ShouldBe(OperationKind.GatewaysRemoved);
        back.Parts.ShouldContain(part => part.Kind == OperationKind.Serialised);
    }

    [Test]
    public void A_choice_where_steps_followed_each_other_is_new_gateways() => Only(Chain(Row), Parallel(NodeKind.ExclusiveGateway)).Kind.ShouldBe(OperationKind.GatewaysAdded);

    [Test]
    public void A_way_back_is_a_loop()
    {
        var once = Chain(Row);
        var again = once with { Flows = once.Flows.Add(new SequenceFlow { Id = "zurück", ParentId = "p", SourceId = Row[3], TargetId = Row[1] }) };
        Only(once, again).Kind.ShouldBe(OperationKind.LoopAdded);
        Only(again, once).Kind.ShouldBe(OperationKind.LoopRemoved);
    }

    [Test]
    public void Another_way_out_of_a_split_is_a_branch()
    {
        var graph = Offices.First();
        var more = graph with { Flows = graph.Flows.Add(new SequenceFlow { Id = "doppelt", Name = "schon bekannt", ParentId = "p", SourceId = "voll", TargetId = "ende" }) };
        var added = Only(graph, more);
        (added.Kind, added.NewValue).ShouldBe((OperationKind.BranchAdded, "Angaben vollständig? → Störung behoben"));
        Only(more, graph).Kind.ShouldBe(OperationKind.BranchRemoved);
    }

    [Test]
    public void A_branch_with_a_step_of_its_own_is_told_with_the_step_and_neither_is_taken_over_alone()
    {
        var graph = Offices.First();
        var more = graph with
        {
            Nodes = graph.Nodes.Add(new FlowNode { Id = "notdienst", Name = "Notdienst rufen", Kind = NodeKind.UserTask, ParentId = "p" }),
            Lanes = graph.Lanes.ConvertAll(lane => lane.Id == "l2" ? lane with { MemberIds = lane.MemberIds.Add("notdienst") } : lane),
            Flows = graph.Flows.Add(new SequenceFlow { Id = "eilt", Name = "es eilt", ParentId = "p", SourceId = "voll", TargetId = "notdienst" }).Add(new SequenceFlow { Id = "weiter", ParentId = "p", SourceId = "notdienst", TargetId = "ende" }),
        };
        var script = ProcessComparison.Compare(graph, more).Script;
        script.Operations.Select(operation => operation.Kind).ShouldBe([OperationKind.Inserted, OperationKind.BranchAdded]);
        foreach (var operation in script.Operations) script.WithNeeded([operation]).ShouldBe(script.Operations);
        ProcessComparison.Compare(more, graph).Operations.Select(operation => operation.Kind).ShouldBe([OperationKind.Removed, OperationKind.BranchRemoved]);
    }

    [Test]
    public void Steps_put_into_a_subprocess_are_extracted()
    {
        var flat = Chain(Row);
        var nested = flat with
        {
            Nodes = flat.Nodes.ConvertAll(node => node.Id == Row[2] || node.Id == Row[3] ? node with { ParentId = "teil" } : node).Add(new FlowNode { Id = "teil", Kind = NodeKind.SubProcess, Name = "Begutachtung", ParentId = "p" }),
            Flows = flat.Flows.ConvertAll(flow => flow.TargetId == Row[2] ? flow with { TargetId = "teil" } : flow.SourceId == Row[3] ? flow with { SourceId = "teil" } : flow.SourceId == Row[2] ? flow with { ParentId = "teil" } : flow),
        };
        var there = Only(flat, nested);
        there.Kind.ShouldBe(OperationKind.SubProcessExtracted);
        there.AfterIds[0].ShouldBe("teil");
        Only(nested, flat).Kind.ShouldBe(OperationKind.SubProcessInlined);
    }

    [Test]
    public void Label_and_condition_of_a_branch_change_together()
    {
        var graph = Offices.First();
        var operation = Only(graph, graph with { Flows = graph.Flows.ConvertAll(flow => flow.Name == "ja" ? flow with { Name = "vollständig", Condition = new Expression("ok") } : flow) });
        operation.Kind.ShouldBe(OperationKind.ConditionChanged);
        operation.NewValue.ShouldBe("vollständig");
        operation.Parts.Single().Attribute.ShouldBe("condition");
    }

    [Test]
    public void A_lane_with_another_name_is_told_once()
    {
        var graph = Offices.First();
        var operation = Only(graph, graph with { Lanes = graph.Lanes.ConvertAll(lane => lane.Id == "l2" ? lane with { Name = "Servicestelle" } : lane) });
        (operation.Kind, operation.OldValue, operation.NewValue).ShouldBe((OperationKind.RoleChanged, "Leitstelle", "Servicestelle"));
    }

    [Test]
    public void Layout_counts_only_when_asked_for()
    {
        static ProcessGraph Drawn(double x) => Chain(Row) with { Diagrams = [new Diagram { Id = "d", Shapes = [new Shape { ElementId = Row[0], Bounds = new Bounds(x, 0, 100, 80) }] }] };
        ProcessComparison.Compare(Drawn(0), Drawn(50)).Operations.ShouldBeEmpty();
        ProcessComparison.Compare(Drawn(0), Drawn(50), new ComparisonOptions { Ignored = [] }).Operations.Single().Kind.ShouldBe(OperationKind.LayoutChanged);
    }

    private static Operation Only(ProcessGraph before, ProcessGraph after) => ProcessComparison.Compare(before, after).Operations.ShouldHaveSingleItem();

    private static ProcessGraph Chain(params string[] labels) => Built(builder => builder.Chain(["s", .. labels, "e"]), labels);

    private static ProcessGraph Parallel(NodeKind kind) => Built(
        builder =>
        {
            builder.Node(kind, null, "auf");
            builder.Node(kind, null, "zu");
            builder.Chain("s", Row[0], "auf", Row[1], "zu", Row[3], Row[4], Row[5], "e");
            builder.Chain("auf", Row[2], "zu");
        },
        Row);

    private static ProcessGraph Built(Action<GraphBuilder> flows, params string[] labels)
    {
        var builder = new GraphBuilder("Störung", "p");
        builder.Node(NodeKind.StartEvent, "Störung bemerkt", "s");
        foreach (var label in labels) builder.Node(NodeKind.UserTask, label, label);
        builder.Node(NodeKind.EndEvent, "Störung behoben", "e");
        flows(builder);
        return builder.Build();
    }
}
