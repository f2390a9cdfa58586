using GpmTool.Model;

namespace GpmTool.Bpmn.Tests.Reading;

[TestFixture]
public class ElementsTests
{
    [TestCase("bpmn:")]
    [TestCase("semantic:")]
    [TestCase("")]
    public void Any_prefix_is_read(string prefix)
    {
        var declaration = prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix.TrimEnd(':');
        var graph = Bpmn.Read($"""<{prefix}definitions {declaration}="http://www.omg.org/spec/BPMN/20100524/MODEL"><{prefix}process id="p"><{prefix}userTask id="t" name="Prüfen"/></{prefix}process></{prefix}definitions>""").Graph;

        graph.Nodes.ShouldHaveSingleItem().Name.ShouldBe("Prüfen");
        Bpmn.Write(graph).ShouldContain($"<{prefix}userTask id=\"t\" name=\"Prüfen\"/>");
    }

    [TestCase("task", NodeKind.Task)]
    [TestCase("userTask", NodeKind.UserTask)]
    [TestCase("manualTask", NodeKind.ManualTask)]
    [TestCase("serviceTask", NodeKind.ServiceTask)]
    [TestCase("businessRuleTask", NodeKind.BusinessRuleTask)]
    [TestCase("scriptTask", NodeKind.ScriptTask)]
    [TestCase("sendTask", NodeKind.SendTask)]
    [TestCase("receiveTask", NodeKind.ReceiveTask)]
    [TestCase("subProcess", NodeKind.SubProcess)]
    [TestCase("transaction", NodeKind.Transaction)]
    [TestCase("adHocSubProcess", NodeKind.AdHocSubProcess)]
    [TestCase("callActivity", NodeKind.CallActivity)]
    [TestCase("exclusiveGateway", NodeKind.ExclusiveGateway)]
    [TestCase("inclusiveGateway", NodeKind.InclusiveGateway)]
    [TestCase("parallelGateway", NodeKind.ParallelGateway)]
    [TestCase("eventBasedGateway", NodeKind.EventBasedGateway)]
    [TestCase("complexGateway", NodeKind.ComplexGateway)]
    [TestCase("startEvent", NodeKind.StartEvent)]
    [TestCase("intermediateCatchEvent", NodeKind.IntermediateCatchEvent)]
    [TestCase("intermediateThrowEvent", NodeKind.IntermediateThrowEvent)]
    [TestCase("endEvent", NodeKind.EndEvent)]
    [TestCase("boundaryEvent", NodeKind.BoundaryEvent)]
    public void Every_kind_of_node_has_its_name(string name, NodeKind kind)
    {
        var graph = Bpmn.Read(Bpmn.InProcess($"""<{name} id="n"/>""")).Graph;

        graph.Nodes.ShouldHaveSingleItem().Kind.ShouldBe(kind);
        Bpmn.Write(graph).ShouldContain($"<{name} id=\"n\"/>");
    }

    [Test]
    public void Nested_lanes_know_their_owner_and_sub_processes_their_content()
    {
        var graph = Bpmn.Read(Bpmn.InProcess("""
            <laneSet id="ls" name="Ämter"><lane id="a" name="Amt"><flowNodeRef>s</flowNodeRef><childLaneSet id="cs"><lane id="b" name="Stelle"><flowNodeRef>s</flowNodeRef></lane></childLaneSet></lane></laneSet>
            <subProcess id="s" triggeredByEvent="true"><task id="inner"/><subProcess id="deep"><endEvent id="e"/></subProcess></subProcess>
            """)).Graph;

        graph.Lanes.Select(lane => (lane.Id, lane.OwnerId, lane.LaneSetId, lane.LaneSetName)).ShouldBe([("a", "p", "ls", "Ämter"), ("b", "a", "cs", null)]);
        graph.Nodes.Select(node => (node.Id, node.ParentId)).ShouldBe([("s", "p"), ("inner", "s"), ("deep", "s"), ("e", "deep")]);
        graph.Nodes[0].TriggeredByEvent.ShouldBeTrue();
    }

    [Test]
    public void Events_hold_several_definitions_inline_and_shared()
    {
        var reading = Bpmn.Read($"""
            {Bpmn.Head}<message id="m" name="Antrag"/><timerEventDefinition id="shared"><timeDuration xsi:type="tFormalExpression">P3D</timeDuration></timerEventDefinition>
            <process id="p"><task id="t"/>
            <boundaryEvent id="b" attachedToRef="t" cancelActivity="false" parallelMultiple="true">
            <messageEventDefinition id="md" messageRef="m"/><signalEventDefinition/><eventDefinitionRef>shared</eventDefinitionRef><eventDefinitionRef>missing</eventDefinitionRef></boundaryEvent></process></definitions>
            """);

        var node = reading.Graph.Nodes[1];
        (node.AttachedToId, node.NonInterrupting, node.ParallelMultiple).ShouldBe(("t", true, true));
        node.EventDefinitions.Select(definition => (definition.Kind, definition.Id, definition.ReferenceId, definition.DefinitionId, definition.Expression?.Text))
            .ShouldBe([(EventKind.Message, "md", "m", null, null), (EventKind.Signal, null, null, null, null), (EventKind.Timer, null, null, "shared", "P3D")]);
        var finding = reading.Findings.Single(finding => finding.Code == "bpmn.event-definition-missing");
        (finding.ElementId, finding.Outcome, finding.Line).ShouldBe(("b", Outcome.Degraded, 4));
        Bpmn.Write(reading.Graph).ShouldContain("<eventDefinitionRef>missing</eventDefinitionRef>");
    }

    [Test]
    public void Loops_scripts_calls_and_conditions_are_typed()
    {
        var graph = Bpmn.Read(Bpmn.InProcess("""
            <scriptTask id="s" scriptFormat="js"><script>1 &lt; 2</script></scriptTask>
            <callActivity id="c" calledElement="other"><standardLoopCharacteristics testBefore="true" loopMaximum="3"><loopCondition xsi:type="tFormalExpression">x</loopCondition></standardLoopCharacteristics></callActivity>
            <userTask id="u" default="f"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality xsi:type="tFormalExpression">5</loopCardinality></multiInstanceLoopCharacteristics></userTask>
            <sequenceFlow id="f" sourceRef="u" targetRef="nowhere"/>
            <sequenceFlow id="g" sourceRef="u" targetRef="s"><conditionExpression xsi:type="tFormalExpression" language="feel">a = b</conditionExpression></sequenceFlow>
            """)).Graph;

        graph.Nodes[0].Script.ShouldBe(new Expression("1 < 2", "js"));
        graph.Nodes[1].CalledElement.ShouldBe("other");
        graph.Nodes[1].Loop.ShouldBe(new LoopMarker { Kind = LoopKind.Standard, TestBefore = true, Maximum = 3, Condition = new Expression("x") });
        graph.Nodes[2].DefaultFlowId.ShouldBe("f");
        graph.Nodes[2].Loop.ShouldBe(new LoopMarker { Kind = LoopKind.MultiInstanceSequential, Items = new Expression("5") });
        graph.Flows[0].TargetId.ShouldBe("nowhere");
        graph.Flows[1].Condition.ShouldBe(new Expression("a = b", "feel"));
    }

    [Test]
    public void Several_collaborations_keep_their_pools()
    {
        var graph = Bpmn.Read($"""
            {Bpmn.Head}<collaboration id="c1"><participant id="p1" name="Bürger"/></collaboration>
            <collaboration id="c2"><participant id="p2" name="Bürger" processRef="p"/><messageFlow id="m" sourceRef="p2" targetRef="p1"/></collaboration><process id="p"/></definitions>
            """).Graph;

        graph.Pools.Select(pool => (pool.Id, pool.CollaborationId)).ShouldBe([("p1", null), ("p2", "c2")]);
        graph.MessageFlows[0].CollaborationId.ShouldBe("c2");
    }

    [Test]
    public void Missing_and_doubled_ids_get_one_here_and_stay_as_they_are_in_the_file()
    {
        var reading = Bpmn.Read(Bpmn.InProcess("""<task id="t" name="eins"/><task id="t" name="zwei"/><task name="drei"/>"""));

        reading.Graph.Nodes.Select(node => (node.Id, node.DocumentId)).ShouldBe([("t", null), ("t.1", "t"), ("task.2", "")]);
        GraphFaults.Find(reading.Graph).ShouldBeEmpty();
        Bpmn.Write(reading.Graph).ShouldContain("""
                <task id="t" name="eins"/>
                <task id="t" name="zwei"/>
                <task name="drei"/>
            """);
        reading.Findings.Select(finding => finding.Code).ShouldBe(["bpmn.id-doubled", "bpmn.layout-missing", "bpmn.id-missing"], ignoreOrder: true);
    }

    [Test]
    public void References_with_the_prefix_of_the_document_reach_their_elements()
    {
        const string File = """<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tns="urn:x" targetNamespace="urn:x"><b:process id="p"><b:task id="t"/><b:boundaryEvent id="e" attachedToRef="tns:t"/></b:process></b:definitions>""";
        var graph = Bpmn.Read(File).Graph;

        graph.Nodes[1].AttachedToId.ShouldBe("t");
        Bpmn.Write(graph).ShouldContain("attachedToRef=\"tns:t\"");
    }

    [Test]
    public void Shapes_edges_and_labels_are_read_and_broken_ones_carried()
    {
        const string File = $"""
            {Bpmn.Head}<process id="p"><task id="t"/></process>
            <di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:l="http://www.omg.org/spec/DD/20100524/DI" id="dia" name="Bild" resolution="96">
            <di:BPMNPlane id="pl" bpmnElement="p">
            <di:BPMNShape id="s" bpmnElement="t" isExpanded="false"><dc:Bounds x="1.5" y="-2" width="1e2" height="80"/><di:BPMNLabel><dc:Bounds x="1" y="2" width="3" height="4"/></di:BPMNLabel></di:BPMNShape>
            <di:BPMNShape id="broken" bpmnElement="t"><dc:Bounds x="1,5" y="0" width="1" height="1"/></di:BPMNShape>
            <di:BPMNEdge id="e" bpmnElement="f"><l:waypoint x="1" y="2"/><l:waypoint x="3.25" y="4"/></di:BPMNEdge>
            </di:BPMNPlane></di:BPMNDiagram></definitions>
            """;
        var reading = Bpmn.Read(File);

        var diagram = reading.Graph.Diagrams.ShouldHaveSingleItem();
        (diagram.Id, diagram.Name, diagram.PlaneId, diagram.ElementId).ShouldBe(("dia", "Bild", "pl", "p"));
        diagram.Shapes.ShouldHaveSingleItem().ShouldBe(new Shape { Id = "s", ElementId = "t", Bounds = new Bounds(1.5, -2, 100, 80), Label = new Bounds(1, 2, 3, 4), IsExpanded = false });
        diagram.Edges.ShouldHaveSingleItem().Waypoints.ShouldBe([new Point(1, 2), new Point(3.25, 4)]);
        reading.Findings.ShouldContain(finding => finding.Code == "bpmn.shape-incomplete" && finding.Line == 5);
        Bpmn.Write(reading.Graph).ShouldContain("x=\"1,5\"");
    }

    [Test]
    public void What_is_not_understood_is_carried_and_counted()
    {
        var reading = Bpmn.Read(Bpmn.InProcess("""<resourceRole id="r"/><x:own xmlns:x="urn:x" a="1"><x:b/></x:own><task id="t"><extensionElements><y:z xmlns:y="urn:y"> Text </y:z></extensionElements></task>"""));

        reading.Findings.Where(finding => finding.Code is "bpmn.carried" or "bpmn.extension").ShouldAllBe(finding => finding.Outcome == Outcome.Kept && finding.Line == 1);
        var written = Bpmn.Write(reading.Graph);
        written.ShouldContain("<resourceRole id=\"r\"/>");
        written.ShouldContain("<x:own xmlns:x=\"urn:x\" a=\"1\">");
        written.ShouldContain("<y:z xmlns:y=\"urn:y\"> Text </y:z>");
    }
}
