using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.LifeCycle;
using GpmTool.Api.Features.Reviews.Agreement;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Reviews;

/// <summary>A comparison of a round without its documents.</summary>
/// <param name="Round">The round.</param>
/// <param name="Name">The key of the authority whose Ist is compared, or "previous".</param>
/// <param name="AuthorityId">The authority.</param>
/// <param name="Similarity">How alike both are, 0 to 1.</param>
/// <param name="Differences">All differences, whoever may see them.</param>
internal sealed record KeptComparison(int Round, string Name, Guid? AuthorityId, double Similarity, IReadOnlyList<KeptDifference> Differences)
{
    /// <summary>The differences that somebody sees.</summary>
    public IEnumerable<KeptDifference> Seen(bool whole) => Differences.Where(difference => difference.Seen == SeenBy.All || difference.Seen == (whole ? SeenBy.Whole : SeenBy.Bare));
}

/// <summary>A review with all that its standing is made of.</summary>
internal sealed class ReviewFile
{
    private readonly Dictionary<Guid, Standing> standings = [];

    /// <summary>The review.</summary>
    public required Review Row { get; init; }

    /// <summary>Its rounds, the first first.</summary>
    public required IReadOnlyList<ReviewRound> Rounds { get; init; }

    /// <summary>The authorities that are asked, by key.</summary>
    public required IReadOnlyList<ReviewAuthority> Authorities { get; init; }

    /// <summary>The comparisons of all rounds.</summary>
    public required IReadOnlyList<KeptComparison> Comparisons { get; init; }

    /// <summary>What was said, in order of time.</summary>
    public required IReadOnlyList<ReviewPosition> Positions { get; init; }

    /// <summary>The rule it has to meet; null: none.</summary>
    public QuorumRule? Rule => Row.QuorumJson is { } json ? QuorumRule.Read(json) : null;

    /// <summary>Loads a review that the caller may read; null: there is none.</summary>
    public static async Task<ReviewFile?> LoadAsync(GpmDbContext context, ComparisonCache cache, Guid id, CancellationToken cancellation)
    {
        if (await context.Reviews.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row) return null;
        var comparisons = await context.ReviewComparisons.AsNoTracking().Where(one => one.ReviewId == id).OrderBy(one => one.Round).ThenBy(one => one.Name)
            .Select(one => new { one.Round, one.Name, one.AuthorityId, one.Similarity }).ToListAsync(cancellation);
        var kept = new List<KeptComparison>(comparisons.Count);
        foreach (var one in comparisons)
        {
            // What is kept never changes: it is unpacked once.
            var differences = await cache.GetAsync($"review:{id}:{one.Round}:{one.Name}", async () =>
            {
                var packed = await context.ReviewComparisons.Where(other => other.ReviewId == id && other.Round == one.Round && other.Name == one.Name).Select(other => other.Differences).SingleAsync(cancellation);
                var read = RoundComparisons.Read(packed);
                return (read, 600L * read.Count);
            });
            kept.Add(new KeptComparison(one.Round, one.Name, one.AuthorityId, one.Similarity, differences));
        }

        return new ReviewFile
        {
            Row = row,
            Rounds = await context.ReviewRounds.AsNoTracking().Where(round => round.ReviewId == id).OrderBy(round => round.Number).ToListAsync(cancellation),
            Authorities = await context.ReviewAuthorities.AsNoTracking().Where(authority => authority.ReviewId == id).OrderBy(authority => authority.Key).ToListAsync(cancellation),
            Comparisons = kept,
            Positions = await context.ReviewPositions.AsNoTracking().Where(position => position.ReviewId == id).OrderBy(position => position.Number).ToListAsync(cancellation),
        };
    }

    /// <summary>Where an authority stands.</summary>
    public Standing StandingOf(ReviewAuthority authority)
    {
        if (standings.TryGetValue(authority.AuthorityId, out var known)) return known;
        var said = Positions.Where(position => position.AuthorityId == authority.AuthorityId)
            .Select(position => new Said(position.Round, position.Comparison is { } comparison ? new DifferenceId(comparison, position.Key!, position.Digest!) : null, position.Stance));
        return standings[authority.AuthorityId] = Standings.Of([.. Rounds.Select(round => DifferencesOf(authority, round.Number))], said);
    }

    /// <summary>The differences of a round as an authority sees them: its own Ist whole, those of others without what they have not released.</summary>
    public RoundDifferences DifferencesOf(ReviewAuthority authority, int round)
    {
        var comparisons = Comparisons.Where(comparison => comparison.Round == round).ToList();
        IEnumerable<DifferenceId> Ids(KeptComparison comparison) => comparison.Seen(comparison.AuthorityId is null || comparison.AuthorityId == authority.AuthorityId).Select(difference => new DifferenceId(comparison.Name, difference.Key, difference.Digest)).Distinct();
        var istSides = comparisons.Where(comparison => comparison.AuthorityId is not null).ToList();
        var own = istSides.Where(comparison => comparison.AuthorityId == authority.AuthorityId).ToList();
        var asked = own.Count > 0 ? own : istSides.Count > 0 ? istSides : comparisons;
        return new RoundDifferences(comparisons.SelectMany(Ids).ToHashSet(), [.. asked.SelectMany(Ids)]);
    }

    /// <summary>Whether enough agree at a time.</summary>
    public QuorumResult QuorumAt(DateTime now) =>
        Quorum.Of(Rule, Authorities.ToDictionary(authority => authority.Key, authority => StandingOf(authority).Stance), now >= Row.Deadline);

    /// <summary>The comparison of a round by name.</summary>
    public KeptComparison? Comparison(int round, string name) => Comparisons.FirstOrDefault(comparison => comparison.Round == round && comparison.Name == name);

    /// <summary>A difference of a round as somebody sees it; null: it is not there, or not to be seen.</summary>
    public KeptDifference? Difference(int round, DifferenceId id, Func<KeptComparison, bool> seesWhole) =>
        Comparison(round, id.Comparison) is { } comparison ? comparison.Seen(seesWhole(comparison)).FirstOrDefault(difference => difference.Key == id.Key && difference.Digest == id.Digest) : null;

    /// <summary>Whether the caller of a context may see unreleased times and staffing of a comparison's Ist.</summary>
    public Func<KeptComparison, bool> SightOf(GpmDbContext context) => comparison => SeesWhole(context, Row, comparison.AuthorityId);

    /// <summary>Whether the caller of a context may see unreleased times and staffing of an authority's Ist; null: there are none to hide.</summary>
    public static bool SeesWhole(GpmDbContext context, Review review, Guid? authority) => authority is null || context.SeesStaffData?.Invoke(review.PolicyFieldId, authority) != false;
}
