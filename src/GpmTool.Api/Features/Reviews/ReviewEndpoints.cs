using GpmTool.Api.Features.Notifications;
using GpmTool.Api.Infrastructure.Documentation;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;

namespace GpmTool.Api.Features.Reviews;

/// <summary>Reviews with co-signature (Mitzeichnung).</summary>
internal static class ReviewEndpoints
{
    private const int NotFound = StatusCodes.Status404NotFound;
    private const int Conflict = StatusCodes.Status409Conflict;

    /// <summary>Registers what reviews need.</summary>
    public static void AddReviews(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RoundComparisons>();
        builder.Services.AddScoped<ShownReviews>();
        builder.Services.AddScoped<ReviewNotices>();
        builder.Services.AddSingleton<IDeadlines, ReviewDeadlines>();
        builder.Services.AddSingleton<IDeadlines, ResubmissionDeadlines>();
    }

    /// <summary>Maps the routes.</summary>
    public static void MapReviews(this IEndpointRouteBuilder routes)
    {
        int[] changes = [NotFound, Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired];
        routes.MapFeature("models/{id:guid}/versions/{number:int}", "Reviews").MapPost("reviews", OpenReview.HandleAsync).WithName("OpenReview").Needs(Right.SteerSoll, Subjects.Model).Fails(NotFound, Conflict, StatusCodes.Status422UnprocessableEntity);

        var reviews = routes.MapFeature("reviews", "Reviews");
        reviews.MapGet("", ReadReviews.ListAsync).WithName("ListReviews").Needs(Right.ReadReviews);
        reviews.MapGet("{id:guid}", ReadReviews.GetAsync).WithName("GetReview").Needs(Right.ReadReviews).Fails(NotFound);
        reviews.MapGet("{id:guid}/differences", ReadReviews.DifferencesAsync).WithName("ListReviewDifferences").Needs(Right.ReadReviews).Fails(NotFound, Conflict);
        reviews.MapGet("{id:guid}/rounds/{round:int}/comparisons/{name}", ReadReviews.ComparisonAsync).WithName("GetReviewComparison").Needs(Right.ReadReviews).Fails(NotFound)
            .Produces<Comparisons.ComparisonResponse>();
        reviews.MapGet("{id:guid}/rounds/{round:int}/document", ReadReviews.DocumentAsync).WithName("GetReviewDocument").Needs(Right.ReadReviews).Fails(NotFound, Conflict);
        reviews.MapGet("{id:guid}/minutes", MinutesOperation.HandleAsync).WithName("GetReviewMinutes").Needs(Right.ReadReviews).Fails(NotFound, StatusCodes.Status406NotAcceptable)
            .Produces<object>(StatusCodes.Status200OK, MinutesOperation.All[0], MinutesOperation.All[1..]);
        reviews.MapPost("{id:guid}/rounds", Rounds.NextAsync).WithName("BeginReviewRound").Needs(Right.SteerSoll, Subjects.Review).Fails([.. changes, StatusCodes.Status422UnprocessableEntity]);
        reviews.MapPut("{id:guid}/deadline", Rounds.MoveDeadlineAsync).WithName("MoveReviewDeadline").Needs(Right.SteerSoll, Subjects.Review).Fails(changes);
        reviews.MapPost("{id:guid}/conclude", ConcludeReview.HandleAsync).WithName("ConcludeReview").Needs(Right.SteerSoll, Subjects.Review).Fails(changes);
        reviews.MapGet("{id:guid}/positions", ReadReviews.PositionsAsync).WithName("ListReviewPositions").Needs(Right.ReadReviews).Fails(NotFound);
        reviews.MapPost("{id:guid}/positions", TakePosition.HandleAsync).WithName("TakePosition").Needs(Right.CoSign, Subjects.PositionOf<TakePositionRequest>(request => request.Authority)).WithMetadata(new ResponseFilter.Tagged()).Fails(NotFound, Conflict, StatusCodes.Status412PreconditionFailed);
        reviews.MapGet("{id:guid}/threads", ThreadOperations.ListAsync).WithName("ListReviewThreads").Needs(Right.ReadReviews).Fails(NotFound);
        reviews.MapPost("{id:guid}/threads", ThreadOperations.BeginAsync).WithName("BeginReviewThread").Needs(Right.CommentOnReviews, Subjects.Review).Fails(NotFound, Conflict);
        reviews.MapGet("{id:guid}/threads/{thread:guid}", ThreadOperations.GetAsync).WithName("GetReviewThread").Needs(Right.ReadReviews).Fails(NotFound);
        reviews.MapPost("{id:guid}/threads/{thread:guid}/comments", ThreadOperations.AddAsync).WithName("AddReviewComment").Needs(Right.CommentOnReviews, Subjects.Review).Fails(NotFound, Conflict, StatusCodes.Status412PreconditionFailed);
        reviews.MapPost("{id:guid}/threads/{thread:guid}/resolve", ThreadOperations.ResolveAsync).WithName("ResolveReviewThread").Needs(Right.CommentOnReviews, Subjects.Review).Fails(changes);
        reviews.MapGet("{id:guid}/guests", GuestOperations.ListAsync).WithName("ListGuests").Needs(Right.SteerSoll, Subjects.Review).Fails(NotFound);
        reviews.MapPost("{id:guid}/guests", GuestOperations.InviteAsync).WithName("InviteGuest").Needs(Right.SteerSoll, Subjects.Review).Fails(NotFound, Conflict);
        reviews.MapPost("{id:guid}/guests/{guest:guid}/revoke", GuestOperations.RevokeAsync).WithName("RevokeGuest").Needs(Right.SteerSoll, Subjects.Review).Fails(NotFound);
        reviews.MapDelete("{id:guid}/guests/{guest:guid}/name", GuestOperations.EraseNameAsync).WithName("EraseGuestName").Needs(Right.SteerSoll, Subjects.Review).Fails(NotFound);
    }
}
