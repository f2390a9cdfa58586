using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Accounts;

/// <summary>A key for a program.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Authority">The key of the authority whose models it covers; null: every authority.</param>
/// <param name="PolicyField">The key of the policy field it covers; null: every field.</param>
/// <param name="ValidDays">How many days it is valid, 1 to 730; 365 unless told.</param>
internal sealed record CreateKeyRequest(string Name, IReadOnlyList<Scope> Scopes, string? Authority = null, string? PolicyField = null, int ValidDays = 365);

internal sealed class CreateKeyValidator : AbstractValidator<CreateKeyRequest>
{
    public CreateKeyValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(200);
        RuleFor(request => request.Scopes).NotEmpty();
        // A program that writes back a document it saw without times would lose them.
        RuleFor(request => request.Scopes).Must(scopes => scopes is null || !scopes.Contains(Scope.Models) || (scopes.Contains(Scope.Read) && scopes.Contains(Scope.Staff)))
            .WithMessage(_ => new Text("Wer models hat, braucht auch read und staff: sonst gingen beim Zurückschreiben Zeiten verloren.", "Whoever has models needs read and staff as well: writing back would lose times.").ToString());
        RuleFor(request => request.ValidDays).InclusiveBetween(1, 730);
    }
}

/// <summary>A new key: the only answer that holds it.</summary>
/// <param name="Id">The actor id.</param>
/// <param name="Key">The key, to send as <c>Authorization: Bearer …</c>.</param>
/// <param name="ExpiresAt">Until when it is valid (UTC).</param>
internal sealed record NewKeyResponse(Guid Id, string Key, DateTime ExpiresAt);

/// <summary>A key without its secret.</summary>
/// <param name="Id">The actor id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">How it begins, after <c>gpm_</c>.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Authority">The authority it covers.</param>
/// <param name="PolicyField">The policy field it covers.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="ExpiresAt">Until when it is valid (UTC).</param>
/// <param name="LastUsedAt">When it was last used (UTC), to the minute.</param>
/// <param name="RevokedAt">When it was revoked (UTC).</param>
internal sealed record KeyResponse(Guid Id, string? Name, string Prefix, IReadOnlyList<Scope> Scopes, string? Authority, string? PolicyField, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastUsedAt, DateTime? RevokedAt);

/// <summary>Keys of programs.</summary>
internal static class KeyOperations
{
    private static readonly Sorting<ApiKey> Sorting = new(SortField<ApiKey>.Id("id", row => row.Id), SortField<ApiKey>.Time("createdAt", row => row.CreatedAt));

    /// <summary>Lists keys.</summary>
    public static async Task<Results<Ok<Page<KeyResponse>>, ProblemResult>> ListAsync([AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation)
    {
        var (page, problem) = await Sorting.ReadAsync(context.ApiKeys.AsNoTracking(), query with { Sort = query.Sort ?? "createdAt" }, row => row, cancellation);
        if (problem is not null) return problem;
        var shown = new List<KeyResponse>();
        foreach (var row in page!.Items)
        {
            var actor = row.Id.ToString();
            var name = await context.ActorNames.AsNoTracking().Where(other => other.ActorId == actor).Select(other => other.Name).SingleOrDefaultAsync(cancellation);
            var bound = (await RoleBody.ShowAsync(context, [new Grant(Role.ApiClient, row.AuthorityId, row.PolicyFieldId)], cancellation))[0];
            shown.Add(new KeyResponse(row.Id, name, row.Prefix, [.. ScopeWords.Read(row.Scopes).Order()], bound.Authority, bound.PolicyField, row.CreatedAt, row.ExpiresAt, row.LastUsedAt, row.RevokedAt));
        }

        return TypedResults.Ok(new Page<KeyResponse>(shown, page.NextCursor));
    }

    /// <summary>Makes a key. The answer is the only one that holds it.</summary>
    public static async Task<Results<Created<NewKeyResponse>, ProblemResult>> CreateAsync(CreateKeyRequest request, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        // A program must not give itself more than it was given.
        if (current.Caller.IsProgram && request.Scopes.Except(current.Caller.Scopes).Any()) return Refusals.NotAllowed();
        var (authority, field, problem) = await RoleBody.BindAsync(context, request.Authority, request.PolicyField, "", cancellation);
        if (problem is not null) return problem;
        var (row, key) = Add(context, request.Name, request.Scopes, authority, field, time.GetUtcNow().UtcDateTime, TimeSpan.FromDays(request.ValidDays));
        context.Record(current.Actor, "key.create", "key", row.Id.ToString(), JsonSerializer.Serialize(new { scopes = row.Scopes, authority = request.Authority, policyField = request.PolicyField, expiresAt = row.ExpiresAt }));
        await context.SaveChangesAsync(cancellation);
        return TypedResults.Created($"{ApiGroup.Prefix}/keys/{row.Id}", new NewKeyResponse(row.Id, key.ToString(), row.ExpiresAt));
    }

    /// <summary>Revokes a key at once.</summary>
    public static async Task<Results<NoContent, ProblemResult>> RevokeAsync(Guid id, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.ApiKeys.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } key) return Failure.NotFound(AccountRules.KeyKind, id.ToString());
        key.RevokedAt ??= time.GetUtcNow().UtcDateTime;
        context.Record(current.Actor, "key.revoke", "key", id.ToString());
        await context.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Adds a key to the context.</summary>
    public static (ApiKey Row, KeyText Key) Add(GpmDbContext context, string name, IEnumerable<Scope> scopes, Guid? authority, Guid? field, DateTime now, TimeSpan valid)
    {
        var key = KeyText.New();
        var row = new ApiKey
        {
            Id = Guid.CreateVersion7(),
            Prefix = key.Prefix,
            SecretHash = key.Hash,
            Scopes = ScopeWords.Write(scopes),
            AuthorityId = authority,
            PolicyFieldId = field,
            CreatedAt = now,
            ExpiresAt = now + valid,
        };
        context.ApiKeys.Add(row);
        context.ActorNames.Add(new ActorName { ActorId = row.Id.ToString(), Name = name });
        return (row, key);
    }
}
