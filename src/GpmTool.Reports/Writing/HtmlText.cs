using System.Text;

namespace GpmTool.Reports;

/// <summary>Text as HTML.</summary>
internal static class HtmlText
{
    /// <summary>Text for content and attributes; what HTML cannot hold is left out.</summary>
    public static string Escape(string text)
    {
        var clean = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            switch (letter)
            {
                case '&': clean.Append("&amp;"); break;
                case '<': clean.Append("&lt;"); break;
                case '>': clean.Append("&gt;"); break;
                case '"': clean.Append("&quot;"); break;
                default:
                    if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(letter).Append(text[++i]);
                    else if (!char.IsSurrogate(letter) && (!char.IsControl(letter) || letter is '\n' or '\t')) clean.Append(letter);
                    break;
            }
        }

        return clean.ToString();
    }
}
