using GpmTool.Model;

namespace GpmTool.Elsa.Tests.Documentation;

/// <summary>One BPMN construct in a small process around it.</summary>
/// <param name="Name">What the documentation calls it.</param>
/// <param name="Graph">The process.</param>
internal sealed record MappingCase(string Name, ProcessGraph Graph)
{
    /// <summary>The id of the element in question.</summary>
    public const string Element = "x";
}

/// <summary>Every node kind, and every event definition at every place it may stand.</summary>
internal static partial class MappingCases
{
    public static IEnumerable<MappingCase> All()
    {
        foreach (var kind in Enum.GetValues<NodeKind>())
        {
            var name = char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
            var variants = kind.IsEvent() ? Events(kind) : kind.IsGateway() ? Gateways(kind) : Work(kind);
            foreach (var (variant, graph) in variants.Concat(Special(kind))) yield return new MappingCase(variant.Length == 0 ? name : $"{name}, {variant}", graph);
        }
    }

    private static IEnumerable<(string Variant, ProcessGraph Graph)> Work(NodeKind kind)
    {
        yield return ("", Around(kind));
        if (kind == NodeKind.ScriptTask) yield return ("with script", Around(kind, node => node with { Script = new Expression("1 + 1", "javascript") }));
        if (kind is NodeKind.SendTask or NodeKind.ReceiveTask) yield return ("with message", Around(kind, node => node with { MessageId = "Bestellung" }));
        if (kind == NodeKind.CallActivity) yield return ("with called process", Around(kind, node => node with { CalledProcess = "schluessel-ausgeben" }));
        if (kind == NodeKind.SubProcess) yield return ("triggered by event", Build(builder => Inside(builder, kind, node => node with { TriggeredByEvent = true })));
        if (kind != NodeKind.UserTask) yield break;
        yield return ("repeated (loop, multi-instance)", Around(kind, node => node with { Loop = new LoopMarker { Kind = LoopKind.Standard } }));
        yield return ("for compensation", Build(builder => builder.Node(kind, "X", MappingCase.Element, with: node => node with { IsForCompensation = true })));
        yield return ("several ways out without conditions", Build(builder => Branches(builder, kind, conditions: null)));
        yield return ("several ways out with conditions", Build(builder => Branches(builder, kind, conditions: "javascript")));
    }

    private static IEnumerable<(string Variant, ProcessGraph Graph)> Gateways(NodeKind kind)
    {
        if (kind == NodeKind.EventBasedGateway)
        {
            yield return ("events follow", Build(builder => Race(builder, NodeKind.IntermediateCatchEvent)));
            yield return ("other nodes follow", Build(builder => Race(builder, NodeKind.UserTask)));
            yield break;
        }

        yield return ("split, conditions in JavaScript", Build(builder => Branches(builder, kind, "javascript")));
        yield return ("split, conditions in words", Build(builder => Branches(builder, kind, "words")));
        yield return ("join", Build(builder => Join(builder, kind)));
    }

    private static IEnumerable<(string Variant, ProcessGraph Graph)> Events(NodeKind kind)
    {
        yield return ("none", Event(kind));
        foreach (var definition in Enum.GetValues<EventKind>())
        {
            var word = char.ToLowerInvariant(definition.ToString()[0]) + definition.ToString()[1..];
            if (kind == NodeKind.BoundaryEvent)
            {
                yield return ($"{word}, interrupting", Event(kind, Definition(definition)));
                yield return ($"{word}, non-interrupting", Build(builder => AtTask(builder, node => node with { EventDefinitions = [Definition(definition)], NonInterrupting = true })));
            }
            else
            {
                yield return (word, Event(kind, Definition(definition)));
            }
        }

        yield return ("several definitions", Event(kind, Definition(EventKind.Message), Definition(EventKind.Timer)));
        if (kind != NodeKind.StartEvent) yield break;
        yield return ("one of several", Build(builder =>
        {
            builder.Node(kind, "X", MappingCase.Element);
            builder.Node(kind, "Y", "y");
            builder.Node(NodeKind.UserTask, "Erfassen", "t");
            builder.Chain(MappingCase.Element, "t");
            builder.Chain("y", "t");
        }));
    }

    private static EventDefinition Definition(EventKind kind) => new()
    {
        Kind = kind,
        Name = kind == EventKind.Link ? "L" : null,
        Timer = kind == EventKind.Timer ? TimerKind.Duration : null,
        Expression = kind == EventKind.Timer ? new Expression("PT24H") : null,
    };

    private static ProcessGraph Event(NodeKind kind, params EventDefinition[] definitions) => Build(builder =>
    {
        FlowNode With(FlowNode node) => node with { EventDefinitions = definitions.ToValueList() };
        if (kind == NodeKind.BoundaryEvent)
        {
            AtTask(builder, With);
            return;
        }

        var isLink = definitions is [{ Kind: EventKind.Link }];
        if (kind != NodeKind.StartEvent) builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(kind, "X", MappingCase.Element, with: With);
        if (isLink && kind == NodeKind.IntermediateThrowEvent)
        {
            builder.Node(NodeKind.IntermediateCatchEvent, "L", "partner", with: node => node with { EventDefinitions = definitions.ToValueList() });
            builder.Chain("s", MappingCase.Element);
        }
        else if (isLink && kind == NodeKind.IntermediateCatchEvent)
        {
            builder.Node(NodeKind.IntermediateThrowEvent, "L", "partner", with: node => node with { EventDefinitions = definitions.ToValueList() });
            builder.Chain("s", "partner");
        }
        else if (kind != NodeKind.StartEvent)
        {
            builder.Chain("s", MappingCase.Element);
        }

        if (kind == NodeKind.EndEvent) return;
        builder.Node(NodeKind.UserTask, "Erfassen", "t");
        builder.Chain(MappingCase.Element, "t");
    });

    private static void AtTask(GraphBuilder builder, Func<FlowNode, FlowNode> with)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.UserTask, "Erfassen", "t");
        builder.Node(NodeKind.BoundaryEvent, "X", MappingCase.Element, with: node => with(node) with { AttachedToId = "t" });
        builder.Node(NodeKind.UserTask, "Mahnen", "m");
        builder.Chain("s", "t");
        builder.Chain(MappingCase.Element, "m");
    }

    private static ProcessGraph Around(NodeKind kind, Func<FlowNode, FlowNode>? with = null) => Build(builder =>
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        if (kind.IsContainer()) Inside(builder, kind, with);
        else builder.Node(kind, "X", MappingCase.Element, with: with);
        builder.Node(NodeKind.EndEvent, "Ende", "e");
        builder.Chain("s", MappingCase.Element, "e");
    });

    private static void Inside(GraphBuilder builder, NodeKind kind, Func<FlowNode, FlowNode>? with)
    {
        builder.Node(kind, "X", MappingCase.Element, with: with);
        builder.Node(NodeKind.UserTask, "Innen", "i", parent: MappingCase.Element);
    }

    private static void Branches(GraphBuilder builder, NodeKind kind, string? conditions)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(kind, "X", MappingCase.Element);
        builder.Chain("s", MappingCase.Element);
        foreach (var branch in new[] { "a", "b", "c" })
        {
            builder.Node(NodeKind.UserTask, branch, branch);
            builder.Flow(MappingCase.Element, branch, branch, id: $"f-{branch}");
        }

        if (conditions is null) return;
        builder.With(graph => graph with
        {
            Flows = graph.Flows.ConvertAll(flow => flow.Id is "f-a" or "f-b" ? flow with { Condition = conditions == "javascript" ? new Expression("true", "javascript") : new Expression("ja") } : flow),
            Nodes = graph.Nodes.ConvertAll(node => node.Id == MappingCase.Element ? node with { DefaultFlowId = "f-c" } : node),
        });
    }

    private static void Join(GraphBuilder builder, NodeKind kind)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.ParallelGateway, "Teilen", "split");
        builder.Node(NodeKind.UserTask, "a", "a");
        builder.Node(NodeKind.UserTask, "b", "b");
        builder.Node(kind, "X", MappingCase.Element);
        builder.Node(NodeKind.EndEvent, "Ende", "e");
        builder.Chain("s", "split", "a", MappingCase.Element, "e");
        builder.Chain("split", "b", MappingCase.Element);
    }

    private static void Race(GraphBuilder builder, NodeKind followers)
    {
        builder.Node(NodeKind.StartEvent, "Start", "s");
        builder.Node(NodeKind.EventBasedGateway, "X", MappingCase.Element);
        builder.Chain("s", MappingCase.Element);
        foreach (var (id, definition) in new[] { ("a", EventKind.Message), ("b", EventKind.Timer) })
        {
            builder.Node(followers, id, id, with: node => followers.IsEvent() ? node with { EventDefinitions = [Definition(definition)] } : node);
            builder.Flow(MappingCase.Element, id);
        }
    }

    private static ProcessGraph Build(Action<GraphBuilder> draw)
    {
        var builder = new GraphBuilder("Prozess", "p");
        draw(builder);
        return builder.Build();
    }
}
