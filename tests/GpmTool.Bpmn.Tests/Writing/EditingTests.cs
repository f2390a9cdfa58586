using GpmTool.Model;

namespace GpmTool.Bpmn.Tests.Writing;

/// <summary>What was carried for a typed value gives way when the value is edited.</summary>
[TestFixture]
public class EditingTests
{
    private static string Edited(string content, Func<FlowNode, FlowNode> edit)
    {
        var graph = Bpmn.Read(Bpmn.InProcess(content)).Graph;
        return Bpmn.Write(graph with { Nodes = graph.Nodes.ConvertAll(edit) });
    }

    [Test]
    public void An_edited_text_keeps_the_attributes_of_the_old_one() =>
        Edited("""<task id="t"><documentation id="d" textFormat="text/html"><![CDATA[<b>alt</b>]]></documentation></task>""", node => node with { Documentation = "neu" })
            .ShouldContain("""<documentation id="d" textFormat="text/html">neu</documentation>""");

    [Test]
    public void A_removed_text_is_gone_and_a_second_one_stays()
    {
        var written = Edited("""<task id="t"><documentation>eins</documentation><documentation>zwei</documentation></task>""", node => node with { Documentation = null });

        written.ShouldNotContain("eins");
        written.ShouldContain("<documentation>zwei</documentation>");
    }

    [Test]
    public void An_edited_flag_wins_over_the_written_default() =>
        Edited("""<startEvent id="s" isInterrupting="true"/>""", node => node with { NonInterrupting = true }).ShouldContain("""<startEvent id="s" isInterrupting="false"/>""");

    [Test]
    public void An_edited_expression_keeps_its_language() =>
        Edited("""<intermediateCatchEvent id="e"><timerEventDefinition><timeDuration id="x" language="iso">P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>""",
                node => node with { EventDefinitions = node.EventDefinitions.ConvertAll(definition => definition with { Expression = definition.Expression! with { Text = "P2D" } }) })
            .ShouldContain("""<timeDuration id="x" language="iso">P2D</timeDuration>""");

    [Test]
    public void Added_attributes_of_ours_join_the_extensions_of_others() =>
        Edited("""<task id="t"><extensionElements><x:a xmlns:x="urn:x"/></extensionElements></task>""", node => node with { Gpm = new StepAttributes { Role = "Amt" } })
            .ShouldContain("""
                      <extensionElements>
                        <x:a xmlns:x="urn:x"/>
                        <gpm:step role="Amt"/>
                      </extensionElements>
                """);

    [Test]
    public void A_new_flow_is_listed_by_its_nodes_and_a_removed_one_is_not()
    {
        var graph = Bpmn.Read(Bpmn.InProcess("""<task id="a"><outgoing>f</outgoing></task><task id="b"><incoming>f</incoming></task><sequenceFlow id="f" sourceRef="a" targetRef="b"/>""")).Graph;
        var written = Bpmn.Write(graph with { Flows = [new SequenceFlow { Id = "g", ParentId = "p", SourceId = "b", TargetId = "a" }] });

        written.ShouldContain("<incoming>g</incoming>");
        written.ShouldContain("<outgoing>g</outgoing>");
        written.ShouldNotContain(">f<");
    }

    [Test]
    public void Invalid_attributes_of_ours_are_carried_and_reported()
    {
        var reading = Bpmn.Read(Bpmn.InProcess("""<task id="t"><extensionElements><gpm:step xmlns:gpm="urn:gpmtool:bpmn:1" cost="viel"/></extensionElements></task>"""));

        reading.Graph.Nodes[0].Gpm.ShouldBeNull();
        reading.Findings.ShouldContain(finding => finding.Code == "bpmn.gpm-invalid" && finding.ElementId == "t");
        Bpmn.Write(reading.Graph).ShouldContain("cost=\"viel\"");
    }

    [Test]
    public void What_has_no_place_goes_to_the_main_process_with_a_finding()
    {
        var graph = new GraphBuilder("x", "p").With(graph => graph with
        {
            Nodes =
            [
                new FlowNode { Id = "lost", Kind = NodeKind.Task, ParentId = "gone" },
                new FlowNode { Id = "a", Kind = NodeKind.SubProcess, ParentId = "b" },
                new FlowNode { Id = "b", Kind = NodeKind.SubProcess, ParentId = "a" },
            ],
        }).Build();
        var written = BpmnDocument.Write(graph);

        written.Findings.Select(finding => (finding.Code, finding.ElementId)).ShouldBe([("bpmn.owner-missing", "lost"), ("bpmn.owner-missing", "a")]);
        BpmnDocument.Read(written.Xml).Graph.Nodes.Select(node => (node.Id, node.ParentId)).ShouldBe([("lost", "p"), ("a", "p"), ("b", "a")]);
    }

    [Test]
    public void A_graph_of_another_origin_declares_what_it_needs()
    {
        var graph = new GraphBuilder("Neu", "p").With(graph => graph with { Nodes = [new FlowNode { Id = "n", Kind = NodeKind.Task, ParentId = "p", Gpm = new StepAttributes() }] }).Build();

        Bpmn.Write(graph).ShouldBe("""
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions name="Neu" targetNamespace="urn:gpmtool:model" xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gpm="urn:gpmtool:bpmn:1">
              <bpmn:process id="p" name="Neu">
                <bpmn:task id="n">
                  <bpmn:extensionElements>
                    <gpm:step/>
                  </bpmn:extensionElements>
                </bpmn:task>
              </bpmn:process>
            </bpmn:definitions>

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void Carried_pieces_of_another_document_bring_their_namespaces()
    {
        var raw = new RawElement { Name = "x:a", Namespace = "urn:x", Attributes = [new RawAttribute("y:b", "1", "urn:y")], Children = [new RawElement { Name = "bpmn:c", Namespace = "urn:other" }] };
        var graph = new GraphBuilder("Neu", "p").With(graph => graph with { Processes = graph.Processes.ConvertAll(process => process with { Raw = [raw] }) }).Build();

        Bpmn.Write(graph).ShouldContain("""<x:a xmlns:x="urn:x" xmlns:y="urn:y" y:b="1">""");
        Bpmn.Read(Bpmn.Write(graph)).Graph.Processes[0].Raw[0].Children[0].Namespace.ShouldBe("urn:other");
    }
}
