using FluentValidation;
using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Api.Infrastructure.Validation;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Authorities;

/// <summary>An authority.</summary>
/// <param name="Key">The stable key.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind.</param>
/// <param name="ShortName">The short name.</param>
/// <param name="ValidFrom">Since when it bears this name.</param>
/// <param name="ValidUntil">Until when it bears this name.</param>
/// <param name="IsSample">Whether it is fictional sample data.</param>
/// <param name="Description">What is worth knowing about it.</param>
/// <param name="ArchivedAt">When it was archived (UTC).</param>
internal sealed record AuthorityResponse(string Key, string Name, AuthorityKind Kind, string? ShortName, DateOnly? ValidFrom, DateOnly? ValidUntil, bool IsSample, string? Description, DateTime? ArchivedAt);

/// <summary>A new authority.</summary>
/// <param name="Key">The stable key: a–z, 0–9 and hyphens; never changes.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind.</param>
/// <param name="ShortName">The short name.</param>
/// <param name="ValidFrom">Since when it bears this name.</param>
/// <param name="ValidUntil">Until when it bears this name.</param>
/// <param name="IsSample">Whether it is fictional sample data.</param>
/// <param name="Description">What is worth knowing about it.</param>
internal sealed record CreateAuthorityRequest(string Key, string Name, AuthorityKind Kind, string? ShortName = null, DateOnly? ValidFrom = null, DateOnly? ValidUntil = null, bool IsSample = false, string? Description = null);

/// <summary>The new content of an authority; a renaming is a change of the name with its validity.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind.</param>
/// <param name="ShortName">The short name.</param>
/// <param name="ValidFrom">Since when it bears this name.</param>
/// <param name="ValidUntil">Until when it bears this name.</param>
/// <param name="Description">What is worth knowing about it.</param>
internal sealed record ChangeAuthorityRequest(string Name, AuthorityKind Kind, string? ShortName = null, DateOnly? ValidFrom = null, DateOnly? ValidUntil = null, string? Description = null);

internal sealed class CreateAuthorityValidator : AbstractValidator<CreateAuthorityRequest>
{
    public CreateAuthorityValidator()
    {
        RuleFor(request => request.Key).Key();
        RuleFor(request => request.Name).Name();
        RuleFor(request => request.ShortName).MaximumLength(60);
        RuleFor(request => request.Description).MaximumLength(4000);
        RuleFor(request => request.ValidUntil).Must((request, until) => until is null || request.ValidFrom is null || until >= request.ValidFrom)
            .WithMessage(_ => AuthorityOperations.ValidityOrder.ToString());
    }
}

internal sealed class ChangeAuthorityValidator : AbstractValidator<ChangeAuthorityRequest>
{
    public ChangeAuthorityValidator()
    {
        RuleFor(request => request.Name).Name();
        RuleFor(request => request.ShortName).MaximumLength(60);
        RuleFor(request => request.Description).MaximumLength(4000);
        RuleFor(request => request.ValidUntil).Must((request, until) => until is null || request.ValidFrom is null || until >= request.ValidFrom)
            .WithMessage(_ => AuthorityOperations.ValidityOrder.ToString());
    }
}

/// <summary>What can be done with authorities.</summary>
internal static class AuthorityOperations
{
    private static readonly Sorting<Authority> Sorting = new(SortField<Authority>.Text("key", row => row.Key), SortField<Authority>.Text("name", row => row.Name), SortField<Authority>.Text("key", row => row.Key));

    /// <summary>What is said when a validity ends before it begins.</summary>
    public static Text ValidityOrder => new("validUntil liegt vor validFrom.", "validUntil is before validFrom.");

    /// <summary>Lists the authorities.</summary>
    public static async Task<Results<Ok<Page<AuthorityResponse>>, ProblemResult>> ListAsync([AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation, [FromQuery] Word<AuthorityKind>? kind = null, [FromQuery] bool archived = false)
    {
        var rows = context.Authorities.AsNoTracking().Where(row => archived || row.ArchivedAt == null);
        if (kind is { Value: var wanted }) rows = rows.Where(row => row.Kind == wanted);
        var (page, problem) = await Sorting.ReadAsync(rows, query, Show, cancellation);
        return problem is not null ? problem : TypedResults.Ok(page);
    }

    /// <summary>Reads one authority.</summary>
    public static async Task<Results<TaggedOk<AuthorityResponse>, ProblemResult>> GetAsync(string key, GpmDbContext context, CancellationToken cancellation) =>
        await context.Authorities.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is { } row
            ? ETags.Ok(Show(row), row.Version)
            : Failure.NotFound(Kinds.Authority, key);

    /// <summary>Creates an authority.</summary>
    public static async Task<Results<TaggedCreated<AuthorityResponse>, ProblemResult>> CreateAsync(CreateAuthorityRequest request, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        if (await context.Authorities.AnyAsync(row => row.Key == request.Key, cancellation)) return Failure.Duplicate(Kinds.Authority, request.Key);
        var row = new Authority
        {
            Id = Guid.CreateVersion7(),
            Key = request.Key,
            Name = request.Name,
            Kind = request.Kind,
            ShortName = request.ShortName,
            ValidFrom = request.ValidFrom,
            ValidUntil = request.ValidUntil,
            IsSample = request.IsSample,
            Description = request.Description,
        };
        context.Authorities.Add(row);
        context.Record(current.Actor, "authority.create", "authority", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Created($"{ApiGroup.Prefix}/authorities/{row.Key}", Show(row), row.Version);
    }

    /// <summary>Changes an authority.</summary>
    public static async Task<Results<TaggedOk<AuthorityResponse>, ProblemResult>> ChangeAsync(string key, ChangeAuthorityRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        if (await context.Authorities.SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } row) return Failure.NotFound(Kinds.Authority, key);
        if (ETags.Check(ifMatch, row.Version) is { } outdated) return outdated;
        if (row.ArchivedAt is not null) return Failure.Archived(Kinds.Authority, key);
        (row.Name, row.Kind, row.ShortName, row.ValidFrom, row.ValidUntil, row.Description) = (request.Name, request.Kind, request.ShortName, request.ValidFrom, request.ValidUntil, request.Description);
        context.Record(current.Actor, "authority.change", "authority", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(Show(row), row.Version);
    }

    /// <summary>Archives an authority: its models stay.</summary>
    public static async Task<Results<TaggedOk<AuthorityResponse>, ProblemResult>> ArchiveAsync(string key, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.Authorities.SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } row) return Failure.NotFound(Kinds.Authority, key);
        if (ETags.Check(ifMatch, row.Version) is { } outdated) return outdated;
        if (row.ArchivedAt is not null) return Failure.Archived(Kinds.Authority, key);
        row.ArchivedAt = time.GetUtcNow().UtcDateTime;
        context.Record(current.Actor, "authority.archive", "authority", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(Show(row), row.Version);
    }

    private static AuthorityResponse Show(Authority row) => new(row.Key, row.Name, row.Kind, row.ShortName, row.ValidFrom, row.ValidUntil, row.IsSample, row.Description, row.ArchivedAt);
}
