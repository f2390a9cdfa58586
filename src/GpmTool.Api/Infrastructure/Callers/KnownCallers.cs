using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Infrastructure.Callers;

/// <summary>Accounts and keys as callers, with what they may do now.</summary>
internal static class KnownCallers
{
    /// <summary>The account or key of an id; null when there is none that can be used.</summary>
    public static async Task<Caller?> FindAsync(GpmDbContext context, Guid id, DateTime now, CancellationToken cancellation)
    {
        if (await context.Accounts.AnyAsync(row => row.Id == id && row.DisabledAt == null, cancellation)) return await OfAccountAsync(context, id, cancellation);
        return await context.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.RevokedAt == null && row.ExpiresAt > now, cancellation) is { } key ? Of(key) : null;
    }

    /// <summary>An account.</summary>
    public static async Task<Caller> OfAccountAsync(GpmDbContext context, Guid id, CancellationToken cancellation) => new(
        id, IsProgram: false, await context.RoleGrants.AsNoTracking().Where(row => row.AccountId == id).Select(row => new Grant(row.Role, row.AuthorityId, row.PolicyFieldId)).ToListAsync(cancellation), new HashSet<Scope>());

    /// <summary>The guest of a link; null when it is not valid (any more).</summary>
    public static async Task<Caller?> OfGuestAsync(GpmDbContext context, byte[] secretHash, DateTime now, CancellationToken cancellation) =>
        await context.GuestLinks.AsNoTracking().SingleOrDefaultAsync(row => row.SecretHash == secretHash && row.RevokedAt == null && row.ExpiresAt > now, cancellation) is { } link
            ? new Caller(link.Id, IsProgram: false, [new Grant(Role.Guest, null, null)], new HashSet<Scope>(), link.ReviewId)
            : null;

    /// <summary>A key.</summary>
    public static Caller Of(ApiKey key) => new(key.Id, IsProgram: true, [new Grant(Role.ApiClient, key.AuthorityId, key.PolicyFieldId)], ScopeWords.Read(key.Scopes));
}
