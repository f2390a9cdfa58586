namespace GpmTool.Api.Infrastructure.Search;

/// <summary>
/// Splits German compounds by known words: "schluesselausgabestelle" → schluessel, ausgabestelle, ausgabe, stelle.
/// It knows the words of the field from the start and learns those of the catalogue.
/// </summary>
internal sealed class Compounds
{
    // Shorter words ("amt", "rat") occur by chance inside others.
    private const int ShortestPart = 4;

    private static readonly string[] Links = ["es", "en", "er", "s", "n", "e"];

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Starts with the words of the field.</summary>
    public Compounds() => Learn(FieldWords.All);

    /// <summary>Adds the words of a text to the vocabulary.</summary>
    public void Learn(string text)
    {
        lock (gate)
        {
            foreach (var word in GermanText.Words(text).Where(w => w.Length >= ShortestPart))
            {
                known.Add(word);
                known.Add(GermanStem.Of(word));
            }
        }
    }

    /// <summary>The parts of a folded word; none when it is no compound of known words.</summary>
    public IReadOnlyList<string> Parts(string word)
    {
        var parts = new List<string>();
        lock (gate) Split(word, parts);
        return parts;
    }

    // Exact words first: a stem may match by chance ("bestelle" in "ausgabestelle" has the stem of "Bestellung").
    private void Split(string word, List<string> parts)
    {
        if (!SplitBy(word, parts, part => known.Contains(part))) SplitBy(word, parts, Knows);
    }

    private bool SplitBy(string word, List<string> parts, Func<string, bool> knows)
    {
        for (var i = 3; i <= word.Length - ShortestPart; i++)
        {
            if (!knows(word[i..])) continue;
            parts.Add(word[i..]);
            Split(word[i..], parts);
            AddModifier(word[..i], parts);
            return true;
        }

        for (var i = word.Length - 3; i >= ShortestPart; i--)
        {
            if (!knows(word[..i])) continue;
            parts.Add(word[..i]);
            Split(word[i..], parts);
            return true;
        }

        return false;
    }

    private void AddModifier(string modifier, List<string> parts)
    {
        foreach (var part in Links.Where(link => modifier.EndsWith(link, StringComparison.Ordinal)).Select(link => modifier[..^link.Length]).Prepend(modifier))
        {
            if (!Knows(part)) continue;
            parts.Add(part);
            Split(part, parts);
            return;
        }

        Split(modifier, parts);
    }

    private bool Knows(string part) => part.Length >= ShortestPart && (known.Contains(part) || known.Contains(GermanStem.Of(part)));
}
