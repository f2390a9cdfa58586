namespace GpmTool.Pictures;

/// <summary>
/// Where a long word may be broken. Three classes: behind a sign that is there (best), between the parts of a compound
/// (a linking element such as "-ungs-", or a frequent last part such as "-antrag"), and between syllables by the rule
/// that the last consonant goes to the next line (Amtliche Regelung der deutschen Rechtschreibung, § 110).
/// </summary>
internal static class GermanBreaks
{
    private const int MinimumPart = 3;

    private static readonly string[] Links = ["ungs", "heits", "keits", "schafts", "tions", "täts", "ings", "lings", "dienst", "betriebs", "arbeits", "amts", "auftrags", "gebäude", "liegenschafts"];

    private static readonly string[] LastParts =
    [
        "abnahme", "abrechnung", "abteilung", "amt", "anfrage", "angebot", "anlage", "anmeldung", "antrag", "anzeige", "auftrag", "auftrags", "ausgabe",
        "auswertung", "bearbeitung", "begehung", "behörde", "bericht", "bescheid", "besprechung", "bestand", "bestellung", "betrag", "beschaffung", "daten", "dienst",
        "dokument", "eingang", "empfang", "entscheidung", "erfassung", "erstellung", "firma", "formular", "freigabe", "führung", "gebäude", "genehmigung", "gespräch",
        "kontrolle", "koordination", "kosten", "leistung", "leitung", "liste", "management", "mangel", "maßnahme", "meister", "meldung", "mitteilung", "nachweis",
        "nutzung", "objekt", "planung", "post", "protokoll", "prozess", "prüfung", "rechnung", "reinigung", "sachbearbeitung", "schein", "schreiben",
        "schlüssel", "sicherung", "sitzung", "stelle", "steuerung", "system", "termin", "übergabe", "überwachung", "unterlagen", "vereinbarung",
        "verfahren", "vergabe", "verwaltung", "vermerk", "vertrag", "verzeichnis", "wartung", "wesen", "wirtschaft", "zahlung", "zeit", "zettel",
    ];

    /// <summary>The best place to break a word so that what <paramref name="fits"/> still fits; null: none.</summary>
    /// <param name="word">The word.</param>
    /// <param name="fits">The largest number of letters that fit, a hyphen included where one is added.</param>
    /// <returns>The letters before the break, and whether a hyphen has to be added.</returns>
    public static (int Length, bool Hyphen)? Best(string word, Func<int, bool, bool> fits)
    {
        (int, bool)? sign = null, compound = null, syllable = null;
        for (var i = word.Length - 1; i >= 1; i--)
        {
            if (sign is null && word[i - 1] is '-' or '/' or '_' or '.' or '\u00AD' or '(' && fits(i, false)) sign = (i, false);
            if (i < MinimumPart || word.Length - i < MinimumPart || !char.IsLetter(word[i]) || !char.IsLetter(word[i - 1])) continue;
            if (compound is null && IsCompoundBreak(word, i) && fits(i, true)) compound = (i, true);
            if (syllable is null && IsSyllableBreak(word, i) && fits(i, true)) syllable = (i, true);
        }

        // A far earlier compound break wastes a line: the syllable is better then.
        if (sign is not null) return sign;
        return compound is { } joint && (syllable is not { } other || joint.Item1 * 2 >= other.Item1) ? compound : syllable;
    }

    private static bool IsCompoundBreak(string word, int i)
    {
        var before = word.AsSpan(0, i);
        foreach (var link in Links)
            if (before.EndsWith(link, StringComparison.OrdinalIgnoreCase)) return true;
        var after = word.AsSpan(i);
        foreach (var part in LastParts)
            if (after.StartsWith(part, StringComparison.OrdinalIgnoreCase)) return true;
        return char.IsUpper(word[i]) && char.IsLower(word[i - 1]);
    }

    private static bool IsSyllableBreak(string word, int i)
    {
        if (IsVowel(word[i]) || i + 1 >= word.Length || !HasVowel(word.AsSpan(0, i)) || !HasVowel(word.AsSpan(i))) return false;
        // The next line begins with one consonant and a vowel, or with one of the pairs that stay together.
        var last = char.ToLowerInvariant(word[i - 1]);
        var first = char.ToLowerInvariant(word[i]);
        var second = char.ToLowerInvariant(word[i + 1]);
        if (IsVowel(second)) return !((last, first) is ('c', 'h') or ('c', 'k') or ('p', 'h') or ('t', 'h') or ('s', 'h') || (last == 'c' && i > 1 && char.ToLowerInvariant(word[i - 2]) == 's'));
        return (first, second) is ('c', 'h') or ('p', 'h') or ('t', 'h') && i + 2 < word.Length && IsVowel(word[i + 2]) && last != 's';
    }

    private static bool HasVowel(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (IsVowel(letter)) return true;
        return false;
    }

    private static bool IsVowel(char letter) => "aeiouyäöüAEIOUYÄÖÜ".Contains(letter, StringComparison.Ordinal);
}
