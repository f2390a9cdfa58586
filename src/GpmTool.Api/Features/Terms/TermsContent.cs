using System.Text;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Api.Features.Terms;

/// <summary>Two words that mean the opposite of each other.</summary>
/// <param name="One">The one.</param>
/// <param name="Other">The other.</param>
internal sealed record OppositeWords(string One, string Other);

/// <summary>A thesaurus: which words mean the same, which are opposites.</summary>
/// <param name="Groups">Words that mean the same, two or more in a group.</param>
/// <param name="Opposites">Words that mean the opposite of each other.</param>
internal sealed record TermsContent(IReadOnlyList<IReadOnlyList<string>> Groups, IReadOnlyList<OppositeWords>? Opposites = null)
{
    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(",#<>\r\n");

    /// <summary>The words of a thesaurus.</summary>
    public static TermsContent Of(Thesaurus thesaurus) =>
        new([.. thesaurus.Groups.Select(group => (IReadOnlyList<string>)[.. group])], [.. thesaurus.Opposites.Select(pair => new OppositeWords(pair.One, pair.Other))]);

    /// <summary>The text of a file with these words, a line each; the errors name the place in the request.</summary>
    public (string Text, ProblemResult? Problem) Write()
    {
        var text = new StringBuilder();
        var places = new List<string>();
        foreach (var (i, group) in Groups.Index()) Add($"groups[{i}]", group is null ? [] : [.. group], string.Join(", ", group ?? []));
        foreach (var (i, pair) in (Opposites ?? []).Index()) Add($"opposites[{i}]", [pair?.One, pair?.Other], $"{pair?.One} <> {pair?.Other}");
        if (Wrong(places) is { } wrong) return ("", wrong);
        var whole = text.ToString();
        return Check(whole, line => places[line - 1]) is { } problem ? ("", problem) : (whole, null);

        void Add(string place, string?[] words, string line)
        {
            // A sign of the file inside a word would make other words of it.
            places.Add(words.Length == 0 || words.Any(string.IsNullOrWhiteSpace) || words.Any(word => word.AsSpan().ContainsAny(Signs)) ? "!" + place : place);
            text.Append(line).Append('\n');
        }
    }

    /// <summary>Checks the text of a file; <paramref name="place"/> names a line, from 1.</summary>
    public static ProblemResult? Check(string text, Func<int, string> place)
    {
        try
        {
            return Contradiction(Thesaurus.Parse(text));
        }
        catch (ThesaurusFormatException exception)
        {
            return Failure.Field(place(exception.Line), new(exception.Text.German, exception.Text.English));
        }
    }

    private static ProblemResult? Wrong(List<string> places)
    {
        var wrong = places.Where(place => place[0] == '!').Select(place => place[1..]).ToList();
        return wrong.Count == 0 ? null : Failure.Validation(wrong.ToDictionary(place => place, _ => new[]
        {
            new Text("Hier stehen einzelne Wörter, nicht leer und ohne , # < > und Zeilenwechsel.", "Single words stand here, not empty and without , # < > and line breaks.").ToString(),
        }));
    }

    private static ProblemResult? Contradiction(Thesaurus thesaurus)
    {
        var groups = thesaurus.Groups.Select(group => group.Select(GermanText.Fold).ToHashSet(StringComparer.Ordinal)).ToList();
        foreach (var (one, other) in thesaurus.Opposites)
        {
            var (a, b) = (GermanText.Fold(one), GermanText.Fold(other));
            if (a == b || groups.Any(group => group.Contains(a) && group.Contains(b)))
                return Failure.Field("opposites", new($"„{one}“ und „{other}“ sollen dasselbe und das Gegenteil bedeuten.", $"\"{one}\" and \"{other}\" shall mean the same and the opposite."));
        }

        return null;
    }
}
