namespace GpmTool.Diff;

/// <summary>
/// Cuts a folded English word to a stem that inflected forms, British and American spellings, and noun and verb share: approval,
/// approved, approve; organisation, organize. Shorter than Porter's stemmer (1980) and less careful about meaning: a stem is for
/// comparing labels only.
/// </summary>
internal static class EnglishStemmer
{
    private const int ShortestStem = 3;

    private static readonly Dictionary<string, string> Irregular = new (string Word, string Stem)[]
    {
        ("receipt", "receiv"), ("sent", "send"), ("paid", "pay"), ("sold", "sell"), ("sale", "sell"), ("bought", "buy"), ("chosen", "choos"), ("choice", "choos"),
        ("made", "mak"), ("written", "writ"), ("given", "giv"), ("taken", "tak"), ("done", "do"), ("found", "find"), ("decision", "decid"), ("analysis", "analyz"),
        ("analyses", "analyz"), ("analyse", "analyz"), ("knowledge", "know"), ("advice", "advis"), ("proof", "prov"), ("centre", "center"), ("cheque", "check"), ("programme", "program"),
        ("licence", "licens"), ("catalogue", "catalog"), ("dialogue", "dialog"), ("submission", "submit"), ("response", "respond"), ("delivery", "deliver"), ("provision", "provid"), ("division", "divid"),
        ("revision", "revis"), ("permission", "permit"), ("subscription", "subscrib"), ("description", "describ"), ("entry", "enter"), ("inquiry", "enquir"), ("enquiry", "enquir"),
    }.ToDictionary(pair => pair.Word, pair => pair.Stem, StringComparer.Ordinal);

    // What is cut, and what takes its place; the first that fits.
    private static readonly (string Ending, string Instead)[] Endings =
    [
        ("ification", "ify"), ("ization", "iz"), ("isation", "iz"), ("ication", "y"), ("ation", ""), ("ition", ""), ("ction", "ct"), ("sion", "d"), ("tion", "t"), ("ness", ""), ("ment", ""), ("ance", ""), ("ence", ""),
        ("izing", "iz"), ("ising", "iz"), ("ized", "iz"), ("ised", "iz"), ("ize", "iz"), ("ise", "iz"), ("ating", ""), ("ated", ""), ("ate", ""), ("ying", "y"), ("ied", "y"), ("ing", ""), ("eed", "ee"), ("ed", ""), ("al", ""), ("ly", ""), ("e", ""),
    ];

    /// <summary>The stem of a folded word.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= ShortestStem) return word;
        if (Irregular.TryGetValue(word, out var known)) return known;
        word = Singular(word);
        if (Irregular.TryGetValue(word, out known)) return known;
        foreach (var (ending, instead) in Endings)
        {
            if (word.Length - ending.Length + instead.Length < ShortestStem || word.Length - ending.Length < 2 || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            word = word[..^ending.Length] + instead;
            break;
        }

        if (word.EndsWith("our", StringComparison.Ordinal) && word.Length > 4) word = word[..^2] + "r";
        // Doubled consonants come and go with endings and the Atlantic: shipping, ship; cancelled, canceled.
        if (word.Length > ShortestStem && word[^1] == word[^2] && word[^1] is not ('a' or 'e' or 'i' or 'o' or 'u')) word = word[..^1];
        return word.EndsWith('y') && word.Length > ShortestStem ? word[..^1] + "i" : word;
    }

    private static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y"
        : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i') ? word[..^1]
        : word;
}
