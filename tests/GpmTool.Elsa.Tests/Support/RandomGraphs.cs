using CsCheck;
using GpmTool.Model;

namespace GpmTool.Elsa.Tests;

/// <summary>Random graphs: every kind of node, nested sub-processes, boundary events, loops, attributes, dangling flows.</summary>
internal static class RandomGraphs
{
    private static readonly NodeKind[] Kinds = Enum.GetValues<NodeKind>();
    private static readonly EventKind[] Events = Enum.GetValues<EventKind>();

    public static Gen<ProcessGraph> Any => Gen.Int[0, int.MaxValue].Select(Make);

    private static ProcessGraph Make(int seed)
    {
        var random = new Random(seed);
        var builder = new GraphBuilder($"Ablauf {random.Next(9)} – Größe", "p1");
        builder.Pool("pool1", "Bezirksamt", "p1").Pool("pool2", "Firma", random.Next(2) == 0 ? null : "p2").Lane("lane1", "Hausmeister").Lane("lane2", "Objektmanagement");
        var nodes = new List<string>();
        var parents = new List<string> { "p1" };
        var count = random.Next(1, 14);
        for (var i = 0; i < count; i++)
        {
            var kind = Kinds[random.Next(Kinds.Length)];
            var parent = parents[random.Next(parents.Count)];
            var id = $"n{i}";
            var host = nodes.Count > 0 ? nodes[random.Next(nodes.Count)] : null;
            if (kind == NodeKind.BoundaryEvent && host is null) kind = NodeKind.UserTask;
            builder.Node(kind, random.Next(5) == 0 ? null : $"Schritt {i} „prüfen“", id, random.Next(2) == 0 ? "lane1" : "lane2", parent, node => Dress(random, node, host));
            nodes.Add(id);
            if (kind.IsContainer()) parents.Add(id);
        }

        for (var i = random.Next(count * 2); i > 0; i--)
        {
            var source = nodes[random.Next(nodes.Count)];
            var target = random.Next(12) == 0 ? $"missing{i}" : nodes[random.Next(nodes.Count)];
            builder.Flow(source, target, random.Next(2) == 0 ? "ja" : null, random.Next(3) == 0 ? "Betrag > 500 €" : null, random.Next(4) == 0 ? random.NextDouble() : null);
        }

        if (random.Next(2) == 0)
            builder.Process("p2", "Firma").With(graph => graph with { Nodes = graph.Nodes.Add(new FlowNode { Id = "partner", Kind = NodeKind.Task, ParentId = "p2", Name = "Ausführen" }), MainProcessId = "p1" });
        return builder.With(graph => Decorate(random, graph, nodes)).Build();
    }

    private static FlowNode Dress(Random random, FlowNode node, string? host)
    {
        if (node.Kind.IsEvent() && random.Next(3) > 0)
        {
            var kind = Events[random.Next(Events.Length)];
            node = node with
            {
                EventDefinitions =
                [
                    new EventDefinition
                    {
                        Kind = kind,
                        ReferenceId = kind is EventKind.Message or EventKind.Signal ? "message1" : null,
                        Timer = kind == EventKind.Timer ? (TimerKind)random.Next(3) : null,
                        Expression = kind == EventKind.Timer ? new Expression(random.Next(2) == 0 ? "P3D" : "irgendwann") : null,
                        Name = kind == EventKind.Link ? "A" : null,
                    },
                ],
            };
        }

        if (node.Kind == NodeKind.BoundaryEvent) node = node with { AttachedToId = host, NonInterrupting = random.Next(2) == 0 };
        if (node.Kind == NodeKind.ScriptTask) node = node with { Script = new Expression("1 + 1", "JavaScript") };
        if (node.Kind == NodeKind.CallActivity && random.Next(2) == 0) node = node with { CalledProcess = "schluessel-ausgeben" };
        if (node.Kind.IsContainer() && random.Next(4) == 0) node = node with { TriggeredByEvent = true };
        if (node.Kind.IsActivity() && random.Next(4) == 0) node = node with { Loop = new LoopMarker { Kind = (LoopKind)random.Next(3), Maximum = 3 } };
        if (random.Next(2) == 0) return node;
        return node with
        {
            Gpm = new StepAttributes
            {
                Role = random.Next(2) == 0 ? "Leitstelle" : null,
                ProcessingTime = TimeDistribution.Triangular(IsoDuration.FromMinutes(5), IsoDuration.FromMinutes(10), IsoDuration.FromMinutes(random.Next(11, 90))),
                WaitingTime = TimeDistribution.Constant(IsoDuration.FromDays(random.Next(9))),
                Cost = Money.Of(random.Next(1000) / 100m),
                Systems = ["CAFM", "Excel"],
                Documents = [new DocumentUse("Meldung", DataDirection.Input, (Medium)random.Next(4), "E-Mail")],
                LegalBases = [new LegalBasis("ArbStättV § 4", true)],
                Rag = RagCode.Of(random.Next(1, 9)),
                Automation = (Automation)random.Next(3),
            },
        };
    }

    private static ProcessGraph Decorate(Random random, ProcessGraph graph, List<string> nodes) => graph with
    {
        Declarations = [new Declaration { Id = "message1", Kind = DeclarationKind.Message, Name = "Fertigmeldung" }],
        MessageFlows = [new MessageFlow { Id = "mf1", SourceId = nodes[0], TargetId = "pool2", Name = "Auftrag" }],
        Data = [new DataElement { Id = "d1", Kind = DataKind.DataObjectReference, ParentId = "p1", Name = "Akte", Medium = Medium.Paper }],
        DataAssociations = [new DataAssociation { Id = "da1", Direction = DataDirection.Output, NodeId = nodes[^1], TargetId = "d1" }],
        Artifacts = [new Artifact { Id = "a1", Kind = ArtifactKind.TextAnnotation, Text = "Zeile 1\nZeile 2", ParentId = "p1" }],
        Diagrams =
        [
            new Diagram
            {
                Id = "dia",
                ElementId = "p1",
                Shapes = nodes.Select(node => new Shape { ElementId = node, Bounds = new Bounds(random.Next(2000), random.Next(900), 120, 80) }).ToValueList(),
                Edges = graph.Flows.Select(flow => new Edge { ElementId = flow.Id, Waypoints = [new Point(1.5, 2), new Point(3, -4.25)] }).ToValueList(),
            },
        ],
        Raw = [new RawElement { Name = "bpmn:itemDefinition", Attributes = [new RawAttribute("id", "x")], Children = [new RawElement { Kind = RawKind.Text, Value = " a " }] }],
    };
}
