namespace GpmTool.Api.Features.Reviews.Agreement;

/// <summary>A single difference of a round: the same in another round only if all three are equal.</summary>
/// <param name="Comparison">The comparison: the key of an authority, or "previous".</param>
/// <param name="Key">What it is about.</param>
/// <param name="Digest">What exactly it says.</param>
internal readonly record struct DifferenceId(string Comparison, string Key, string Digest);

/// <summary>The differences of a round as one authority sees them.</summary>
/// <param name="All">All that it can take a position on.</param>
/// <param name="Own">Those it is asked about: of its own Ist, or of every Ist where it has none; of the round before where there is no Ist at all.</param>
internal sealed record RoundDifferences(IReadOnlySet<DifferenceId> All, IReadOnlyList<DifferenceId> Own);
