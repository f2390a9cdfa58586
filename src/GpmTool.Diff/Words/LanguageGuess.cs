namespace GpmTool.Diff;

/// <summary>Guesses the language of a pair of models from the small words and endings of their labels.</summary>
internal static class LanguageGuess
{
    private static readonly HashSet<string> English = new(StringComparer.Ordinal)
        { "the", "of", "to", "and", "for", "by", "is", "are", "be", "with", "on", "from", "not", "if", "yes", "no", "a", "an", "send", "check", "get", "receive", "order", "request" };

    private static readonly HashSet<string> German = new(StringComparer.Ordinal)
        { "der", "die", "das", "den", "dem", "des", "und", "oder", "fuer", "von", "vom", "zu", "zum", "zur", "ist", "sind", "mit", "auf", "bei", "ein", "eine", "nicht", "ja", "nein", "ob", "am", "im", "aus", "wird" };

    /// <summary>The language; German where nothing speaks for either.</summary>
    public static LabelLanguage Of(IEnumerable<string[]> words)
    {
        int english = 0, german = 0;
        foreach (var label in words)
        {
            foreach (var word in label)
            {
                if (English.Contains(word) || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("tion", StringComparison.Ordinal)) english++;
                if (German.Contains(word) || word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith("ung", StringComparison.Ordinal) || word.Contains("sch", StringComparison.Ordinal)) german++;
            }
        }

        return english > german ? LabelLanguage.English : LabelLanguage.German;
    }
}
