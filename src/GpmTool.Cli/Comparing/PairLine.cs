using System.Text;
using GpmTool.Diff;

namespace GpmTool.Cli.Comparing;

/// <summary>A line about one pair of models.</summary>
/// <param name="Pair">The name of the pair's folder.</param>
/// <param name="Matches">Which elements stand for the same thing.</param>
/// <param name="Presumed">Which only probably do, in models drawn independently; a person should confirm them.</param>
/// <param name="Operations">What changes.</param>
/// <param name="Ms">How long comparing took, reading not counted, in milliseconds.</param>
/// <param name="Error">Why the pair could not be compared.</param>
internal sealed record PairLine(string Pair, IReadOnlyList<PairMatch>? Matches, IReadOnlyList<PairMatch>? Presumed, IReadOnlyList<PairOperation>? Operations, double? Ms, ErrorLine? Error = null)
{
    /// <summary>Shows a comparison.</summary>
    public static PairLine Of(string pair, ComparisonResult result, TimeSpan took) => new(
        pair,
        [.. result.Correspondences.Where(match => !match.IsPresumed).Select(Of)],
        result.Correspondences.Any(match => match.IsPresumed) ? [.. result.Correspondences.Where(match => match.IsPresumed).Select(Of)] : null,
        [.. result.Operations.Select(Of)],
        Math.Round(took.TotalMilliseconds, 3));

    private static PairMatch Of(Correspondence match) => new([.. match.BeforeIds], [.. match.AfterIds], match.Score);

    private static PairOperation Of(Operation operation) => new(Word(operation.Kind), [.. operation.BeforeIds], [.. operation.AfterIds], operation.Parts.IsEmpty ? null : [.. operation.Parts.Select(Of)]);

    // TypeChanged is type-changed in the lines.
    private static string Word(OperationKind kind)
    {
        var word = new StringBuilder();
        foreach (var letter in kind.ToString())
        {
            if (char.IsUpper(letter) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}

/// <summary>Elements that stand for the same thing.</summary>
internal sealed record PairMatch(IReadOnlyList<string> Before, IReadOnlyList<string> After, double Score);

/// <summary>One change.</summary>
internal sealed record PairOperation(string Kind, IReadOnlyList<string> Before, IReadOnlyList<string> After, IReadOnlyList<PairOperation>? Parts = null);
