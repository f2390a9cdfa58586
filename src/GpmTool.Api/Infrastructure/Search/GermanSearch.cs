namespace GpmTool.Api.Infrastructure.Search;

/// <summary>
/// Search in German over one text column. The column holds, between blanks, every word of an entry folded, its stem, and the
/// same for the parts of compounds. A query word matches where a term begins or ends with it or its stem.
/// </summary>
internal sealed class GermanSearch(Compounds compounds)
{
    // A shorter word is a chance ending ("ein", "rat"); it matches beginnings only.
    private const int ShortestEnding = 4;

    /// <summary>The column's content for these texts; learns their words for later compounds.</summary>
    public string Index(params IEnumerable<string?> texts)
    {
        var terms = new List<string>();
        foreach (var text in texts.OfType<string>())
        {
            compounds.Learn(text);
            foreach (var word in GermanText.Words(text))
            {
                terms.Add(word);
                terms.Add(GermanStem.Of(word));
                foreach (var part in compounds.Parts(word))
                {
                    terms.Add(part);
                    terms.Add(GermanStem.Of(part));
                }
            }
        }

        return $" {string.Join(' ', terms.Distinct(StringComparer.Ordinal))} ";
    }

    /// <summary>What to look for: one entry per query word, each the fragments of which at least one must occur.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Query(string query) =>
        [.. GermanText.Words(query).Select(Fragments)];

    /// <summary>Whether an indexed column matches a query.</summary>
    public static bool Matches(string column, string query) =>
        Query(query).All(fragments => fragments.Any(fragment => column.Contains(fragment, StringComparison.Ordinal)));

    private static string[] Fragments(string word)
    {
        var fragments = new List<string>();
        foreach (var form in new[] { word, GermanStem.Of(word) })
        {
            fragments.Add($" {form}");
            if (form.Length >= ShortestEnding) fragments.Add($"{form} ");
        }

        return [.. fragments.Distinct(StringComparer.Ordinal)];
    }
}
