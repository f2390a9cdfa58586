using System.Text;

namespace GpmTool.Reports;

/// <summary>Text as Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>Escapes what Markdown would take for markup; labels come from strangers. The text comes on one line.</summary>
    public static string Escape(string text)
    {
        var clean = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (letter is '\\' or '`' or '*' or '_' or '<' or '>' or '[' or ']' or '|' or '#' or '~') clean.Append('\\');
            clean.Append(letter is '\n' or '\r' ? ' ' : letter);
        }

        return clean.ToString();
    }
}
