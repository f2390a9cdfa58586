using GpmTool.Model;

namespace GpmTool.Elsa.Tests.Checking;

/// <summary>The executability report says of each element what really happens to it.</summary>
[TestFixture]
public class ExecutabilityTests
{
    [Test]
    public void What_stands_inside_something_that_is_not_executed_is_not_executed_either()
    {
        var builder = new GraphBuilder("Prozess", "p");
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.SubProcess, "Bei Beschwerde", "outer", with: node => node with { TriggeredByEvent = true });
        builder.Node(NodeKind.SubProcess, "Prüfen", "inner", parent: "outer");
        builder.Node(NodeKind.UserTask, "Lesen", "t", parent: "inner");
        Of(builder, "t").Level.ShouldBe(ExecutionLevel.DocumentationOnly);
        Of(builder, "t").Reasons.Single().English.ShouldBe("An event sub-process is not triggered on the server.");
    }

    [Test]
    public void A_step_of_a_partner_says_that_only_the_main_process_runs()
    {
        var builder = new GraphBuilder("Prozess", "p");
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Process("q", "Firma").Node(NodeKind.UserTask, "Reparieren", "t");
        builder.With(graph => graph with { MainProcessId = "p" });
        Of(builder, "t").Level.ShouldBe(ExecutionLevel.DocumentationOnly);
        Of(builder, "t").Reasons.ShouldNotBeEmpty();
    }

    [Test]
    public void A_note_does_not_hide_that_nothing_leads_to_an_element()
    {
        var builder = new GraphBuilder("Prozess", "p");
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.UserTask, "Erfassen", "t");
        builder.Node(NodeKind.BoundaryEvent, "zu alt", "b", with: node => node with { AttachedToId = "t", NonInterrupting = true, EventDefinitions = [new EventDefinition { Kind = EventKind.Timer, Expression = new Expression("P1D") }] });
        builder.Node(NodeKind.ExclusiveGateway, "Mahnen?", "x");
        builder.Node(NodeKind.UserTask, "Mahnen", "m");
        builder.Node(NodeKind.EndEvent, "Ende", "e");
        builder.Chain("s", "t");
        builder.Chain("b", "x", "m");
        builder.Flow("x", "e", "nein");
        Of(builder, "x").Level.ShouldBe(ExecutionLevel.DocumentationOnly);
    }

    [Test]
    public void An_event_of_a_race_that_a_person_has_to_notice_says_so()
    {
        var builder = new GraphBuilder("Prozess", "p");
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.EventBasedGateway, "Was zuerst?", "g");
        builder.Node(NodeKind.IntermediateCatchEvent, "Raum frei", "c", with: node => node with { EventDefinitions = [new EventDefinition { Kind = EventKind.Conditional }] });
        builder.Node(NodeKind.IntermediateCatchEvent, "Absage", "d", with: node => node with { EventDefinitions = [new EventDefinition { Kind = EventKind.Message }] });
        builder.Chain("s", "g", "c");
        builder.Flow("g", "d");
        Of(builder, "c").Level.ShouldBe(ExecutionLevel.WithNote);
        Of(builder, "d").Level.ShouldBe(ExecutionLevel.Executable);
    }

    [Test]
    public void A_terminate_end_that_cannot_stop_the_other_branches_says_so()
    {
        var builder = new GraphBuilder("Prozess", "p");
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.SubProcess, "Prüfen", "sub");
        builder.Node(NodeKind.ParallelGateway, "Teilen", "split", parent: "sub");
        builder.Node(NodeKind.UserTask, "Lesen", "t", parent: "sub");
        builder.Node(NodeKind.EndEvent, "Abbruch", "x", parent: "sub", with: node => node with { EventDefinitions = [new EventDefinition { Kind = EventKind.Terminate }] });
        builder.Chain("s", "sub");
        builder.Chain("split", "t");
        builder.Chain("split", "x");
        Of(builder, "x").Level.ShouldBe(ExecutionLevel.WithNote);
    }

    private static ElementExecutability Of(GraphBuilder builder, string id) =>
        ElsaDocument.Executability(builder.Build(), "d").Single(element => element.ElementId == id);
}
