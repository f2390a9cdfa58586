using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.LifeCycle;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Reviews;

/// <summary>A new review.</summary>
/// <param name="Deadline">Until when positions are asked for (UTC).</param>
/// <param name="Authorities">The keys of authorities that are asked beside those that the policy field's quorum rule names.</param>
/// <param name="Note">What it is about, in words.</param>
internal sealed record OpenReviewRequest(DateTime Deadline, IReadOnlyList<string>? Authorities = null, string? Note = null);

internal sealed class OpenReviewValidator : AbstractValidator<OpenReviewRequest>
{
    public OpenReviewValidator(TimeProvider time)
    {
        RuleFor(request => request.Deadline).Deadline(time);
        RuleFor(request => request.Authorities).Must(keys => keys is null || keys.Count <= 500);
        RuleFor(request => request.Note).MaximumLength(4000);
    }
}

internal static class DeadlineRule
{
    /// <summary>A deadline lies ahead, and not years ahead.</summary>
    public static IRuleBuilderOptions<T, DateTime> Deadline<T>(this IRuleBuilder<T, DateTime> rule, TimeProvider time) => rule
        .Must(deadline => deadline.ToUniversalTime() > time.GetUtcNow().UtcDateTime && deadline.ToUniversalTime() < time.GetUtcNow().UtcDateTime.AddYears(2))
        .WithMessage(_ => new Text("Die Frist liegt in der Zukunft und höchstens zwei Jahre voraus.", "The deadline lies in the future, at most two years ahead.").ToString());
}

/// <summary>Opens a review of a frozen version of a Soll that is in method review.</summary>
internal static class OpenReview
{
    /// <summary>
    /// Opens a review: the version goes on to co-signature, the comparisons with every Ist are kept as they are now, and the authorities
    /// that the quorum rule names are asked.
    /// </summary>
    public static async Task<Results<TaggedCreated<ReviewResponse>, ProblemResult>> HandleAsync(
        Guid id, int number, OpenReviewRequest request, GpmDbContext context, RoundComparisons comparisons, ComparisonCache cache, ShownReviews shown, ReviewNotices notices, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.Models.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } model) return Failure.NotFound(Kinds.Model, id.ToString());
        if (await VersionOperations.FindAsync(context, id, number, cancellation) is not { } version) return VersionOperations.NotFound(id, number);
        if (!version.IsFrozen) return VersionOperations.NotFrozen(number);
        var process = await context.Processes.AsNoTracking().SingleAsync(row => row.Id == model.ProcessId, cancellation);
        var rule = await QuorumOperations.RuleAsync(context, id, cancellation);
        var (authorities, problem) = await AuthoritiesAsync(context, rule, request.Authorities ?? [], cancellation);
        if (problem is not null) return problem;
        if (await LifeCycles.MoveAsync(context, version, ModelState.CoSignature, step => step.Move == Move.ReviewOpened, request.Note, current.Actor, time, cancellation) is { } refused) return refused;
        var review = new Review
        {
            Id = Guid.CreateVersion7(),
            ModelId = id,
            PolicyFieldId = process.PolicyFieldId,
            PolicyFieldName = await context.PolicyFields.Where(field => field.Id == process.PolicyFieldId).Select(field => field.Name).SingleAsync(cancellation),
            ProcessKey = process.Key,
            ProcessName = process.Name,
            QuorumJson = rule?.Write(),
            OpenForModelId = id,
            OpenedAt = time.GetUtcNow().UtcDateTime,
            OpenedBy = current.Actor.Id,
        };
        context.Reviews.Add(review);
        context.ReviewAuthorities.AddRange(authorities.Select(authority => new ReviewAuthority { ReviewId = review.Id, AuthorityId = authority.Id, Key = authority.Key, Name = authority.Name, Kind = authority.Kind }));
        if (await Rounds.BeginAsync(context, comparisons, review, version, null, request.Deadline, request.Note, process.Id, current.Actor, time, cancellation) is { } notCompared) return notCompared;
        await notices.TellAllAsync(review, NotificationKind.ReviewOpened, context.ReviewAuthorities.Local, review.Deadline, cancellation);
        context.Record(current.Actor, "review.open", "review", review.Id.ToString(), JsonSerializer.Serialize(new { model = id, version = number, deadline = review.Deadline, authorities = authorities.Select(authority => authority.Key), note = request.Note }));
        await context.SaveChangesAsync(cancellation);
        var file = (await ReviewFile.LoadAsync(context, cache, review.Id, cancellation))!;
        return ETags.Created($"{ApiGroup.Prefix}/reviews/{review.Id}", await shown.ShowAsync(file, cancellation), review.Version);
    }

    private static async Task<(List<Authority> Authorities, ProblemResult? Problem)> AuthoritiesAsync(GpmDbContext context, QuorumRule? rule, IReadOnlyList<string> more, CancellationToken cancellation)
    {
        List<string> keys = [.. (rule?.Authorities ?? []).Concat(more).Distinct(StringComparer.Ordinal)];
        if (keys.Count == 0)
            return ([], Failure.Field("authorities", new("Das Politikfeld hat keine Quorumsregel: nennen Sie die Behörden, die gefragt werden.", "The policy field has no quorum rule: name the authorities that are asked.")));
        var rows = await context.Authorities.AsNoTracking().Where(row => keys.Contains(row.Key)).ToListAsync(cancellation);
        if (keys.Except(rows.Select(row => row.Key)).FirstOrDefault() is { } unknown)
            return ([], Failure.Field("authorities", new($"Behörde „{unknown}“ ist nicht vorhanden.", $"Authority \"{unknown}\" does not exist.")));
        // One that ended since the rule was made can no longer answer; the rule counts it among those that have not agreed.
        return (rows, null);
    }
}
