namespace GpmTool.Diff;

/// <summary>
/// Cuts a folded German word (<see cref="Model.GermanText.Fold"/>) to a stem that inflected forms and nominalisations share:
/// Erfassung, erfassen; Freigabe, freigegeben. Regions and endings follow the Snowball stemmer "German2" (Porter 2001,
/// snowballstem.org); beyond it, -ung is cut from short words too, -ier and -ation are cut, participles lose their ge-, and a
/// table brings nouns with another vowel to their verb. A stem is for comparing only; it need not be a word.
/// </summary>
internal static class GermanStemmer
{
    private const int ShortestStem = 3;

    // Endings of nouns and participles whose vowel differs from that of their verb. The part before them is kept: Ab-nahme, ab-nehmen.
    private static readonly (string Ending, string Stem)[] OtherVowels =
    [
        ("genommen", "nehm"), ("nommen", "nehm"), ("nahmen", "nehm"), ("nahme", "nehm"), ("gaben", "geb"), ("gabe", "geb"), ("gegangen", "geh"), ("gaenge", "geh"), ("gang", "geh"),
        ("gezogen", "zieh"), ("zogen", "zieh"), ("zuege", "zieh"), ("zug", "zieh"), ("geschlossen", "schliess"), ("schlossen", "schliess"), ("schluesse", "schliess"), ("schluss", "schliess"),
        ("gesandt", "send"), ("sandt", "send"), ("sand", "send"), ("saetze", "setz"), ("satz", "setz"), ("lagen", "leg"), ("lage", "leg"), ("geworfen", "werf"), ("worfen", "werf"),
        ("wuerfe", "werf"), ("wurf", "werf"), ("gesprochen", "sprech"), ("sprochen", "sprech"), ("sprueche", "sprech"), ("spruch", "sprech"), ("sprachen", "sprech"), ("sprache", "sprech"),
        ("getroffen", "treff"), ("troffen", "treff"), ("geschrieben", "schreib"), ("schrieben", "schreib"), ("gewiesen", "weis"), ("wiesen", "weis"), ("gefunden", "find"), ("funden", "find"), ("fund", "find"),
        ("trieben", "treib"), ("trieb", "treib"), ("geboten", "biet"), ("boten", "biet"), ("gebote", "biet"), ("gebot", "biet"), ("griffen", "greif"), ("griff", "greif"), ("tretung", "tret"), ("tritte", "tret"), ("tritt", "tret"),
        ("schieden", "scheid"), ("scheide", "scheid"), ("hilfe", "helf"), ("holfen", "helf"), ("kuenfte", "komm"), ("kunft", "komm"), ("fahrten", "fahr"), ("fahrt", "fahr"), ("kenntnis", "kenn"), ("laubnis", "laub"),
    ];

    // Verbs made from a noun: the noun is what both share.
    private static readonly (string Beginning, string Noun)[] FromNouns =
        [("beauftrag", "auftrag"), ("beantrag", "antrag"), ("benachricht", "nachricht"), ("berechn", "rechn"), ("begutacht", "gutacht"), ("beanspruch", "ansprech"), ("veranschlag", "anschlag")];

    private static readonly string[] Separable = ["ab", "an", "auf", "aus", "bei", "ein", "fest", "frei", "her", "hin", "mit", "nach", "um", "vor", "weiter", "zu", "zurueck", "zusammen"];

    /// <summary>The stem of a folded word.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= ShortestStem) return word;
        foreach (var (ending, stem) in OtherVowels)
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length > ending.Length + 1) return Bare(word[..^ending.Length] + stem);
        word = WithoutGe(word);
        word = Bare(word);
        var (r1, r2) = Regions(word);
        word = StepOne(word, r1);
        if (word.EndsWith("ier", StringComparison.Ordinal) && word.Length >= 3 + ShortestStem) word = word[..^3];
        word = StepTwo(word, r1);
        word = StepThree(word, r2);
        foreach (var (beginning, noun) in FromNouns)
            if (word.StartsWith(beginning, StringComparison.Ordinal)) return noun;
        return word;
    }

    // Umlauts count as their plain vowel (Vertrag, Verträge); "ue" after a, e or q is no umlaut (Bauer, Steuer, quer).
    private static string Bare(string word)
    {
        if (!word.Contains('e')) return word;
        Span<char> bare = stackalloc char[Math.Min(word.Length, 128)];
        if (word.Length > bare.Length) return word;
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var isUmlautE = word[i] == 'e' && i > 0 && (word[i - 1] is 'a' or 'o' || (word[i - 1] == 'u' && (i < 2 || word[i - 2] is not ('a' or 'e' or 'q'))));
            if (!isUmlautE) bare[length++] = word[i];
        }

        return length == word.Length ? word : new string(bare[..length]);
    }

    private static string WithoutGe(string word)
    {
        if (!word.EndsWith('t') && !word.EndsWith("en", StringComparison.Ordinal)) return word;
        if (word.EndsWith('t') && word.StartsWith("ge", StringComparison.Ordinal) && word.Length >= 7) return word[2..^1];
        foreach (var prefix in Separable)
            if (word.Length >= prefix.Length + 6 && word.StartsWith(prefix, StringComparison.Ordinal) && word.AsSpan(prefix.Length).StartsWith("ge"))
                return prefix + (word.EndsWith('t') ? word[(prefix.Length + 2)..^1] : word[(prefix.Length + 2)..]);
        return word;
    }

    private static (int R1, int R2) Regions(string word)
    {
        var r1 = After(word, 0);
        return (Math.Max(r1, 3), After(word, r1));
    }

    private static int After(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
            if (!IsVowel(word[i]) && IsVowel(word[i - 1])) return i + 1;
        return word.Length;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool Ends(string word, string ending, int region) => word.Length - ending.Length >= region && word.EndsWith(ending, StringComparison.Ordinal);

    private static string StepOne(string word, int r1)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ern", "em", "er", "en", "es", "e"])
            if (Ends(word, ending, r1)) return word[..^ending.Length];
        return Ends(word, "s", r1) && word[^2] is 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 'r' or 't' ? word[..^1] : word;
    }

    private static string StepTwo(string word, int r1)
    {
        foreach (var ending in (ReadOnlySpan<string>)["est", "en", "er"])
            if (Ends(word, ending, r1)) return word[..^ending.Length];
        return Ends(word, "st", r1) && word.Length >= 6 && word[^3] is 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 't' ? word[..^2] : word;
    }

    private static string StepThree(string word, int r2)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ation", "ition", "atur", "ung"])
            if (Ends(word, ending, ShortestStem)) return word[..^ending.Length];
        foreach (var ending in (ReadOnlySpan<string>)["keit", "heit", "lich", "isch", "end", "ig", "ik"])
            if (Ends(word, ending, r2)) return word[..^ending.Length];
        return word;
    }
}
