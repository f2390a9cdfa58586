using GpmTool.Model;

namespace GpmTool.Diff.Tests;

/// <summary>Versions of a process: random changes such as people make.</summary>
internal static class Versions
{
    private static readonly string[] Labels = ["Mangel aufnehmen", "Zuständigkeit klären", "Angebot einholen", "Vertrag schließen", "Leistung abnehmen", "Rechnung begleichen", "Akte ablegen", "Rückruf vereinbaren"];

    /// <summary>A process with everything a graph can hold: lanes, pools, data, annotations, messages, attributes.</summary>
    public static ProcessGraph Rich(int seed)
    {
        var random = new Random(seed);
        var graph = Offices.Random(seed);
        var tasks = graph.Nodes.Where(node => node.Kind.IsActivity()).ToList();
        if (tasks.Count == 0) return graph;
        FlowNode Any() => tasks[random.Next(tasks.Count)];
        return graph with
        {
            Description = random.Next(2) == 0 ? "Muster" : null,
            Collaboration = new Collaboration { Id = "kollaboration" },
            Pools = [new Pool { Id = "pool", Name = "Bezirk", ProcessId = "p" }, new Pool { Id = "firma", Name = "Firma" }],
            MessageFlows = random.Next(2) == 0 ? [new MessageFlow { Id = "nachricht", Name = "Auftrag", SourceId = Any().Id, TargetId = "firma" }] : [],
            Data = [new DataElement { Id = "akte", Kind = DataKind.DataObject, ParentId = "p" }, new DataElement { Id = "akte_1", Name = "Akte", Kind = DataKind.DataObjectReference, ParentId = "p", ReferenceId = "akte" }],
            DataAssociations = [new DataAssociation { Id = "liest", Direction = DataDirection.Input, NodeId = Any().Id, SourceIds = ["akte_1"] }],
            Artifacts = [new Artifact { Id = "notiz", Kind = ArtifactKind.TextAnnotation, ParentId = "p", Text = "siehe Dienstanweisung" }],
            Associations = [new Association { Id = "linie", ParentId = "p", SourceId = Any().Id, TargetId = "notiz" }],
            Declarations = random.Next(2) == 0 ? [new Declaration { Id = "meldung", Kind = DeclarationKind.Message, Name = "Meldung" }] : [],
            Nodes = graph.Nodes.ConvertAll(node => node.Kind.IsActivity() && random.Next(2) == 0 ? node with { Gpm = Attributes(random) } : node),
        };
    }

    /// <summary>A graph after some random changes; ids of what stays are kept.</summary>
    public static ProcessGraph Edited(ProcessGraph graph, int seed, int changes)
    {
        var random = new Random(seed);
        for (var i = 0; i < changes && graph.Nodes.Count > 1; i++) graph = Once(graph, random, $"neu{seed % 1000}_{i}");
        return graph;
    }

    private static StepAttributes Attributes(Random random) => new()
    {
        Systems = random.Next(2) == 0 ? ["Fachverfahren"] : ["Fachverfahren", "E-Akte"],
        Documents = [new DocumentUse("Meldung", DataDirection.Input, (Medium)random.Next(4))],
        Description = random.Next(3) == 0 ? "Erläuterung" : null,
    };

    private static ProcessGraph Once(ProcessGraph graph, Random random, string id)
    {
        var node = graph.Nodes[random.Next(graph.Nodes.Count)];
        var flow = graph.Flows.IsEmpty ? null : graph.Flows[random.Next(graph.Flows.Count)];
        ProcessGraph With(FlowNode changed) => graph with { Nodes = graph.Nodes.ConvertAll(one => one.Id == node.Id ? changed : one) };
        switch (random.Next(8))
        {
            case 0:
                return With(node with { Name = Labels[random.Next(Labels.Length)] });
            case 1 when node.Kind.IsActivity():
                return With(node with { Kind = node.Kind == NodeKind.UserTask ? NodeKind.ServiceTask : NodeKind.UserTask });
            case 2 when node.Kind.IsActivity():
                return With(node with { Gpm = Attributes(random) });
            case 3 when flow is not null:
                return graph with { Flows = graph.Flows.ConvertAll(one => one.Id == flow.Id ? one with { Name = random.Next(2) == 0 ? "doch" : null, Probability = Probability.Of(0.25) } : one) };
            case 4:
                return graph with { Lanes = graph.Lanes.ConvertAll(lane => lane with { MemberIds = lane.Id == "l1" == lane.MemberIds.Contains(node.Id) ? lane.MemberIds.RemoveAll(member => member == node.Id) : lane.MemberIds.RemoveAll(member => member == node.Id).Add(node.Id) }) };
            case 5 when flow is not null:
                return graph with
                {
                    Nodes = graph.Nodes.Add(new FlowNode { Id = id, Kind = NodeKind.UserTask, Name = Labels[random.Next(Labels.Length)], ParentId = node.ParentId }),
                    Flows = graph.Flows.ConvertAll(one => one.Id == flow.Id ? one with { TargetId = id } : one).Add(new SequenceFlow { Id = id + "_f", ParentId = node.ParentId, SourceId = id, TargetId = flow.TargetId }),
                };
            case 6:
                return Without(graph, node);
            default:
                return flow is null ? graph : graph with { Flows = graph.Flows.ConvertAll(one => one.Id == flow.Id ? one with { TargetId = node.Id } : one) };
        }
    }

    private static ProcessGraph Without(ProcessGraph graph, FlowNode node)
    {
        var next = graph.Flows.FirstOrDefault(flow => flow.SourceId == node.Id && flow.TargetId != node.Id)?.TargetId;
        return graph with
        {
            Nodes = graph.Nodes.RemoveAll(one => one.Id == node.Id),
            Lanes = graph.Lanes.ConvertAll(lane => lane with { MemberIds = lane.MemberIds.RemoveAll(member => member == node.Id) }),
            Flows = graph.Flows.RemoveAll(flow => flow.SourceId == node.Id || (flow.TargetId == node.Id && next is null)).ConvertAll(flow => flow.TargetId == node.Id ? flow with { TargetId = next } : flow),
            MessageFlows = graph.MessageFlows.RemoveAll(flow => flow.SourceId == node.Id),
            DataAssociations = graph.DataAssociations.RemoveAll(data => data.NodeId == node.Id),
            Associations = graph.Associations.RemoveAll(line => line.SourceId == node.Id),
        };
    }

    /// <summary>The model hash, readable.</summary>
    public static string Hash(ProcessGraph graph) => Convert.ToHexString(GraphHashes.ModelHash(graph));
}
