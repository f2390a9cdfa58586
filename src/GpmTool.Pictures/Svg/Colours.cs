using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>The colours of a shape or edge: those of the drawing (bpmn.io and the OMG's colour extension), else ours.</summary>
internal static class Colours
{
    public const string Ink = "#22242a";
    public const string Paper = "#ffffff";
    public const string Quiet = "#6b7280";
    public const string LaneBorder = "#8a8f99";

    public static string Stroke(ValueList<RawAttribute> attributes, string otherwise = Ink) => Find(attributes, "border-color", "stroke") ?? otherwise;

    public static string Fill(ValueList<RawAttribute> attributes, string otherwise = Paper) => Find(attributes, "background-color", "fill") ?? otherwise;

    /// <summary>Tones: colour, sign and word; the colours are told apart with colour blindness too (after M. Okabe, K. Ito, "Color Universal Design", 2008).</summary>
    public static (string Colour, string Sign, string Word) Of(Tone tone) => tone switch
    {
        Tone.Added => ("#00705a", "+", "hinzugefügt"),
        Tone.Removed => ("#b3261e", "−", "entfernt"),
        Tone.Changed => ("#8a5a00", "~", "geändert"),
        Tone.Moved => ("#005a9c", "→", "verschoben"),
        _ => ("#6a3d8f", "!", "beachten"),
    };

    private static string? Find(ValueList<RawAttribute> attributes, string standard, string vendor)
    {
        string? found = null;
        foreach (var attribute in attributes.AsSpan())
        {
            var colon = attribute.Name.IndexOf(':', StringComparison.Ordinal);
            var (prefix, name) = colon < 0 ? ("", attribute.Name) : (attribute.Name[..colon], attribute.Name[(colon + 1)..]);
            if (name == standard && IsColour(attribute.Value)) return attribute.Value;
            if (name == vendor && prefix == "bioc" && IsColour(attribute.Value)) found = attribute.Value;
        }

        return found;
    }

    // What goes into the picture is a colour and nothing else.
    private static bool IsColour(string value)
    {
        if (value.Length is < 3 or > 32) return false;
        var isHex = value[0] == '#';
        for (var i = isHex ? 1 : 0; i < value.Length; i++)
            if (isHex ? !char.IsAsciiHexDigit(value[i]) : !(char.IsAsciiLetterOrDigit(value[i]) || value[i] is '(' or ')' or ',' or '.' or '%' or ' ')) return false;
        return !value.StartsWith("url", StringComparison.OrdinalIgnoreCase);
    }
}
