using System.Security.Cryptography;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Infrastructure.Callers;

/// <summary>Finds out who sends a request: a key in the header, else the cookie of a session. Roles are read anew each time.</summary>
internal sealed class CallerFinder(GpmDbContext context, TimeProvider time)
{
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan UseResolution = TimeSpan.FromMinutes(1);

    /// <summary>The caller; null without any. A problem when a key is not valid, or a foreign page uses a session.</summary>
    public async Task<(Caller? Caller, ProblemResult? Refused)> FindAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return await OfKeyAsync(header[Bearer.Length..].Trim(), http.RequestAborted) is { } program ? (program, null) : (null, Refusals.KeyNotValid());
        if (Origins.IsForeign(http.Request)) return (null, Refusals.ForeignPage());
        return (await OfSessionAsync(http), null);
    }

    private async Task<Caller?> OfKeyAsync(string text, CancellationToken cancellation)
    {
        if (GuestTokens.Read(text) is { } guest) return await KnownCallers.OfGuestAsync(context, guest, time.GetUtcNow().UtcDateTime, cancellation);
        if (KeyText.Read(text) is not { } key) return null;
        var row = await context.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Prefix == key.Prefix, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        if (row is null || !CryptographicOperations.FixedTimeEquals(row.SecretHash, key.Hash) || row.RevokedAt is not null || row.ExpiresAt <= now) return null;
        // Beside the audit chain on purpose: it is no change of state, and it must not make readers wait for each other.
        if (row.LastUsedAt is not { } last || now - last >= UseResolution)
            await context.Database.ExecuteSqlAsync($"UPDATE ApiKeys SET LastUsedAt = {now} WHERE Id = {row.Id}", cancellation);
        return KnownCallers.Of(row);
    }

    private async Task<Caller?> OfSessionAsync(HttpContext http)
    {
        var session = await http.AuthenticateAsync(Sessions.Scheme);
        if (session.Principal is not { } principal || Sessions.Read(principal) is not var (id, stamp)) return null;
        var known = await context.Accounts.AnyAsync(row => row.Id == id && row.SecurityStamp == stamp && row.DisabledAt == null, http.RequestAborted);
        return known ? await KnownCallers.OfAccountAsync(context, id, http.RequestAborted) : null;
    }
}
