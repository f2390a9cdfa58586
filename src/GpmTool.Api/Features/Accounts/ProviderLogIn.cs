using System.Security.Claims;
using System.Text.Json;
using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Accounts;

/// <summary>
/// Turns what an identity provider says of a person into an account and a session. The account is found by issuer and subject (OpenID
/// Connect Core 1.0, 5.7); it is made at the first log-in that gives a role, and its roles are those of the last log-in.
/// </summary>
internal sealed partial class ProviderLogIn(GpmDbContext context, TimeProvider time, ILogger<ProviderLogIn> logger)
{
    private const int LongestKey = 400;

    /// <summary>Begins a session; gives the problem when there is to be none.</summary>
    public async Task<ProblemResult?> EnterAsync(HttpContext http, IdentityProvider provider, ClaimsPrincipal person)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (account, problem) = await FindAsync(provider, person, http.RequestAborted);
                if (account is not null) await Sessions.BeginAsync(http, account, provider.Name);
                return problem;
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                context.Forget(); // the same person logs in twice at once
            }
        }
    }

    private async Task<(Account? Account, ProblemResult? Problem)> FindAsync(IdentityProvider provider, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (person.FindFirst("sub") is not { } subject || $"{subject.Issuer} {subject.Value}" is not { Length: <= LongestKey } key) return (null, ProviderProblems.NotCompleted(provider));
        var account = await context.Accounts.SingleOrDefaultAsync(row => row.ExternalLogIn == key, cancellation);
        if (account?.DisabledAt is not null) return (null, ProviderProblems.Disabled());
        var grants = await GrantsAsync(provider, person, cancellation);
        if (account is null && grants.Count == 0) return (null, ProviderProblems.NoRole(provider));
        var isNew = account is null;
        if (account is null)
        {
            account = InvitationOperations.New(null, null, time);
            account.ExternalLogIn = key;
            context.Accounts.Add(account);
        }

        var actor = new Actor(account.Id.ToString());
        if (isNew) context.Record(actor, "account.create", "account", actor.Id, JsonSerializer.Serialize(new { provider = provider.Name }));
        await NameAsync(actor, person, cancellation);
        await RefreshAsync(account.Id, actor, grants, cancellation);
        if (grants.Count > 0)
        {
            context.Record(actor, "account.log-in", "account", actor.Id, JsonSerializer.Serialize(new { provider = provider.Name }));
            if (!isNew) context.Entry(account).Property(row => row.SecurityStamp).IsModified = true; // an entry needs a change
        }

        await context.SaveChangesAsync(cancellation);
        return grants.Count > 0 ? (account, null) : (null, ProviderProblems.NoRole(provider));
    }

    private async Task<List<Grant>> GrantsAsync(IdentityProvider provider, ClaimsPrincipal person, CancellationToken cancellation)
    {
        var values = ClaimValues.Of(person, provider.RoleClaim);
        var grants = new List<Grant>();
        foreach (var role in provider.Roles.Where(role => values.Contains(role.Value)))
        {
            var (found, problem) = await RoleBody.ReadAsync(context, [new RoleBody(role.Role, role.Authority, role.PolicyField)], cancellation);
            if (problem is null) grants.AddRange(found);
            else NotMapped(role.Value, provider.Name, role.Authority ?? role.PolicyField);
        }

        return [.. grants.Distinct()];
    }

    private async Task NameAsync(Actor actor, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if ((person.FindFirstValue("name") ?? person.FindFirstValue("preferred_username")) is not { Length: > 0 and <= 200 } name) return;
        var row = await context.ActorNames.SingleOrDefaultAsync(row => row.ActorId == actor.Id, cancellation);
        if (row is null) context.ActorNames.Add(new ActorName { ActorId = actor.Id, Name = name });
        else if (row.Name != name) row.Name = name;
        else return;
        context.Record(actor, "account.name", "account", actor.Id);
    }

    private async Task RefreshAsync(Guid account, Actor actor, List<Grant> grants, CancellationToken cancellation)
    {
        var rows = await context.RoleGrants.Where(row => row.AccountId == account).ToListAsync(cancellation);
        if (rows.Select(row => new Grant(row.Role, row.AuthorityId, row.PolicyFieldId)).ToHashSet().SetEquals(grants)) return;
        context.RoleGrants.RemoveRange(rows);
        AccountOperations.Grant(context, account, grants);
        var shown = await RoleBody.ShowAsync(context, grants, cancellation);
        context.Record(actor, "account.roles", "account", actor.Id, JsonSerializer.Serialize(shown.Select(role => new { role = role.Role.ToString(), role.Authority, role.PolicyField })));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "IdentityProviders:{Provider}: \"{Value}\" gives no role, since \"{Bound}\" does not exist here.")]
    private partial void NotMapped(string value, string provider, string? bound);
}
