using System.Xml;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Reads a file into a graph: the document, its collaborations and processes.</summary>
internal sealed partial class GraphReader(XmlCursor x, ImportReport report, LocalText? encodingNote)
{
    private readonly List<BpmnProcess> _processes = [];
    private readonly List<Collaboration> _collaborations = [];
    private readonly List<Pool> _pools = [];
    private readonly List<Lane> _lanes = [];
    private readonly List<FlowNode> _nodes = [];
    private readonly List<SequenceFlow> _flows = [];
    private readonly List<MessageFlow> _messageFlows = [];
    private readonly List<DataElement> _data = [];
    private readonly List<DataAssociation> _dataAssociations = [];
    private readonly List<Artifact> _artifacts = [];
    private readonly List<Association> _associations = [];
    private readonly List<Declaration> _declarations = [];
    private readonly List<Diagram> _diagrams = [];
    private readonly Dictionary<string, string> _qualified = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string?)> _laneSets = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);
    private string? _targetNamespace;
    private bool _hasGpm;
    private int _anonymous;

    /// <exception cref="BpmnFormatException">The file is no BPMN 2.0.</exception>
    public BpmnReading Read()
    {
        if (encodingNote is { } note)
            report.Add(Severity.Info, Outcome.Kept, "bpmn.encoding", 1, null, null, note, new("Prüfen Sie Umlaute in den Namen; geschrieben wird UTF-8.", "Check the names for wrong characters; UTF-8 is written."));
        var prolog = new List<RawElement>();
        while (x.Read() && x.Type != XmlNodeType.Element) Around(prolog);
        if (x.Type != XmlNodeType.Element || x.Local != "definitions" || x.Namespace != BpmnNames.Model)
            throw BpmnFormatException.NotBpmn(x.QualifiedName, x.Line, x.Column);
        var graph = Definitions();
        var before = prolog.Count;
        while (x.Read()) Around(prolog);
        if (prolog.Count > before)
            report.Add(Severity.Info, Outcome.Degraded, "bpmn.epilog", x.Line, null, null,
                new("Kommentare hinter dem Dokument stehen nach dem Schreiben davor.", "Comments behind the document stand before it once it is written."), new("Es ist nichts zu tun.", "Nothing needs to be done."));
        return new BpmnReading(graph with { Prolog = prolog.ToValueList() }, report.Findings());
    }

    private void Around(List<RawElement> prolog)
    {
        if (x.Type is XmlNodeType.Comment or XmlNodeType.ProcessingInstruction) prolog.Add(x.Bare());
    }

    private ProcessGraph Definitions()
    {
        var own = x.QualifiedName.Length == "definitions".Length ? "xmlns" : "xmlns:" + x.QualifiedName[..^(":definitions".Length)];
        x.BeginRoot();
        var line = x.BegunLine;
        _hasGpm = x.Declares(BpmnNames.Gpm);
        _targetNamespace = x.Take("targetNamespace");
        var description = x.Take(BpmnNames.Gpm, "description");
        var main = x.Take(BpmnNames.Gpm, "mainProcess");
        var graph = new ProcessGraph
        {
            Id = x.Take("id"),
            Name = x.Take("name"),
            TargetNamespace = _targetNamespace,
            Description = description,
            MainProcessId = main,
            // The prefix that the root itself has comes first: the writer takes the first that fits.
            RawAttributes = x.All().Where(attribute => !(attribute.Namespace == BpmnNames.Gpm && (attribute.Name.EndsWith(":description", StringComparison.Ordinal) || attribute.Name.EndsWith(":mainProcess", StringComparison.Ordinal))) && attribute.Name is not ("id" or "name" or "targetNamespace"))
                .OrderBy(attribute => attribute.Name == own ? 0 : 1).ToValueList(),
        };
        var content = new Content();
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, graph.Id);)
        {
            if (x.Namespace == BpmnNames.Diagram && x.Local == "BPMNDiagram") Diagram();
            else if (!x.IsModel || !RootElement(ref content)) Carry(ref content, graph.Id);
        }

        return Finish(graph, content, line);
    }

    private bool RootElement(ref Content content)
    {
        switch (x.Local)
        {
            case "process": Process(); return true;
            case "collaboration": Collaboration(); return true;
            case "dataStore": Data(DataKind.DataStore, null); return true;
            default:
                if (BpmnNames.Declared(x.Local) is { } declared)
                {
                    Declaration(declared);
                    return true;
                }

                if (BpmnNames.Event(x.Local) is null) return false;
                var raw = x.Raw();
                Share(raw);
                content.Add(raw);
                return true;
        }
    }

    private void Process()
    {
        x.Begin();
        var head = Head("process");
        var isExecutable = Flag("isExecutable", false, head);
        var index = Reserve(_processes);
        var (rawAttributes, content) = (x.Rest(), new Content { Accepts = GpmKinds.Process | GpmKinds.Definition });
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, head.Id);)
        {
            if (!x.IsModel) Carry(ref content, head.Id);
            else if (x.Local == "laneSet") LaneSet(ref content, head.Id);
            else if (x.Local == "ioSpecification") InputsAndOutputs(ref content, head.Id);
            else if (!Common(ref content, head.Id) && !FlowElement(head.Id)) Carry(ref content, head.Id);
        }

        _processes[index] = new BpmnProcess
        {
            Id = head.Id,
            DocumentId = head.DocumentId,
            Name = head.Name,
            Documentation = content.Documentation,
            IsExecutable = isExecutable,
            Gpm = content.Gpm?.Process,
            RawAttributes = rawAttributes,
            Raw = content.Raw,
        };
        _definition ??= content.Gpm?.Definition;
    }

    private void Collaboration()
    {
        x.Begin();
        var head = Head("collaboration");
        var index = Reserve(_collaborations);
        var (rawAttributes, content) = (x.Rest(), new Content());
        var owner = index == 0 ? null : head.Id;
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, head.Id);)
        {
            if (!x.IsModel) Carry(ref content, head.Id);
            else if (x.Local == "participant") Participant(owner);
            else if (x.Local == "messageFlow") MessageFlow(owner);
            else if (!Common(ref content, head.Id) && !Artifact(head.Id)) Carry(ref content, head.Id);
        }

        _collaborations[index] = new Collaboration { Id = head.Id, DocumentId = head.DocumentId, Name = head.Name, Documentation = content.Documentation, RawAttributes = rawAttributes, Raw = content.Raw };
    }

    private void Participant(string? collaboration)
    {
        x.Begin();
        var head = Head("participant");
        var process = Reference("processRef");
        var (rawAttributes, content) = (x.Rest(), new Content());
        Plain(ref content, x.IsEmpty, head.Id);
        _pools.Add(new Pool { Id = head.Id, DocumentId = head.DocumentId, Name = head.Name, Documentation = content.Documentation, ProcessId = process, CollaborationId = collaboration, RawAttributes = rawAttributes, Raw = content.Raw });
    }

    private void MessageFlow(string? collaboration)
    {
        x.Begin();
        var head = Head("messageFlow");
        var (source, target, message) = (Reference("sourceRef", "messageFlow.sourceRef"), Reference("targetRef", "messageFlow.targetRef"), Reference("messageRef"));
        var (rawAttributes, content) = (x.Rest(), new Content());
        Plain(ref content, x.IsEmpty, head.Id);
        _messageFlows.Add(new MessageFlow
        {
            Id = head.Id,
            DocumentId = head.DocumentId,
            Name = head.Name,
            Documentation = content.Documentation,
            SourceId = source,
            TargetId = target,
            MessageId = message,
            CollaborationId = collaboration,
            RawAttributes = rawAttributes,
            Raw = content.Raw,
        });
    }

    private void Declaration(DeclarationKind kind)
    {
        x.Begin();
        var head = Head(BpmnNames.Of(kind));
        var code = kind switch { DeclarationKind.Error => x.Take("errorCode"), DeclarationKind.Escalation => x.Take("escalationCode"), _ => null };
        var (rawAttributes, content) = (x.Rest(), new Content());
        Plain(ref content, x.IsEmpty, head.Id);
        _declarations.Add(new Declaration { Id = head.Id, DocumentId = head.DocumentId, Name = head.Name, Documentation = content.Documentation, Kind = kind, Code = code, RawAttributes = rawAttributes, Raw = content.Raw });
    }

    private void LaneSet(ref Content owner, string ownerId)
    {
        var name = x.QualifiedName;
        x.Begin();
        var (line, isEmpty) = (x.BegunLine, x.IsEmpty);
        var (id, label, rest) = (x.Take("id"), x.Take("name"), x.Rest());
        if (!_laneSets.Add((ownerId, id)))
            report.Add(Severity.Warning, Outcome.Degraded, "bpmn.lane-sets-merged", line, ownerId, null,
                new("Zwei Bahnsätze ohne eigene Kennung wurden zu einem.", "Two lane sets without an id of their own became one."), new("Geben Sie jedem Bahnsatz eine Kennung.", "Give every lane set an id."));
        var before = _lanes.Count;
        var content = new Content();
        while (NextChild(ref content, isEmpty, ownerId))
        {
            if (x.IsModel && x.Local == "lane") Lane(ownerId, id, label);
            else Carry(ref content, ownerId);
        }

        // What a lane set has beside its lanes stands in a twin on its owner.
        if (!rest.IsEmpty || !content.Raw.IsEmpty || _lanes.Count == before)
        {
            if (label is not null && _lanes.Count == before) rest = ValueList.Create<RawAttribute>([new RawAttribute("name", label), .. rest]);
            owner.Add(new RawElement { Name = name, Namespace = BpmnNames.Model, Attributes = id is null ? rest : ValueList.Create<RawAttribute>([new RawAttribute("id", id), .. rest]), Children = content.Raw });
        }
    }

    private void Lane(string ownerId, string? laneSetId, string? laneSetName)
    {
        x.Begin();
        var head = Head("lane");
        var index = Reserve(_lanes);
        // The owner is known at once: nested lanes look for it.
        _lanes[index] = new Lane { Id = head.Id, OwnerId = ownerId, LaneSetId = laneSetId };
        var (rawAttributes, content) = (x.Rest(), new Content { Accepts = GpmKinds.Lane });
        var members = new List<string>();
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, head.Id);)
        {
            if (!x.IsModel) Carry(ref content, head.Id);
            else if (x.Local == "flowNodeRef") members.Add(ReferenceText("flowNodeRef"));
            else if (x.Local == "childLaneSet") LaneSet(ref content, head.Id);
            else if (!Common(ref content, head.Id)) Carry(ref content, head.Id);
        }

        _lanes[index] = new Lane
        {
            Id = head.Id,
            DocumentId = head.DocumentId,
            Name = head.Name,
            Documentation = content.Documentation,
            OwnerId = ownerId,
            LaneSetId = laneSetId,
            LaneSetName = laneSetName,
            MemberIds = members.ToValueList(),
            OrganisationUnit = content.Gpm?.OrganisationUnit,
            RawAttributes = rawAttributes,
            Raw = content.Raw,
        };
    }

    private static int Reserve<T>(List<T> list)
    {
        list.Add(default!);
        return list.Count - 1;
    }
}
