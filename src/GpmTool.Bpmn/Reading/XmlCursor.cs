using System.Xml;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// Walks a file forwards. <see cref="Begin"/> takes in the attributes of an element; those a reader asks for are
/// typed, the rest is carried (<see cref="Rest"/>).
/// </summary>
internal sealed class XmlCursor(XmlReader xml, BpmnReadOptions options, CancellationToken cancellation)
{
    private readonly IXmlLineInfo _place = (IXmlLineInfo)xml;
    private readonly Dictionary<string, string> _rootDeclarations = new(StringComparer.Ordinal);
    private Attribute[] _attributes = new Attribute[16];
    private int _count;
    private int _elements;

    public XmlNodeType Type => xml.NodeType;

    /// <summary>The local name of the last element that was reached.</summary>
    public string Local { get; private set; } = "";

    /// <summary>The namespace of the last element that was reached.</summary>
    public string Namespace { get; private set; } = "";

    public string QualifiedName => xml.Name;

    public int Line => _place.LineNumber;

    public int Column => _place.LinePosition;

    /// <summary>Whether the element that was begun last has no content.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The line of the element that was begun last.</summary>
    public int BegunLine { get; private set; }

    public bool IsModel => ReferenceEquals(Namespace, _model) || Namespace == BpmnNames.Model;

    private string _model = BpmnNames.Model;

    /// <exception cref="BpmnFormatException">The file breaks a bound.</exception>
    public bool Read()
    {
        if (!xml.Read()) return false;
        if (xml.NodeType != XmlNodeType.Element) return true;
        (Local, Namespace) = (xml.LocalName, xml.NamespaceURI);
        if ((++_elements & 0x3FF) == 0) cancellation.ThrowIfCancellationRequested();
        if (xml.Depth >= options.MaxDepth) throw Broken($"mehr als {options.MaxDepth} Ebenen", $"more than {options.MaxDepth} levels of elements");
        if (xml.AttributeCount > options.MaxAttributes) throw SourceText.TooManyAttributes(options, Line, Column);
        return true;
    }

    /// <summary>Takes in the attributes of the element.</summary>
    public void Begin()
    {
        IsEmpty = xml.IsEmptyElement;
        BegunLine = Line;
        _count = xml.AttributeCount;
        if (_count == 0) return;
        if (_attributes.Length < _count) Array.Resize(ref _attributes, Math.Max(_count, 2 * _attributes.Length));
        for (var i = 0; xml.MoveToNextAttribute(); i++)
        {
            ref var attribute = ref _attributes[i];
            attribute.Prefix = xml.Prefix;
            attribute.Local = xml.LocalName;
            attribute.Value = xml.Value;
            attribute.IsTaken = false;
            attribute.Name = attribute.Prefix.Length == 0 ? attribute.Local : xml.Name;
            attribute.Namespace = attribute.Prefix.Length == 0 || attribute.Prefix == "xmlns" ? null : xml.NamespaceURI;
        }

        xml.MoveToElement();
    }

    /// <summary>Remembers the declarations of the root: what repeats them further down is form alone.</summary>
    public void BeginRoot()
    {
        _model = xml.NamespaceURI;
        Begin();
        foreach (ref var attribute in _attributes.AsSpan(0, _count))
            if (attribute.IsDeclaration) _rootDeclarations[attribute.Prefix.Length == 0 ? "" : attribute.Local] = attribute.Value;
    }

    /// <summary>Whether the root declares a namespace.</summary>
    public bool Declares(string ns) => _rootDeclarations.ContainsValue(ns);

    /// <summary>An attribute without namespace; null if there is none.</summary>
    public string? Take(string name)
    {
        foreach (ref var attribute in _attributes.AsSpan(0, _count))
        {
            if (attribute.Prefix.Length != 0 || attribute.Local != name) continue;
            attribute.IsTaken = true;
            return attribute.Value;
        }

        return null;
    }

    public string? Take(string ns, string name)
    {
        foreach (ref var attribute in _attributes.AsSpan(0, _count))
        {
            if (attribute.Local != name || attribute.Namespace != ns) continue;
            attribute.IsTaken = true;
            return attribute.Value;
        }

        return null;
    }

    /// <summary>
    /// A flag. Where its text is not the one that would be written (the default, "1", nonsense) it is carried as well.
    /// </summary>
    public bool TakeFlag(string name, bool whenAbsent, out bool isInvalid)
    {
        isInvalid = false;
        foreach (ref var attribute in _attributes.AsSpan(0, _count))
        {
            if (attribute.Prefix.Length != 0 || attribute.Local != name) continue;
            var value = Flag(attribute.Value);
            isInvalid = value is null;
            attribute.IsTaken = value == !whenAbsent && attribute.Value is "true" or "false";
            return value ?? whenAbsent;
        }

        return whenAbsent;
    }

    public bool? TakeFlag(string name)
    {
        foreach (ref var attribute in _attributes.AsSpan(0, _count))
        {
            if (attribute.Prefix.Length != 0 || attribute.Local != name) continue;
            attribute.IsTaken = attribute.Value is "true" or "false";
            return Flag(attribute.Value);
        }

        return null;
    }

    /// <summary>Lets an attribute that was asked for be carried all the same.</summary>
    public void PutBack(string name)
    {
        foreach (ref var attribute in _attributes.AsSpan(0, _count))
            if (attribute.Prefix.Length == 0 && attribute.Local == name) attribute.IsTaken = false;
    }

    public void PutBack(string ns, string name)
    {
        foreach (ref var attribute in _attributes.AsSpan(0, _count))
            if (attribute.Local == name && attribute.Namespace == ns) attribute.IsTaken = false;
    }

    public static bool? Flag(string text) => text switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => text.AsSpan().Trim() switch { "true" or "1" => true, "false" or "0" => false, _ => null },
    };

    public string? LookupNamespace(string prefix) => xml.LookupNamespace(prefix);

    /// <summary>The attributes nobody asked for; declarations the root makes as well are left out.</summary>
    public ValueList<RawAttribute> Rest()
    {
        var left = 0;
        foreach (ref var attribute in _attributes.AsSpan(0, _count))
        {
            if (!attribute.IsTaken && attribute.IsDeclaration && _rootDeclarations.TryGetValue(attribute.Prefix.Length == 0 ? "" : attribute.Local, out var known) && known == attribute.Value)
                attribute.IsTaken = true;
            if (!attribute.IsTaken) left++;
        }

        return left == 0 ? default : Collect(left, all: false);
    }

    /// <summary>The same for an element whose content needs no declarations: they are form alone.</summary>
    public ValueList<RawAttribute> RestOfLeaf()
    {
        foreach (ref var attribute in _attributes.AsSpan(0, _count)) attribute.IsTaken |= attribute.IsDeclaration;
        return Rest();
    }

    /// <summary>All attributes as they came.</summary>
    public ValueList<RawAttribute> All() => _count == 0 ? default : Collect(_count, all: true);

    private ValueList<RawAttribute> Collect(int count, bool all)
    {
        var list = new RawAttribute[count];
        var at = 0;
        foreach (ref var attribute in _attributes.AsSpan(0, _count))
        {
            if (!all && attribute.IsTaken) continue;
            list[at++] = new RawAttribute(attribute.Name, attribute.Value, attribute.Namespace);
        }

        return ValueList.Create<RawAttribute>(list);
    }

    /// <summary>The element with everything in it.</summary>
    public RawElement Raw()
    {
        Begin();
        return RawBegun();
    }

    /// <summary>The same for an element that was begun.</summary>
    public RawElement RawBegun()
    {
        var name = xml.Name;
        var ns = xml.NamespaceURI;
        var attributes = All();
        return new RawElement { Name = name, Namespace = ns.Length == 0 ? null : ns, Attributes = attributes, Children = Children(IsEmpty) };
    }

    /// <summary>The content of the element that was begun last, as it came; white space between elements is form alone.</summary>
    public ValueList<RawElement> Children(bool isEmpty)
    {
        if (isEmpty) return default;
        List<RawElement>? children = null;
        var hasText = false;
        var hasElements = false;
        while (Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element) hasElements = true;
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) hasText = true;
            (children ??= []).Add(xml.NodeType == XmlNodeType.Element ? Raw() : Bare());
        }

        if (children is null) return default;
        if (hasElements && !hasText) children.RemoveAll(static child => child.Kind == RawKind.Text);
        return ValueList.Create<RawElement>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(children));
    }

    /// <summary>A text, CDATA section, comment or processing instruction.</summary>
    public RawElement Bare() => xml.NodeType switch
    {
        XmlNodeType.CDATA => new RawElement { Kind = RawKind.CData, Value = xml.Value },
        XmlNodeType.Comment => new RawElement { Kind = RawKind.Comment, Value = xml.Value },
        XmlNodeType.ProcessingInstruction => new RawElement { Kind = RawKind.Instruction, Name = xml.Name, Value = xml.Value },
        _ => new RawElement { Kind = RawKind.Text, Value = xml.Value },
    };

    /// <summary>
    /// The text of the element that was begun last. Where it is more than plain text, <paramref name="content"/> holds
    /// it as it came and the result is the text in it.
    /// </summary>
    public string Text(bool isEmpty, out ValueList<RawElement> content)
    {
        content = default;
        if (isEmpty || !Read() || xml.NodeType == XmlNodeType.EndElement) return "";
        if (xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
        {
            var text = xml.Value;
            if (!Read() || xml.NodeType == XmlNodeType.EndElement) return text;
            content = Mixed(new RawElement { Kind = RawKind.Text, Value = text });
        }
        else
        {
            content = Mixed(null);
        }

        return TextOf(content);
    }

    private ValueList<RawElement> Mixed(RawElement? first)
    {
        var children = new List<RawElement>();
        if (first is not null) children.Add(first);
        do children.Add(xml.NodeType == XmlNodeType.Element ? Raw() : Bare());
        while (Read() && xml.NodeType != XmlNodeType.EndElement);
        return children.ToValueList();
    }

    /// <summary>The text in a piece of a document.</summary>
    public static string TextOf(ValueList<RawElement> content) => content switch
    {
        { Count: 0 } => "",
        [{ Kind: RawKind.Text or RawKind.CData } only] => only.Value ?? "",
        _ => string.Concat(content.Select(child => child.Kind switch
        {
            RawKind.Text or RawKind.CData => child.Value,
            RawKind.Element => TextOf(child.Children),
            _ => null,
        })),
    };

    private BpmnFormatException Broken(string german, string english) =>
        BpmnFormatException.Bound(new($"Die Datei hat {german} (Zeile {Line}).", $"The file has {english} (line {Line})."), Line, Column);

    private struct Attribute
    {
        public string Prefix;
        public string Local;
        public string Name;
        public string Value;
        public string? Namespace;
        public bool IsTaken;

        public readonly bool IsDeclaration => Prefix.Length == 0 ? Local == "xmlns" : Prefix == "xmlns";
    }
}
