using GpmTool.Model;

namespace GpmTool.Pictures.Tests.Support;

/// <summary>Graphs of all kinds, the same for the same seed; faulty ones on request.</summary>
internal static class RandomGraphs
{
    private static readonly string[] Words = ["Antrag prüfen", "Schadensmeldung aufnehmen", "Gewährleistungsfristenüberwachung durchführen", "Rechnung", "Liegenschaftsverwaltung informieren und Rückmeldung abwarten", "Ja", ""];

    public static ProcessGraph Create(int seed, int nodes, bool faulty)
    {
        var random = new Random(seed);
        var graph = new GraphBuilder("Zufall", "p0");
        var pools = random.Next(4);
        var processes = new List<string> { "p0" };
        for (var i = 0; i < pools; i++)
        {
            if (i > 0 && random.Next(3) > 0) processes.Add(graph.Process($"p{i}", $"Prozess {i}").ProcessId);
            graph.Pool($"pool{i}", Word(), i < processes.Count && (i == 0 || processes[^1] == $"p{i}") ? $"p{i}" : null);
        }

        var lanes = new Dictionary<string, List<string>>();
        foreach (var process in processes)
        {
            lanes[process] = [];
            for (var i = random.Next(4); i > 0; i--)
            {
                var id = $"{process}_lane{i}";
                graph.With(g => g with { Lanes = g.Lanes.Add(new Lane { Id = id, Name = Word(), OwnerId = lanes[process].Count > 0 && random.Next(3) == 0 ? lanes[process][^1] : process }) });
                lanes[process].Add(id);
            }
        }

        var ids = new List<(string Id, string Parent, NodeKind Kind)>();
        var containers = new List<(string Id, string Process)>(processes.Select(process => (process, process)));
        for (var i = 0; i < nodes; i++)
        {
            var (parent, process) = containers[random.Next(containers.Count)];
            var kind = (NodeKind)random.Next((int)NodeKind.BoundaryEvent + 1);
            var id = $"n{i}";
            string? host = null;
            if (kind == NodeKind.BoundaryEvent)
            {
                host = ids.Where(other => other.Parent == parent && other.Kind.IsActivity()).Select(other => other.Id).LastOrDefault();
                if (host is null && !faulty) kind = NodeKind.Task;
            }

            var lane = parent == process && lanes[process].Count > 0 && random.Next(8) > 0 && kind != NodeKind.BoundaryEvent ? lanes[process][random.Next(lanes[process].Count)] : null;
            graph.Node(kind, Word(), id, lane, parent, node => node with { AttachedToId = host, EventDefinitions = kind.IsEvent() && random.Next(2) == 0 ? [new EventDefinition { Kind = (EventKind)random.Next(10) }] : default });
            ids.Add((id, parent, kind));
            if (kind.IsContainer() && containers.Count < 4 + nodes / 8) containers.Add((id, process));
        }

        if (ids.Count == 0) return graph.Build();
        for (var i = 0; i < nodes * 5 / 4; i++)
        {
            var source = ids[random.Next(ids.Count)];
            var same = ids.Where(other => other.Parent == source.Parent && other.Kind != NodeKind.BoundaryEvent).ToList();
            if (same.Count == 0) continue;
            // Mostly forward and near, as in real processes.
            var at = same.FindIndex(other => other.Id == source.Id);
            var target = random.Next(5) == 0 ? same[random.Next(same.Count)] : same[Math.Min(same.Count - 1, at + 1 + random.Next(3))];
            graph.Flow(source.Id, target.Id, random.Next(3) == 0 ? Word() : null, id: $"f{i}", parent: source.Parent);
        }

        for (var i = 0; i < nodes / 6; i++)
        {
            var (from, to) = (End(), End());
            graph.With(g => g with { MessageFlows = g.MessageFlows.Add(new MessageFlow { Id = $"m{i}", Name = Word(), SourceId = from, TargetId = to }) });
        }

        for (var i = 0; i < nodes / 5; i++)
        {
            var (node, data, note) = (ids[random.Next(ids.Count)], $"d{i}", $"a{i}");
            graph.With(g => g with
            {
                Data = g.Data.Add(new DataElement { Id = data, Name = Word(), Kind = random.Next(3) == 0 ? DataKind.DataStoreReference : DataKind.DataObjectReference, ParentId = node.Parent }),
                DataAssociations = g.DataAssociations.Add(new DataAssociation { Id = $"da{i}", Direction = (DataDirection)random.Next(2), NodeId = node.Id, SourceIds = [data], TargetId = data })
                    .Add(new DataAssociation { Id = $"db{i}", Direction = DataDirection.Input, NodeId = ids[random.Next(ids.Count)].Id, SourceIds = [data] }),
                Artifacts = g.Artifacts.Add(new Artifact { Id = note, Kind = random.Next(4) == 0 ? ArtifactKind.Group : ArtifactKind.TextAnnotation, Text = Word(), ParentId = node.Parent }),
                Associations = g.Associations.Add(new Association { Id = $"as{i}", SourceId = note, TargetId = random.Next(4) == 0 && g.Flows.Count > 0 ? g.Flows[random.Next(g.Flows.Count)].Id : ids[random.Next(ids.Count)].Id }),
            });
        }

        return faulty ? Spoil(graph.Build(), random) : graph.Build();

        string Word() => Words[random.Next(Words.Length)];

        string End() => pools > 0 && random.Next(3) == 0 ? $"pool{random.Next(pools)}" : ids[random.Next(ids.Count)].Id;
    }

    private static ProcessGraph Spoil(ProcessGraph graph, Random random)
    {
        for (var i = 0; i < 6; i++)
        {
            var node = graph.Nodes[random.Next(graph.Nodes.Count)];
            var flow = graph.Flows.Count > 0 ? graph.Flows[random.Next(graph.Flows.Count)] : null;
            graph = random.Next(9) switch
            {
                0 => graph with { Nodes = graph.Nodes.Add(node with { Kind = NodeKind.Task }) },
                1 => graph with { Nodes = graph.Nodes.ConvertAll(other => other.Id == node.Id ? other with { ParentId = "missing" } : other) },
                2 => graph with { Nodes = graph.Nodes.ConvertAll(other => other.Id == node.Id ? other with { ParentId = node.Id } : other) },
                3 when flow is not null => graph with { Flows = graph.Flows.ConvertAll(other => other.Id == flow.Id ? other with { TargetId = null } : other) },
                4 when flow is not null => graph with { Flows = graph.Flows.ConvertAll(other => other.Id == flow.Id ? other with { SourceId = "missing" } : other) },
                5 when flow is not null => graph with { Flows = graph.Flows.ConvertAll(other => other.Id == flow.Id ? other with { TargetId = node.Id } : other) },
                6 => graph with { Lanes = graph.Lanes.Add(new Lane { Id = $"loop{i}", OwnerId = $"loop{i}", MemberIds = [node.Id, "missing"] }) },
                7 => graph with { Pools = graph.Pools.Add(new Pool { Id = $"extra{i}", ProcessId = random.Next(2) == 0 ? "p0" : "missing" }) },
                _ => graph with { Nodes = graph.Nodes.ConvertAll(other => other.Id == node.Id ? other with { Kind = NodeKind.BoundaryEvent, AttachedToId = graph.Nodes[random.Next(graph.Nodes.Count)].Id } : other) },
            };
        }

        return graph;
    }
}
