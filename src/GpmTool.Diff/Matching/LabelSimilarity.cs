using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// How alike two labels are, 0 to 1: words are folded and cut to stems, so that "Schadensmeldung erfassen" and
/// "Erfassung der Schadensmeldung" meet; word order does not matter. The better of shared words and shared trigrams counts.
/// </summary>
internal sealed class LabelSimilarity
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "eines", "und", "oder", "an", "am", "auf", "aus", "bei", "fuer", "im", "in", "mit",
        "nach", "vom", "von", "vor", "zu", "zum", "zur", "per", "als", "ob", "the", "a", "of", "to", "and",
    };

    // Longest first: the first ending that leaves a stem of four letters is cut.
    private static readonly string[] Endings = ["ungen", "ieren", "ung", "ern", "end", "en", "er", "es", "em", "et", "st", "e", "n", "s", "t"];

    private readonly Dictionary<string, Prepared> _known = new(StringComparer.Ordinal);

    public double Of(string? left, string? right)
    {
        var a = Prepare(left);
        var b = Prepare(right);
        if (a.Words.Count == 0 || b.Words.Count == 0) return a.Words.Count == b.Words.Count ? 1 : 0;
        if (a.Folded == b.Folded) return 1;
        return Math.Max(Dice(a.Words, b.Words), 0.9 * Dice(a.Trigrams, b.Trigrams));
    }

    private static double Dice(HashSet<string> a, HashSet<string> b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        return 2.0 * small.Count(large.Contains) / (a.Count + b.Count);
    }

    private Prepared Prepare(string? label)
    {
        label ??= "";
        if (_known.TryGetValue(label, out var known)) return known;
        var folded = GermanText.Fold(label);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word)).Select(Stem).ToHashSet(StringComparer.Ordinal);
        if (words.Count == 0 && folded.Length > 0) words = [folded];
        var joined = $" {string.Join(' ', words.Order(StringComparer.Ordinal))} ";
        var trigrams = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 3 <= joined.Length; i++) trigrams.Add(joined.Substring(i, 3));
        return _known[label] = new Prepared(folded, words, trigrams);
    }

    private static string Stem(string word)
    {
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }

    private sealed record Prepared(string Folded, HashSet<string> Words, HashSet<string> Trigrams);
}
