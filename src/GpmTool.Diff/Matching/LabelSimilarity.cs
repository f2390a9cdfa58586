using System.Numerics;
using System.Runtime.InteropServices;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// How alike two labels are, 0 to 1. Words are compared by stem, thesaurus, parts of compounds, abbreviation and typing errors;
/// their order does not matter. A word that stands in many labels of the two processes says less than a rare one (inverse
/// document frequency, Spärck Jones 1972). A label that turns another into its opposite (annehmen, ablehnen) is less alike.
/// </summary>
internal sealed class LabelSimilarity
{
    private const int ShortestPart = 4; // shorter ends and beginnings are syllables, not words

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "eines", "und", "oder", "an", "am", "auf", "aus", "bei", "fuer", "im", "in", "mit", "ob", "ueber", "unter", "durch", "gegen",
        "nach", "vom", "von", "vor", "zu", "zum", "zur", "per", "als", "ist", "sind", "wird", "werden", "ggf", "bzw", "evtl",
        "es", "sie", "ihn", "ihm", "sich", "man", "noch", "dann",
        "the", "a", "of", "to", "and", "or", "for", "by", "from", "with", "on", "at", "is", "are", "be", "whether", "if", "it", "has", "been",
    };

    private static readonly string[] Prefixes = ["zurueck", "unter", "ueber", "nach", "auf", "aus", "bei", "ein", "ent", "ver", "vor", "zer", "ab", "an", "be", "er", "um", "zu"];

    private readonly MatchWeights _weights;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Label> _labels = [];
    private readonly Dictionary<Term, int> _termNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<Term> _terms = [];
    private readonly Dictionary<long, double> _known = [];
    private readonly LabelLanguage _language;
    private double[] _rarity = [];
    private float[]? _words;

    /// <summary>Learns the labels of both processes and which words are common in them.</summary>
    public LabelSimilarity(IEnumerable<string?> labels, MatchWeights weights, Thesaurus thesaurus)
    {
        _weights = weights;
        var folded = new List<(string Name, string[] Words, string Folded)>();
        var often = new List<int>();
        foreach (var name in labels)
        {
            var key = name ?? "";
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var exists);
            if (exists)
            {
                often[number]++;
                continue;
            }

            number = folded.Count;
            var text = GermanText.Fold(key);
            folded.Add((key, text.Length == 0 ? [] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries), text));
            often.Add(1);
        }

        _language = LanguageGuess.Of(folded.Select(label => label.Words));
        foreach (var (name, words, text) in folded) _labels.Add(Prepare(name, words, text, thesaurus.Lexicon));
        Count(often);
    }

    /// <summary>The number of a label that was learnt.</summary>
    public int Number(string? name) => _numbers[name ?? ""];

    /// <summary>Whether a label says nothing.</summary>
    public bool IsEmpty(int label) => _labels[label].Terms.Length == 0;

    /// <summary>How alike two labels are that were learnt.</summary>
    public double Of(string? left, string? right) => Of(Number(left), Number(right));

    /// <summary>How alike the label of an event and that of an activity are: the event's shape says that something comes in or goes out.</summary>
    public double OfEvent(int ofEvent, int ofActivity, WordRole shape)
    {
        var (a, b) = (_labels[ofEvent], _labels[ofActivity]);
        if (a.Terms.Length == 0 || b.Terms.Length == 0) return 0;
        var said = Array.FindAll(b.Terms, term => _terms[term].Role != shape);
        return said.Length == 0 || said.Length == b.Terms.Length ? Of(ofEvent, ofActivity) : Math.Max(Of(ofEvent, ofActivity), Compare(a, b with { Terms = said }));
    }

    /// <summary>How alike two labels are, by number.</summary>
    public double Of(int left, int right)
    {
        if (left == right) return 1;
        var (a, b) = (_labels[left], _labels[right]);
        if (a.Terms.Length == 0 || b.Terms.Length == 0) return a.Terms.Length == b.Terms.Length ? 1 : 0;
        if (a.Folded == b.Folded) return 1;
        var key = left < right ? ((long)left << 32) | (uint)right : ((long)right << 32) | (uint)left;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, key, out var exists);
        if (!exists) known = Compare(a, b);
        return known;
    }

    private double Compare(Label a, Label b)
    {
        double fit = 0, all = 0;
        Add(a, b, ref fit, ref all);
        Add(b, a, ref fit, ref all);
        var shared = fit / all;
        foreach (var x in a.Terms)
        {
            if (_terms[x].Opposites.Length == 0) continue;
            foreach (var y in b.Terms)
                if (_terms[x].IsOppositeOf(_terms[y])) return shared * _weights.Opposite;
        }

        return shared;
    }

    // The weighted share of words that have a partner, each counted by how well it fits.
    private void Add(Label own, Label other, ref double fit, ref double all)
    {
        foreach (var word in own.Terms)
        {
            var best = 0.0;
            foreach (var candidate in other.Terms)
            {
                var alike = Words(word, candidate);
                if (alike > best) best = alike;
            }

            if (best < 1 && other.Initials.Length > 0 && IsAbbreviated(own, word, other)) best = Math.Max(best, _weights.Abbreviation);
            fit += _rarity[word] * best;
            all += _rarity[word];
        }
    }

    // "WV" and "Wieder Vorlage": an upper-case word stands for the initials of the other label's words, or the other way round.
    private bool IsAbbreviated(Label own, int word, Label other) =>
        (own.Capitals.Contains(_terms[word].Stem) && other.Initials.Contains(_terms[word].Stem, StringComparison.Ordinal))
        || other.Capitals.Exists(capital => own.Initials.Contains(capital, StringComparison.Ordinal) && capital.Contains(_terms[word].Stem[0]));

    private double Words(int a, int b)
    {
        if (a == b) return 1;
        var slot = a * _terms.Count + b;
        var known = _words![slot];
        if (known >= 0) return known;
        var alike = (float)Compare(_terms[a], _terms[b]);
        _words[slot] = _words[b * _terms.Count + a] = alike;
        return alike;
    }

    private double Compare(Term a, Term b)
    {
        if (a.Stem == b.Stem) return 1;
        if (a.IsOppositeOf(b)) return 0;
        if (a.MeansSameAs(b)) return _weights.Synonym;
        var (x, y) = (a.Stem, b.Stem);
        if (IsTypingError(x, y, a.StemLetters ^ b.StemLetters) || IsTypingError(a.Word, b.Word, a.Letters ^ b.Letters)) return _weights.TypingError;
        var shorter = Math.Min(x.Length, y.Length);
        var longer = Math.Max(x.Length, y.Length);
        var head = 0;
        while (head < shorter && x[head] == y[head]) head++;
        var tail = 0;
        while (tail < shorter && x[^(tail + 1)] == y[^(tail + 1)]) tail++;
        var common = HaveOtherPrefixes(x, y) ? head : Math.Max(head, tail);
        return common < ShortestPart ? 0 : common == shorter ? _weights.Compound : _weights.Compound * common / longer;
    }

    // Another prefix makes another word of a German verb: anrufen, abrufen.
    private static bool HaveOtherPrefixes(string a, string b) => Prefix(a) is { } one && Prefix(b) is { } other && one != other;

    private static string? Prefix(string word) => Array.Find(Prefixes, prefix => word.Length >= prefix.Length + 3 && word.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsTypingError(string a, string b, uint otherLetters)
    {
        var allowed = Math.Min(a.Length, b.Length) switch { < 5 => 0, < 9 => 1, _ => 2 };
        return allowed > 0 && Math.Abs(a.Length - b.Length) <= allowed && BitOperations.PopCount(otherLetters) <= 2 * allowed && EditDistance.Within(a, b, allowed) && !HaveOtherPrefixes(a, b);
    }

    private Label Prepare(string name, string[] words, string text, Lexicon lexicon)
    {
        var terms = new List<int>(words.Length);
        foreach (var word in words)
            if (!Fillers.Contains(word)) Add(terms, lexicon.Of(_language, word));
        if (terms.Count == 0)
            foreach (var word in words) Add(terms, lexicon.Of(_language, word));
        var initials = words.Length > 1 ? string.Concat(words.Select(word => word[0])) : "";
        return new Label(text, [.. terms], initials, Capitals(name));
    }

    // Words of two to five capitals, folded.
    private static List<string> Capitals(string name)
    {
        List<string>? found = null;
        for (var i = 0; i < name.Length;)
        {
            var end = i;
            while (end < name.Length && char.IsAsciiLetterUpper(name[end])) end++;
            if (end - i is >= 2 and <= 5 && (end == name.Length || !char.IsLetter(name[end])) && (i == 0 || !char.IsLetter(name[i - 1]))) (found ??= []).Add(name[i..end].ToLowerInvariant());
            i = Math.Max(end, i + 1);
        }

        return found ?? [];
    }

    private void Add(List<int> terms, Term term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_termNumbers, term, out var exists);
        if (!exists)
        {
            number = _terms.Count;
            _terms.Add(term);
        }

        if (!terms.Contains(number)) terms.Add(number);
    }

    private void Count(List<int> often)
    {
        var frequency = new int[_terms.Count];
        var count = 0;
        for (var i = 0; i < _labels.Count; i++)
        {
            if (_labels[i].Terms.Length == 0) continue;
            count += often[i];
            foreach (var term in _labels[i].Terms) frequency[term] += often[i];
        }

        _rarity = [.. frequency.Select((number, term) => (1 + Math.Log((double)count / number)) * (_terms[term].Role == WordRole.Light ? _weights.LightWord : 1))];
        _words = new float[_terms.Count * _terms.Count];
        _words.AsSpan().Fill(-1);
    }

    private sealed record Label(string Folded, int[] Terms, string Initials, List<string> Capitals);
}
