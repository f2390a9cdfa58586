using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Features.Accounts;

/// <summary>What goes wrong with a log-in at an identity provider.</summary>
internal static class ProviderProblems
{
    private static readonly Text Title = new("Anmeldung fehlgeschlagen", "Log-in failed");

    /// <summary>Shows a problem: to a browser on the log-in page, which knows the code; to a program as it is.</summary>
    public static Task ShowAsync(HttpContext http, ProblemResult problem)
    {
        if (!Pages.AsksForHtml(http.Request)) return problem.ExecuteAsync(http);
        http.Response.Redirect($"{http.Request.PathBase}/?log-in={problem.Code}");
        return Task.CompletedTask;
    }

    /// <summary>What the handler could not do.</summary>
    public static ProblemResult Of(IdentityProvider provider, Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is HttpRequestException or IOException or TaskCanceledException) return Unreachable(provider);
        return NotCompleted(provider);
    }

    /// <summary>502: the provider does not answer.</summary>
    public static ProblemResult Unreachable(IdentityProvider provider) => new(StatusCodes.Status502BadGateway, "provider-unreachable", Title,
        new($"„{provider.DisplayName}“ antwortet nicht.", $"\"{provider.DisplayName}\" does not answer."),
        new("Versuchen Sie es später erneut; hält es an, fragen Sie die Verwaltung.", "Try again later; if it goes on, ask an administrator."));

    /// <summary>401: the answer is not one to a question of ours, or the provider refused it.</summary>
    public static ProblemResult NotCompleted(IdentityProvider provider) => new(StatusCodes.Status401Unauthorized, "log-in-not-completed", Title,
        new($"Die Anmeldung bei „{provider.DisplayName}“ wurde nicht abgeschlossen: Die Antwort passt zu keiner Anfrage von hier, ist abgelaufen oder wurde abgelehnt.", $"The log-in with \"{provider.DisplayName}\" was not completed: the answer fits no request from here, expired or was refused."),
        new("Beginnen Sie die Anmeldung neu, im selben Browser.", "Begin the log-in again, in the same browser."));

    /// <summary>401: the person said no there.</summary>
    public static ProblemResult Cancelled(IdentityProvider provider) => new(StatusCodes.Status401Unauthorized, "log-in-cancelled", Title,
        new($"Die Anmeldung bei „{provider.DisplayName}“ wurde abgebrochen.", $"The log-in with \"{provider.DisplayName}\" was cancelled."),
        new("Beginnen Sie die Anmeldung neu.", "Begin the log-in again."));

    /// <summary>403: nothing the provider says gives a role here.</summary>
    public static ProblemResult NoRole(IdentityProvider provider) => new(StatusCodes.Status403Forbidden, "no-role", Title,
        new($"Ihr Konto bei „{provider.DisplayName}“ hat keine Rolle in GpmTool.", $"Your account with \"{provider.DisplayName}\" has no role in GpmTool."),
        new("Bitten Sie die Stelle, die dort Rollen vergibt, um eine Rolle für GpmTool.", "Ask those who grant roles there for a role in GpmTool."));

    /// <summary>403: the account is disabled here.</summary>
    public static ProblemResult Disabled() => new(StatusCodes.Status403Forbidden, "account-disabled", Title,
        new("Ihr Konto in GpmTool ist gesperrt.", "Your account in GpmTool is disabled."),
        new("Fragen Sie die Verwaltung von GpmTool.", "Ask the administrators of GpmTool."));
}
