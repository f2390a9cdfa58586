using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Features.Reviews.Agreement;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Reviews;

/// <summary>A first comment.</summary>
/// <param name="Round">The round the writer has seen.</param>
/// <param name="Text">The text.</param>
/// <param name="ElementId">The element of the Soll it is about.</param>
/// <param name="Difference">The difference it is about; without element and difference: the whole Soll.</param>
/// <param name="Mentions">Roles that are told of it.</param>
internal sealed record BeginThreadRequest(int Round, string Text, string? ElementId = null, DifferenceReference? Difference = null, IReadOnlyList<Mention>? Mentions = null);

/// <summary>A further comment.</summary>
/// <param name="Text">The text.</param>
/// <param name="Mentions">Roles that are told of it.</param>
internal sealed record AddCommentRequest(string Text, IReadOnlyList<Mention>? Mentions = null);

internal sealed class BeginThreadValidator : AbstractValidator<BeginThreadRequest>
{
    public BeginThreadValidator()
    {
        RuleFor(request => request.Text).NotEmpty().MaximumLength(10_000);
        RuleFor(request => request.ElementId).MaximumLength(300);
        RuleFor(request => request.Difference).Must((request, difference) => difference is null || request.ElementId is null)
            .WithMessage(_ => new Text("Eine Anmerkung betrifft ein Element oder einen Unterschied, nicht beides.", "A comment is about an element or a difference, not both.").ToString());
        RuleFor(request => request.Mentions).Must(mentions => mentions is null || mentions.Count <= 20);
    }
}

internal sealed class AddCommentValidator : AbstractValidator<AddCommentRequest>
{
    public AddCommentValidator()
    {
        RuleFor(request => request.Text).NotEmpty().MaximumLength(10_000);
        RuleFor(request => request.Mentions).Must(mentions => mentions is null || mentions.Count <= 20);
    }
}

/// <summary>Comments on a review, on an element or on a single difference.</summary>
internal static class ThreadOperations
{
    private static readonly Role[] Order = [Role.FieldCoordination, Role.SenateCoordination, Role.AuthorityLead, Role.Modeller, Role.Guest];

    /// <summary>Lists the comments by what they are about, the oldest first.</summary>
    public static async Task<Results<Ok<IReadOnlyList<ThreadResponse>>, ProblemResult>> ListAsync(Guid id, GpmDbContext context, ComparisonCache cache, ShownReviews shown, CancellationToken cancellation) =>
        await ReviewFile.LoadAsync(context, cache, id, cancellation) is { } file
            ? TypedResults.Ok<IReadOnlyList<ThreadResponse>>([.. (await shown.ThreadsAsync(file, cancellation)).Select(thread => thread.Shown)])
            : ReviewProblems.NotFound(id);

    /// <summary>Comments on the whole Soll, an element or a difference.</summary>
    public static async Task<Results<TaggedCreated<ThreadResponse>, ProblemResult>> BeginAsync(Guid id, BeginThreadRequest request, GpmDbContext context, ComparisonCache cache, ShownReviews shown, ReviewNotices notices, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await ReviewFile.LoadAsync(context, cache, id, cancellation) is not { } file) return ReviewProblems.NotFound(id);
        if (file.Row.State != ReviewState.Open) return ReviewProblems.Closed();
        if (request.Round != file.Row.Round) return ReviewProblems.OtherRound(file.Row.Round);
        var about = request.Difference;
        if (about is not null && file.Difference(request.Round, new DifferenceId(about.Comparison, about.Key, about.Digest), file.SightOf(context)) is null) return ReviewProblems.NoSuchDifference();
        FlowNode? element = null;
        if (request.ElementId is { } elementId)
        {
            element = await ElementAsync(context, cache, file.Rounds[^1], elementId, cancellation);
            if (element is null) return Failure.Field("elementId", new($"Element „{elementId}“ gibt es in dieser Version nicht.", $"This version has no element \"{elementId}\"."));
        }

        var thread = new ReviewThread
        {
            Id = Guid.CreateVersion7(),
            ReviewId = id,
            Round = request.Round,
            Subject = about is not null ? ThreadSubject.Difference : element is not null ? ThreadSubject.Element : ThreadSubject.Whole,
            ElementId = element?.Id,
            ElementName = element?.Name,
            Comparison = about?.Comparison,
            Key = about?.Key,
            Digest = about?.Digest,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        context.ReviewThreads.Add(thread);
        if (await AddAsync(context, file.Row, thread, request.Text, request.Mentions, notices, current, time, cancellation) is { } problem) return problem;
        await context.SaveChangesAsync(cancellation);
        return ETags.Created($"{ApiGroup.Prefix}/reviews/{id}/threads/{thread.Id}", await FindShownAsync(file, thread.Id, shown, cancellation), thread.Version);
    }

    /// <summary>Reads the comments on one thing.</summary>
    public static async Task<Results<TaggedOk<ThreadResponse>, ProblemResult>> GetAsync(Guid id, Guid thread, GpmDbContext context, ComparisonCache cache, ShownReviews shown, CancellationToken cancellation)
    {
        var (file, row, problem) = await FindAsync(context, cache, shown, id, thread, cancellation);
        return problem is not null ? problem : ETags.Ok(await FindShownAsync(file!, thread, shown, cancellation), row!.Version);
    }

    /// <summary>Adds a comment; whoever adds one to a settled matter opens it again. Comments of the same moment follow each other.</summary>
    public static Task<Results<TaggedOk<ThreadResponse>, ProblemResult>> AddAsync(Guid id, Guid thread, AddCommentRequest request, GpmDbContext context, ComparisonCache cache, ShownReviews shown, ReviewNotices notices, CurrentActor current, TimeProvider time, CancellationToken cancellation) =>
        context.AddInTurnAsync<Results<TaggedOk<ThreadResponse>, ProblemResult>>(async () =>
        {
            var (file, row, problem) = await FindAsync(context, cache, shown, id, thread, cancellation);
            if (problem is not null) return problem;
            if (file!.Row.State != ReviewState.Open) return ReviewProblems.Closed();
            (row!.ResolvedAt, row.ResolvedBy) = (null, null);
            if (await AddAsync(context, file.Row, row, request.Text, request.Mentions, notices, current, time, cancellation) is { } refused) return refused;
            await context.SaveChangesAsync(cancellation);
            return ETags.Ok(await FindShownAsync(file, thread, shown, cancellation), row.Version);
        });

    /// <summary>Says that the matter is settled.</summary>
    public static async Task<Results<TaggedOk<ThreadResponse>, ProblemResult>> ResolveAsync(Guid id, Guid thread, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, ComparisonCache cache, ShownReviews shown, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var (file, row, problem) = await FindAsync(context, cache, shown, id, thread, cancellation);
        if (problem is not null) return problem;
        if (file!.Row.State != ReviewState.Open) return ReviewProblems.Closed();
        if (ETags.Check(ifMatch, row!.Version) is { } outdated) return outdated;
        if (row.ResolvedAt is null)
        {
            (row.ResolvedAt, row.ResolvedBy) = (time.GetUtcNow().UtcDateTime, current.Actor.Id);
            context.Record(current.Actor, "review.resolve", "review", id.ToString(), JsonSerializer.Serialize(new { thread }));
            await context.SaveChangesAsync(cancellation);
        }

        return ETags.Ok(await FindShownAsync(file, thread, shown, cancellation), row.Version);
    }

    private static async Task<ProblemResult?> AddAsync(GpmDbContext context, Review review, ReviewThread thread, string text, IReadOnlyList<Mention>? mentions, ReviewNotices notices, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var (audience, problem) = await Mentions.AudienceAsync(context, mentions, review.PolicyFieldId, cancellation);
        if (problem is not null) return problem;
        context.ReviewComments.Add(new ReviewComment
        {
            ThreadId = thread.Id,
            Number = ++thread.LastComment,
            Text = text,
            MentionsJson = Mentions.Write(mentions),
            At = time.GetUtcNow().UtcDateTime,
            WrittenBy = current.Actor.Id,
            WrittenAs = Order.First(role => current.Caller.Grants.Any(grant => grant.Role == role && (grant.FieldId is null || grant.FieldId == review.PolicyFieldId))),
        });
        if (audience is not null) await notices.TellMentionAsync(review, audience, cancellation);
        context.Record(current.Actor, "review.comment", "review", review.Id.ToString(), JsonSerializer.Serialize(new { thread = thread.Id, number = thread.LastComment }));
        return null;
    }

    // A thread about a difference that the caller may not see does not exist for it.
    private static async Task<(ReviewFile? File, ReviewThread? Row, ProblemResult? Problem)> FindAsync(GpmDbContext context, ComparisonCache cache, ShownReviews shown, Guid id, Guid thread, CancellationToken cancellation)
    {
        if (await ReviewFile.LoadAsync(context, cache, id, cancellation) is not { } file) return (null, null, ReviewProblems.NotFound(id));
        var isSeen = (await shown.ThreadsAsync(file, cancellation, thread)).Count == 1;
        var row = isSeen ? await context.ReviewThreads.SingleAsync(one => one.Id == thread, cancellation) : null;
        return row is null ? (null, null, Failure.NotFound(new("Anmerkung", "Comment"), thread.ToString())) : (file, row, null);
    }

    private static async Task<ThreadResponse> FindShownAsync(ReviewFile file, Guid thread, ShownReviews shown, CancellationToken cancellation) =>
        (await shown.ThreadsAsync(file, cancellation, thread)).Single().Shown;

    private static async Task<FlowNode?> ElementAsync(GpmDbContext context, ComparisonCache cache, ReviewRound round, string id, CancellationToken cancellation)
    {
        var graph = await ComparedSide.GraphAsync(cache, round.ContentHash, () => StoredDocuments.LoadWholeAsync(context, round.ContentHash, cancellation));
        return graph.Nodes.FirstOrDefault(node => node.Id == id);
    }
}
