using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Turns correspondences into the changes a person would name.</summary>
internal sealed class EditScript
{
    private readonly GraphIndex _before;
    private readonly GraphIndex _after;
    private readonly Dictionary<string, string> _image;
    private readonly Dictionary<string, string> _origin;
    private readonly List<Operation> _operations = [];

    public EditScript(GraphIndex before, GraphIndex after, List<Correspondence> matches)
    {
        _before = before;
        _after = after;
        _image = matches.ToDictionary(match => match.BeforeId, match => match.AfterId, StringComparer.Ordinal);
        _origin = matches.ToDictionary(match => match.AfterId, match => match.BeforeId, StringComparer.Ordinal);
    }

    public List<Operation> Operations()
    {
        foreach (var node in _before.Graph.Nodes)
            if (!_image.ContainsKey(node.Id)) Add(node.Kind.IsGateway() ? OperationKind.GatewayRemoved : OperationKind.Removed, node.Id, null, old: node.Name ?? "");
        foreach (var node in _after.Graph.Nodes)
            if (!_origin.ContainsKey(node.Id)) Add(node.Kind.IsGateway() ? OperationKind.GatewayInserted : OperationKind.Inserted, null, node.Id, now: node.Name ?? "");
        foreach (var node in _before.Graph.Nodes)
            if (_image.TryGetValue(node.Id, out var image) && _after.Node(image) is { } partner) Compare(node, partner);
        Branches();
        Wiring();
        Messages();
        Data();
        return _operations;
    }

    private void Compare(FlowNode a, FlowNode b)
    {
        Differ(OperationKind.Renamed, a, b, "name", a.Name, b.Name);
        Differ(OperationKind.TypeChanged, a, b, "kind", a.Kind.ToString(), b.Kind.ToString());
        Differ(OperationKind.TypeChanged, a, b, "event", Events(a), Events(b));
        Differ(OperationKind.RoleChanged, a, b, "role", _before.RoleOf(a), _after.RoleOf(b));
        Differ(OperationKind.RoleChanged, a, b, "organisationUnit", a.Gpm?.OrganisationUnit ?? _before.LaneOf(a.Id)?.OrganisationUnit, b.Gpm?.OrganisationUnit ?? _after.LaneOf(b.Id)?.OrganisationUnit);
        Differ(OperationKind.LoopChanged, a, b, "loop", a.Loop?.Kind.ToString(), b.Loop?.Kind.ToString());
        Differ(OperationKind.OtherAttributeChanged, a, b, "calledProcess", a.CalledProcess ?? a.CalledElement, b.CalledProcess ?? b.CalledElement);
        var (x, y) = (a.Gpm ?? new StepAttributes(), b.Gpm ?? new StepAttributes());
        Differ(OperationKind.TimeChanged, a, b, "processingTime", Time(x.ProcessingTime), Time(y.ProcessingTime));
        Differ(OperationKind.TimeChanged, a, b, "waitingTime", Time(x.WaitingTime), Time(y.WaitingTime));
        Differ(OperationKind.TimeChanged, a, b, "transportTime", Time(x.TransportTime), Time(y.TransportTime));
        Differ(OperationKind.CostChanged, a, b, "cost", x.Cost?.ToString(), y.Cost?.ToString());
        Differ(OperationKind.SystemChanged, a, b, "systems", List(x.Systems), List(y.Systems));
        Documents(a, b, x, y);
        Differ(OperationKind.LegalBasisChanged, a, b, "legalBases", List(x.LegalBases.Select(basis => basis.Citation)), List(y.LegalBases.Select(basis => basis.Citation)));
        Differ(OperationKind.RagChanged, a, b, "rag", x.Rag?.ToString(), y.Rag?.ToString());
        Differ(OperationKind.AutomationChanged, a, b, "automation", x.Automation?.ToString(), y.Automation?.ToString());
        Differ(OperationKind.ResponsibilityChanged, a, b, "responsibilities", List(x.Responsibilities.Select(one => $"{one.Role} ({one.Kind})")), List(y.Responsibilities.Select(one => $"{one.Role} ({one.Kind})")));
        Differ(OperationKind.OtherAttributeChanged, a, b, "description", x.Description, y.Description);
        Differ(OperationKind.OtherAttributeChanged, a, b, "risks", List(x.Risks.Select(risk => risk.Description)), List(y.Risks.Select(risk => risk.Description)));
    }

    private void Documents(FlowNode a, FlowNode b, StepAttributes x, StepAttributes y)
    {
        Differ(OperationKind.DocumentChanged, a, b, "documents", List(x.Documents.Select(Use)), List(y.Documents.Select(Use)));
        Differ(OperationKind.MediumChanged, a, b, "media", List(x.Documents.Select(document => document.Medium.ToString()).Distinct()), List(y.Documents.Select(document => document.Medium.ToString()).Distinct()));
    }

    private static string Use(DocumentUse document) => $"{(document.Direction == DataDirection.Input ? "→" : "←")} {document.Name}";

    private static string? Events(FlowNode node) => node.EventDefinitions.IsEmpty ? null : List(node.EventDefinitions.Select(definition => $"{definition.Kind} {definition.Expression?.Text}".Trim()));

    private static string? Time(TimeDistribution? time) => time?.ExpectedTime() is { } expected ? IsoDuration.From(expected).ToString() : null;

    private static string? List(IEnumerable<string> items)
    {
        var list = string.Join("; ", items.Order(StringComparer.Ordinal));
        return list.Length == 0 ? null : list;
    }

    private void Branches()
    {
        foreach (var flows in _before.Graph.Flows.GroupBy(flow => (flow.SourceId, flow.TargetId)))
        {
            if (flows.Key is not ({ } from, { } to) || !_image.TryGetValue(from, out var source) || !_image.TryGetValue(to, out var target)) continue;
            var partners = _after.Outgoing(source).Where(flow => flow.TargetId == target).ToList();
            // Of parallel flows between the same two nodes, equal ones belong together; the rest go in document order.
            var open = flows.Where(flow => !partners.Remove(partners.Find(partner => Says(_after, partner) == Says(_before, flow))!)).ToList();
            foreach (var (flow, partner) in open.Zip(partners)) Compare(flow, partner);
        }
    }

    private void Compare(SequenceFlow flow, SequenceFlow partner)
    {
        var (old, now) = (Says(_before, flow), Says(_after, partner));
        if (old.Name != now.Name) Add(OperationKind.ConditionChanged, flow.Id, partner.Id, "name", old.Name, now.Name);
        if (old.Condition != now.Condition) Add(OperationKind.ConditionChanged, flow.Id, partner.Id, "condition", old.Condition, now.Condition);
        if (old.Probability != now.Probability) Add(OperationKind.ConditionChanged, flow.Id, partner.Id, "probability", old.Probability, now.Probability);
        if (old.IsDefault != now.IsDefault) Add(OperationKind.ConditionChanged, flow.Id, partner.Id, "default", old.IsDefault ? "yes" : "no", now.IsDefault ? "yes" : "no");
    }

    private static (string? Name, string? Condition, string? Probability, bool IsDefault) Says(GraphIndex index, SequenceFlow flow) =>
        (flow.Name, flow.Condition?.Text, flow.Probability?.ToString(), index.Node(flow.SourceId)?.DefaultFlowId == flow.Id);

    /// <summary>Flows between steps that both have a partner; what only passes inserted or removed nodes is explained by those.</summary>
    private void Wiring()
    {
        var old = Reduced(_before, _image.ContainsKey).Select(edge => (From: _image[edge.From], To: _image[edge.To])).ToHashSet();
        var now = Reduced(_after, _origin.ContainsKey).ToHashSet();
        var gone = old.Where(edge => !now.Contains(edge)).ToHashSet();
        var added = now.Where(edge => !old.Contains(edge)).ToHashSet();
        foreach (var node in _after.Graph.Nodes.Where(node => _origin.ContainsKey(node.Id)))
        {
            var outOld = gone.Where(edge => edge.From == node.Id || edge.To == node.Id).ToList();
            var outNew = added.Where(edge => edge.From == node.Id || edge.To == node.Id).ToList();
            var leaves = outOld.Exists(edge => edge.To == node.Id) && outOld.Exists(edge => edge.From == node.Id);
            var arrives = outNew.Exists(edge => edge.To == node.Id) && outNew.Exists(edge => edge.From == node.Id);
            if (!leaves || !arrives) continue;
            Add(OperationKind.Moved, _origin[node.Id], node.Id, "position", Around(outOld, node.Id, before: true), Around(outNew, node.Id, before: false));
            gone.ExceptWith(outOld);
            added.ExceptWith(outNew);
            // The gap closes where it was and opens where it is.
            foreach (var (from, to) in from one in outOld where one.To == node.Id from two in outOld where two.From == node.Id select (one.From, two.To)) added.Remove((from, to));
            foreach (var (from, to) in from one in outNew where one.To == node.Id from two in outNew where two.From == node.Id select (one.From, two.To)) gone.Remove((from, to));
        }

        foreach (var (from, to) in gone.OrderBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal))
            Add(OperationKind.FlowRemoved, [_origin[from], _origin[to]], [from, to], "flow", $"{Label(_before, _origin[from])} → {Label(_before, _origin[to])}", null);
        foreach (var (from, to) in added.OrderBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal))
            Add(OperationKind.FlowAdded, [_origin[from], _origin[to]], [from, to], "flow", null, $"{Label(_after, from)} → {Label(_after, to)}");
    }

    private string Around(List<(string From, string To)> edges, string id, bool before)
    {
        string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(other => Label(before ? _before : _after, before ? _origin[other] : other)).Order(StringComparer.Ordinal));
        return $"{Names(edges.Where(edge => edge.To == id).Select(edge => edge.From))} → {Names(edges.Where(edge => edge.From == id).Select(edge => edge.To))}";
    }

    /// <summary>The label of a node; one without a label is shown as its kind in square brackets.</summary>
    private static string Label(GraphIndex index, string id) => index.Node(id) is not { } node ? id : node.Name is { Length: > 0 } name ? name : $"[{node.Kind}]";

    private static IEnumerable<(string From, string To)> Reduced(GraphIndex index, Func<string, bool> isKept)
    {
        foreach (var node in index.Graph.Nodes.Where(node => isKept(node.Id)))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var waiting = new Queue<string>(index.Outgoing(node.Id).Select(flow => flow.TargetId).OfType<string>());
            while (waiting.TryDequeue(out var target))
            {
                if (!seen.Add(target) || index.Node(target) is null) continue;
                if (isKept(target)) yield return (node.Id, target);
                else
                    foreach (var flow in index.Outgoing(target))
                        if (flow.TargetId is { } next) waiting.Enqueue(next);
            }
        }
    }

    private void Messages()
    {
        string End(GraphIndex index, string? id, Dictionary<string, string>? map) =>
            id is null ? "?" : index.Node(id) is { } node ? map is not null && map.TryGetValue(id, out var image) ? image : node.Name ?? id : index.Graph.Pools.FirstOrDefault(pool => pool.Id == id)?.Name ?? "?";
        var old = _before.Graph.MessageFlows.Select(flow => (Flow: flow, Text: $"{End(_before, flow.SourceId, _image)}|{flow.Name}|{End(_before, flow.TargetId, _image)}")).ToList();
        var now = _after.Graph.MessageFlows.Select(flow => (Flow: flow, Text: $"{End(_after, flow.SourceId, null)}|{flow.Name}|{End(_after, flow.TargetId, null)}")).ToList();
        now = [.. now.Select(pair => (pair.Flow, $"{Own(pair.Flow.SourceId)}|{pair.Flow.Name}|{Own(pair.Flow.TargetId)}"))];
        foreach (var pair in old.ToList())
            if (now.FindIndex(other => other.Text == pair.Text) is var i and >= 0)
            {
                old.Remove(pair);
                now.RemoveAt(i);
            }

        foreach (var (flow, _) in old) Add(OperationKind.MessageFlowChanged, [flow.Id], [], "messageFlow", flow.Name ?? "", null);
        foreach (var (flow, _) in now) Add(OperationKind.MessageFlowChanged, [], [flow.Id], "messageFlow", null, flow.Name ?? "");

        string Own(string? id) => id is null ? "?" : _origin.ContainsKey(id) ? id : End(_after, id, null);
    }

    private void Data()
    {
        var old = _before.Graph.Data.Select(data => GermanText.Fold(data.Name ?? "")).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        var now = _after.Graph.Data.Select(data => GermanText.Fold(data.Name ?? "")).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var name in old.Except(now)) Add(OperationKind.DataChanged, [], [], name, name, null);
        foreach (var name in now.Except(old)) Add(OperationKind.DataChanged, [], [], name, null, name);
    }

    private void Differ(OperationKind kind, FlowNode a, FlowNode b, string attribute, string? old, string? now)
    {
        if (!string.Equals(old?.Trim() ?? "", now?.Trim() ?? "", StringComparison.Ordinal)) Add(kind, a.Id, b.Id, attribute, old, now);
    }

    private void Add(OperationKind kind, string? beforeId, string? afterId, string? attribute = null, string? old = null, string? now = null) =>
        Add(kind, beforeId is null ? [] : [beforeId], afterId is null ? [] : [afterId], attribute, old, now);

    private void Add(OperationKind kind, ValueList<string> beforeIds, ValueList<string> afterIds, string? attribute, string? old, string? now) =>
        _operations.Add(new Operation { Kind = kind, BeforeIds = beforeIds, AfterIds = afterIds, Attribute = attribute, OldValue = old, NewValue = now });
}
