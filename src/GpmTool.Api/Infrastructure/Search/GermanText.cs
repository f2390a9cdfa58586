using System.Globalization;
using System.Text;

namespace GpmTool.Api.Infrastructure.Search;

/// <summary>Brings German text to one spelling: lower case, ae/oe/ue/ss for umlauts and ß, no accents.</summary>
internal static class GermanText
{
    /// <summary>The folded text: "STÖRUNG" and "Stoerung" both give "stoerung".</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var letter in text.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            _ = letter switch
            {
                'ä' => folded.Append("ae"),
                'ö' => folded.Append("oe"),
                'ü' => folded.Append("ue"),
                'ß' => folded.Append("ss"),
                _ => folded.Append(WithoutAccent(letter)),
            };
        }

        return folded.ToString();
    }

    /// <summary>The folded words of a text, in order; everything but letters and digits separates.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var folded = Fold(text);
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return folded[start..i];
            start = -1;
        }
    }

    private static string WithoutAccent(char letter)
    {
        if (letter < 128) return letter.ToString();
        var parts = letter.ToString().Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Concat(parts);
    }
}
