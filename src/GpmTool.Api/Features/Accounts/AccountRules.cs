using GpmTool.Api.Infrastructure.Problems;
using Microsoft.AspNetCore.Identity;

namespace GpmTool.Api.Features.Accounts;

/// <summary>What several operations on accounts share.</summary>
internal static class AccountRules
{
    /// <summary>Longest password; hashing longer ones would only cost time.</summary>
    public const int LongestPassword = 200;

    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan InvitationTime = TimeSpan.FromDays(7);

    /// <summary>How accounts are called.</summary>
    public static readonly Text Kind = new("Konto", "Account");

    /// <summary>How keys are called.</summary>
    public static readonly Text KeyKind = new("API-Schlüssel", "API key");

    /// <summary>400: what Identity objects to.</summary>
    public static ProblemResult Weak(string field, IdentityResult result) => Failure.Field(field, result.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal))
        ? new("Mindestens 12 Zeichen, davon 4 verschiedene.", "At least 12 characters, 4 of them different.")
        : new(string.Join(" ", result.Errors.Select(error => error.Description)), string.Join(" ", result.Errors.Select(error => error.Description))));

    /// <summary>409: an identity provider says who the person is and which roles it has.</summary>
    public static ProblemResult External() => Failure.Conflict("external-account",
        new("Dieses Konto gehört zu einem Identitätsanbieter; Anmeldung und Rollen kommen von dort.", "This account belongs to an identity provider; its log-in and roles come from there."),
        new("Ändern Sie die Rollen dort; sie gelten ab der nächsten Anmeldung. Sperren geht auch hier.", "Change the roles there; they count from the next log-in on. Disabling works here as well."));

    /// <summary>409: somebody must be able to administer.</summary>
    public static ProblemResult LastAdministrator() => Failure.Conflict("last-administrator",
        new("Das ist das letzte Konto, das verwalten kann.", "This is the last account that can administer."),
        new("Geben Sie zuerst einem anderen Konto die Rolle administrator.", "Give the role administrator to another account first."));
}
