using System.Globalization;
using System.Text;

namespace GpmTool.Model;

/// <summary>Folding of German text, so that spelling variants compare as equal.</summary>
public static class GermanText
{
    /// <summary>
    /// Lower case, umlauts and ß spelt out (ä → ae, ß → ss), other accents dropped, everything that is no letter or
    /// digit turned into one space.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            switch (lower.Value)
            {
                case 'ä': folded.Append("ae"); break;
                case 'ö': folded.Append("oe"); break;
                case 'ü': folded.Append("ue"); break;
                case 'ß': folded.Append("ss"); break;
                default: AppendFolded(folded, lower); break;
            }
        }

        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    private static void AppendFolded(StringBuilder folded, Rune rune)
    {
        if (Rune.IsLetterOrDigit(rune))
        {
            if (rune.IsAscii) folded.Append((char)rune.Value);
            else
                foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD))
                    if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark) folded.Append(part);
        }
        else if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }
}
