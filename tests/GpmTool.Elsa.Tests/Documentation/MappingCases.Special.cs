using GpmTool.Model;

namespace GpmTool.Elsa.Tests.Documentation;

/// <summary>Forms that depend on more than kind and event definition: the surroundings, the form of a timer, a binding.</summary>
internal static partial class MappingCases
{
    private static IEnumerable<(string Variant, ProcessGraph Graph)> Special(NodeKind kind) => kind switch
    {
        NodeKind.UserTask =>
        [
            ("interrupted by a boundary event", Build(builder => Interrupted(builder, kind))),
            ("in another process", Build(InAnotherProcess)),
            ("where no executable way leads", Build(Unreachable)),
        ],
        NodeKind.ServiceTask => [("bound to an activity type", Around(kind, node => node with { Binding = new ActivityBinding { Type = "Elsa.WriteLine", Members = RawJson.Parse("{}") } }))],
        NodeKind.ReceiveTask => [("with message, after an event-based gateway", Build(builder => AfterGateway(builder, kind, node => node with { MessageId = "Bestellung" })))],
        NodeKind.ExclusiveGateway =>
        [
            ("split in two, condition in JavaScript", Build(builder => Conditional(builder, kind, ["a", "b"], hasDefault: true))),
            ("split, conditions in JavaScript, no default", Build(builder => Conditional(builder, kind, ["a", "b", "c"], hasDefault: false))),
        ],
        NodeKind.InclusiveGateway =>
        [
            ("split, branches overlap", Build(Overlapping)),
            ("join of alternatives", Build(Alternatives)),
        ],
        NodeKind.ParallelGateway => [("join and split", Build(JoinAndSplit))],
        NodeKind.StartEvent =>
        [
            .. Timers(kind),
            ("none, in a sub-process", Build(builder => InSubProcess(builder, kind))),
            ("any definition, in a sub-process", Build(builder => InSubProcess(builder, kind, EventKind.Message))),
        ],
        NodeKind.IntermediateCatchEvent =>
        [
            .. Timers(kind),
            ("message, after an event-based gateway", Build(builder => AfterGateway(builder, kind, node => node with { EventDefinitions = [Definition(EventKind.Message)] }))),
            ("conditional, after an event-based gateway", Build(builder => AfterGateway(builder, kind, node => node with { EventDefinitions = [Definition(EventKind.Conditional)] }))),
            ("link, without partner", Build(builder => Lonely(builder, kind))),
        ],
        NodeKind.IntermediateThrowEvent => [("link, without partner", Build(builder => Lonely(builder, kind)))],
        NodeKind.EndEvent =>
        [
            ("none, in a branch that is not joined", Build(builder => InBranch(builder, "p"))),
            ("terminate, in a sub-process", Build(builder => InSubProcess(builder, kind, EventKind.Terminate))),
            ("terminate, in a branch of a sub-process", Build(TerminateInBranch)),
        ],
        NodeKind.BoundaryEvent => [("timer in words, interrupting", Build(builder => AtTask(builder, node => node with { EventDefinitions = [Timer(TimerKind.Duration, "bald")] })))],
        _ => [],
    };

    private static IEnumerable<(string Variant, ProcessGraph Graph)> Timers(NodeKind kind) =>
    [
        ("timer with a date", Event(kind, Timer(TimerKind.Date, "2027-01-31T08:00:00+01:00"))),
        ("timer with a cycle (R3/PT1H)", Event(kind, Timer(TimerKind.Cycle, "R3/PT1H"))),
        ("timer with a cycle (Cron)", Event(kind, Timer(TimerKind.Cycle, "0 0 8 * * ?"))),
        ("timer in words", Event(kind, Timer(TimerKind.Duration, "bald"))),
    ];

    private static EventDefinition Timer(TimerKind form, string text) => new() { Kind = EventKind.Timer, Timer = form, Expression = new Expression(text) };

    private static void Interrupted(GraphBuilder builder, NodeKind kind)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(kind, "X", MappingCase.Element);
        builder.Node(NodeKind.BoundaryEvent, "zu spät", "b", with: node => node with { AttachedToId = MappingCase.Element, EventDefinitions = [Definition(EventKind.Timer)] });
        builder.Node(NodeKind.UserTask, "Mahnen", "m");
        builder.Chain("s", MappingCase.Element);
        builder.Chain("b", "m");
    }

    private static void InAnotherProcess(GraphBuilder builder)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Process("q", "Firma").Node(NodeKind.UserTask, "X", MappingCase.Element);
        builder.With(graph => graph with { MainProcessId = "p" });
    }

    private static void Unreachable(GraphBuilder builder)
    {
        AtTask(builder, node => node with { Id = "b", NonInterrupting = true, EventDefinitions = [Definition(EventKind.Timer)] });
        builder.Node(NodeKind.UserTask, "X", MappingCase.Element);
        builder.Flow("b", MappingCase.Element);
    }

    private static void AfterGateway(GraphBuilder builder, NodeKind kind, Func<FlowNode, FlowNode> with)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.EventBasedGateway, "Was zuerst?", "g");
        builder.Node(kind, "X", MappingCase.Element, with: with);
        builder.Node(NodeKind.IntermediateCatchEvent, "zu spät", "b", with: node => node with { EventDefinitions = [Definition(EventKind.Timer)] });
        builder.Chain("s", "g", MappingCase.Element);
        builder.Chain("g", "b");
    }

    private static void Conditional(GraphBuilder builder, NodeKind kind, string[] branches, bool hasDefault)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(kind, "X", MappingCase.Element, with: node => hasDefault ? node with { DefaultFlowId = $"f-{branches[^1]}" } : node);
        builder.Chain("s", MappingCase.Element);
        foreach (var branch in branches)
        {
            builder.Node(NodeKind.UserTask, branch, branch);
            builder.Flow(MappingCase.Element, branch, branch, id: $"f-{branch}");
        }

        builder.With(graph => graph with
        {
            Flows = graph.Flows.ConvertAll(flow => flow.SourceId == MappingCase.Element && !(hasDefault && flow.TargetId == branches[^1]) ? flow with { Condition = new Expression("true", "javascript") } : flow),
        });
    }

    private static void Overlapping(GraphBuilder builder)
    {
        Conditional(builder, NodeKind.InclusiveGateway, ["a", "b"], hasDefault: true);
        builder.Node(NodeKind.UserTask, "gemeinsam", "c");
        builder.Node(NodeKind.InclusiveGateway, "Zusammen", "j");
        builder.Chain("a", "c", "j");
        builder.Chain("b", "c");
        builder.Chain("b", "j");
    }

    private static void Alternatives(GraphBuilder builder)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.ExclusiveGateway, "Welche?", "g");
        builder.Node(NodeKind.UserTask, "a", "a");
        builder.Node(NodeKind.UserTask, "b", "b");
        builder.Node(NodeKind.InclusiveGateway, "X", MappingCase.Element);
        builder.Node(NodeKind.EndEvent, "Ende", "e");
        builder.Chain("s", "g", "a", MappingCase.Element, "e");
        builder.Chain("g", "b", MappingCase.Element);
    }

    private static void JoinAndSplit(GraphBuilder builder)
    {
        Join(builder, NodeKind.ParallelGateway);
        builder.Node(NodeKind.UserTask, "c", "c");
        builder.Chain(MappingCase.Element, "c");
    }

    private static void InSubProcess(GraphBuilder builder, NodeKind kind, EventKind? definition = null)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.SubProcess, "Prüfen", "sub");
        builder.Chain("s", "sub");
        builder.Node(NodeKind.UserTask, "Lesen", "t", parent: "sub");
        builder.Node(kind, "X", MappingCase.Element, parent: "sub", with: node => definition is { } known ? node with { EventDefinitions = [Definition(known)] } : node);
        if (kind == NodeKind.StartEvent) builder.Chain(MappingCase.Element, "t");
        else builder.Chain("t", MappingCase.Element);
    }

    private static void Lonely(GraphBuilder builder, NodeKind kind)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(kind, "X", MappingCase.Element, with: node => node with { EventDefinitions = [Definition(EventKind.Link)] });
        if (kind == NodeKind.IntermediateThrowEvent) builder.Chain("s", MappingCase.Element);
    }

    private static void InBranch(GraphBuilder builder, string parent, EventKind? definition = null)
    {
        builder.Node(NodeKind.StartEvent, "Start", $"{parent}-s", parent: parent);
        builder.Node(NodeKind.ParallelGateway, "Teilen", $"{parent}-split", parent: parent);
        builder.Node(NodeKind.UserTask, "Lesen", $"{parent}-t", parent: parent);
        builder.Node(NodeKind.EndEvent, "X", MappingCase.Element, parent: parent, with: node => definition is { } known ? node with { EventDefinitions = [Definition(known)] } : node);
        builder.Chain($"{parent}-s", $"{parent}-split", $"{parent}-t");
        builder.Chain($"{parent}-split", MappingCase.Element);
    }

    private static void TerminateInBranch(GraphBuilder builder)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.SubProcess, "Prüfen", "sub");
        builder.Chain("s", "sub");
        InBranch(builder, "sub", EventKind.Terminate);
    }
}
