using GpmTool.Api.Features.Reviews.Agreement;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Reviews;

/// <summary>Shows reviews to a caller: sentences only of what it may see, names to everybody but guests.</summary>
internal sealed class ShownReviews(GpmDbContext context, CurrentActor current, TimeProvider time)
{
    /// <summary>A review.</summary>
    public async Task<ReviewResponse> ShowAsync(ReviewFile file, CancellationToken cancellation)
    {
        var (row, sight) = (file.Row, file.SightOf(context));
        var names = await NamesAsync([.. file.Rounds.Select(round => round.OpenedBy), .. Some(row.ConcludedBy)], cancellation);
        return new ReviewResponse(
            row.Id, row.PolicyFieldName, row.ProcessKey, row.ProcessName, row.ModelId, row.State, row.Round, row.Deadline,
            [.. file.Rounds.Select(round => new RoundResponse(round.Number, round.VersionNumber, round.Note, names.Act(round.OpenedBy, round.OpenedAt),
                [.. file.Comparisons.Where(comparison => comparison.Round == round.Number).Select(comparison => new RoundComparisonResponse(comparison.Name, comparison.Similarity, comparison.Seen(sight(comparison)).Count()))]))],
            [.. file.Authorities.Select(authority => Reviewer(authority, file.StandingOf(authority)))],
            Quorum(file), row.ConcludedAt is { } at ? names.Act(row.ConcludedBy!, at) : null, row.Remark);
    }

    /// <summary>Whether enough authorities agree.</summary>
    public QuorumStateResponse Quorum(ReviewFile file)
    {
        var result = file.QuorumAt(file.Row.ConcludedAt ?? time.GetUtcNow().UtcDateTime);
        return new QuorumStateResponse(file.Rule, result.Holds, result.IsBlocked, [.. result.Parts.Select(part => new QuorumPartResponse(part.Part.Name, part.Agreed, part.Needed, part.Concerned, part.Holds))], QuorumTexts.Why(result).ToString());
    }

    /// <summary>The positions that were taken. Of a difference that the caller may not see neither sentence nor reason is shown.</summary>
    public async Task<IReadOnlyList<PositionResponse>> PositionsAsync(ReviewFile file, CancellationToken cancellation)
    {
        var (sight, keys) = (file.SightOf(context), file.Authorities.ToDictionary(authority => authority.AuthorityId, authority => authority.Key));
        var names = await NamesAsync(file.Positions.Select(position => position.SignedBy), cancellation);
        return [.. file.Positions.Select(position =>
        {
            var about = position.Comparison is { } comparison ? new DifferenceReference(comparison, position.Key!, position.Digest!) : null;
            var difference = about is null ? null : file.Difference(position.Round, Id(about), sight);
            var hidden = about is not null && difference is null;
            return new PositionResponse(position.Number, position.Round, keys[position.AuthorityId], position.Stance, hidden ? null : position.Reason, hidden ? null : about, difference?.Sentence, names.Act(position.SignedBy, position.At), position.SignedAs);
        })];
    }

    /// <summary>The comments, or those of one thread. Threads about a difference that the caller may not see are left out.</summary>
    public async Task<IReadOnlyList<(ReviewThread Row, ThreadResponse Shown)>> ThreadsAsync(ReviewFile file, CancellationToken cancellation, Guid? only = null)
    {
        var id = file.Row.Id;
        var threads = await context.ReviewThreads.AsNoTracking().Where(row => row.ReviewId == id && (only == null || row.Id == only)).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellation);
        var comments = (await (
            from comment in context.ReviewComments.AsNoTracking()
            join thread in context.ReviewThreads on comment.ThreadId equals thread.Id
            where thread.ReviewId == id && (only == null || thread.Id == only)
            orderby comment.Number
            select comment).ToListAsync(cancellation)).ToLookup(comment => comment.ThreadId);
        var names = await NamesAsync([.. comments.SelectMany(thread => thread).Select(comment => comment.WrittenBy), .. threads.SelectMany(thread => Some(thread.ResolvedBy))], cancellation);
        var sight = file.SightOf(context);
        var shown = new List<(ReviewThread, ThreadResponse)>();
        foreach (var thread in threads)
        {
            var about = thread.Comparison is { } comparison ? new DifferenceReference(comparison, thread.Key!, thread.Digest!) : null;
            var difference = about is null ? null : file.Difference(thread.Round, Id(about), sight);
            if (about is not null && difference is null) continue;
            shown.Add((thread, new ThreadResponse(
                thread.Id, thread.Round, thread.Subject, thread.ElementId, thread.ElementName, about, difference?.Sentence,
                [.. comments[thread.Id].Select(comment => new CommentResponse(comment.Number, comment.Text, Mentions.Read(comment.MentionsJson), names.Act(comment.WrittenBy, comment.At), comment.WrittenAs))],
                thread.ResolvedAt is { } at ? names.Act(thread.ResolvedBy!, at) : null)));
        }

        return shown;
    }

    /// <summary>The differences of a round, with what an authority says to them.</summary>
    public IReadOnlyList<ReviewDifferenceResponse> Differences(ReviewFile file, int round, ReviewAuthority? authority)
    {
        var sight = file.SightOf(context);
        var standing = authority is not null && round == file.Row.Round ? file.StandingOf(authority) : null;
        var open = standing?.Open.ToHashSet() ?? [];
        var asked = authority is null ? null : file.DifferencesOf(authority, round).Own.Select(difference => difference.Comparison).ToHashSet();
        return [.. file.Comparisons.Where(comparison => comparison.Round == round && (asked is null || asked.Contains(comparison.Name) || comparison.Name == ReviewComparison.Previous)).SelectMany(comparison =>
        {
            var before = file.Comparison(round - 1, comparison.Name)?.Differences.Select(difference => (difference.Key, difference.Digest)).ToHashSet() ?? [];
            return comparison.Seen(sight(comparison)).Select(difference =>
            {
                var id = new DifferenceId(comparison.Name, difference.Key, difference.Digest);
                return new ReviewDifferenceResponse(
                    comparison.Name, difference.Key, difference.Digest, difference.Kind, difference.BeforeIds, difference.AfterIds, difference.Sentence, round > 1 && !before.Contains((difference.Key, difference.Digest)),
                    standing?.Positions.TryGetValue(id, out var stance) == true ? stance : null, standing?.Kept.Contains(id) == true, open.Contains(id));
            });
        })];
    }

    /// <summary>The names behind ids; nobody's for a guest.</summary>
    public async Task<ShownNames> NamesAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        if (current.Caller.ReviewId is not null) return new ShownNames([]);
        var wanted = ids.Distinct().ToList();
        return new ShownNames(await context.ActorNames.AsNoTracking().Where(row => wanted.Contains(row.ActorId)).ToDictionaryAsync(row => row.ActorId, row => row.Name, cancellation));
    }

    private static ReviewerResponse Reviewer(ReviewAuthority authority, Standing standing) =>
        new(authority.Key, authority.Name, authority.Kind, standing.Stance, standing.Open.Count, standing.Objections.Count + (standing.IsWholeObjection ? 1 : 0), standing.Kept.Count);

    private static DifferenceId Id(DifferenceReference difference) => new(difference.Comparison, difference.Key, difference.Digest);

    private static IEnumerable<string> Some(string? id) => id is null ? [] : [id];
}

/// <summary>Names behind the actors of the audit chain.</summary>
internal sealed class ShownNames(Dictionary<string, string> names)
{
    /// <summary>Who did something, and when.</summary>
    public ActResponse Act(string by, DateTime at) => new(by, names.GetValueOrDefault(by), at);
}
