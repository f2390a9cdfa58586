using GpmTool.Model;

namespace GpmTool.Diff.Tests;

/// <summary>One process, drawn by two offices that know nothing of each other.</summary>
internal static class Offices
{
    public static ProcessGraph First()
    {
        var builder = new GraphBuilder("Störungsmeldung bearbeiten", "p").Lane("l1", "Hausmeister").Lane("l2", "Leitstelle");
        builder.Node(NodeKind.StartEvent, "Störung bemerkt", "start", "l1");
        builder.Node(NodeKind.ManualTask, "Schadensmeldung ausfüllen", "melden", "l1", with: node => node with { Gpm = new StepAttributes { Documents = [new DocumentUse("Schadensmeldung", DataDirection.Output, Medium.Paper)] } });
        builder.Node(NodeKind.UserTask, "Schadensmeldung erfassen", "erfassen", "l2");
        builder.Node(NodeKind.ExclusiveGateway, "Angaben vollständig?", "voll", "l2");
        builder.Node(NodeKind.UserTask, "Rückfrage stellen", "frage", "l2");
        builder.Node(NodeKind.UserTask, "Dringlichkeit festlegen", "prio", "l2");
        builder.Node(NodeKind.UserTask, "Firma beauftragen", "auftrag", "l2");
        builder.Node(NodeKind.EndEvent, "Störung behoben", "ende", "l2");
        builder.Chain("start", "melden", "erfassen", "voll");
        builder.Flow("voll", "frage", "nein");
        builder.Flow("voll", "prio", "ja");
        builder.Flow("frage", "erfassen");
        builder.Chain("prio", "auftrag", "ende");
        return builder.Build();
    }

    public static ProcessGraph Second()
    {
        var builder = new GraphBuilder("Mängelmeldung", "x0").Lane("x1", "Hausmeister").Lane("x2", "Objektmanagement");
        builder.Node(NodeKind.StartEvent, "Mangel festgestellt", "e1", "x1");
        builder.Node(NodeKind.UserTask, "Ausfüllen der Schadensmeldung", "a1", "x1", with: node => node with { Gpm = new StepAttributes { Documents = [new DocumentUse("Schadensmeldung", DataDirection.Output, Medium.Digital)] } });
        builder.Node(NodeKind.UserTask, "Erfassung der Schadensmeldung", "a2", "x2");
        builder.Node(NodeKind.ExclusiveGateway, "Vollständig?", "g1", "x2");
        builder.Node(NodeKind.SendTask, "Rückfragen stellen", "a3", "x2");
        builder.Node(NodeKind.ServiceTask, "Gewährleistung prüfen", "a4", "x2");
        builder.Node(NodeKind.UserTask, "Festlegung der Dringlichkeit", "a5", "x2");
        builder.Node(NodeKind.UserTask, "Beauftragung der Firma", "a6", "x2");
        builder.Node(NodeKind.EndEvent, "Störung ist behoben", "e2", "x2");
        builder.Chain("e1", "a1", "a2", "g1");
        builder.Flow("g1", "a3", "nein");
        builder.Flow("g1", "a4", "ja");
        builder.Flow("a3", "a2");
        builder.Chain("a4", "a5", "a6", "e2");
        return builder.Build();
    }

    /// <summary>The same graph as another tool would save it: new ids, lists shuffled.</summary>
    public static ProcessGraph Renumbered(ProcessGraph graph, Random random)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        string? New(string? id) => id is null ? null : ids.TryGetValue(id, out var known) ? known : ids[id] = $"id{random.Next():x8}{ids.Count}";
        ValueList<T> Shuffled<T>(IEnumerable<T> items) => items.OrderBy(_ => random.Next()).ToValueList();
        return graph with
        {
            Processes = Shuffled(graph.Processes.Select(process => process with { Id = New(process.Id)! })),
            Collaboration = graph.Collaboration is { } one ? one with { Id = New(one.Id)! } : null,
            Pools = Shuffled(graph.Pools.Select(pool => pool with { Id = New(pool.Id)!, ProcessId = New(pool.ProcessId) })),
            Lanes = Shuffled(graph.Lanes.Select(lane => lane with { Id = New(lane.Id)!, OwnerId = New(lane.OwnerId)!, MemberIds = Shuffled(lane.MemberIds.Select(member => New(member)!)) })),
            Nodes = Shuffled(graph.Nodes.Select(node => node with { Id = New(node.Id)!, ParentId = New(node.ParentId)!, AttachedToId = New(node.AttachedToId), DefaultFlowId = New(node.DefaultFlowId), MessageId = New(node.MessageId) })),
            Flows = Shuffled(graph.Flows.Select(flow => flow with { Id = New(flow.Id)!, ParentId = New(flow.ParentId)!, SourceId = New(flow.SourceId), TargetId = New(flow.TargetId) })),
            MessageFlows = Shuffled(graph.MessageFlows.Select(flow => flow with { Id = New(flow.Id)!, SourceId = New(flow.SourceId), TargetId = New(flow.TargetId) })),
            Data = Shuffled(graph.Data.Select(data => data with { Id = New(data.Id)!, ParentId = New(data.ParentId), ReferenceId = New(data.ReferenceId) })),
            DataAssociations = Shuffled(graph.DataAssociations.Select(data => data with { Id = New(data.Id)!, NodeId = New(data.NodeId)!, SourceIds = Shuffled(data.SourceIds.Select(source => New(source)!)), TargetId = New(data.TargetId) })),
            Artifacts = Shuffled(graph.Artifacts.Select(artifact => artifact with { Id = New(artifact.Id)!, ParentId = New(artifact.ParentId) })),
            Associations = Shuffled(graph.Associations.Select(line => line with { Id = New(line.Id)!, ParentId = New(line.ParentId), SourceId = New(line.SourceId), TargetId = New(line.TargetId) })),
            Declarations = Shuffled(graph.Declarations.Select(declaration => declaration with { Id = New(declaration.Id)! })),
        };
    }

    /// <summary>A random process of tasks, gateways and ends, with few different labels so that many nodes look alike.</summary>
    public static ProcessGraph Random(int seed)
    {
        var random = new Random(seed);
        string[] labels = ["Prüfen", "Meldung prüfen", "Meldung erfassen", "Auftrag erteilen", "Bescheid senden", ""];
        var builder = new GraphBuilder("Zufall", "p").Lane("l1", "Leitstelle").Lane("l2", "Hausmeister");
        builder.Node(NodeKind.StartEvent, "Start", "n0", "l1");
        var count = random.Next(2, 16);
        for (var i = 1; i <= count; i++)
        {
            NodeKind[] kinds = [NodeKind.UserTask, NodeKind.UserTask, NodeKind.ServiceTask, NodeKind.ExclusiveGateway, NodeKind.ParallelGateway, NodeKind.EndEvent];
            builder.Node(kinds[random.Next(kinds.Length)], labels[random.Next(labels.Length)], $"n{i}", random.Next(2) == 0 ? "l1" : "l2");
            builder.Flow($"n{random.Next(i)}", $"n{i}", random.Next(3) == 0 ? "ja" : null);
        }

        for (var i = random.Next(4); i > 0; i--) builder.Flow($"n{random.Next(count + 1)}", $"n{random.Next(1, count + 1)}");
        return builder.Build();
    }
}
