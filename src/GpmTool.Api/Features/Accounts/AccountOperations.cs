using System.Text.Json;
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

/// <summary>An account.</summary>
/// <param name="Id">The actor id.</param>
/// <param name="Name">The name; null when it was erased.</param>
/// <param name="Email">The address to log in with.</param>
/// <param name="Roles">The roles.</param>
/// <param name="IsInvited">Whether an invitation waits.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="DisabledAt">When it was disabled (UTC).</param>
internal sealed record AccountResponse(Guid Id, string? Name, string? Email, IReadOnlyList<RoleBody> Roles, bool IsInvited, DateTime CreatedAt, DateTime? DisabledAt);

/// <summary>Accounts, as administrators manage them.</summary>
internal static class AccountOperations
{
    private static readonly Sorting<Account> Sorting = new(SortField<Account>.Id("id", row => row.Id), SortField<Account>.Time("createdAt", row => row.CreatedAt));

    /// <summary>Lists accounts.</summary>
    public static async Task<Results<Ok<Page<AccountResponse>>, ProblemResult>> ListAsync([AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation)
    {
        var (page, problem) = await Sorting.ReadAsync(context.Accounts.AsNoTracking(), query with { Sort = query.Sort ?? "createdAt" }, row => row, cancellation);
        if (problem is not null) return problem;
        var shown = new List<AccountResponse>();
        foreach (var row in page!.Items) shown.Add(await ShowAsync(context, row, cancellation));
        return TypedResults.Ok(new Page<AccountResponse>(shown, page.NextCursor));
    }

    /// <summary>Reads an account.</summary>
    public static async Task<Results<TaggedOk<AccountResponse>, ProblemResult>> GetAsync(Guid id, GpmDbContext context, CancellationToken cancellation) =>
        await context.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } account
            ? ETags.Ok(await ShowAsync(context, account, cancellation), account.Version)
            : Failure.NotFound(AccountRules.Kind, id.ToString());

    /// <summary>Replaces the roles of an account; its sessions go on with the new ones.</summary>
    public static async Task<Results<Ok<AccountResponse>, ProblemResult>> ChangeRolesAsync(Guid id, IReadOnlyList<RoleBody> roles, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        if (await context.Accounts.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } account) return Failure.NotFound(AccountRules.Kind, id.ToString());
        if (account.ExternalLogIn is not null) return AccountRules.External();
        var (grants, problem) = await RoleBody.ReadAsync(context, roles, cancellation);
        if (problem is not null) return problem;
        if (!grants.Exists(grant => grant.Role == Role.Administrator) && await IsLastAdministratorAsync(context, id, cancellation)) return AccountRules.LastAdministrator();
        context.RoleGrants.RemoveRange(await context.RoleGrants.Where(row => row.AccountId == id).ToListAsync(cancellation));
        Grant(context, id, grants);
        context.Record(current.Actor, "account.roles", "account", id.ToString(), JsonSerializer.Serialize(roles.Select(role => new { role = role.Role.ToString(), role.Authority, role.PolicyField })));
        await context.SaveChangesAsync(cancellation);
        return TypedResults.Ok(await ShowAsync(context, account, cancellation));
    }

    /// <summary>Disables an account: its sessions end, it cannot log in.</summary>
    public static async Task<Results<NoContent, ProblemResult>> DisableAsync(Guid id, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.Accounts.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } account) return Failure.NotFound(AccountRules.Kind, id.ToString());
        if (await IsLastAdministratorAsync(context, id, cancellation)) return AccountRules.LastAdministrator();
        (account.DisabledAt, account.SecurityStamp, account.InvitationHash) = (account.DisabledAt ?? time.GetUtcNow().UtcDateTime, Secrets.New(), null);
        context.Record(current.Actor, "account.disable", "account", id.ToString());
        await context.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Erases what names the person; the account stays as an id, so that the audit chain stays whole.</summary>
    public static async Task<Results<NoContent, ProblemResult>> EraseAsync(Guid id, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.Accounts.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } account) return Failure.NotFound(AccountRules.Kind, id.ToString());
        if (await IsLastAdministratorAsync(context, id, cancellation)) return AccountRules.LastAdministrator();
        (account.LogInName, account.NormalizedLogInName, account.ExternalLogIn, account.PasswordHash, account.InvitationHash) = (null, null, null, null, null);
        (account.DisabledAt, account.SecurityStamp) = (account.DisabledAt ?? time.GetUtcNow().UtcDateTime, Secrets.New());
        var actor = id.ToString();
        context.ActorNames.RemoveRange(await context.ActorNames.Where(row => row.ActorId == actor).ToListAsync(cancellation));
        context.Record(current.Actor, "account.erase", "account", actor);
        await context.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Adds grants to an account.</summary>
    public static void Grant(GpmDbContext context, Guid account, IEnumerable<Grant> grants) => context.RoleGrants.AddRange(grants.Select(grant =>
        new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account, Role = grant.Role, AuthorityId = grant.AuthorityId, PolicyFieldId = grant.FieldId }));

    /// <summary>Shows an account.</summary>
    public static async Task<AccountResponse> ShowAsync(GpmDbContext context, Account account, CancellationToken cancellation)
    {
        var (actor, caller) = (account.Id.ToString(), await KnownCallers.OfAccountAsync(context, account.Id, cancellation));
        var name = await context.ActorNames.AsNoTracking().Where(row => row.ActorId == actor).Select(row => row.Name).SingleOrDefaultAsync(cancellation);
        return new AccountResponse(account.Id, name, account.LogInName, await RoleBody.ShowAsync(context, caller.Grants, cancellation), account.InvitationHash is not null, account.CreatedAt, account.DisabledAt);
    }

    private static async Task<bool> IsLastAdministratorAsync(GpmDbContext context, Guid id, CancellationToken cancellation)
    {
        var others = await context.RoleGrants.AnyAsync(grant => grant.Role == Role.Administrator && grant.AccountId != id && context.Accounts.Any(row => row.Id == grant.AccountId && row.DisabledAt == null && (row.PasswordHash != null || row.ExternalLogIn != null)), cancellation);
        return !others && await context.RoleGrants.AnyAsync(grant => grant.Role == Role.Administrator && grant.AccountId == id, cancellation);
    }
}
