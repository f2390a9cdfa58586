using FluentValidation;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Api.Infrastructure.Validation;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Catalogue;

/// <summary>A policy field.</summary>
/// <param name="Key">The stable key.</param>
/// <param name="Name">The name.</param>
/// <param name="Description">What it is about.</param>
/// <param name="CoordinatingAuthority">The key of the authority that coordinates it.</param>
/// <param name="ArchivedAt">When it was archived (UTC).</param>
internal sealed record PolicyFieldResponse(string Key, string Name, string? Description, string? CoordinatingAuthority, DateTime? ArchivedAt);

/// <summary>A new policy field.</summary>
/// <param name="Key">The stable key: a–z, 0–9 and hyphens; never changes.</param>
/// <param name="Name">The name.</param>
/// <param name="Description">What it is about.</param>
/// <param name="CoordinatingAuthority">The key of the authority that coordinates it.</param>
internal sealed record CreatePolicyFieldRequest(string Key, string Name, string? Description = null, string? CoordinatingAuthority = null);

/// <summary>The new content of a policy field; what is left out is emptied.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it is about.</param>
/// <param name="CoordinatingAuthority">The key of the authority that coordinates it.</param>
internal sealed record ChangePolicyFieldRequest(string Name, string? Description = null, string? CoordinatingAuthority = null);

internal sealed class CreatePolicyFieldValidator : AbstractValidator<CreatePolicyFieldRequest>
{
    public CreatePolicyFieldValidator()
    {
        RuleFor(request => request.Key).Key();
        RuleFor(request => request.Name).Name();
        RuleFor(request => request.Description).MaximumLength(4000);
    }
}

internal sealed class ChangePolicyFieldValidator : AbstractValidator<ChangePolicyFieldRequest>
{
    public ChangePolicyFieldValidator()
    {
        RuleFor(request => request.Name).Name();
        RuleFor(request => request.Description).MaximumLength(4000);
    }
}

/// <summary>What can be done with policy fields.</summary>
internal static class PolicyFieldOperations
{
    private static readonly Sorting<PolicyField> Sorting = new(SortField<PolicyField>.Text("key", row => row.Key), SortField<PolicyField>.Text("key", row => row.Key), SortField<PolicyField>.Text("name", row => row.Name));

    /// <summary>Lists the policy fields.</summary>
    public static async Task<Results<Ok<Page<PolicyFieldResponse>>, ProblemResult>> ListAsync([AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation, [FromQuery] bool archived = false)
    {
        var names = await context.Authorities.AsNoTracking().ToDictionaryAsync(authority => authority.Id, authority => authority.Key, cancellation);
        var rows = context.PolicyFields.AsNoTracking().Where(row => archived || row.ArchivedAt == null);
        var (page, problem) = await Sorting.ReadAsync(rows, query, row => Show(row, row.CoordinatingAuthorityId is { } id ? names.GetValueOrDefault(id) : null), cancellation);
        return problem is not null ? problem : TypedResults.Ok(page);
    }

    /// <summary>Reads one policy field.</summary>
    public static async Task<Results<TaggedOk<PolicyFieldResponse>, ProblemResult>> GetAsync(string key, GpmDbContext context, CancellationToken cancellation) =>
        await context.PolicyFields.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is { } row
            ? ETags.Ok(await ShowAsync(context, row, cancellation), row.Version)
            : Failure.NotFound(Kinds.PolicyField, key);

    /// <summary>Creates a policy field.</summary>
    public static async Task<Results<TaggedCreated<PolicyFieldResponse>, ProblemResult>> CreateAsync(CreatePolicyFieldRequest request, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        if (await context.PolicyFields.AnyAsync(row => row.Key == request.Key, cancellation)) return Failure.Duplicate(Kinds.PolicyField, request.Key);
        var (authority, problem) = await Lookup.AuthorityAsync(context, request.CoordinatingAuthority, "coordinatingAuthority", cancellation);
        if (problem is not null) return problem;
        var row = new PolicyField { Id = Guid.CreateVersion7(), Key = request.Key, Name = request.Name, Description = request.Description, CoordinatingAuthorityId = authority?.Id };
        context.PolicyFields.Add(row);
        context.Record(current.Actor, "policy-field.create", "policy-field", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Created($"{ApiGroup.Prefix}/policy-fields/{row.Key}", Show(row, authority?.Key), row.Version);
    }

    /// <summary>Changes a policy field.</summary>
    public static async Task<Results<TaggedOk<PolicyFieldResponse>, ProblemResult>> ChangeAsync(string key, ChangePolicyFieldRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        if (await context.PolicyFields.SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } row) return Failure.NotFound(Kinds.PolicyField, key);
        if (ETags.Check(ifMatch, row.Version) is { } outdated) return outdated;
        if (row.ArchivedAt is not null) return Failure.Archived(Kinds.PolicyField, key);
        var (authority, problem) = await Lookup.AuthorityAsync(context, request.CoordinatingAuthority, "coordinatingAuthority", cancellation);
        if (problem is not null) return problem;
        (row.Name, row.Description, row.CoordinatingAuthorityId) = (request.Name, request.Description, authority?.Id);
        context.Record(current.Actor, "policy-field.change", "policy-field", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(Show(row, authority?.Key), row.Version);
    }

    /// <summary>Archives a policy field: it stays readable and is no longer offered.</summary>
    public static async Task<Results<TaggedOk<PolicyFieldResponse>, ProblemResult>> ArchiveAsync(string key, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.PolicyFields.SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } row) return Failure.NotFound(Kinds.PolicyField, key);
        if (ETags.Check(ifMatch, row.Version) is { } outdated) return outdated;
        if (row.ArchivedAt is not null) return Failure.Archived(Kinds.PolicyField, key);
        row.ArchivedAt = time.GetUtcNow().UtcDateTime;
        context.Record(current.Actor, "policy-field.archive", "policy-field", row.Key);
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(await ShowAsync(context, row, cancellation), row.Version);
    }

    private static async Task<PolicyFieldResponse> ShowAsync(GpmDbContext context, PolicyField row, CancellationToken cancellation) =>
        Show(row, row.CoordinatingAuthorityId is { } id ? await context.Authorities.Where(authority => authority.Id == id).Select(authority => authority.Key).SingleOrDefaultAsync(cancellation) : null);

    private static PolicyFieldResponse Show(PolicyField row, string? authority) => new(row.Key, row.Name, row.Description, authority, row.ArchivedAt);
}
