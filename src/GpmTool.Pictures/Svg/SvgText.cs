using System.Globalization;

namespace GpmTool.Pictures;

/// <summary>Writes SVG markup: escaped, culture-free, one element a line.</summary>
internal sealed class SvgText(TextWriter output)
{
    /// <summary>Markup as it is; the caller vouches for it.</summary>
    public void Raw(string markup) => output.Write(markup);

    public void Line(string markup)
    {
        output.Write(markup);
        output.Write('\n');
    }

    /// <summary>A number with two decimals at most.</summary>
    public static string N(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero) is var rounded && rounded == 0 ? "0" : rounded.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Text for content and attributes; what XML cannot hold is left out.</summary>
    public static string E(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new System.Text.StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            switch (letter)
            {
                case '&': clean.Append("&amp;"); break;
                case '<': clean.Append("&lt;"); break;
                case '>': clean.Append("&gt;"); break;
                case '"': clean.Append("&quot;"); break;
                case '\r': break;
                case '\n' or '\t': clean.Append(' '); break;
                default:
                    if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(letter).Append(text[++i]);
                    else if (letter >= ' ' && !char.IsSurrogate(letter) && letter < '\uFFFE') clean.Append(letter);
                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>Lines of text, centred on x (or beginning there), the first baseline below y.</summary>
    public void Lines(IReadOnlyList<string> lines, double x, double y, double size, string anchor = "middle", string fill = "#1d1d1f", string? transform = null)
    {
        if (lines.Count == 0) return;
        Raw($"<text font-size=\"{N(size)}\" text-anchor=\"{anchor}\" fill=\"{fill}\"{(transform is null ? "" : $" transform=\"{transform}\"")}>");
        for (var i = 0; i < lines.Count; i++)
            Raw($"<tspan x=\"{N(x)}\" y=\"{N(y + size * (0.95 + i * FontMetrics.LineHeight))}\">{E(lines[i])}</tspan>");
        Line("</text>");
    }
}
