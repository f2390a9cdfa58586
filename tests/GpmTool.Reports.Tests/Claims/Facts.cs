using GpmTool.Model;

namespace GpmTool.Reports.Tests.Claims;

/// <summary>One graph with what a claim can be checked against.</summary>
internal sealed class Facts(ProcessGraph graph, Grammar grammar)
{
    private readonly ILookup<string?, SequenceFlow> _in = graph.Flows.ToLookup(flow => flow.TargetId);
    private readonly ILookup<string?, SequenceFlow> _out = graph.Flows.ToLookup(flow => flow.SourceId);
    private readonly Dictionary<string, GraphElement> _elements = ((IEnumerable<GraphElement>)
        [.. graph.Nodes, .. graph.Flows, .. graph.Lanes, .. graph.Pools, .. graph.Processes, .. graph.MessageFlows, .. graph.Data, .. graph.DataAssociations, .. graph.Artifacts, .. graph.Associations, .. graph.Declarations])
        .DistinctBy(element => element.Id).ToDictionary(element => element.Id);

    public ProcessGraph Graph => graph;

    public GraphElement Element(string id) => _elements.TryGetValue(id, out var element) ? element : graph.Collaboration is { } one && one.Id == id ? one : graph.OtherCollaborations.First(other => other.Id == id);

    public bool Has(string id) => _elements.ContainsKey(id) || graph.Collaboration?.Id == id;

    /// <summary>Steps of the main process: activities that hold no others.</summary>
    public IEnumerable<FlowNode> Steps => graph.Nodes.Where(node => IsStep(node) && ProcessOf(node) == Main);

    public string? Main => new GraphIndex(graph).MainProcessId;

    public static bool IsStep(FlowNode node) => node.Kind.IsActivity() && !node.Kind.IsContainer();

    /// <summary>Whether words describe that element: a noun that fits and its label, or where it stands.</summary>
    public bool Describes(string text, string id)
    {
        var element = Element(id);
        return grammar.Nouns.Where(noun => text.StartsWith(noun.Key + " ", StringComparison.Ordinal) && noun.Value(element)).Any(noun => Fits(text[(noun.Key.Length + 1)..], element, noun.Key));
    }

    /// <summary>Whether words name that element: its label in quotation marks, else what it is.</summary>
    public bool Names(string text, string id) => Label(id) is { } label ? text == grammar.Quoted(label) : Describes(text, id);

    /// <summary>Whether a list names these elements in their order.</summary>
    public bool Lists(string text, IReadOnlyList<string> ids) => Lists(text, ids, 0);

    private bool Lists(string text, IReadOnlyList<string> ids, int next)
    {
        if (next == ids.Count) return text.Length == 0;
        for (var end = text.Length; end > 0; end = text.LastIndexOf(", ", end - 1, StringComparison.Ordinal))
            if (Names(text[..end], ids[next]) && Lists(end == text.Length ? "" : text[(end + 2)..], ids, next + 1)) return true;
        return false;
    }

    /// <summary>Whether words say between which neighbours a node stands.</summary>
    public bool Stands(string text, string id)
    {
        var behind = Neighbours(_in[id].Select(flow => flow.SourceId));
        var ahead = Neighbours(_out[id].Select(flow => flow.TargetId));
        if (behind.Count == 0 && ahead.Count == 0) return text == grammar.Alone;
        if (behind.Count == 0) return text.StartsWith(grammar.Ahead, StringComparison.Ordinal) && Sets(text[grammar.Ahead.Length..], ahead);
        if (ahead.Count == 0) return text.StartsWith(grammar.Behind, StringComparison.Ordinal) && Sets(text[grammar.Behind.Length..], behind);
        var (first, second) = grammar.Between;
        if (!text.StartsWith(first, StringComparison.Ordinal)) return false;
        var rest = text[first.Length..];
        return Cuts(rest, second).Any(cut => Sets(cut.Left, behind) && Sets(cut.Right, ahead));
    }

    /// <summary>Every way to cut a text in two at a word.</summary>
    public static IEnumerable<(string Left, string Right)> Cuts(string text, string at)
    {
        for (var i = text.IndexOf(at, StringComparison.Ordinal); i >= 0; i = text.IndexOf(at, i + 1, StringComparison.Ordinal)) yield return (text[..i], text[(i + at.Length)..]);
    }

    public string? RoleOf(FlowNode node)
    {
        if (node.Gpm?.Role is { } own) return own;
        for (var id = node.Id; ; id = ((FlowNode)Element(id)).ParentId)
        {
            var lanes = graph.Lanes.Where(lane => lane.MemberIds.Contains(id)).ToList();
            // The innermost lane: no other of them is nested in it.
            if (lanes.Count > 0) return lanes.Find(lane => !lanes.Exists(other => other.OwnerId == lane.Id))!.Name;
            if (!graph.Nodes.Any(other => other.Id == ((FlowNode)Element(id)).ParentId)) return null;
        }
    }

    private List<string> Neighbours(IEnumerable<string?> ids) => [.. ids.Where(id => id is not null && graph.Nodes.Any(node => node.Id == id)).Select(id => id!).Distinct()];

    // Names in any order, each once; two neighbours may have one name.
    private bool Sets(string text, List<string> ids)
    {
        var rest = text;
        var open = new HashSet<string>(ids);
        while (rest.Length > 0)
        {
            var found = false;
            for (var end = rest.Length; end > 0; end = rest.LastIndexOf(", ", end - 1, StringComparison.Ordinal))
            {
                var part = rest[..end];
                var named = ids.Where(id => Names(part, id)).ToList();
                if (named.Count == 0) continue;
                open.ExceptWith(named);
                rest = end == rest.Length ? "" : rest[(end + 2)..];
                found = true;
                break;
            }

            if (!found) return false;
        }

        return open.Count == 0;
    }

    private string? Label(string id) => Element(id) is var element && (element is Artifact { Text: { Length: > 0 } text } ? text : element.Name) is { } label && !string.IsNullOrWhiteSpace(label) ? label : null;

    private bool Fits(string text, GraphElement element, string noun)
    {
        if (element is SequenceFlow or MessageFlow)
        {
            var (source, target) = element is SequenceFlow flow ? (flow.SourceId, flow.TargetId) : (((MessageFlow)element).SourceId, ((MessageFlow)element).TargetId);
            var rest = " " + text;
            if (!string.IsNullOrWhiteSpace(element.Name))
            {
                var label = " " + grammar.Quoted(element.Name);
                if (!rest.StartsWith(label, StringComparison.Ordinal)) return false;
                rest = rest[label.Length..];
            }

            return rest.StartsWith(grammar.From, StringComparison.Ordinal) && Cuts(rest[grammar.From.Length..], grammar.To).Any(cut => End(cut.Left, source) && End(cut.Right, target)) && IsThatFlow(noun, element);
        }

        if (element is FlowNode node)
        {
            var role = RoleOf(node);
            if (role is not null && text.EndsWith($" ({Grammar.Line(role)})", StringComparison.Ordinal)) text = text[..^(Grammar.Line(role).Length + 3)];
            // A gateway that joins is no decision, and the other way round.
            if (node.Kind.IsGateway() && _out[node.Id].Count() > 1 == (noun is "Zusammenführung" or "join")) return false;
        }

        if (Label(element.Id) is { } own) return text == grammar.Quoted(own);
        if (text == grammar.Unnamed) return true;
        if (element is not FlowNode unlabelled) return false;
        return (text.StartsWith(grammar.Behind, StringComparison.Ordinal) && Reaches(unlabelled, text[grammar.Behind.Length..], forwards: false))
            || (text.StartsWith(grammar.Ahead, StringComparison.Ordinal) && Reaches(unlabelled, text[grammar.Ahead.Length..], forwards: true));
    }

    private bool End(string text, string? id) => id is null || !Has(id) ? text == grammar.Unnamed : Describes(text, id);

    private bool IsThatFlow(string noun, GraphElement element)
    {
        if (noun is not ("Rücksprung" or "way back")) return true;
        var flow = (SequenceFlow)element;
        var seen = new HashSet<string>();
        var waiting = new Queue<string>([flow.TargetId!]);
        while (waiting.TryDequeue(out var id))
        {
            if (id == flow.SourceId) return true;
            if (!seen.Add(id)) continue;
            foreach (var next in _out[id]) if (next.TargetId is { } target) waiting.Enqueue(target);
        }

        return false;
    }

    // Over nodes without a label only.
    private bool Reaches(FlowNode node, string name, bool forwards)
    {
        var seen = new HashSet<string> { node.Id };
        var waiting = new Queue<FlowNode>([node]);
        while (waiting.TryDequeue(out var from))
        {
            var ids = (forwards ? _out[from.Id].Select(flow => flow.TargetId) : _in[from.Id].Select(flow => flow.SourceId)).Append(forwards ? null : from.AttachedToId);
            foreach (var next in ids.Where(id => id is not null && Has(id)).Select(id => Element(id!)).OfType<FlowNode>())
            {
                if (!seen.Add(next.Id)) continue;
                if (string.IsNullOrWhiteSpace(next.Name)) waiting.Enqueue(next);
                else if (grammar.Quoted(next.Name) == name) return true;
            }
        }

        return false;
    }

    private string? ProcessOf(FlowNode node)
    {
        var parent = node.ParentId;
        while (graph.Nodes.FirstOrDefault(other => other.Id == parent) is { } outer) parent = outer.ParentId;
        return parent;
    }
}
