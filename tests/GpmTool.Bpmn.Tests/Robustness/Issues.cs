namespace GpmTool.Bpmn.Tests.Robustness;

/// <summary>What broken files found.</summary>
[TestFixture]
public class Issues
{
    private static string Drawn(string figure) => $"""
        {Bpmn.Head}<process id="p"/><di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"><di:BPMNPlane><di:BPMNShape bpmnElement="t">{figure}</di:BPMNShape></di:BPMNPlane></di:BPMNDiagram></definitions>
        """;

    [TestCase("""<dc:Bounds x="a" y="1" width="1" height="1"/><dc:Bounds x="1" y="2" width="3" height="4"/>""", TestName = "A place that cannot be understood before one that can")]
    [TestCase("""<dc:Bounds x="1" y="2" width="3" height="4"/><dc:Bounds x="5" y="6" width="7" height="8"/>""", TestName = "Two places")]
    [TestCase("""<dc:Bounds x="1" y="2" width="3" height="4"/><di:BPMNLabel/><di:BPMNLabel labelStyle="s"><dc:Bounds x="1" y="2" width="3" height="4"/></di:BPMNLabel>""", TestName = "An empty label before a full one")]
    [TestCase("""<dc:Bounds x="1" y="2" width="3" height="4"/><di:BPMNLabel><dc:Bounds x="1" y="2" width="3" height="4"/></di:BPMNLabel><di:BPMNLabel labelStyle="s"/>""", TestName = "A full label before an empty one")]
    [TestCase("""<di:BPMNLabel labelStyle="s"><dc:Bounds x="1" y="2" width="3" height="4"/></di:BPMNLabel>""", TestName = "A label without a place of the figure")]
    [TestCase("""<di:BPMNLabel><dc:Bounds x="1" y="2" width="3" height="4"/></di:BPMNLabel>""", TestName = "A plain label without a place of the figure")]
    [TestCase("""<di:BPMNLabel><dc:Bounds x="1" y="2" width="3" height="4"/><dc:Bounds x="5" y="6" width="7" height="8"/></di:BPMNLabel>""", TestName = "A label with two places without a place of the figure")]
    public void Comes_back(string figure)
    {
        var file = System.Text.Encoding.UTF8.GetBytes(Drawn(figure));

        GpmTool.Robustness.Mutations.Fault(file, out _).ShouldBeNull();
        XmlFacts.Of(BpmnDocument.Write(BpmnDocument.Read(file).Graph).Xml.ToArray()).ShouldBe(XmlFacts.Of(file));
    }

    [Test]
    public void Text_between_the_parts_of_a_figure_has_lines_of_its_own()
    {
        var file = System.Text.Encoding.UTF8.GetBytes(Drawn("""Text<dc:Bounds x="1" y="2" width="3" height="4"/>mehr<![CDATA[<noch mehr>]]>"""));

        GpmTool.Robustness.Mutations.Fault(file, out _).ShouldBeNull();
        Bpmn.Write(BpmnDocument.Read(file).Graph).ShouldContain("Text\n        mehr\n        <![CDATA[<noch mehr>]]>\n");
    }

    private const string Di = "xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\"", Dc = "xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\"", Bpmndi = "xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\"";

    [TestCase($"{Di} {Dc} {Bpmndi}", TestName = "Declarations in another order than ours")]
    [TestCase($"{Bpmndi} {Dc} {Di} xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:gpm=\"urn:gpmtool:bpmn:1\"", TestName = "Declarations that nothing needs")]
    [TestCase($"{Di} exporter=\"x\" {Bpmndi} {Dc}", TestName = "Declarations around another attribute")]
    [TestCase("xmlns:bpmndi=\"urn:other\"", TestName = "Our prefix for something else")]
    [TestCase("", TestName = "No declarations")]
    public void Declarations_of_the_root_come_back(string declarations)
    {
        foreach (var content in (string[])["", $"<bpmn:task id='t' {Di} di:x='1'/>", $"<bpmn:task id='t'><bpmn:extensionElements><dc:b {Dc}/></bpmn:extensionElements></bpmn:task>", "<bpmn:task id='t'><bpmn:standardLoopCharacteristics/></bpmn:task>"])
        {
            var file = System.Text.Encoding.UTF8.GetBytes($"<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:x' {declarations}><bpmn:process id='p'>{content}</bpmn:process></bpmn:definitions>");

            GpmTool.Robustness.Mutations.Fault(file, out _).ShouldBeNull(content);
            XmlFacts.Of(BpmnDocument.Write(BpmnDocument.Read(file).Graph).Xml.ToArray()).ShouldBe(XmlFacts.Of(file), content);
        }
    }

    [TestCase("documentation")]
    [TestCase("extensionElements")]
    [TestCase("incoming")]
    [TestCase("text")]
    public void Elements_that_are_called_like_those_of_BPMN_stay_others(string name)
    {
        foreach (var other in (string[])[$"<{name}>x</{name}>", $"<o:{name} xmlns:o='urn:o'>x</o:{name}>"])
        {
            foreach (var owner in (string[])["task", "subProcess", "textAnnotation"])
            {
                var file = System.Text.Encoding.UTF8.GetBytes($"<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:x'><bpmn:process id='p'><bpmn:{owner} id='a'>{other}{other}</bpmn:{owner}></bpmn:process></bpmn:definitions>");

                GpmTool.Robustness.Mutations.Fault(file, out _).ShouldBeNull(owner + other);
                XmlFacts.Of(BpmnDocument.Write(BpmnDocument.Read(file).Graph).Xml.ToArray()).ShouldBe(XmlFacts.Of(file), owner + other);
            }
        }
    }

    [Test]
    public void A_drawing_that_is_added_changes_nothing_else()
    {
        var graph = BpmnDocument.Read(System.Text.Encoding.UTF8.GetBytes("<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:x' exporter='x'><bpmn:process id='p'><bpmn:task id='t'/></bpmn:process></bpmn:definitions>")).Graph;
        var drawn = graph with { Diagrams = [new GpmTool.Model.Diagram { Id = "d", PlaneId = "e", ElementId = "p", Shapes = [new GpmTool.Model.Shape { Id = "s", ElementId = "t", Bounds = new(1, 2, 100, 80) }] }] };

        BpmnDocument.Read(BpmnDocument.Write(drawn).Xml).Graph.ShouldBe(drawn);
    }
}
