using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// Writes a graph as a BPMN file. The order is fixed (that of the schema, in it that of the graph's lists), so that a
/// small change of the graph is a small change of the file.
/// </summary>
internal sealed partial class GraphWriter
{
    private readonly ProcessGraph _graph;
    private readonly ElementWriter _w;
    private readonly Contents _contents;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, string> _qualified = new(StringComparer.Ordinal);
    private readonly string? _collaborationId;
    private readonly List<RawAttribute> _declarations;
    private readonly VendorDefaults _vendors;
    private readonly ElementIds _ids;

    private GraphWriter(ProcessGraph graph)
    {
        // What has no process needs one to stand in.
        if (graph.Processes.IsEmpty && (!graph.Nodes.IsEmpty || !graph.Flows.IsEmpty || graph.Data.Any(data => data.Kind != DataKind.DataStore) || (graph.Collaboration is null && !graph.Artifacts.IsEmpty)))
            graph = graph with { Processes = [new BpmnProcess { Id = "process", Name = graph.Name }] };
        _graph = graph;
        _collaborationId = graph.Collaboration?.Id ?? (graph.Pools.IsEmpty && graph.MessageFlows.IsEmpty ? null : "collaboration");
        var main = graph.Processes.FirstOrDefault(process => process.Id == graph.MainProcessId) ?? (graph.Processes.IsEmpty ? null : graph.Processes[0]);
        _contents = new Contents(graph, main?.Id, _collaborationId, _findings);
        foreach (var reference in graph.QualifiedReferences.AsSpan()) _qualified[reference.Name] = reference.Value;
        _vendors = VendorDefaults.Of(graph.Raw);
        _ids = new ElementIds(graph);
        var names = new Namespaces();
        _declarations = names.Begin(graph.RawAttributes.AsSpan(), new NeededNames(graph, _vendors, _ids));
        _w = new ElementWriter(names);
    }

    public static BpmnWriting Write(ProcessGraph graph)
    {
        var writer = new GraphWriter(graph);
        writer.Document();
        return new BpmnWriting(writer._w.Output.Written, writer._findings);
    }

    private void Document()
    {
        _w.Output.Declaration();
        foreach (var raw in _graph.Prolog.AsSpan())
            if (raw.Kind is RawKind.Comment or RawKind.Instruction) _w.Raw(raw);
        _w.Start(_w.Names.Model, "definitions");
        _w.Attribute("id", _graph.Id);
        _w.Attribute("name", _graph.Name);
        _w.Attribute("targetNamespace", _graph.TargetNamespace ?? (_graph.RawAttributes.IsEmpty ? GraphHead.NewTargetNamespace : null));
        _w.Attributes(_graph.RawAttributes, isVerbatim: true);
        foreach (var declaration in _declarations) _w.Output.Attribute(declaration.Name, declaration.Value);
        if (_graph.Description is { } description) _w.Output.Attribute(_w.Names.Gpm + ":description", description);
        if (_graph.MainProcessId is { } main) _w.Output.Attribute(_w.Names.Gpm + ":mainProcess", main);
        var raws = new RawChildren(_graph.Raw);
        _w.Before(ref raws, RawChildren.Elements + 1);
        foreach (var declaration in _graph.Declarations.AsSpan()) Declaration(declaration);
        foreach (var data in _graph.Data.AsSpan())
            if (data.Kind == DataKind.DataStore) Data(data);
        if (_collaborationId is not null) Collaboration(_graph.Collaboration ?? new Collaboration { Id = _collaborationId }, isFirst: true);
        foreach (var other in _graph.OtherCollaborations.AsSpan()) Collaboration(other, isFirst: false);
        foreach (var process in _graph.Processes.AsSpan()) Process(process);
        _w.Before(ref raws, 200);
        foreach (var diagram in _graph.Diagrams.AsSpan()) Diagram(diagram);
        _w.Before(ref raws, RawChildren.End);
        _w.End();
        _w.Output.Finish();
        if (_w.Output.Replaced > 0)
            _findings.Add(new Finding
            {
                Severity = Severity.Warning,
                Code = "bpmn.character-replaced",
                Outcome = Outcome.Degraded,
                Message = new($"{_w.Output.Replaced} Zeichen, die XML nicht kennt, wurden ersetzt.", $"{_w.Output.Replaced} characters that XML cannot hold were replaced."),
                Remedy = new("Entfernen Sie Steuerzeichen aus Namen und Texten.", "Remove control characters from names and texts."),
            });
    }

    private RawChildren Begin(string local, GraphElement element, bool isProcess = false)
    {
        _w.Start(_w.Names.Model, local);
        if (element.DocumentId is not "") _w.Attribute("id", element.DocumentId ?? _ids.Written(element.Id));
        _w.Attribute("name", element.Name);
        if (element.DocumentId is null && _ids.IsEscaped(element.Id)) _w.Own(ElementIds.Attribute, element.Id);
        return new RawChildren(element.Raw, isProcess);
    }

    /// <summary>Ends the attributes of an element and writes what every element begins with.</summary>
    private void Common(GraphElement element, ref RawChildren raws, Action<GpmWriter>? gpm = null)
    {
        _w.Attributes(element.RawAttributes);
        _w.Before(ref raws, RawChildren.Documentation);
        _w.Text(ref raws, "documentation", element.Documentation);
        _w.Before(ref raws, RawChildren.Extensions);
        if (gpm is null) return;
        var twin = raws.Twin("extensionElements");
        _w.Start(_w.Names.Model, "extensionElements");
        if (twin is not null) _w.Attributes(twin.Attributes);
        var own = new GpmWriter(_w);
        foreach (var child in (twin?.Children ?? default).AsSpan())
            if (!GpmWriter.Replaces(child, element)) _w.Raw(child);
        gpm(own);
        _w.End();
    }

    private void End(ref RawChildren raws)
    {
        _w.Before(ref raws, RawChildren.End);
        _w.End();
    }

    /// <summary>A reference attribute with the prefix the document gives references of that kind.</summary>
    private void Reference(string attribute, string? id, string? kind = null) => _w.Attribute(attribute, id is null ? null : Qualified(kind ?? attribute, id));

    private void ReferenceElement(string local, string kind, string id)
    {
        _w.Start(_w.Names.Model, local);
        _w.Output.Text(Qualified(kind, id));
        _w.End();
    }

    private string Qualified(string kind, string id) => Prefixed(kind, _ids.Written(id));

    private string Prefixed(string kind, string id) => _qualified.Count > 0 && _qualified.TryGetValue(kind, out var prefix) ? $"{prefix}:{id}" : id;

    private void Collaboration(Collaboration collaboration, bool isFirst)
    {
        var raws = Begin("collaboration", collaboration);
        Common(collaboration, ref raws);
        _w.Before(ref raws, RawChildren.First);
        bool Belongs(string? owner) => isFirst ? owner is null || !_graph.OtherCollaborations.Any(other => other.Id == owner) : owner == collaboration.Id;
        foreach (var pool in _graph.Pools.AsSpan())
            if (Belongs(pool.CollaborationId)) Pool(pool);
        _w.Before(ref raws, RawChildren.Second);
        foreach (var flow in _graph.MessageFlows.AsSpan())
            if (Belongs(flow.CollaborationId)) MessageFlow(flow);
        _w.Before(ref raws, RawChildren.Artifacts);
        Artifacts(collaboration.Id);
        End(ref raws);
    }

    private void Pool(Pool pool)
    {
        var raws = Begin("participant", pool);
        Reference("processRef", pool.ProcessId);
        Common(pool, ref raws);
        End(ref raws);
    }

    private void MessageFlow(MessageFlow flow)
    {
        var raws = Begin("messageFlow", flow);
        Reference("sourceRef", flow.SourceId, "messageFlow.sourceRef");
        Reference("targetRef", flow.TargetId, "messageFlow.targetRef");
        Reference("messageRef", flow.MessageId);
        Common(flow, ref raws);
        End(ref raws);
    }

    private void Declaration(Declaration declaration)
    {
        var raws = Begin(BpmnNames.Of(declaration.Kind), declaration);
        if (declaration.Kind == DeclarationKind.Error) _w.Attribute("errorCode", declaration.Code);
        else if (declaration.Kind == DeclarationKind.Escalation) _w.Attribute("escalationCode", declaration.Code);
        Common(declaration, ref raws);
        End(ref raws);
    }
}
