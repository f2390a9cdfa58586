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
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Reviews;

/// <summary>A new round of a review, with a changed Soll.</summary>
/// <param name="Version">The number of the frozen version.</param>
/// <param name="Deadline">Until when positions are asked for (UTC).</param>
/// <param name="Note">What changed and why, in words.</param>
internal sealed record NextRoundRequest(int Version, DateTime Deadline, string? Note = null);

/// <summary>Another deadline.</summary>
/// <param name="Deadline">Until when positions are asked for (UTC).</param>
/// <param name="Reason">Why it is moved.</param>
internal sealed record MoveDeadlineRequest(DateTime Deadline, string Reason);

internal sealed class NextRoundValidator : AbstractValidator<NextRoundRequest>
{
    public NextRoundValidator(TimeProvider time)
    {
        RuleFor(request => request.Version).GreaterThan(0);
        RuleFor(request => request.Deadline).Deadline(time);
        RuleFor(request => request.Note).MaximumLength(4000);
    }
}

internal sealed class MoveDeadlineValidator : AbstractValidator<MoveDeadlineRequest>
{
    public MoveDeadlineValidator(TimeProvider time)
    {
        RuleFor(request => request.Deadline).Deadline(time);
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(4000);
    }
}

/// <summary>The rounds of a review and their deadlines.</summary>
internal static class Rounds
{
    /// <summary>Begins a round: keeps its version and its comparisons; stored with the caller's next save.</summary>
    public static async Task<ProblemResult?> BeginAsync(
        GpmDbContext context, RoundComparisons comparisons, Review review, ModelVersion version, int? before, DateTime deadline, string? note, Guid processId, Actor actor, TimeProvider time, CancellationToken cancellation)
    {
        (review.Round, review.Deadline) = (review.Round + 1, deadline.ToUniversalTime());
        context.ReviewRounds.Add(new ReviewRound
        {
            ReviewId = review.Id,
            Number = review.Round,
            ModelVersionId = version.Id,
            VersionNumber = version.Number,
            ContentHash = version.ContentHash,
            Deadline = review.Deadline,
            Note = note,
            OpenedAt = time.GetUtcNow().UtcDateTime,
            OpenedBy = actor.Id,
        });
        var soll = (await ComparedSide.StoredAsync(context, version.ModelId, version.Number, cancellation))!;
        var previous = before is null ? null : await ComparedSide.StoredAsync(context, version.ModelId, before, cancellation);
        return await comparisons.KeepAsync(review.Id, review.Round, soll, processId, previous, cancellation);
    }

    /// <summary>
    /// Goes on with a changed Soll: its comparisons are kept beside those of the rounds before, positions on untouched differences stand,
    /// and the authorities are asked about what is new to them.
    /// </summary>
    public static async Task<Results<TaggedOk<ReviewResponse>, ProblemResult>> NextAsync(
        Guid id, NextRoundRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, RoundComparisons comparisons, ComparisonCache cache, ShownReviews shown, ReviewNotices notices, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var (file, problem) = await OpenAsync(context, cache, id, ifMatch, cancellation);
        if (problem is not null) return problem;
        var (review, present) = (file!.Row, file.Rounds[^1]);
        if (await VersionOperations.FindAsync(context, review.ModelId, request.Version, cancellation) is not { } version) return VersionOperations.NotFound(review.ModelId, request.Version);
        if (!version.IsFrozen) return VersionOperations.NotFrozen(request.Version);
        if (version.Number <= present.VersionNumber)
            return Failure.Conflict("not-newer",
                new($"Version {version.Number} ist nicht neuer als Version {present.VersionNumber}, um die es jetzt geht.", $"Version {version.Number} is not newer than version {present.VersionNumber}, which is under review."),
                new("Beginnen Sie einen Entwurf, ändern Sie ihn, frieren Sie ihn ein und nennen Sie ihn hier.", "Begin a draft, change it, freeze it and name it here."));
        var old = (await VersionOperations.FindAsync(context, review.ModelId, present.VersionNumber, cancellation))!;
        var (actor, note) = (current.Actor, request.Note);
        ProblemResult? refused = await LifeCycles.MoveAsync(context, old, ModelState.Draft, step => step.Move == Move.ReviewEnded, note, actor, time, cancellation);
        if (refused is null && (await LifeCycles.OfAsync(context, version, cancellation)).State == ModelState.Draft)
            refused = await LifeCycles.MoveAsync(context, version, ModelState.MethodReview, step => step.Move == Move.Decision, note, actor, time, cancellation);
        refused ??= await LifeCycles.MoveAsync(context, version, ModelState.CoSignature, step => step.Move == Move.ReviewOpened, note, actor, time, cancellation);
        if (refused is not null) return refused;
        var process = await context.Models.Where(model => model.Id == review.ModelId).Select(model => model.ProcessId).SingleAsync(cancellation);
        if (await BeginAsync(context, comparisons, review, version, present.VersionNumber, request.Deadline, note, process, actor, time, cancellation) is { } notCompared) return notCompared;
        await notices.TellAllAsync(review, NotificationKind.ReviewChanged, file.Authorities, review.Deadline, cancellation);
        context.Record(actor, "review.round", "review", id.ToString(), JsonSerializer.Serialize(new { round = review.Round, version = version.Number, deadline = review.Deadline, note }));
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(await shown.ShowAsync((await ReviewFile.LoadAsync(context, cache, id, cancellation))!, cancellation), review.Version);
    }

    /// <summary>Moves the deadline.</summary>
    public static async Task<Results<TaggedOk<ReviewResponse>, ProblemResult>> MoveDeadlineAsync(
        Guid id, MoveDeadlineRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, ComparisonCache cache, ShownReviews shown, CurrentActor current, CancellationToken cancellation)
    {
        var (file, problem) = await OpenAsync(context, cache, id, ifMatch, cancellation);
        if (problem is not null) return problem;
        var review = file!.Row;
        context.Record(current.Actor, "review.deadline", "review", id.ToString(), JsonSerializer.Serialize(new { from = review.Deadline, to = request.Deadline.ToUniversalTime(), reason = request.Reason }));
        review.Deadline = request.Deadline.ToUniversalTime();
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(await shown.ShowAsync(file, cancellation), review.Version);
    }

    /// <summary>An open review that the caller has seen as it is now.</summary>
    public static async Task<(ReviewFile? File, ProblemResult? Problem)> OpenAsync(GpmDbContext context, ComparisonCache cache, Guid id, string? ifMatch, CancellationToken cancellation)
    {
        if (await ReviewFile.LoadAsync(context, cache, id, cancellation) is not { } file) return (null, ReviewProblems.NotFound(id));
        if (ETags.Check(ifMatch, file.Row.Version) is { } outdated) return (null, outdated);
        return file.Row.State == ReviewState.Open ? (file, null) : (null, ReviewProblems.Closed());
    }
}
