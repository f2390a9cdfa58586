using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.LifeCycle;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GpmTool.Api.Features.Reviews;

/// <summary>The end of a review.</summary>
/// <param name="Outcome">How it ends: coSigned approves the Soll and needs the quorum, notCoSigned and withdrawn make it a draft again.</param>
/// <param name="Remark">What is to be said about it: required unless it is co-signed.</param>
internal sealed record ConcludeReviewRequest(ReviewState Outcome, string? Remark = null);

internal sealed class ConcludeReviewValidator : AbstractValidator<ConcludeReviewRequest>
{
    public ConcludeReviewValidator()
    {
        RuleFor(request => request.Outcome).IsInEnum().NotEqual(ReviewState.Open);
        RuleFor(request => request.Remark).MaximumLength(4000);
        RuleFor(request => request.Remark).NotEmpty().When(request => request.Outcome != ReviewState.CoSigned)
            .WithMessage(_ => new Text("Sagen Sie, warum das Soll nicht mitgezeichnet ist.", "Say why the Soll is not co-signed.").ToString());
    }
}

/// <summary>Ends a review.</summary>
internal static class ConcludeReview
{
    /// <summary>Ends a review: co-signed with the quorum its policy field demands, else back to a draft.</summary>
    public static async Task<Results<TaggedOk<ReviewResponse>, ProblemResult>> HandleAsync(
        Guid id, ConcludeReviewRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, ComparisonCache cache, ShownReviews shown, ReviewNotices notices, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var (file, problem) = await Rounds.OpenAsync(context, cache, id, ifMatch, cancellation);
        if (problem is not null) return problem;
        var (review, now) = (file!.Row, time.GetUtcNow().UtcDateTime);
        var quorum = file.QuorumAt(now);
        if (request.Outcome == ReviewState.CoSigned && !quorum.Holds)
            return Failure.Conflict("quorum-missing", QuorumTexts.Why(quorum), new("Warten Sie auf weitere Positionen, ändern Sie das Soll (POST …/rounds), oder schließen Sie ohne Mitzeichnung ab.", "Wait for more positions, change the Soll (POST …/rounds), or conclude without co-signature."));
        var version = (await VersionOperations.FindAsync(context, review.ModelId, file.Rounds[^1].VersionNumber, cancellation))!;
        var isCoSigned = request.Outcome == ReviewState.CoSigned;
        if (await LifeCycles.MoveAsync(context, version, isCoSigned ? ModelState.Approved : ModelState.Draft, step => step.Move == (isCoSigned ? Move.ReviewCoSigned : Move.ReviewEnded), request.Remark, current.Actor, time, cancellation) is { } refused) return refused;
        (review.State, review.OpenForModelId, review.ConcludedAt, review.ConcludedBy, review.Remark) = (request.Outcome, null, now, current.Actor.Id, request.Remark);
        await notices.TellAllAsync(review, NotificationKind.ReviewConcluded, file.Authorities, null, cancellation);
        context.Record(current.Actor, "review.conclude", "review", id.ToString(), JsonSerializer.Serialize(new { outcome = JsonNamingPolicy.CamelCase.ConvertName(request.Outcome.ToString()), agreed = quorum.Agreed, objecting = quorum.Objecting, notConcerned = quorum.NotConcerned, silent = quorum.Silent, note = request.Remark }));
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(await shown.ShowAsync(file, cancellation), review.Version);
    }
}
