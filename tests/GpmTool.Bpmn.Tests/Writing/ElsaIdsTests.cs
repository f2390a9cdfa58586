using System.Text;
using System.Text.RegularExpressions;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Bpmn.Tests.Writing;

/// <summary>Elsa takes any text for an id, BPMN names only: what Elsa made is valid BPMN and comes back as it was.</summary>
[TestFixture]
public class ElsaIdsTests
{
    private static ProcessGraph Foreign(string first = "7f3a", string second = "b c") => ElsaDocument.Read(Encoding.UTF8.GetBytes($$$"""
        {"definitionId":"d","name":"Fremd","root":{"id":"1 Ablauf","type":"Elsa.Flowchart","activities":[
          {"id":"{{{first}}}","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":"9 x","metadata":{"designer":{"position":{"x":10,"y":20} } } },
          {"id":"{{{second}}}","type":"Elsa.Event","eventName":{"expression":{"type":"Literal","value":"Antwort"} } },
          {"id":"warten","type":"Elsa.Delay","timeSpan":{"expression":{"type":"Literal","value":"00:00:05"} } }],
         "connections":[{"source":{"activity":"{{{first}}}","port":"Done"},"target":{"activity":"{{{second}}}","port":"In"} },{"source":{"activity":"{{{second}}}","port":"Done"},"target":{"activity":"warten","port":"In"} }]}
        }
        """)).Graph;

    [Test]
    public void A_definition_of_others_is_the_same_after_it_was_BPMN()
    {
        var graph = Foreign();

        var written = Bpmn.Write(graph);

        Bpmn.Read(written).Graph.ShouldBe(graph);
        ElsaDocument.Write(Bpmn.Read(written).Graph, null).ShouldBe(ElsaDocument.Write(graph, null));
    }

    [Test]
    public void Ids_are_written_as_names_the_same_ones_every_time()
    {
        var written = Bpmn.Write(Foreign());

        written.ShouldContain("<bpmn:callActivity id=\"_x0037_f3a\" gpm:elementId=\"7f3a\" calledElement=\"_x0039__x0020_x\" gpm:calledDefinition=\"9 x\">");
        written.ShouldContain("sourceRef=\"_x0037_f3a\" targetRef=\"b_x0020_c\"");
        written.ShouldContain("<bpmndi:BPMNPlane bpmnElement=\"_x0031__x0020_Ablauf\">");
        written.ShouldContain("<bpmn:intermediateCatchEvent id=\"warten\">");
        foreach (Match id in Regex.Matches(written, " id=\"([^\"]*)\"")) ElementIds.IsName(id.Groups[1].Value).ShouldBeTrue(id.Value);
    }

    [Test]
    public void A_name_that_is_taken_is_not_given_twice()
    {
        var graph = Foreign("a b", "a_x0020_b");

        Bpmn.Write(graph).ShouldContain("id=\"a_x0020_b_\" gpm:elementId=\"a b\"");
        Bpmn.Read(Bpmn.Write(graph)).Graph.ShouldBe(graph);
    }

    [Test]
    public void An_id_that_a_file_had_stays_whatever_it_is()
    {
        var graph = Bpmn.Read(Bpmn.InProcess("<task id=\"{1}\"/><task id=\"t\"/><sequenceFlow id=\"2\" sourceRef=\"{1}\" targetRef=\"t\"/>")).Graph;

        Bpmn.Write(Bpmn.Stored(graph)).ShouldContain("<task id=\"{1}\"/>");
        Bpmn.Write(Bpmn.Stored(graph)).ShouldContain("<sequenceFlow id=\"2\" sourceRef=\"{1}\" targetRef=\"t\"/>");
    }

    [TestCase("<task id=\"a\" gpm:elementId=\"b c\"/><task id=\"d\" gpm:elementId=\"b c\"/>", TestName = "Twice the same")]
    [TestCase("<task id=\"a\" gpm:elementId=\"name\"/>", TestName = "A name")]
    [TestCase("<task id=\"a\" gpm:elementId=\"\"/>", TestName = "Empty")]
    [TestCase("<task gpm:elementId=\"b c\"/>", TestName = "Without an id")]
    [TestCase("<task id=\"b\"/><task id=\"b\" gpm:elementId=\"b c\"/>", TestName = "At an id that is doubled")]
    public void An_own_id_that_cannot_be_is_carried(string content)
    {
        var graph = Bpmn.Read(Bpmn.InProcess(content).Replace("<definitions", "<definitions xmlns:gpm=\"urn:gpmtool:bpmn:1\"", StringComparison.Ordinal)).Graph;

        XmlFacts.Of(Encoding.UTF8.GetBytes(Bpmn.Write(Bpmn.Stored(graph)))).ShouldContain(line => line.Contains("elementId=", StringComparison.Ordinal));
        Bpmn.Read(Bpmn.Write(graph)).Graph.Nodes.ShouldBe(graph.Nodes);
    }

    [Test]
    public void A_model_that_was_never_BPMN_has_nothing_of_its_head()
    {
        var graph = new ProcessGraph { Name = "Neu", Processes = [new BpmnProcess { Id = "p" }], Nodes = [new FlowNode { Id = "t", Kind = NodeKind.Task, ParentId = "p", Gpm = new() { Role = "Leitstelle" } }] };

        Bpmn.Read(Bpmn.Write(graph)).Graph.ShouldBe(graph);
    }

    [Test]
    public void Declarations_that_something_carried_needs_stay()
    {
        var written = Bpmn.Write(Bpmn.Read("""<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:v="urn:v" targetNamespace="urn:t"><bpmn:process id="p" v:a="1"><bpmn:resourceRole id="r" xsi:type="bpmn:tPerformer"/></bpmn:process></bpmn:definitions>""").Graph);

        written.ShouldContain("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:v=\"urn:v\"");
        written.ShouldContain("xsi:type=\"bpmn:tPerformer\"");
    }
}
