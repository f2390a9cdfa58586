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
}
