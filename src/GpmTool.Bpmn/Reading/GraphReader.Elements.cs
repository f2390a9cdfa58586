using System.Globalization;
using System.Xml;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>What all elements have, and those without a form of their own.</summary>
internal sealed partial class GraphReader
{
    private RawJson? _definition;

    private readonly record struct ElementHead(string Id, string? DocumentId, string? Name);

    private ElementHead Head(string kind)
    {
        var id = x.Take("id");
        var name = x.Take("name");
        if (_hasGpm && OwnId(id) is { } own) return new ElementHead(own, null, name);
        if (string.IsNullOrEmpty(id))
        {
            report.Count("bpmn.id-missing", kind, x.BegunLine, null);
            string made;
            do made = string.Create(CultureInfo.InvariantCulture, $"{kind}.{++_anonymous}");
            while (!_ids.Add(made));
            return new ElementHead(made, "", name);
        }

        // An id that is no valid one is the document's all the same: it is written as it was.
        if (_ids.Add(id)) return new ElementHead(id, ElementIds.IsName(id) ? null : id, name);
        var copy = string.Create(CultureInfo.InvariantCulture, $"{id}.{++_anonymous}");
        while (!_ids.Add(copy)) copy = string.Create(CultureInfo.InvariantCulture, $"{id}.{++_anonymous}");
        report.Add(Severity.Warning, Outcome.Kept, "bpmn.id-doubled", x.BegunLine, copy, name,
            new($"Die Kennung „{id}“ kommt mehrfach vor; dieses Element heißt hier „{copy}“.", $"The id '{id}' occurs more than once; this element is called '{copy}' here."),
            new("Geben Sie jedem Element eine eigene Kennung: Verweise treffen sonst das erste.", "Give every element an id of its own: references reach the first one otherwise."));
        return new ElementHead(copy, id, name);
    }

    /// <summary>The id itself, where the one in the file has escapes; one that cannot be used is carried.</summary>
    private string? OwnId(string? written)
    {
        if (x.Take(BpmnNames.Gpm, ElementIds.Attribute) is not { } own) return null;
        if (written is { Length: > 0 } && !ElementIds.IsName(own) && !_ids.Contains(written) && _ids.Add(own) && _renamed.TryAdd(written, own)) return own;
        x.PutBack(BpmnNames.Gpm, ElementIds.Attribute);
        return null;
    }

    /// <summary>
    /// A reference. Where the document writes it with the prefix of its own target namespace the id alone is kept, and
    /// the prefix once for all references of that kind.
    /// </summary>
    private string? Reference(string attribute, string? kind = null) => x.Take(attribute) is { } text ? Local(text, kind ?? attribute) : null;

    private string ReferenceText(string element)
    {
        x.Begin();
        return Local(x.Text(x.IsEmpty, out _), element);
    }

    private string Local(string text, string kind)
    {
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))) text = text.Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return text;
        var prefix = text[..colon];
        if (_targetNamespace is null || x.LookupNamespace(prefix) != _targetNamespace) return text;
        if (!_qualified.TryAdd(kind, prefix) && _qualified[kind] != prefix) return text;
        return text[(colon + 1)..];
    }

    private bool Flag(string name, bool whenAbsent, in ElementHead head)
    {
        var value = x.TakeFlag(name, whenAbsent, out var isInvalid);
        if (isInvalid) Invalid(name, head.Id, head.Name);
        return value;
    }

    private void Invalid(string what, string? id, string? name) => report.Add(
        Severity.Warning, Outcome.Degraded, "bpmn.value-invalid", x.BegunLine, id, name,
        new($"Der Wert von „{what}“ ist ungültig; er wird mitgeführt, aber nicht ausgewertet.", $"The value of '{what}' is invalid; it is carried, but not analysed."),
        new("Korrigieren Sie den Wert im Werkzeug.", "Correct the value in the tool."));

    /// <summary>Goes to the next child; what is no element is carried.</summary>
    private bool NextChild(ref Content content, bool isEmpty, string? ownerId)
    {
        if (isEmpty) return false;
        while (x.Read())
        {
            switch (x.Type)
            {
                case XmlNodeType.Element: return true;
                case XmlNodeType.EndElement: return false;
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace: break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    report.Count("bpmn.text", "#text", x.Line, ownerId);
                    var text = x.Bare();
                    content.Add(text with { Value = text.Value!.Trim() });
                    break;
                default: content.Add(x.Bare()); break;
            }
        }

        return false;
    }

    private void Carry(ref Content content, string? ownerId)
    {
        if (x.IsModel) report.Count("bpmn.carried", x.Local, x.Line, ownerId);
        else report.Count("bpmn.extension", x.Namespace, x.Line, ownerId);
        content.Add(x.Raw());
    }

    /// <summary>The children of an element that has none of its own.</summary>
    private void Plain(ref Content content, bool isEmpty, string ownerId)
    {
        while (NextChild(ref content, isEmpty, ownerId))
            if (!x.IsModel || !Common(ref content, ownerId)) Carry(ref content, ownerId);
    }

    /// <summary>Documentation and extensions.</summary>
    private bool Common(ref Content content, string ownerId)
    {
        switch (x.Local)
        {
            case "documentation":
                if (content.Documentation is null) content.Documentation = Text(ref content);
                else
                {
                    content.MarkFirst(x.QualifiedName, BpmnNames.Model);
                    content.Add(x.Raw());
                }

                return true;
            case "extensionElements":
                Extensions(ref content, ownerId);
                return true;
            default: return false;
        }
    }

    private void Extensions(ref Content content, string ownerId)
    {
        var name = x.QualifiedName;
        x.Begin();
        var (attributes, isEmpty) = (x.Rest(), x.IsEmpty);
        var inner = new Content();
        var hasOwn = false;
        while (NextChild(ref inner, isEmpty, ownerId))
        {
            if (x.Namespace != BpmnNames.Gpm)
            {
                Carry(ref inner, ownerId);
                continue;
            }

            var line = x.Line;
            var raw = x.Raw();
            if (GpmReader.TryRead(raw, content.Accepts, content.Gpm ??= new GpmContent()))
            {
                hasOwn = true;
                continue;
            }

            report.Add(Severity.Warning, Outcome.Degraded, "bpmn.gpm-invalid", line, ownerId, null,
                new($"Die GPM-Angabe „{raw.Name}“ ist ungültig oder steht am falschen Element; sie wird mitgeführt, aber nicht ausgewertet.", $"The GPM data '{raw.Name}' is invalid or at the wrong element; it is carried, but not analysed."),
                new("Vergleichen Sie sie mit dem Schema gpm.xsd.", "Compare it with the schema gpm.xsd."));
            inner.Add(raw);
        }

        if (!hasOwn || !attributes.IsEmpty || !inner.Raw.IsEmpty) content.AddExtensions(new RawElement { Name = name, Namespace = BpmnNames.Model, Attributes = attributes, Children = inner.Raw });
    }

    /// <summary>A typed text. What it has beside plain text stands in a twin.</summary>
    private string Text(ref Content content)
    {
        var name = x.QualifiedName;
        x.Begin();
        var attributes = x.All();
        var text = x.Text(x.IsEmpty, out var mixed);
        if (!attributes.IsEmpty || !mixed.IsEmpty) content.Add(new RawElement { Name = name, Namespace = BpmnNames.Model, Attributes = attributes, Children = mixed });
        return text;
    }

    /// <summary>An expression; a formal one in plain text needs no twin.</summary>
    private Expression Expression(ref Content content)
    {
        var name = x.QualifiedName;
        x.Begin();
        var type = x.Take(BpmnNames.Instance, "type");
        var language = x.Take("language");
        var isUsual = type is not null && IsFormal(type) && x.Rest().IsEmpty;
        var attributes = isUsual ? default : x.All();
        var text = x.Text(x.IsEmpty, out var mixed);
        if (!isUsual || !mixed.IsEmpty)
        {
            if (isUsual) attributes = ValueList.Create<RawAttribute>([new RawAttribute("xsi:type", type!, BpmnNames.Instance), .. language is null ? [] : new[] { new RawAttribute("language", language) }]);
            content.Add(new RawElement { Name = name, Namespace = BpmnNames.Model, Attributes = attributes, Children = mixed });
        }

        return new Expression(text, language);
    }

    private bool IsFormal(string type)
    {
        if (!type.EndsWith("tFormalExpression", StringComparison.Ordinal)) return false;
        var prefix = type.Length == "tFormalExpression".Length ? "" : type[..^("tFormalExpression".Length + 1)];
        return x.LookupNamespace(prefix) == BpmnNames.Model;
    }

    private bool FlowElement(string parentId)
    {
        switch (x.Local)
        {
            case "sequenceFlow": SequenceFlow(parentId); return true;
            case "dataObject": Data(DataKind.DataObject, parentId); return true;
            case "dataObjectReference": Data(DataKind.DataObjectReference, parentId); return true;
            case "dataStoreReference": Data(DataKind.DataStoreReference, parentId); return true;
            default:
                if (BpmnNames.Node(x.Local) is not { } kind) return Artifact(parentId);
                Node(kind, parentId);
                return true;
        }
    }

    private void SequenceFlow(string parentId)
    {
        x.Begin();
        var head = Head("sequenceFlow");
        var (source, target) = (Reference("sourceRef", "sequenceFlow.sourceRef"), Reference("targetRef", "sequenceFlow.targetRef"));
        var (rawAttributes, content) = (x.Rest(), new Content { Accepts = GpmKinds.Flow | GpmKinds.Connection });
        Expression? condition = null;
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, head.Id);)
        {
            if (x.IsModel && x.Local == "conditionExpression" && condition is null) condition = Expression(ref content);
            else if (!x.IsModel || !Common(ref content, head.Id)) Carry(ref content, head.Id);
        }

        _flows.Add(new SequenceFlow
        {
            Id = head.Id,
            DocumentId = head.DocumentId,
            Name = head.Name,
            Documentation = content.Documentation,
            ParentId = parentId,
            SourceId = source,
            TargetId = target,
            Condition = condition,
            Probability = content.Gpm?.Probability,
            Connection = content.Gpm?.Connection,
            RawAttributes = rawAttributes,
            Raw = content.Raw,
        });
    }

    private void Data(DataKind kind, string? parentId)
    {
        x.Begin();
        var head = Head(BpmnNames.Of(kind));
        var reference = kind switch { DataKind.DataObjectReference => Reference("dataObjectRef"), DataKind.DataStoreReference => Reference("dataStoreRef"), _ => null };
        var isCollection = kind is DataKind.DataObject or DataKind.DataInput or DataKind.DataOutput && Flag("isCollection", false, head);
        var (rawAttributes, content) = (x.Rest(), new Content { Accepts = GpmKinds.Data });
        string? state = null;
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, head.Id);)
        {
            if (x.IsModel && x.Local == "dataState" && state is null) state = DataState(ref content);
            else if (!x.IsModel || !Common(ref content, head.Id)) Carry(ref content, head.Id);
        }

        _data.Add(new DataElement
        {
            Id = head.Id,
            DocumentId = head.DocumentId,
            Name = head.Name,
            Documentation = content.Documentation,
            Kind = kind,
            ParentId = parentId,
            ReferenceId = reference,
            IsCollection = isCollection,
            State = state,
            Medium = content.Gpm?.Medium ?? Medium.Unspecified,
            RawAttributes = rawAttributes,
            Raw = content.Raw,
        });
    }

    private string? DataState(ref Content content)
    {
        var name = x.QualifiedName;
        x.Begin();
        var state = x.Take("name");
        var (rest, isEmpty) = (x.Rest(), x.IsEmpty);
        var children = x.Children(isEmpty);
        if (!rest.IsEmpty || !children.IsEmpty || state is null) content.Add(new RawElement { Name = name, Namespace = BpmnNames.Model, Attributes = rest, Children = children });
        return state;
    }

    /// <summary>The inputs and outputs of a process are drawn; the sets they belong to stand in a twin.</summary>
    private void InputsAndOutputs(ref Content owner, string processId)
    {
        var name = x.QualifiedName;
        x.Begin();
        var (attributes, isEmpty) = (x.All(), x.IsEmpty);
        var content = new Content();
        while (NextChild(ref content, isEmpty, processId))
        {
            if (x.IsModel && BpmnNames.Data(x.Local) is DataKind.DataInput or DataKind.DataOutput) Data(BpmnNames.Data(x.Local)!.Value, processId);
            else content.Add(x.Raw());
        }

        owner.Add(new RawElement { Name = name, Namespace = BpmnNames.Model, Attributes = attributes, Children = content.Raw });
    }

    private bool Artifact(string parentId)
    {
        switch (x.Local)
        {
            case "textAnnotation": Artifact(ArtifactKind.TextAnnotation, parentId); return true;
            case "group": Artifact(ArtifactKind.Group, parentId); return true;
            case "association": Association(parentId); return true;
            default: return false;
        }
    }

    private void Artifact(ArtifactKind kind, string parentId)
    {
        x.Begin();
        var head = Head(x.Local);
        var category = kind == ArtifactKind.Group ? Reference("categoryValueRef") : null;
        var (rawAttributes, content) = (x.Rest(), new Content());
        string? text = null;
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, head.Id);)
        {
            if (kind == ArtifactKind.TextAnnotation && x.IsModel && x.Local == "text" && text is null) text = Text(ref content);
            else if (!x.IsModel || !Common(ref content, head.Id)) Carry(ref content, head.Id);
        }

        _artifacts.Add(new Artifact { Id = head.Id, DocumentId = head.DocumentId, Name = head.Name, Documentation = content.Documentation, Kind = kind, ParentId = parentId, Text = text, CategoryValueId = category, RawAttributes = rawAttributes, Raw = content.Raw });
    }

    private void Association(string parentId)
    {
        x.Begin();
        var head = Head("association");
        var (source, target) = (Reference("sourceRef", "association.sourceRef"), Reference("targetRef", "association.targetRef"));
        // A direction that is not written stays unwritten: the default is carried where the document writes it.
        var written = x.Take("associationDirection");
        var direction = written switch { "One" => AssociationDirection.One, "Both" => AssociationDirection.Both, _ => AssociationDirection.None };
        var rawAttributes = x.Rest();
        if (written is not null && direction == AssociationDirection.None)
        {
            rawAttributes = rawAttributes.Add(new RawAttribute("associationDirection", written));
            if (written != "None") Invalid("associationDirection", head.Id, head.Name);
        }

        var content = new Content();
        Plain(ref content, x.IsEmpty, head.Id);
        _associations.Add(new Association { Id = head.Id, DocumentId = head.DocumentId, Name = head.Name, Documentation = content.Documentation, ParentId = parentId, SourceId = source, TargetId = target, Direction = direction, RawAttributes = rawAttributes, Raw = content.Raw });
    }
}
