using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// How alike two labels are, 0 to 1. Words are folded and cut to stems, so that "Schadensmeldung erfassen" and "Erfassung der
/// Schadensmeldung" meet; order does not matter. A compound meets its parts ("Lagerbestand", "Bestand"). A word that stands in
/// many labels of the two processes says less than a rare one (inverse document frequency, Spärck Jones 1972).
/// </summary>
internal sealed class LabelSimilarity
{
    private const int ShortestPart = 4; // shorter ends and beginnings are syllables, not words
    private const double PartOfCompound = 0.75;

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "eines", "und", "oder", "an", "am", "auf", "aus", "bei", "fuer", "im", "in", "mit",
        "nach", "vom", "von", "vor", "zu", "zum", "zur", "per", "als", "ob", "the", "a", "of", "to", "and",
    };

    // Longest first: the first ending that leaves a stem of four letters is cut.
    private static readonly string[] Endings = ["ungen", "ieren", "ung", "ern", "end", "en", "er", "es", "em", "et", "st", "e", "n", "s", "t"];

    private readonly Dictionary<string, Prepared> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), double> _words = [];
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    /// <summary>Learns from the labels of both processes which words are common.</summary>
    public LabelSimilarity(IEnumerable<string?> labels)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        var count = 0;
        foreach (var label in labels)
        {
            if (string.IsNullOrWhiteSpace(label)) continue;
            count++;
            foreach (var word in Prepare(label).Words) frequency[word] = frequency.GetValueOrDefault(word) + 1;
        }

        foreach (var (word, often) in frequency) _weights[word] = 1 + Math.Log((double)count / often);
    }

    public double Of(string? left, string? right)
    {
        var a = Prepare(left);
        var b = Prepare(right);
        if (a.Words.Length == 0 || b.Words.Length == 0) return a.Words.Length == b.Words.Length ? 1 : 0;
        if (a.Folded == b.Folded) return 1;
        return Math.Max(Shared(a.Words, b.Words), 0.9 * Dice(a.Trigrams, b.Trigrams));
    }

    /// <summary>The weighted share of words that have a partner, each counted by how well it fits.</summary>
    private double Shared(string[] a, string[] b)
    {
        double fit = 0, all = 0;
        Add(a, b);
        Add(b, a);
        return fit / all;

        void Add(string[] words, string[] others)
        {
            foreach (var word in words)
            {
                var best = 0.0;
                foreach (var other in others) best = Math.Max(best, Words(word, other));
                var weight = _weights.GetValueOrDefault(word, 1);
                fit += weight * best;
                all += weight;
            }
        }
    }

    private double Words(string a, string b)
    {
        if (a == b) return 1;
        var key = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
        if (_words.TryGetValue(key, out var known)) return known;
        return _words[key] = Compound(a, b);
    }

    private static double Compound(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var longer = Math.Max(a.Length, b.Length);
        var head = 0;
        while (head < shorter && a[head] == b[head]) head++;
        var tail = 0;
        while (tail < shorter && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        var common = Math.Max(head, tail);
        return common < ShortestPart ? 0 : common == shorter ? PartOfCompound : PartOfCompound * common / longer;
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
        string[] words = [.. folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word)).Select(Stem).Distinct()];
        if (words.Length == 0 && folded.Length > 0) words = [folded];
        var joined = $" {string.Join(' ', words.Order(StringComparer.Ordinal))} ";
        var trigrams = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 3 <= joined.Length; i++) trigrams.Add(joined.Substring(i, 3));
        return _known[label] = new Prepared(folded, words, trigrams);
    }

    private static string Stem(string word)
    {
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= ShortestPart && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }

    private sealed record Prepared(string Folded, string[] Words, HashSet<string> Trigrams);
}
