using System.Xml;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// The ids in a file. BPMN wants names (xsd:ID, an NCName); Elsa takes any text. What is no name is written with escapes
/// (<c>_x0020_</c>, as <see cref="XmlConvert.EncodeLocalName"/> makes them), and the id itself stands in <c>gpm:elementId</c> beside it. Ids
/// that a file had are written as they were, valid or not. O(elements).
/// </summary>
internal sealed class ElementIds
{
    /// <summary>The attribute of our namespace that holds the id itself.</summary>
    public const string Attribute = "elementId";

    private readonly Dictionary<string, string> _escaped = new(StringComparer.Ordinal);

    public ElementIds(ProcessGraph graph)
    {
        foreach (var element in graph.Nodes.AsSpan()) Take(element);
        foreach (var element in graph.Flows.AsSpan()) Take(element);
        foreach (var element in graph.Processes.AsSpan()) Take(element);
        foreach (var element in graph.Pools.AsSpan()) Take(element);
        foreach (var element in graph.Lanes.AsSpan()) Take(element);
        foreach (var element in graph.MessageFlows.AsSpan()) Take(element);
        foreach (var element in graph.Data.AsSpan()) Take(element);
        foreach (var element in graph.DataAssociations.AsSpan()) Take(element);
        foreach (var element in graph.Artifacts.AsSpan()) Take(element);
        foreach (var element in graph.Associations.AsSpan()) Take(element);
        foreach (var element in graph.Declarations.AsSpan()) Take(element);
        foreach (var element in graph.OtherCollaborations.AsSpan()) Take(element);
        if (graph.Collaboration is { } collaboration) Take(collaboration);
        if (_escaped.Count > 0) Distinguish(graph);
    }

    /// <summary>Whether any id needs escapes.</summary>
    public bool HasEscapes => _escaped.Count > 0;

    /// <summary>The id in the file.</summary>
    public string Written(string id) => _escaped.Count > 0 && _escaped.TryGetValue(id, out var escaped) ? escaped : id;

    /// <summary>Whether the id of this element has escapes in the file.</summary>
    public bool IsEscaped(string? id) => id is not null && _escaped.Count > 0 && _escaped.ContainsKey(id);

    /// <summary>The id of a figure in the file: it is made of that of the element it shows.</summary>
    public string? Figure(string? id, string? elementId) => id is not null && IsEscaped(elementId) && !IsName(id) ? Escape(id) : id;

    /// <summary>An id with escapes, so that it is a name.</summary>
    public static string Escape(string id) => id.Length == 0 ? "_" : XmlConvert.EncodeLocalName(id)!;

    /// <summary>Undoes <see cref="Escape"/> where it was done.</summary>
    public static string Unescape(string id) => XmlConvert.DecodeName(id) is { } plain && Escape(plain) == id ? plain : id;

    /// <summary>Whether a text is an NCName (Namespaces in XML 1.0, production 4).</summary>
    public static bool IsName(string text)
    {
        if (text.Length == 0 || !XmlConvert.IsStartNCNameChar(text[0])) return false;
        for (var i = 1; i < text.Length; i++)
            if (!XmlConvert.IsNCNameChar(text[i])) return false;
        return true;
    }

    private void Take(GraphElement element)
    {
        if (element.DocumentId is null && !IsName(element.Id)) _escaped.TryAdd(element.Id, Escape(element.Id));
    }

    // Somebody may have given an element the very name that another one gets.
    private void Distinguish(ProcessGraph graph)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.AsSpan()) taken.Add(node.Id);
        foreach (var flow in graph.Flows.AsSpan()) taken.Add(flow.Id);
        foreach (var process in graph.Processes.AsSpan()) taken.Add(process.Id);
        foreach (var (id, escaped) in _escaped.ToList())
        {
            var free = escaped;
            while (!taken.Add(free)) free += "_";
            _escaped[id] = free;
        }
    }
}
