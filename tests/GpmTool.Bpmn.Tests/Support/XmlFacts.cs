using System.Globalization;
using System.Xml.Linq;

namespace GpmTool.Bpmn.Tests;

/// <summary>
/// What a file says, whatever its form: every element with its path, attributes and text, as lines. Two files with the
/// same lines say the same. Prefixes, the order of siblings and white space between elements are form.
/// </summary>
internal static class XmlFacts
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static IReadOnlyList<string> Of(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var root = XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
        return [.. Lines(root)];
    }

    private static List<string> Lines(XElement root)
    {
        var lines = new List<string>();
        Walk(root, "", lines);
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static void Walk(XElement element, string path, List<string> lines)
    {
        var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !(element.Name.LocalName == "waypoint" && attribute.Name == Instance + "type"))
            .Select(attribute => $"{attribute.Name}={Value(element, attribute)}").Order(StringComparer.Ordinal);
        var own = $"{element.Name}[{string.Join(' ', attributes)}]";
        var hasElements = element.Elements().Any();
        var text = string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value));
        if (hasElements && string.IsNullOrWhiteSpace(text)) text = "";
        lines.Add($"{path}/{own} {Reference(element, text)}");
        foreach (var child in element.Elements()) Walk(child, path + "/" + own, lines);
    }

    private static string Value(XElement element, XAttribute attribute)
    {
        if (attribute.Name == Instance + "type")
        {
            var parts = attribute.Value.Split(':');
            return parts.Length == 2 ? $"{{{element.GetNamespaceOfPrefix(parts[0])}}}{parts[1]}" : $"{{{element.GetDefaultNamespace()}}}{attribute.Value}";
        }

        return element.Name.LocalName is "Bounds" or "waypoint" && double.TryParse(attribute.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : attribute.Value;
    }

    // White space around the id that a reference holds is form.
    private static string Reference(XElement element, string text) =>
        element.Name.LocalName is "incoming" or "outgoing" or "flowNodeRef" or "sourceRef" or "targetRef" or "eventDefinitionRef" ? text.Trim() : text;
}
