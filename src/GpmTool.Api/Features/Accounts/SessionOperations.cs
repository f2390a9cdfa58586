using FluentValidation;
using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Accounts;

/// <summary>A log-in.</summary>
/// <param name="Email">The e-mail address of the account.</param>
/// <param name="Password">The password.</param>
internal sealed record LogInRequest(string Email, string Password);

internal sealed class LogInValidator : AbstractValidator<LogInRequest>
{
    public LogInValidator()
    {
        RuleFor(request => request.Email).NotEmpty().MaximumLength(256);
        RuleFor(request => request.Password).NotEmpty().MaximumLength(AccountRules.LongestPassword);
    }
}

/// <summary>A new password for oneself.</summary>
/// <param name="Present">The present one.</param>
/// <param name="Wanted">The new one, 12 characters or more.</param>
internal sealed record ChangePasswordRequest(string Present, string Wanted);

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordRequest>
{
    public ChangePasswordValidator()
    {
        RuleFor(request => request.Present).NotEmpty().MaximumLength(AccountRules.LongestPassword);
        RuleFor(request => request.Wanted).NotEmpty().MaximumLength(AccountRules.LongestPassword);
    }
}

/// <summary>Who sends the request.</summary>
/// <param name="Id">The actor id.</param>
/// <param name="Name">The name; null when it was erased.</param>
/// <param name="IsProgram">Whether it is an API key.</param>
/// <param name="Roles">The roles.</param>
/// <param name="Scopes">What a key is made for.</param>
internal sealed record MeResponse(Guid Id, string? Name, bool IsProgram, IReadOnlyList<RoleBody> Roles, IReadOnlyList<Scope> Scopes);

/// <summary>The log-out of somebody who came from an identity provider.</summary>
/// <param name="ContinueAt">Where a browser logs out at the identity provider; null for people who did not log in there.</param>
internal sealed record LogOutResponse(string? ContinueAt);

/// <summary>One's own session and password.</summary>
internal static class SessionOperations
{
    private static readonly PasswordHasher<Account> Hasher = new();

    /// <summary>Logs in: the answer sets the cookie of a session.</summary>
    public static async Task<Results<Ok<MeResponse>, ProblemResult>> LogInAsync(LogInRequest request, UserManager<Account> users, PasswordTurns turns, GpmDbContext context, HttpContext http, CancellationToken cancellation)
    {
        using var turn = await turns.TakeAsync(cancellation);
        var account = await users.FindByNameAsync(request.Email);
        if (account?.PasswordHash is null || account.DisabledAt is not null)
        {
            Hasher.HashPassword(account!, request.Password); // takes as long as a check, so that time does not tell who has an account
            return Wrong();
        }

        if (await users.IsLockedOutAsync(account)) return Wrong();
        if (!await users.CheckPasswordAsync(account, request.Password))
        {
            context.Record(new Actor(account.Id.ToString()), "account.log-in-failed", "account", account.Id.ToString());
            await users.AccessFailedAsync(account);
            return Wrong();
        }

        context.Record(new Actor(account.Id.ToString()), "account.log-in", "account", account.Id.ToString());
        await users.ResetAccessFailedCountAsync(account); // nothing is stored, and nothing recorded, when no attempt had failed
        await Sessions.BeginAsync(http, account);
        return TypedResults.Ok(await ShowAsync(context, await KnownCallers.OfAccountAsync(context, account.Id, cancellation), cancellation));
    }

    /// <summary>
    /// Logs out: all sessions of the person end. Nothing happens to a key. Who came from an identity provider gets the address to log out
    /// there as well.
    /// </summary>
    public static async Task<Ok<LogOutResponse>> LogOutAsync(HttpContext http, CurrentActor current, GpmDbContext context, CancellationToken cancellation)
    {
        if (await context.Accounts.SingleOrDefaultAsync(row => row.Id == current.Caller.Id, cancellation) is { } account)
        {
            account.SecurityStamp = Secrets.New(); // a cookie that somebody copied must not outlive the log-out
            context.Record(current.Actor, "account.log-out", "account", account.Id.ToString());
            await context.SaveChangesAsync(cancellation);
        }

        var provider = await Sessions.ProviderAsync(http);
        await http.SignOutAsync(Sessions.Scheme);
        return TypedResults.Ok(new LogOutResponse(provider is null ? null : ProviderOperations.LogOutAddress(http.Request, provider)));
    }

    /// <summary>Who sends the request, and what it may do.</summary>
    public static async Task<Ok<MeResponse>> MeAsync(CurrentActor current, GpmDbContext context, CancellationToken cancellation) =>
        TypedResults.Ok(await ShowAsync(context, current.Caller, cancellation));

    /// <summary>Changes one's own password; all other sessions end.</summary>
    public static async Task<Results<NoContent, ProblemResult>> ChangePasswordAsync(ChangePasswordRequest request, CurrentActor current, UserManager<Account> users, GpmDbContext context, HttpContext http)
    {
        if (await users.FindByIdAsync(current.Caller.Id.ToString()) is not { } account) return Refusals.NotAllowed(); // a key has no password
        if (account.PasswordHash is null || await users.IsLockedOutAsync(account)) return Wrong();
        if (!await users.CheckPasswordAsync(account, request.Present))
        {
            context.Record(current.Actor, "account.log-in-failed", "account", account.Id.ToString());
            await users.AccessFailedAsync(account);
            return Wrong();
        }

        context.Record(current.Actor, "account.change-password", "account", account.Id.ToString());
        var result = await users.ChangePasswordAsync(account, request.Present, request.Wanted);
        if (!result.Succeeded) return AccountRules.Weak("wanted", result);
        await Sessions.BeginAsync(http, account);
        return TypedResults.NoContent();
    }

    private static async Task<MeResponse> ShowAsync(GpmDbContext context, Caller caller, CancellationToken cancellation)
    {
        var id = caller.Id.ToString();
        var name = await context.ActorNames.AsNoTracking().Where(row => row.ActorId == id).Select(row => row.Name).SingleOrDefaultAsync(cancellation);
        return new MeResponse(caller.Id, name, caller.IsProgram, await RoleBody.ShowAsync(context, caller.Grants, cancellation), [.. caller.Scopes.Order()]);
    }

    private static ProblemResult Wrong() => new(
        StatusCodes.Status401Unauthorized, "log-in-failed",
        new("Anmeldung fehlgeschlagen", "Log-in failed"),
        new("E-Mail-Adresse oder Passwort stimmt nicht, oder das Konto ist nach mehreren Fehlversuchen für 15 Minuten gesperrt.", "The e-mail address or the password is wrong, or the account is locked for 15 minutes after several failed attempts."),
        new("Prüfen Sie beides. Die Administration kann Ihnen einen neuen Zugangslink geben.", "Check both. An administrator can give you a new link."));
}
