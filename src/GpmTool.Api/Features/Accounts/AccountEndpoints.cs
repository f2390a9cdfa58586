using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Limits;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;

namespace GpmTool.Api.Features.Accounts;

/// <summary>Sessions, accounts and keys.</summary>
internal static class AccountEndpoints
{
    private const int NotFound = StatusCodes.Status404NotFound;
    private const int Conflict = StatusCodes.Status409Conflict;

    /// <summary>Maps the routes.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapFeature("session", "Accounts");
        session.MapPost("", SessionOperations.LogInAsync).WithName("LogIn").AllowAnonymous().RequireRateLimiting(RequestLimits.LogIn).Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests);
        session.MapDelete("", SessionOperations.LogOutAsync).WithName("LogOut").Needs(Right.OwnSession);
        session.MapGet("providers", ProviderOperations.List).WithName("ListProviders").AllowAnonymous();
        session.MapGet("providers/{name}/log-in", ProviderOperations.LogInAsync).WithName("LogInWithProvider").AllowAnonymous().RequireRateLimiting(RequestLimits.LogIn).Produces(StatusCodes.Status302Found)
            .Fails(NotFound, StatusCodes.Status429TooManyRequests, StatusCodes.Status502BadGateway);
        session.MapGet("providers/{name}/log-out", ProviderOperations.LogOutAsync).WithName("LogOutOfProvider").AllowAnonymous().RequireRateLimiting(RequestLimits.LogIn).Produces(StatusCodes.Status302Found)
            .Fails(NotFound, StatusCodes.Status429TooManyRequests);
        var me = routes.MapFeature("me", "Accounts");
        me.MapGet("", SessionOperations.MeAsync).WithName("GetMe").Needs(Right.OwnSession);
        me.MapPost("password", SessionOperations.ChangePasswordAsync).WithName("ChangePassword").RequireRateLimiting(RequestLimits.LogIn).Needs(Right.OwnSession);

        routes.MapFeature("invitations", "Accounts").MapPost("accept", InvitationOperations.AcceptAsync).WithName("AcceptInvitation")
            .AllowAnonymous().RequireRateLimiting(RequestLimits.LogIn).Fails(NotFound, Conflict, StatusCodes.Status429TooManyRequests);

        var accounts = routes.MapFeature("accounts", "Accounts");
        accounts.MapGet("", AccountOperations.ListAsync).WithName("ListAccounts").Needs(Right.ManageAccounts);
        accounts.MapPost("", InvitationOperations.InviteAsync).WithName("InviteAccount").Needs(Right.ManageAccounts).Fails(Conflict);
        accounts.MapGet("{id:guid}", AccountOperations.GetAsync).WithName("GetAccount").Needs(Right.ManageAccounts).Fails(NotFound);
        accounts.MapPut("{id:guid}/roles", AccountOperations.ChangeRolesAsync).WithName("ChangeRoles").Needs(Right.ManageAccounts).Fails(NotFound, Conflict);
        accounts.MapPost("{id:guid}/invitation", InvitationOperations.AgainAsync).WithName("InviteAgain").Needs(Right.ManageAccounts).Fails(NotFound, Conflict);
        accounts.MapPost("{id:guid}/disable", AccountOperations.DisableAsync).WithName("DisableAccount").Needs(Right.ManageAccounts).Fails(NotFound, Conflict);
        accounts.MapDelete("{id:guid}/name", AccountOperations.EraseAsync).WithName("EraseAccountName").Needs(Right.ManageAccounts).Fails(NotFound, Conflict);

        var keys = routes.MapFeature("keys", "Accounts");
        keys.MapGet("", KeyOperations.ListAsync).WithName("ListKeys").Needs(Right.ManageAccounts);
        keys.MapPost("", KeyOperations.CreateAsync).WithName("CreateKey").Needs(Right.ManageAccounts);
        keys.MapPost("{id:guid}/revoke", KeyOperations.RevokeAsync).WithName("RevokeKey").Needs(Right.ManageAccounts).Fails(NotFound);
    }
}
