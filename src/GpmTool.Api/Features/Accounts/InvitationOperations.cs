using FluentValidation;
using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Accounts;

/// <summary>Whom to invite.</summary>
/// <param name="Email">The address to log in with.</param>
/// <param name="Name">The name.</param>
/// <param name="Roles">The roles.</param>
internal sealed record InviteRequest(string Email, string Name, IReadOnlyList<RoleBody> Roles);

internal sealed class InviteValidator : AbstractValidator<InviteRequest>
{
    public InviteValidator()
    {
        RuleFor(request => request.Email).NotEmpty().MaximumLength(256).EmailAddress();
        RuleFor(request => request.Name).NotEmpty().MaximumLength(200);
        RuleFor(request => request.Roles).NotNull();
    }
}

/// <summary>An invitation: shown once.</summary>
/// <param name="Id">The account.</param>
/// <param name="Link">The address of the page that accepts it, from the host on.</param>
/// <param name="Token">The secret in it.</param>
/// <param name="ValidUntil">Until when it can be used (UTC).</param>
internal sealed record InvitationResponse(Guid Id, string Link, string Token, DateTime ValidUntil);

/// <summary>Accepts an invitation.</summary>
/// <param name="Token">The secret of the link.</param>
/// <param name="Password">The password that is wanted, 12 characters or more.</param>
/// <param name="Email">The address to log in with; only for the first administrator.</param>
/// <param name="Name">The name; only for the first administrator.</param>
internal sealed record AcceptRequest(string Token, string Password, string? Email = null, string? Name = null);

internal sealed class AcceptValidator : AbstractValidator<AcceptRequest>
{
    public AcceptValidator()
    {
        RuleFor(request => request.Token).NotEmpty().MaximumLength(100);
        RuleFor(request => request.Password).NotEmpty().MaximumLength(AccountRules.LongestPassword);
        RuleFor(request => request.Email).MaximumLength(256).EmailAddress();
        RuleFor(request => request.Name).MaximumLength(200);
    }
}

/// <summary>One-time links that give somebody an account, or a new password.</summary>
internal static class InvitationOperations
{
    /// <summary>Makes an account and its one-time link. Give the link to the person; it is shown once.</summary>
    public static async Task<Results<Created<InvitationResponse>, ProblemResult>> InviteAsync(InviteRequest request, UserManager<Account> users, GpmDbContext context, CurrentActor current, TimeProvider time, HttpRequest http, CancellationToken cancellation)
    {
        var normalized = users.NormalizeName(request.Email);
        if (await context.Accounts.AnyAsync(row => row.NormalizedLogInName == normalized, cancellation)) return Failure.Duplicate(AccountRules.Kind, request.Email);
        var (grants, problem) = await RoleBody.ReadAsync(context, request.Roles, cancellation);
        if (problem is not null) return problem;
        var account = New(request.Email, normalized, time);
        context.Accounts.Add(account);
        context.ActorNames.Add(new ActorName { ActorId = account.Id.ToString(), Name = request.Name });
        AccountOperations.Grant(context, account.Id, grants);
        var invitation = Renew(account, time);
        context.Record(current.Actor, "account.invite", "account", account.Id.ToString());
        await context.SaveChangesAsync(cancellation);
        return TypedResults.Created($"{ApiGroup.Prefix}/accounts/{account.Id}", Below(http, invitation));
    }

    /// <summary>Makes a new one-time link, for somebody who lost it or forgot the password.</summary>
    public static async Task<Results<Ok<InvitationResponse>, ProblemResult>> AgainAsync(Guid id, GpmDbContext context, CurrentActor current, TimeProvider time, HttpRequest http, CancellationToken cancellation)
    {
        if (await context.Accounts.SingleOrDefaultAsync(row => row.Id == id && row.DisabledAt == null, cancellation) is not { } account) return Failure.NotFound(AccountRules.Kind, id.ToString());
        if (account.ExternalLogIn is not null) return AccountRules.External();
        var invitation = Renew(account, time);
        context.Record(current.Actor, "account.invite", "account", id.ToString());
        await context.SaveChangesAsync(cancellation);
        return TypedResults.Ok(Below(http, invitation));
    }

    /// <summary>Sets the password by a one-time link and logs in. The link is used up, earlier sessions end.</summary>
    public static async Task<Results<NoContent, ProblemResult>> AcceptAsync(AcceptRequest request, UserManager<Account> users, GpmDbContext context, TimeProvider time, HttpContext http, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(request.Token);
        var now = time.GetUtcNow().UtcDateTime;
        if (await context.Accounts.SingleOrDefaultAsync(row => row.InvitationHash == hash && row.InvitationUntil > now && row.DisabledAt == null, cancellation) is not { } account)
            return new ProblemResult(StatusCodes.Status404NotFound, "invitation-not-valid",
                new("Link ungültig", "Link not valid"),
                new("Dieser Link ist verbraucht, abgelaufen oder falsch.", "This link is used up, expired or wrong."),
                new("Bitten Sie die Administration um einen neuen.", "Ask an administrator for a new one."));
        if (account.LogInName is null)
        {
            if (string.IsNullOrWhiteSpace(request.Email)) return Failure.Field("email", new("Bitte nennen Sie Ihre E-Mail-Adresse.", "Please give your e-mail address."));
            if (await users.FindByNameAsync(request.Email) is not null) return Failure.Duplicate(AccountRules.Kind, request.Email);
            account.LogInName = request.Email;
            context.ActorNames.Add(new ActorName { ActorId = account.Id.ToString(), Name = string.IsNullOrWhiteSpace(request.Name) ? request.Email : request.Name });
        }

        (account.InvitationHash, account.InvitationUntil, account.PasswordHash, account.AccessFailedCount, account.LockedUntil) = (null, null, null, 0, null);
        context.Record(new Actor(account.Id.ToString()), "account.accept", "account", account.Id.ToString());
        var result = await users.AddPasswordAsync(account, request.Password);
        if (!result.Succeeded) return AccountRules.Weak("password", result);
        await Sessions.BeginAsync(http, account);
        return TypedResults.NoContent();
    }

    private static InvitationResponse Below(HttpRequest request, InvitationResponse invitation) => invitation with { Link = request.PathBase + invitation.Link };

    /// <summary>A new account without a password.</summary>
    public static Account New(string? email, string? normalized, TimeProvider time) => new()
    {
        Id = Guid.CreateVersion7(),
        LogInName = email,
        NormalizedLogInName = normalized,
        SecurityStamp = Secrets.New(),
        CreatedAt = time.GetUtcNow().UtcDateTime,
    };

    /// <summary>Gives an account a new invitation.</summary>
    public static InvitationResponse Renew(Account account, TimeProvider time)
    {
        var token = Secrets.New();
        (account.InvitationHash, account.InvitationUntil) = (Secrets.Hash(token), time.GetUtcNow().UtcDateTime + AccountRules.InvitationTime);
        // Behind the number sign: browsers do not send it, so it is in no log.
        return new InvitationResponse(account.Id, $"/invitation#{token}", token, account.InvitationUntil.Value);
    }
}
