using GpmTool.Persistence;

namespace GpmTool.Api.Features.Reviews.Agreement;

/// <summary>What was said.</summary>
/// <param name="Round">In which round, from 1.</param>
/// <param name="About">About which difference; null: the whole Soll.</param>
/// <param name="Stance">What.</param>
internal sealed record Said(int Round, DifferenceId? About, Stance Stance);

/// <summary>Where an authority stands in the present round.</summary>
/// <param name="Stance">What it says on the whole; null: something is still to be said.</param>
/// <param name="Objections">The differences to which it objects.</param>
/// <param name="IsWholeObjection">Whether it objects to the whole.</param>
/// <param name="Open">The differences it has not taken a position on; empty once its stance is known.</param>
/// <param name="Kept">The differences whose position was kept from an earlier round.</param>
/// <param name="Positions">Its position on each difference that has one.</param>
internal sealed record Standing(
    Stance? Stance, IReadOnlyList<DifferenceId> Objections, bool IsWholeObjection, IReadOnlyList<DifferenceId> Open, IReadOnlySet<DifferenceId> Kept, IReadOnlyDictionary<DifferenceId, Stance> Positions);

/// <summary>
/// What positions come to. A position on the whole replaces what the authority said before; one on a difference counts for this difference.
/// In a new round positions on untouched differences are kept; an agreement on the whole is kept for the differences that are untouched and
/// is to be given again for the others; an objection to the whole stands until its authority takes it back.
/// O(rounds × differences + positions).
/// </summary>
internal static class Standings
{
    /// <summary>The standing of one authority.</summary>
    /// <param name="rounds">The differences of each round, the first round first.</param>
    /// <param name="said">What the authority said, in order of time.</param>
    public static Standing Of(IReadOnlyList<RoundDifferences> rounds, IEnumerable<Said> said)
    {
        var byRound = said.ToLookup(one => one.Round);
        Stance? whole = null;
        var single = new Dictionary<DifferenceId, Stance>();
        var kept = new HashSet<DifferenceId>();
        for (var number = 1; number <= rounds.Count; number++)
        {
            var round = rounds[number - 1];
            if (number > 1) whole = Carry(rounds[number - 2], round, whole, single, kept);
            foreach (var one in byRound[number])
            {
                if (one.About is { } difference)
                {
                    single[difference] = one.Stance;
                    kept.Remove(difference);
                    continue;
                }

                whole = one.Stance;
                single.Clear();
                kept.Clear();
            }
        }

        return Result(rounds[^1], whole, single, kept);
    }

    private static Stance? Carry(RoundDifferences before, RoundDifferences now, Stance? whole, Dictionary<DifferenceId, Stance> single, HashSet<DifferenceId> kept)
    {
        if (whole is Stance.Agreed or Stance.NotConcerned)
            foreach (var difference in before.Own) single.TryAdd(difference, whole.Value);
        foreach (var gone in single.Keys.Where(difference => !now.All.Contains(difference)).ToList()) single.Remove(gone);
        kept.Clear();
        kept.UnionWith(single.Keys);
        if (whole is null or Stance.Objection) return whole;
        return now.Own.All(single.ContainsKey) ? whole : null;
    }

    private static Standing Result(RoundDifferences round, Stance? whole, Dictionary<DifferenceId, Stance> single, HashSet<DifferenceId> kept)
    {
        List<DifferenceId> objections = [.. single.Where(pair => pair.Value == Stance.Objection).Select(pair => pair.Key).OrderBy(difference => difference.Comparison, StringComparer.Ordinal).ThenBy(difference => difference.Key, StringComparer.Ordinal)];
        List<DifferenceId> open = whole is null ? [.. round.Own.Where(difference => !single.ContainsKey(difference))] : [];
        Stance? stance = (whole, objections.Count) switch
        {
            (Stance.Objection, _) or (_, > 0) => Stance.Objection,
            (not null, _) => whole,
            _ when open.Count > 0 || round.Own.Count == 0 => null,
            _ => round.Own.Any(difference => single[difference] == Stance.Agreed) ? Stance.Agreed : Stance.NotConcerned,
        };
        return new Standing(stance, objections, whole == Stance.Objection, open, kept, single);
    }
}
