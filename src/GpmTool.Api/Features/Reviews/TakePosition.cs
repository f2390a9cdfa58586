using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.Reviews.Agreement;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GpmTool.Api.Features.Reviews;

/// <summary>What an authority says.</summary>
/// <param name="Authority">The key of the authority.</param>
/// <param name="Round">The round the signer has seen.</param>
/// <param name="Stance">What it says.</param>
/// <param name="Reason">Why: required for an objection.</param>
/// <param name="Difference">The difference it is about; null: the whole Soll, and instead of all it said before.</param>
internal sealed record TakePositionRequest(string Authority, int Round, Stance Stance, string? Reason = null, DifferenceReference? Difference = null);

internal sealed class TakePositionValidator : AbstractValidator<TakePositionRequest>
{
    public TakePositionValidator()
    {
        RuleFor(request => request.Authority).NotEmpty().MaximumLength(100);
        RuleFor(request => request.Stance).IsInEnum();
        RuleFor(request => request.Reason).MaximumLength(4000);
        RuleFor(request => request.Reason).NotEmpty().When(request => request.Stance == Stance.Objection)
            .WithMessage(_ => new Text("Ein Einwand braucht eine Begründung.", "An objection needs a reason.").ToString());
        RuleFor(request => request.Difference!.Comparison).NotEmpty().When(request => request.Difference is not null);
        RuleFor(request => request.Difference!.Key).NotEmpty().When(request => request.Difference is not null);
        RuleFor(request => request.Difference!.Digest).NotEmpty().When(request => request.Difference is not null);
    }
}

/// <summary>Takes the position of an authority (Mitzeichnung).</summary>
internal static class TakePosition
{
    /// <summary>Takes a position on the whole Soll or on a single difference. Offices that sign in the same moment change the same review: each gets its turn.</summary>
    public static Task<Results<TaggedOk<ReviewResponse>, ProblemResult>> HandleAsync(Guid id, TakePositionRequest request, GpmDbContext context, ComparisonCache cache, ShownReviews shown, ReviewNotices notices, CurrentActor current, TimeProvider time, CancellationToken cancellation) =>
        context.AddInTurnAsync<Results<TaggedOk<ReviewResponse>, ProblemResult>>(async () =>
        {
            if (await ReviewFile.LoadAsync(context, cache, id, cancellation) is not { } file) return ReviewProblems.NotFound(id);
            if (Refusal(file, request) is { } refused) return refused;
            var authority = file.Authorities.Single(one => one.Key == request.Authority);
            Add(context, file.Row, authority, request, current, time);
            if (request.Stance == Stance.Objection) await notices.TellObjectionAsync(file.Row, authority, cancellation);
            await context.SaveChangesAsync(cancellation);
            var saved = (await ReviewFile.LoadAsync(context, cache, id, cancellation))!;
            return ETags.Ok(await shown.ShowAsync(saved, cancellation), saved.Row.Version);
        });

    private static ProblemResult? Refusal(ReviewFile file, TakePositionRequest request)
    {
        if (file.Row.State != ReviewState.Open) return ReviewProblems.Closed();
        if (request.Round != file.Row.Round) return ReviewProblems.OtherRound(file.Row.Round);
        if (file.Authorities.FirstOrDefault(one => one.Key == request.Authority) is not { } authority) return ReviewProblems.NotAsked(request.Authority);
        return request.Difference is not { } about || file.DifferencesOf(authority, request.Round).All.Contains(new DifferenceId(about.Comparison, about.Key, about.Digest)) ? null : ReviewProblems.NoSuchDifference();
    }

    private static void Add(GpmDbContext context, Review review, ReviewAuthority authority, TakePositionRequest request, CurrentActor current, TimeProvider time)
    {
        var position = new ReviewPosition
        {
            ReviewId = review.Id,
            Number = ++review.LastPosition,
            Round = review.Round,
            AuthorityId = authority.AuthorityId,
            Stance = request.Stance,
            Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason,
            Comparison = request.Difference?.Comparison,
            Key = request.Difference?.Key,
            Digest = request.Difference?.Digest,
            At = time.GetUtcNow().UtcDateTime,
            SignedBy = current.Actor.Id,
            SignedAs = current.Caller.Grants.First(grant => grant.AuthorityId == authority.AuthorityId && grant.Role is Role.AuthorityLead or Role.SenateCoordination).Role,
        };
        context.ReviewPositions.Add(position);
        // The chain says what was signed, word for word; whom it hides a difference from does not read the chain.
        context.Record(current.Actor, "review.position", "review", review.Id.ToString(), JsonSerializer.Serialize(new
        {
            number = position.Number,
            round = position.Round,
            authority = authority.Key,
            stance = JsonNamingPolicy.CamelCase.ConvertName(position.Stance.ToString()),
            reason = position.Reason,
            comparison = position.Comparison,
            key = position.Key,
            digest = position.Digest,
        }));
    }
}
