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
        var ids = Elements.Ids(graph).Concat(CarriedIds.Of(graph)).Distinct().Select((id, i) => (id, New: $"id{random.Next():x8}{i}")).ToDictionary(pair => pair.id, pair => pair.New, StringComparer.Ordinal);
        ValueList<T> Shuffled<T>(IEnumerable<T> items) => items.OrderBy(_ => random.Next()).ToValueList();
        var renamed = Renaming.Apply(graph, ids);
        return renamed with
        {
            Processes = Shuffled(renamed.Processes),
            Pools = Shuffled(renamed.Pools),
            Lanes = Shuffled(renamed.Lanes.Select(lane => lane with { MemberIds = Shuffled(lane.MemberIds) })),
            Nodes = Shuffled(renamed.Nodes),
            Flows = Shuffled(renamed.Flows),
            MessageFlows = Shuffled(renamed.MessageFlows),
            Data = Shuffled(renamed.Data),
            DataAssociations = Shuffled(renamed.DataAssociations.Select(data => data with { SourceIds = Shuffled(data.SourceIds) })),
            Artifacts = Shuffled(renamed.Artifacts),
            Associations = Shuffled(renamed.Associations),
            Declarations = Shuffled(renamed.Declarations),
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
