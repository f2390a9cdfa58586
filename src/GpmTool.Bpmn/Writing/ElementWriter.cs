using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Elements, attributes and carried pieces, with the namespaces they need.</summary>
internal sealed class ElementWriter(Namespaces names)
{
    private readonly XmlOutput _output = new();
    private readonly List<string> _typed = [];
    private string _prefix = "";

    public Namespaces Names => names;

    public XmlOutput Output => _output;

    /// <summary>Begins an element of BPMN or of its diagram interchange.</summary>
    public void Start(string prefix, string local, string ns = BpmnNames.Model)
    {
        _typed.Clear();
        _prefix = prefix;
        if (names.HasLocal && (names.Lookup(prefix) ?? "") != ns) _prefix = names.Find(prefix, ns, isAttribute: false) ?? prefix;
        _output.Start(_prefix, local);
        if (names.HasLocal && names.Lookup(_prefix) != ns) Declare(_prefix, ns);
    }

    public void End()
    {
        if (names.HasLocal) names.Leave(_output.Depth);
        _output.End();
    }

    /// <summary>A typed attribute; null is none. A carried one of that name is not written.</summary>
    public void Attribute(string name, string? value)
    {
        if (value is null) return;
        _typed.Add(name);
        _output.Attribute(name, value);
    }

    /// <summary>An attribute of our namespace; null is none.</summary>
    public void Own(string name, string? value)
    {
        if (value is not null) Attribute($"{names.Gpm}:{name}", value);
    }

    /// <summary>A flag: as the source wrote it where that says the same, else only where it is not the default.</summary>
    public void Flag(ValueList<RawAttribute> raw, string name, bool value, bool whenAbsent)
    {
        if (Written(raw, name) is { } text && (XmlCursor.Flag(text) ?? whenAbsent) == value) Attribute(name, text);
        else if (value != whenAbsent) Attribute(name, value ? "true" : "false");
        else _typed.Add(name);
    }

    public void Flag(ValueList<RawAttribute> raw, string name, bool? value)
    {
        if (Written(raw, name) is { } text && XmlCursor.Flag(text) == value) Attribute(name, text);
        else Attribute(name, value switch { true => "true", false => "false", _ => null });
    }

    private static string? Written(ValueList<RawAttribute> raw, string name)
    {
        foreach (var attribute in raw.AsSpan())
            if (attribute.Name == name) return attribute.Value;
        return null;
    }

    /// <summary>The carried attributes that were not written typed.</summary>
    /// <param name="raw">The attributes.</param>
    /// <param name="isVerbatim">Whether declarations that repeat what holds already are written all the same.</param>
    public void Attributes(ValueList<RawAttribute> raw, bool isVerbatim = false)
    {
        if (raw.IsEmpty) return;
        foreach (var attribute in raw.AsSpan())
        {
            if (Namespaces.Prefix(attribute.Name) is not { } prefix) continue;
            if (!isVerbatim && names.Lookup(prefix) == attribute.Value) _typed.Add(attribute.Name);
            else if (!Rebinds(prefix, attribute.Value)) names.Declare(prefix, attribute.Value, _output.Depth);
        }

        foreach (var attribute in raw.AsSpan()) Attribute(attribute);
    }

    // A declaration that would take the element's own prefix away is left out; what needs it declares it again.
    private bool Rebinds(string prefix, string ns) => prefix == _prefix && names.Lookup(prefix) != ns;

    private void Attribute(RawAttribute attribute)
    {
        if (Namespaces.Prefix(attribute.Name) is { } declared)
        {
            if (names.Lookup(declared) == attribute.Value && !_typed.Contains(attribute.Name)) _output.Attribute(attribute.Name, attribute.Value);
            return;
        }

        var colon = attribute.Name.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            if (!_typed.Contains(attribute.Name)) _output.Attribute(attribute.Name, attribute.Value);
            return;
        }

        var name = Qualified(attribute.Name, attribute.Namespace, isAttribute: true);
        if (!_typed.Contains(name)) _output.Attribute(name, attribute.Value);
    }

    /// <summary>A name with a prefix that stands for its namespace here, declared if it must be.</summary>
    private string Qualified(string name, string? ns, bool isAttribute)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon > 0 ? name[..colon] : "";
        if (ns is null && colon > 0)
        {
            // Whoever made the piece did not say which namespace it means.
            if (names.Lookup(prefix) is null) Declare(prefix, prefix == "bpmn" ? BpmnNames.Model : "urn:prefix:" + prefix);
            return name;
        }

        if (names.Find(prefix, ns ?? "", isAttribute) is { } known) return known == prefix ? name : known.Length == 0 ? name[(colon + 1)..] : $"{known}:{name[(colon + 1)..]}";
        if (prefix.Length == 0 && isAttribute) return name;
        Declare(prefix, ns ?? "");
        return name;
    }

    private void Declare(string prefix, string ns)
    {
        names.Declare(prefix, ns, _output.Depth);
        _output.Attribute(prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix, ns);
    }

    /// <summary>A carried piece as it came; a text has a line of its own, because no text belongs between typed elements.</summary>
    public void Raw(RawElement raw) => Raw(raw, isInline: false);

    private void Raw(RawElement raw, bool isInline)
    {
        switch (raw.Kind)
        {
            case RawKind.Text when isInline: _output.Text(raw.Value ?? ""); break;
            case RawKind.CData when isInline: _output.CData(raw.Value ?? ""); break;
            case RawKind.Text or RawKind.CData:
                _output.Line();
                if (raw.Kind == RawKind.Text) _output.Text(raw.Value ?? "", isInline: false);
                else _output.CData(raw.Value ?? "", isInline: false);
                break;
            case RawKind.Comment: _output.Comment(raw.Value ?? ""); break;
            case RawKind.Instruction: _output.Instruction(raw.Name ?? "gpm", raw.Value ?? ""); break;
            default:
                StartRaw(raw);
                Attributes(raw.Attributes, isVerbatim: true);
                Content(raw.Children);
                End();
                break;
        }
    }

    /// <summary>Begins a carried element; its attributes and content follow.</summary>
    public void StartRaw(RawElement raw)
    {
        _typed.Clear();
        var name = raw.Name ?? "element";
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (prefix, local) = colon > 0 ? (name[..colon], name[(colon + 1)..]) : ("", name);
        // The element's own declarations count for its name.
        string? own = null;
        foreach (var attribute in raw.Attributes.AsSpan())
            if (Namespaces.Prefix(attribute.Name) == prefix) own = attribute.Value;
        var ns = raw.Namespace ?? (colon > 0 ? own ?? names.Lookup(prefix) : "");
        if (ns is null) ns = prefix == "bpmn" ? BpmnNames.Model : "urn:prefix:" + prefix;
        if (own != ns && names.Find(prefix, ns, isAttribute: false) is { } known) prefix = known;
        _prefix = prefix;
        _output.Start(prefix, local);
        if (own == ns) names.Declare(prefix, ns, _output.Depth);
        else if ((names.Lookup(prefix) ?? "") != ns) Declare(prefix, ns);
    }

    public void Content(ValueList<RawElement> content)
    {
        foreach (var child in content.AsSpan())
        {
            if (child.Kind is not (RawKind.Text or RawKind.CData)) continue;
            _output.Inline();
            break;
        }

        foreach (var child in content.AsSpan()) Raw(child, isInline: true);
    }

    /// <summary>Writes the carried children that stand before a slot.</summary>
    public void Before(ref RawChildren children, int slot)
    {
        while (children.Before(slot) is { } raw) Raw(raw);
    }

    /// <summary>A typed text with its twin.</summary>
    public void Text(ref RawChildren children, string local, string? text)
    {
        var twin = children.Twin(local);
        if (text is null) return;
        if (twin is { Children.IsEmpty: false } && XmlCursor.TextOf(twin.Children) == text)
        {
            Raw(twin);
            return;
        }

        Start(names.Model, local);
        if (twin is not null) Attributes(twin.Attributes);
        _output.Text(text);
        End();
    }

    /// <summary>An expression with its twin; without one it is a formal expression.</summary>
    public void Expression(ref RawChildren children, string local, Expression? expression)
    {
        var twin = children.Twin(local);
        if (expression is null) return;
        var language = twin?.Attributes.FirstOrDefault(attribute => attribute.Name == "language")?.Value;
        if (twin is { Children.IsEmpty: false } && language == expression.Language && XmlCursor.TextOf(twin.Children) == expression.Text)
        {
            Raw(twin);
            return;
        }

        Start(names.Model, local);
        if (twin is null)
        {
            Attribute(names.Instance + ":type", names.Model.Length == 0 ? "tFormalExpression" : names.Model + ":tFormalExpression");
            Attribute("language", expression.Language);
        }
        else
        {
            if (language != expression.Language) Attribute("language", expression.Language);
            Attributes(twin.Attributes);
        }

        _output.Text(expression.Text);
        End();
    }
}
