using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>What can only be said when the whole file is read.</summary>
internal sealed partial class GraphReader
{
    private readonly Dictionary<string, EventDefinition> _rootDefinitions = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<RawElement>> _additions = [];
    private readonly List<(int Node, List<(string Id, int Line)> Definitions)> _shared = [];

    private ProcessGraph Finish(ProcessGraph graph, in Content content, int line)
    {
        var ids = _renamed.Count == 0 ? null : new OwnIds(_renamed);
        if (ids is not null)
        {
            for (var i = 0; i < _flows.Count; i++) _flows[i] = _flows[i] with { SourceId = ids.Of(_flows[i].SourceId), TargetId = ids.Of(_flows[i].TargetId) };
            for (var i = 0; i < _listed.Count; i++) _listed[i] = _listed[i] with { Flow = ids.Of(_listed[i].Flow)! };
        }

        ListedFlows();
        foreach (var (node, definitions) in _shared) SharedDefinitions(node, definitions);
        foreach (var (node, raw) in _additions) _nodes[node] = _nodes[node] with { Raw = _nodes[node].Raw.AddRange(raw) };
        OfferVendorData(content.Raw);
        if (_diagrams.TrueForAll(diagram => diagram.Shapes.IsEmpty) && _nodes.Count > 0)
            report.Add(Severity.Info, Outcome.Kept, "bpmn.layout-missing", line, graph.Id, graph.Name,
                new("Die Datei enthält keine Zeichnung.", "The file holds no drawing."), new("Das Programm zeichnet das Modell selbst.", "The program lays the model out itself."));
        var read = graph with
        {
            Processes = _processes.ToValueListOrEmpty(),
            Collaboration = _collaborations.Count > 0 ? _collaborations[0] : null,
            OtherCollaborations = _collaborations.Skip(1).ToValueList(),
            Pools = _pools.ToValueListOrEmpty(),
            Lanes = _lanes.ToValueListOrEmpty(),
            Nodes = _nodes.ToValueListOrEmpty(),
            Flows = _flows.ToValueListOrEmpty(),
            MessageFlows = _messageFlows.ToValueListOrEmpty(),
            Data = _data.ToValueListOrEmpty(),
            DataAssociations = _dataAssociations.ToValueListOrEmpty(),
            Artifacts = _artifacts.ToValueListOrEmpty(),
            Associations = _associations.ToValueListOrEmpty(),
            Declarations = _declarations.ToValueListOrEmpty(),
            Diagrams = _diagrams.ToValueListOrEmpty(),
            QualifiedReferences = _qualified.Select(pair => new RawAttribute(pair.Key, pair.Value)).ToValueList(),
            Raw = content.Raw,
            Definition = _definition,
        };
        if (ids is not null) read = ids.Restore(read);
        return GraphHead.WithoutDeclarations(read);
    }

    /// <summary>
    /// BPMN says twice which flows a node has. What the nodes say beside the flows is carried; what they leave out is
    /// noted on the flow.
    /// </summary>
    private void ListedFlows()
    {
        var flows = new Dictionary<string, int>(_flows.Count, StringComparer.Ordinal);
        for (var i = 0; i < _flows.Count; i++) flows.TryAdd(_flows[i].Id, i);
        var listed = new FlowEnds[_flows.Count];
        foreach (var (node, isOutgoing, id, name) in _listed)
        {
            var end = isOutgoing ? FlowEnds.Source : FlowEnds.Target;
            if (flows.TryGetValue(id, out var at) && (isOutgoing ? _flows[at].SourceId : _flows[at].TargetId) == _nodes[node].Id && (listed[at] == FlowEnds.None || (listed[at] != end && listed[at] != FlowEnds.Both)))
                listed[at] = listed[at] == FlowEnds.None ? end : FlowEnds.Both;
            else
                Add(node, new RawElement { Name = name, Namespace = BpmnNames.Model, Children = [new RawElement { Kind = RawKind.Text, Value = Written(isOutgoing ? "outgoing" : "incoming", id) }] });
        }

        var nodes = new HashSet<string>(_nodes.Count, StringComparer.Ordinal);
        foreach (var node in _nodes) nodes.Add(node.Id);
        for (var i = 0; i < _flows.Count; i++)
        {
            if (listed[i] == FlowEnds.Both) continue;
            var flow = _flows[i];
            var lacksSource = listed[i] != FlowEnds.Source && flow.SourceId is { } source && nodes.Contains(source);
            var lacksTarget = listed[i] != FlowEnds.Target && flow.TargetId is { } target && nodes.Contains(target);
            if (lacksSource || lacksTarget) _flows[i] = flow with { Unlisted = lacksSource && lacksTarget ? FlowEnds.Both : lacksSource ? FlowEnds.Source : FlowEnds.Target };
        }
    }

    private string Written(string kind, string id) => _qualified.TryGetValue(kind, out var prefix) ? $"{prefix}:{id}" : id;

    private void Add(int node, RawElement raw)
    {
        if (!_additions.TryGetValue(node, out var list)) _additions[node] = list = [];
        list.Add(raw);
    }

    /// <summary>What other tools recorded is the default; where the file has data of ours that counts.</summary>
    private void OfferVendorData(ValueList<RawElement> documentRaw)
    {
        var vendors = VendorDefaults.Of(documentRaw);
        for (var i = 0; i < _nodes.Count; i++)
        {
            var node = _nodes[i];
            if (vendors.Step(node.DocumentId ?? node.Id, node.RawAttributes, node.Raw) is not { } known) continue;
            if (node.Gpm is null)
            {
                _nodes[i] = node with { Gpm = known.Step };
                report.Count("bpmn.vendor-data", known.Tool, 0, node.Id);
            }
            else if (node.Gpm != known.Step)
            {
                report.Add(Severity.Info, Outcome.Kept, "bpmn.vendor-outdated", 0, node.Id, node.Name,
                    new($"Die Angaben von {known.Tool} weichen von den GPM-Angaben ab; es gelten die GPM-Angaben.", $"The data of {known.Tool} differs from the GPM data; the GPM data counts."),
                    new("Gleichen Sie die Angaben im anderen Werkzeug an.", "Bring the data in the other tool into line."));
            }
        }

        for (var i = 0; i < _flows.Count; i++)
            if (_flows[i].Probability is null && vendors.Share(_flows[i].DocumentId ?? _flows[i].Id) is { } share) _flows[i] = _flows[i] with { Probability = share };
    }

    /// <summary>Remembers an event definition of the document, which stays carried.</summary>
    private void Share(RawElement raw)
    {
        var name = raw.Name![(raw.Name!.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (BpmnNames.Event(name) is not { } kind || raw.Attributes.FirstOrDefault(attribute => attribute.Name == "id")?.Value is not { } id) return;
        string? Attribute(string? attribute) => attribute is null ? null : raw.Attributes.FirstOrDefault(one => one.Name == attribute)?.Value;
        var child = raw.Children.FirstOrDefault(one => one.Name is { } inner && (BpmnNames.Timer(Plain(inner)) is not null || Plain(inner) == "condition"));
        _rootDefinitions.TryAdd(id, new EventDefinition
        {
            Kind = kind,
            DefinitionId = id,
            ReferenceId = Attribute(BpmnNames.ReferenceOf(kind)) is { } reference ? Local(reference, "eventDefinition/") : null,
            Name = kind == EventKind.Link ? Attribute("name") : null,
            Timer = child is null ? null : BpmnNames.Timer(Plain(child.Name!)),
            Expression = child is null ? null : new Expression(XmlCursor.TextOf(child.Children), child.Attributes.FirstOrDefault(one => one.Name == "language")?.Value),
        });

        static string Plain(string qualified) => qualified[(qualified.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    private void SharedDefinitions(int node, List<(string Id, int Line)> definitions)
    {
        var found = new List<EventDefinition>();
        foreach (var (id, line) in definitions)
        {
            if (_rootDefinitions.TryGetValue(id, out var known))
            {
                found.Add(known);
                continue;
            }

            report.Add(Severity.Warning, Outcome.Degraded, "bpmn.event-definition-missing", line, _nodes[node].Id, _nodes[node].Name,
                new($"Die Ereignisdefinition „{id}“ gibt es nicht; der Verweis wird mitgeführt.", $"The event definition '{id}' does not exist; the reference is carried."),
                new("Geben Sie dem Ereignis im Werkzeug eine Definition.", "Give the event a definition in the tool."));
            Add(node, new RawElement { Name = "eventDefinitionRef", Namespace = BpmnNames.Model, Children = [new RawElement { Kind = RawKind.Text, Value = Written("eventDefinitionRef", id) }] });
        }

        if (found.Count > 0) _nodes[node] = _nodes[node] with { EventDefinitions = _nodes[node].EventDefinitions.AddRange(found) };
    }
}

internal static class ListExtensions
{
    /// <summary>The list without a copy by way of an enumerator.</summary>
    public static ValueList<T> ToValueListOrEmpty<T>(this List<T>? list) =>
        list is null ? default : ValueList.Create<T>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));
}
