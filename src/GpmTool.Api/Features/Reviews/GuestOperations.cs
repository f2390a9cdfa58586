using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Api.Infrastructure.Validation;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Reviews;

/// <summary>Somebody from outside who is asked to comment.</summary>
/// <param name="Name">Who it is for.</param>
/// <param name="Days">For how many days the link is valid.</param>
internal sealed record InviteGuestRequest(string Name, int Days = 30);

internal sealed class InviteGuestValidator : AbstractValidator<InviteGuestRequest>
{
    public InviteGuestValidator()
    {
        RuleFor(request => request.Name).Name();
        RuleFor(request => request.Days).InclusiveBetween(1, 365);
    }
}

/// <summary>Links for guests of one review.</summary>
internal static class GuestOperations
{
    /// <summary>Lists the links of a review.</summary>
    public static async Task<Results<Ok<IReadOnlyList<GuestResponse>>, ProblemResult>> ListAsync(Guid id, GpmDbContext context, CancellationToken cancellation)
    {
        if (!await context.Reviews.AnyAsync(row => row.Id == id, cancellation)) return ReviewProblems.NotFound(id);
        var links = await context.GuestLinks.AsNoTracking().Where(row => row.ReviewId == id).OrderBy(row => row.CreatedAt).ToListAsync(cancellation);
        var ids = links.Select(link => link.Id.ToString()).ToList();
        var names = await context.ActorNames.AsNoTracking().Where(row => ids.Contains(row.ActorId)).ToDictionaryAsync(row => row.ActorId, row => row.Name, cancellation);
        return TypedResults.Ok<IReadOnlyList<GuestResponse>>([.. links.Select(link => new GuestResponse(link.Id, names.GetValueOrDefault(link.Id.ToString()), link.CreatedAt, link.ExpiresAt, link.RevokedAt))]);
    }

    /// <summary>Makes a link by which a guest reads this review and comments on it. It is shown once.</summary>
    public static async Task<Results<Created<NewGuestResponse>, ProblemResult>> InviteAsync(Guid id, InviteGuestRequest request, GpmDbContext context, CurrentActor current, TimeProvider time, HttpRequest http, CancellationToken cancellation)
    {
        if (await context.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } review) return ReviewProblems.NotFound(id);
        if (review.State != ReviewState.Open) return ReviewProblems.Closed();
        var (token, now) = (GuestTokens.New(), time.GetUtcNow().UtcDateTime);
        var link = new GuestLink { Id = Guid.CreateVersion7(), ReviewId = id, SecretHash = GuestTokens.Hash(token), CreatedAt = now, ExpiresAt = now.AddDays(request.Days) };
        context.GuestLinks.Add(link);
        context.ActorNames.Add(new ActorName { ActorId = link.Id.ToString(), Name = request.Name });
        context.Record(current.Actor, "review.guest", "review", id.ToString(), JsonSerializer.Serialize(new { guest = link.Id, until = link.ExpiresAt }));
        await context.SaveChangesAsync(cancellation);
        // Behind the number sign: browsers do not send it, so it is in no log.
        return TypedResults.Created($"{ApiGroup.Prefix}/reviews/{id}/guests", new NewGuestResponse(link.Id, $"{http.PathBase}/reviews/{id}#{token}", token, link.ExpiresAt));
    }

    /// <summary>Ends a link at once.</summary>
    public static async Task<Results<NoContent, ProblemResult>> RevokeAsync(Guid id, Guid guest, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (!await context.Reviews.AnyAsync(row => row.Id == id, cancellation)) return ReviewProblems.NotFound(id);
        if (await context.GuestLinks.SingleOrDefaultAsync(row => row.Id == guest && row.ReviewId == id, cancellation) is not { } link) return Failure.NotFound(new("Gastlink", "Guest link"), guest.ToString());
        if (link.RevokedAt is not null) return TypedResults.NoContent();
        link.RevokedAt = time.GetUtcNow().UtcDateTime;
        context.Record(current.Actor, "review.guest-revoke", "review", id.ToString(), JsonSerializer.Serialize(new { guest }));
        await context.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Erases the name of a guest; what it wrote stays, under an opaque id.</summary>
    public static async Task<Results<NoContent, ProblemResult>> EraseNameAsync(Guid id, Guid guest, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        if (!await context.Reviews.AnyAsync(row => row.Id == id, cancellation)) return ReviewProblems.NotFound(id);
        if (!await context.GuestLinks.AnyAsync(row => row.Id == guest && row.ReviewId == id, cancellation)) return Failure.NotFound(new("Gastlink", "Guest link"), guest.ToString());
        var actor = guest.ToString();
        if (await context.ActorNames.SingleOrDefaultAsync(row => row.ActorId == actor, cancellation) is not { } name) return TypedResults.NoContent();
        context.ActorNames.Remove(name);
        context.Record(current.Actor, "review.guest-erase-name", "review", id.ToString(), JsonSerializer.Serialize(new { guest }));
        await context.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
