using GpmTool.Model;

namespace GpmTool.Bpmn.Tests.Vendors;

[TestFixture]
public class VendorDefaultsTests
{
    private const string Adonis = """
        <task id="t"><extensionElements><adonis:instance xmlns:adonis="http://www.boc-group.com">
        <adonis:attribute name="A_EXECUTION_TIME" type="UTC"><adonis:value>600</adonis:value></adonis:attribute>
        <adonis:attribute name="A_WAITING_TIME" type="UTC"><adonis:value>00:001:02:00:00</adonis:value></adonis:attribute>
        <adonis:attribute name="A_TRANSPORT_TIME" type="UTC"><adonis:value>0</adonis:value></adonis:attribute>
        </adonis:instance></extensionElements></task>
        """;

    private const string Bpsim = """
        <relationship type="BPSimData"><extensionElements><b:BPSimData xmlns:b="http://www.bpsim.org/schemas/1.0"><b:Scenario id="s"><b:ScenarioParameters baseTimeUnit="min" baseCurrencyUnit="EUR"/>
        <b:ElementParameters elementRef="t"><b:TimeParameters><b:ProcessingTime><b:TriangularDistribution min="1" mode="2" max="3"/></b:ProcessingTime><b:WaitTime><b:DurationParameter value="PT4H"/></b:WaitTime></b:TimeParameters>
        <b:CostParameters><b:FixedCost><b:FloatingParameter value="2.5"/></b:FixedCost></b:CostParameters></b:ElementParameters>
        <b:ElementParameters elementRef="f"><b:ControlParameters><b:Probability><b:FloatingParameter value="0.3"/></b:Probability></b:ControlParameters></b:ElementParameters>
        </b:Scenario></b:BPSimData></extensionElements><source>d</source><target>d</target></relationship>
        """;

    [Test]
    public void Times_of_ADONIS_are_the_default_and_zero_is_not_recorded()
    {
        var reading = Bpmn.Read(Bpmn.InProcess(Adonis));

        reading.Graph.Nodes[0].Gpm.ShouldBe(new StepAttributes
        {
            ProcessingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(10)),
            WaitingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(26 * 60)),
        });
        reading.Findings.ShouldContain(finding => finding.Code == "bpmn.vendor-data" && finding.Message.German.Contains("ADONIS"));
    }

    [Test]
    public void Parameters_of_BPSim_are_the_default_of_steps_and_flows()
    {
        var graph = Bpmn.Read($"""{Bpmn.Head}<process id="p"><task id="t"/><sequenceFlow id="f" sourceRef="t" targetRef="t"/></process>{Bpsim}</definitions>""").Graph;

        graph.Nodes[0].Gpm.ShouldBe(new StepAttributes
        {
            ProcessingTime = TimeDistribution.Triangular(IsoDuration.FromMinutes(1), IsoDuration.FromMinutes(2), IsoDuration.FromMinutes(3)),
            WaitingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(240)),
            Cost = Money.Of(2.5m),
        });
        graph.Flows[0].Probability.ShouldBe(Probability.Of(0.3));
        Bpmn.Write(graph).ShouldNotContain("gpm:");
    }

    [TestCase("candidateGroups=\"leitstelle, hausmeister\"", "leitstelle, hausmeister")]
    [TestCase("candidateGroups=\"${gruppe}\"", null)]
    [TestCase("assignee=\"mueller\"", null)]
    public void Groups_of_Camunda_are_the_role_and_persons_are_not(string attribute, string? role) =>
        Bpmn.Read(Bpmn.InProcess($"<userTask id=\"t\" xmlns:c=\"http://camunda.org/schema/1.0/bpmn\" c:{attribute}/>")).Graph.Nodes[0].Gpm?.Role.ShouldBe(role);

    [Test]
    public void Unedited_data_is_not_written_twice() => Bpmn.Write(Bpmn.Read(Bpmn.InProcess(Adonis)).Graph).ShouldNotContain("gpm:");

    [Test]
    public void Edited_data_wins_and_the_outdated_is_reported()
    {
        var graph = Bpmn.Read(Bpmn.InProcess(Adonis)).Graph;
        var edited = new StepAttributes { ProcessingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(5)) };
        var back = Bpmn.Read(Bpmn.Write(graph with { Nodes = graph.Nodes.ConvertAll(node => node with { Gpm = edited }) }));

        back.Graph.Nodes[0].Gpm.ShouldBe(edited);
        back.Findings.ShouldContain(finding => finding.Code == "bpmn.vendor-outdated" && finding.ElementId == "t");
        Bpmn.Write(back.Graph).ShouldContain("<adonis:value>600</adonis:value>");
    }

    [Test]
    public void Emptied_data_stays_empty()
    {
        var graph = Bpmn.Read(Bpmn.InProcess(Adonis)).Graph;

        Bpmn.Read(Bpmn.Write(graph with { Nodes = graph.Nodes.ConvertAll(node => node with { Gpm = null }) })).Graph.Nodes[0].Gpm.ShouldBe(new StepAttributes());
    }
}
