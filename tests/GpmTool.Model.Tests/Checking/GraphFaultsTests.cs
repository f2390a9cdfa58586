namespace GpmTool.Model.Tests.Checking;

[TestFixture]
public class GraphFaultsTests
{
    private static readonly ProcessGraph Good = Make();

    private static ProcessGraph Make()
    {
        var builder = new GraphBuilder("Störung", "p").Lane("lane", "Leitstelle");
        builder.Node(NodeKind.StartEvent, "Meldung", "s", "lane");
        builder.Node(NodeKind.ExclusiveGateway, "Vollständig?", "g", "lane");
        builder.Node(NodeKind.EndEvent, "Ende", "e", "lane");
        builder.Node(NodeKind.EndEvent, "Rückfrage", "e2", "lane");
        builder.Flow("s", "g", id: "f1");
        builder.Flow("g", "e", "ja", share: 0.8, id: "f2");
        builder.Flow("g", "e2", "nein", share: 0.2, id: "f3");
        return builder.Build();
    }

    private static IEnumerable<string> Codes(ProcessGraph graph) => GraphFaults.Find(graph).Select(finding => finding.Code);

    [Test]
    public void A_good_graph_has_none() => Codes(Good).ShouldBeEmpty();

    [Test]
    public void All_faults_come_back_at_once_with_id_name_and_place()
    {
        var findings = GraphFaults.Find(Good with
        {
            Nodes = Good.Nodes.Add(new FlowNode { Id = "s", Name = "Doppelt", Kind = NodeKind.Task, ParentId = "p" }),
            Flows = Good.Flows.Add(new SequenceFlow { Id = "f4", ParentId = "p", SourceId = "s", TargetId = "nirgends" }),
            Lanes = Good.Lanes.ConvertAll(lane => lane with { MemberIds = lane.MemberIds.Add("fehlt") }),
        });
        findings.Select(finding => finding.Code).ShouldBe(["graph.id-doubled", "graph.flow-dangling", "graph.lane-member-missing"], ignoreOrder: true);
        var doubled = findings.Single(finding => finding.Code == "graph.id-doubled");
        (doubled.ElementId, doubled.ElementName, doubled.Place).ShouldBe(("s", "Doppelt", "Störung"));
        findings.ShouldAllBe(finding => finding.Message.German.Length > 0 && finding.Remedy.English.Length > 0);
    }

    [Test]
    public void Shares_that_do_not_add_up_are_a_warning()
    {
        var graph = Good with { Flows = Good.Flows.ConvertAll(flow => flow.Id == "f2" ? flow with { Probability = Probability.Of(0.5) } : flow) };
        GraphFaults.Find(graph).Single().ShouldSatisfyAllConditions(finding => finding.Code.ShouldBe("graph.shares-sum"), finding => finding.Severity.ShouldBe(Severity.Warning));
    }

    [Test]
    public void A_sub_process_inside_itself_is_found_and_ends()
    {
        var graph = Good with { Nodes = Good.Nodes.Add(new FlowNode { Id = "x", Kind = NodeKind.SubProcess, ParentId = "x" }) };
        Codes(graph).ShouldContain("graph.parent-cycle");
    }

    [Test]
    public void A_boundary_event_needs_its_host_and_a_default_flow_its_source() =>
        Codes(Good with
        {
            Nodes = Good.Nodes.ConvertAll(node => node.Id == "g" ? node with { DefaultFlowId = "f1" } : node)
                .Add(new FlowNode { Id = "b", Kind = NodeKind.BoundaryEvent, ParentId = "p", AttachedToId = "weg" }),
        }).ShouldBe(["graph.default-flow-missing", "graph.host-missing"], ignoreOrder: true);

    [Test]
    public void What_is_carried_may_be_drawn_and_referred_to()
    {
        var carried = new RawElement { Name = "conversation", Children = [new RawElement { Name = "inner", Attributes = [new RawAttribute("id", "c")] }] };
        var graph = new GraphBuilder("x").With(graph => graph with
        {
            Raw = [carried],
            Associations = [new Association { Id = "a", SourceId = "c", TargetId = "c" }],
            Diagrams = [new Diagram { Id = "d", Shapes = [new Shape { ElementId = "c", Bounds = new Bounds(0, 0, 1, 1) }] }],
        }).Build();

        GraphFaults.Find(graph).ShouldBeEmpty();
        GraphFaults.Find(graph with { Raw = default }).Select(finding => finding.Code).ShouldBe(["graph.flow-dangling", "graph.flow-dangling", "graph.shape-orphaned"]);
    }
}
