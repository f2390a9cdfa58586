using System.Collections.Concurrent;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>The language of labels, as far as stems depend on it.</summary>
internal enum LabelLanguage
{
    /// <summary>German.</summary>
    German,

    /// <summary>English.</summary>
    English,
}

/// <summary>What a word does in a label, where it does something special.</summary>
internal enum WordRole
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>Says that something is done, not what: carry out, durchführen.</summary>
    Light,

    /// <summary>Says that something comes in: a catching event says so by its shape.</summary>
    Receiving,

    /// <summary>Says that something goes out: a throwing event says so by its shape.</summary>
    Sending,
}

/// <summary>A word as labels are compared by it.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Stem">What its forms share.</param>
/// <param name="Concepts">The groups of the thesaurus it is in.</param>
/// <param name="Opposites">Numbers of its pairs of opposites; positive for the one side, negative for the other.</param>
/// <param name="Role">What the word does in a label.</param>
internal sealed record Term(string Word, string Stem, int[] Concepts, int[] Opposites, WordRole Role)
{
    /// <summary>Which letters occur: words that differ in more letters than typing errors make need no closer look.</summary>
    public uint Letters { get; } = Occurring(Word);

    /// <summary>Which letters occur in the stem.</summary>
    public uint StemLetters { get; } = Occurring(Stem);

    private static uint Occurring(string word)
    {
        var letters = 0u;
        foreach (var letter in word) letters |= 1u << (letter & 31);
        return letters;
    }

    public bool MeansSameAs(Term other)
    {
        if (Concepts.Length == 0) return false;
        foreach (var concept in Concepts)
            if (Array.IndexOf(other.Concepts, concept) >= 0) return true;
        return false;
    }

    public bool IsOppositeOf(Term other)
    {
        foreach (var pair in Opposites)
            if (Array.IndexOf(other.Opposites, -pair) >= 0) return true;
        return false;
    }
}

/// <summary>Stems, synonyms and opposites of words. Remembers what it has worked out, up to a bound; safe for several threads.</summary>
internal sealed class Lexicon
{
    private const int MaxRemembered = 50_000;

    private static readonly Dictionary<string, WordRole>[] Roles =
    [
        RolesOf(
            LabelLanguage.German,
            ["durchführen", "vornehmen", "machen", "tun", "ausführen", "erfolgen", "abwickeln", "veranlassen"],
            ["empfangen", "erhalten", "eingehen", "entgegennehmen", "eintreffen", "abwarten"],
            ["senden", "versenden", "schicken", "verschicken", "absenden", "übersenden", "übermitteln"]),
        RolesOf(
            LabelLanguage.English,
            ["do", "make", "perform", "conduct", "carry", "out", "take", "have", "go", "execute", "undertake"],
            ["receive", "get", "obtain", "await", "arrive"],
            ["send", "dispatch", "transmit"]),
    ];

    private readonly ConcurrentDictionary<(LabelLanguage, string), Term> _known = new();
    private readonly Dictionary<string, List<int>>[] _concepts = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
    private readonly Dictionary<string, List<int>>[] _opposites = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];

    public Lexicon(Thesaurus thesaurus)
    {
        foreach (var language in (ReadOnlySpan<LabelLanguage>)[LabelLanguage.German, LabelLanguage.English])
        {
            for (var i = 0; i < thesaurus.Groups.Count; i++)
                foreach (var word in thesaurus.Groups[i]) Into(_concepts[(int)language], Stem(language, GermanText.Fold(word)), i);
            for (var i = 0; i < thesaurus.Opposites.Count; i++)
            {
                Into(_opposites[(int)language], Stem(language, GermanText.Fold(thesaurus.Opposites[i].One)), i + 1);
                Into(_opposites[(int)language], Stem(language, GermanText.Fold(thesaurus.Opposites[i].Other)), -i - 1);
            }
        }
    }

    public Term Of(LabelLanguage language, string folded)
    {
        if (_known.TryGetValue((language, folded), out var known)) return known;
        var stem = Stem(language, folded);
        var term = new Term(folded, stem, [.. _concepts[(int)language].GetValueOrDefault(stem, [])], [.. _opposites[(int)language].GetValueOrDefault(stem, [])], Roles[(int)language].GetValueOrDefault(stem));
        if (_known.Count < MaxRemembered) _known.TryAdd((language, folded), term);
        return term;
    }

    private static Dictionary<string, WordRole> RolesOf(LabelLanguage language, string[] light, string[] receiving, string[] sending)
    {
        var roles = new Dictionary<string, WordRole>(StringComparer.Ordinal);
        foreach (var (words, role) in (ReadOnlySpan<(string[], WordRole)>)[(light, WordRole.Light), (receiving, WordRole.Receiving), (sending, WordRole.Sending)])
            foreach (var word in words) roles.TryAdd(Stem(language, GermanText.Fold(word)), role);
        return roles;
    }

    private static string Stem(LabelLanguage language, string folded) => language == LabelLanguage.German ? GermanStemmer.Stem(folded) : EnglishStemmer.Stem(folded);

    private static void Into(Dictionary<string, List<int>> map, string stem, int number)
    {
        if (!map.TryGetValue(stem, out var list)) map[stem] = list = [];
        if (!list.Contains(number)) list.Add(number);
    }
}
