using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>What the elements of one model are called.</summary>
internal sealed class NamedGraph
{
    private readonly Dictionary<string, GraphElement> _elements = new(StringComparer.Ordinal);
    private readonly ReportTexts _texts;

    public NamedGraph(ProcessGraph graph, ReportTexts texts)
    {
        (Index, _texts) = (new GraphIndex(graph), texts);
        foreach (var element in (IEnumerable<GraphElement>)[.. graph.Nodes, .. graph.Flows, .. graph.Lanes, .. graph.Pools, .. graph.Processes, .. graph.MessageFlows, .. graph.Data, .. graph.DataAssociations,
            .. graph.Artifacts, .. graph.Associations, .. graph.Declarations, .. graph.OtherCollaborations])
            _elements.TryAdd(element.Id, element);
        if (graph.Collaboration is { } collaboration) _elements.TryAdd(collaboration.Id, collaboration);
        var main = Index.MainProcessId;
        Steps = main is null ? [] : [.. Index.NodesWithin(main).Where(node => node.Kind.IsActivity() && !node.Kind.IsContainer())];
    }

    public GraphIndex Index { get; }

    public ProcessGraph Graph => Index.Graph;

    /// <summary>The steps of the main process, as the key figures count them.</summary>
    public IReadOnlyList<FlowNode> Steps { get; }

    public GraphElement? Element(string? id) => id is not null && _elements.TryGetValue(id, out var element) ? element : null;

    /// <summary>A label in quotation marks; for what has none, what it is and where it stands.</summary>
    public string Called(string id) => Element(id) is { } element ? HasLabel(element) ? _texts.Quote(Label(element)!) : What(element) : _texts.Unnamed;

    public string Names(IEnumerable<string> ids) => ReportTexts.List(ids.Select(Called));

    /// <summary>What an element is, and its name.</summary>
    public string What(GraphElement? element) => element switch
    {
        null => _texts.Word(Noun.Element),
        SequenceFlow flow => Way(flow, Index.Node(flow.SourceId) is { } from && from.Kind.IsGateway() && Index.Outgoing(from.Id).Count > 1 ? Noun.Branch : Noun.Way),
        MessageFlow flow => _texts.FromTo(Noun.Message, End(flow.SourceId), End(flow.TargetId), HasLabel(flow) ? _texts.Quote(flow.Name!) : null),
        FlowNode node when !HasLabel(node) => $"{_texts.Word(NounOf(node))} {Place(node)}",
        _ => HasLabel(element) ? $"{_texts.Word(NounOf(element))} {_texts.Quote(Label(element)!)}" : $"{_texts.Word(NounOf(element))} {_texts.Unnamed}",
    };

    public string Way(SequenceFlow flow, Noun noun) => _texts.FromTo(noun, End(flow.SourceId), End(flow.TargetId), HasLabel(flow) ? _texts.Quote(flow.Name!) : null);

    public string End(string? id) => Element(id) is { } element ? What(element) : _texts.Unnamed;

    /// <summary>What an element is, its name, and in brackets who does it.</summary>
    public string WithRole(GraphElement? element) => element is FlowNode node && Index.RoleOf(node) is { Length: > 0 } role ? $"{What(element)} ({ReportTexts.OneLine(role)})" : What(element);

    /// <summary>Between which neighbours a node stands.</summary>
    public string PlaceOf(string id)
    {
        var behind = ReportTexts.List(Index.Incoming(id).Select(flow => Index.Node(flow.SourceId)).OfType<FlowNode>().Select(node => Called(node.Id)).Distinct().Order(StringComparer.Ordinal));
        var ahead = ReportTexts.List(Index.Outgoing(id).Select(flow => Index.Node(flow.TargetId)).OfType<FlowNode>().Select(node => Called(node.Id)).Distinct().Order(StringComparer.Ordinal));
        return _texts.Place(behind.Length == 0 ? null : behind, ahead.Length == 0 ? null : ahead);
    }

    public Noun NounOf(GraphElement element) => element switch
    {
        FlowNode node => NounOf(node),
        Pool => Noun.Pool,
        Lane => Noun.Lane,
        BpmnProcess => Noun.Process,
        DataElement => Noun.Data,
        DataAssociation => Noun.DataLine,
        Artifact { Kind: ArtifactKind.Group } => Noun.Group,
        Artifact => Noun.Note,
        Association => Noun.Line,
        Declaration => Noun.Declaration,
        Collaboration => Noun.Collaboration,
        MessageFlow => Noun.Message,
        SequenceFlow => Noun.Way,
        _ => Noun.Element,
    };

    public static bool HasLabel(GraphElement element) => !string.IsNullOrWhiteSpace(Label(element));

    private static string? Label(GraphElement element) => element is Artifact { Text: { Length: > 0 } text } ? text : element.Name;

    private Noun NounOf(FlowNode node) => node.Kind switch
    {
        NodeKind.CallActivity => Noun.Call,
        NodeKind.StartEvent => Noun.Start,
        NodeKind.EndEvent => Noun.End,
        NodeKind.BoundaryEvent => Noun.Boundary,
        _ when node.Kind.IsContainer() => Noun.SubProcess,
        _ when node.Kind.IsActivity() => Noun.Step,
        _ when node.Kind.IsEvent() => Noun.Event,
        _ when Index.Outgoing(node.Id).Count < 2 => Noun.Join,
        NodeKind.ParallelGateway => Noun.AllWays,
        NodeKind.InclusiveGateway => Noun.SomeWays,
        NodeKind.EventBasedGateway => Noun.FirstEvent,
        _ => Noun.Decision,
    };

    // What has no label is found by the next thing that has one: a join by what follows, all else by what is ahead of it.
    private string Place(FlowNode node)
    {
        var isJoin = NounOf(node) is Noun.Join or Noun.Start;
        return (isJoin ? Near(node, forwards: true) is { } next ? _texts.AheadOf(next) : null : Near(node, forwards: false) is { } last ? _texts.Behind(last) : null)
            ?? (isJoin ? Near(node, forwards: false) is { } before ? _texts.Behind(before) : null : Near(node, forwards: true) is { } after ? _texts.AheadOf(after) : null)
            ?? _texts.Unnamed;
    }

    private string? Near(FlowNode node, bool forwards)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { node.Id };
        var waiting = new Queue<FlowNode>(Next(node));
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next.Id)) continue;
            if (HasLabel(next)) return _texts.Quote(next.Name!);
            foreach (var further in Next(next)) waiting.Enqueue(further);
        }

        return null;

        IEnumerable<FlowNode> Next(FlowNode from)
        {
            var flows = forwards ? Index.Outgoing(from.Id).Select(flow => flow.TargetId) : Index.Incoming(from.Id).Select(flow => flow.SourceId);
            var nodes = flows.Select(Index.Node).OfType<FlowNode>();
            return !forwards && Index.Node(from.AttachedToId) is { } host ? nodes.Append(host) : nodes;
        }
    }
}

/// <summary>What the elements of both models are called.</summary>
internal sealed class Names(ProcessGraph before, ProcessGraph after, ReportTexts texts)
{
    public NamedGraph Before { get; } = new(before, texts);

    public NamedGraph After { get; } = new(after, texts);
}
