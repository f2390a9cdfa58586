using System.Text;
using CsCheck;
using GpmTool.Elsa.Tests;
using GpmTool.Model;

namespace GpmTool.Bpmn.Tests.Writing;

[TestFixture]
public class RoundTripTests
{
    [Test]
    public void A_file_with_everything_comes_back_from_the_stored_document()
    {
        var file = Bpmn.Fixture("everything.bpmn");
        var graph = BpmnDocument.Read(file).Graph;
        var written = BpmnDocument.Write(Bpmn.Stored(graph));

        written.Findings.ShouldBeEmpty();
        XmlFacts.Of(written.Xml.ToArray()).ShouldBe(XmlFacts.Of(file));
        Encoding.UTF8.GetString(written.Xml.Span).ShouldContain("<?tool setting=\"an\"?>\n<!-- Vor dem Dokument -->");
        BpmnDocument.Write(BpmnDocument.Read(written.Xml).Graph).Xml.Span.SequenceEqual(written.Xml.Span).ShouldBeTrue();
    }

    [Test]
    public void Our_attributes_are_typed()
    {
        var graph = BpmnDocument.Read(Bpmn.Fixture("everything.bpmn")).Graph;
        var step = graph.Nodes.Single(node => node.Id == "u").Gpm!;

        (graph.Description, graph.MainProcessId).ShouldBe(("Ein Modell mit allem", "p"));
        step.ShouldBe(new StepAttributes
        {
            Role = "Sachbearbeitung",
            Cost = Money.Of(12.5m),
            Rag = RagCode.Of(1),
            Automation = Automation.Manual,
            Description = "Zwei\nZeilen",
            ProcessingTime = TimeDistribution.Triangular(IsoDuration.FromMinutes(5), IsoDuration.FromMinutes(10), IsoDuration.FromMinutes(60)),
            WaitingTime = TimeDistribution.Constant(IsoDuration.FromDays(1)),
            Systems = ["CAFM"],
            Documents = [new DocumentUse("Akte", DataDirection.Output, Medium.Paper, "Umlauf")],
            LegalBases = [new LegalBasis("ArbStättV § 4", true)],
            Responsibilities = [new Responsibility("Amt", RaciKind.Accountable)],
            Risks = [new Risk("zu spät", "Frist")],
        });
        graph.Processes[0].Gpm!.Staffing.ShouldBe([new Staffing("Leitstelle", 2.5, Money.Of(40))]);
        graph.Lanes[0].OrganisationUnit.ShouldBe("FM 1");
        graph.Flows.Single(flow => flow.Id == "f2").Probability.ShouldBe(Probability.Of(0.25));
        graph.Data.Single(data => data.Id == "dor").Medium.ShouldBe(Medium.Paper);
        graph.Nodes.Single(node => node.Id == "call").CalledProcess.ShouldBe("schluessel");
    }

    [Test]
    public void Any_graph_comes_back() => RandomGraphs.Any.Sample(
        graph =>
        {
            var back = BpmnDocument.Read(BpmnDocument.Write(graph).Xml).Graph;
            return GraphHashes.ModelHash(Bare(back, graph)).AsSpan().SequenceEqual(GraphHashes.ModelHash(Bare(graph, graph))) && back.Diagrams == graph.Diagrams;
        },
        iter: 300);

    // What a file needs and a graph does not have; a maximum belongs to standard loops alone.
    private static ProcessGraph Bare(ProcessGraph graph, ProcessGraph original) => graph with
    {
        TargetNamespace = original.TargetNamespace,
        RawAttributes = default,
        Raw = default,
        Nodes = graph.Nodes.ConvertAll(node => node.Loop is { } loop ? node with { Loop = loop with { Maximum = null } } : node),
    };

    [Test]
    public void One_word_is_one_line()
    {
        var graph = BpmnDocument.Read(Bpmn.Fixture("everything.bpmn")).Graph;
        var renamed = graph with { Nodes = graph.Nodes.ConvertAll(node => node.Id == "u" ? node with { Name = "Genau prüfen" } : node) };

        var before = Bpmn.Write(graph).Split('\n');
        var after = Bpmn.Write(renamed).Split('\n');
        after.Length.ShouldBe(before.Length);
        before.Zip(after).Count(pair => pair.First != pair.Second).ShouldBe(1);
    }

    [Test]
    public void Line_breaks_and_marks_survive()
    {
        const string Name = "a\r\nb\tc & <d> \"e\" 'f' 😀 ]]>";
        var graph = new GraphBuilder("x").With(graph => graph with { Nodes = [new FlowNode { Id = "n", ParentId = "process", Kind = NodeKind.Task, Name = Name, Documentation = Name }] }).Build();

        var back = Bpmn.Read(Bpmn.Write(graph)).Graph.Nodes[0];
        back.Name.ShouldBe(Name);
        back.Documentation.ShouldBe(Name);
        Bpmn.Write(graph).ShouldContain("name=\"a&#xD;&#xA;b&#x9;c &amp; &lt;d&gt; &quot;e&quot; 'f' 😀 ]]&gt;\"");
    }

    [Test]
    public void Characters_XML_cannot_hold_are_replaced_and_reported()
    {
        var graph = new GraphBuilder("a\u0001b\uD800c\uFFFE").Build();
        var written = BpmnDocument.Write(graph);

        BpmnDocument.Read(written.Xml).Graph.Name.ShouldBe("a\uFFFDb\uFFFDc\uFFFD");
        written.Findings.ShouldHaveSingleItem().Code.ShouldBe("bpmn.character-replaced");
    }
}
