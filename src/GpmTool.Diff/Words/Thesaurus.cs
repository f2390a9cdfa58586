using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Which words mean the same in a field and which are opposites. Text, a group per line: <c>prüfen, kontrollieren, sichten</c>
/// mean the same; <c>genehmigen &lt;&gt; ablehnen</c> are opposites; <c>#</c> begins a comment. A phrase of several words is not
/// supported: labels are compared word by word.
/// </summary>
public sealed class Thesaurus
{
    private const int MaxLines = 20_000;
    private const int MaxLineLength = 2_000;
    private static readonly Lazy<string> EmbeddedText = new(() =>
    {
        using var stream = typeof(Thesaurus).Assembly.GetManifestResourceStream("Thesaurus.default.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    private static readonly Lazy<Thesaurus> Embedded = new(() => Parse(EmbeddedText.Value));

    private Thesaurus(ValueList<ValueList<string>> groups, ValueList<(string One, string Other)> opposites)
    {
        Groups = groups;
        Opposites = opposites;
        Lexicon = new Lexicon(this);
    }

    /// <summary>The thesaurus that comes with the library: words of administration and Facility Management, German and English.</summary>
    public static Thesaurus Default => Embedded.Value;

    /// <summary>The text of <see cref="Default"/>, with its comments.</summary>
    public static string DefaultText => EmbeddedText.Value;

    /// <summary>No word has a synonym.</summary>
    public static Thesaurus Empty { get; } = new(default, default);

    /// <summary>Words that mean the same.</summary>
    public ValueList<ValueList<string>> Groups { get; }

    /// <summary>Words that mean the opposite of each other.</summary>
    public ValueList<(string One, string Other)> Opposites { get; }

    /// <summary>Stems and what they mean, remembered from comparison to comparison.</summary>
    internal Lexicon Lexicon { get; }

    /// <summary>Reads a thesaurus.</summary>
    /// <exception cref="ThesaurusFormatException">A line is neither; the message names it.</exception>
    public static Thesaurus Parse(string text)
    {
        var groups = new List<ValueList<string>>();
        var opposites = new List<(string, string)>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            if (++number > MaxLines) throw new ThesaurusFormatException(number, new($"Ein Thesaurus hat höchstens {MaxLines} Zeilen; teilen Sie ihn nach Politikfeldern auf.", $"a thesaurus has at most {MaxLines} lines; split it by policy field."));
            if (raw.Length > MaxLineLength) throw new ThesaurusFormatException(number, new($"Länger als {MaxLineLength} Zeichen; machen Sie mehrere Gruppen daraus.", $"longer than {MaxLineLength} characters; make several groups of it."));
            var line = raw.Split('#')[0].Trim();
            if (line.Length == 0) continue;
            if (line.Split("<>") is { Length: > 1 } sides)
            {
                var one = sides.Length == 2 ? Words(sides[0], number) : throw new ThesaurusFormatException(number, new("Mehr als ein „<>“; schreiben Sie für jedes Paar von Gegensätzen eine Zeile.", "more than one \"<>\"; write a line for each pair of opposites."));
                var other = Words(sides[1], number);
                opposites.AddRange(from a in one from b in other select (a, b));
            }
            else
            {
                var words = Words(line, number);
                groups.Add(words.Length > 1 ? words.ToValueList() : throw new ThesaurusFormatException(number, new($"„{line}“ steht allein; eine Gruppe hat zwei Wörter oder mehr, durch Komma getrennt.", $"\"{line}\" stands alone; a group has two words or more, with commas between.")));
            }
        }

        return new Thesaurus(groups.ToValueList(), opposites.ToValueList());
    }

    private static string[] Words(string text, int line)
    {
        var words = text.Split(',', StringSplitOptions.TrimEntries);
        foreach (var word in words)
            if (GermanText.Fold(word) is not { Length: > 0 } folded || folded.Contains(' ')) throw new ThesaurusFormatException(line, new($"„{word}“ ist nicht ein Wort.", $"\"{word}\" is not one word."));
        return words;
    }
}
