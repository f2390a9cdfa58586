using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Authorization;

namespace GpmTool.Api.Infrastructure.Rights;

/// <summary>Finds what a request is about; null when there is no such thing, or the caller may not read it: the handler answers 404.</summary>
internal delegate Task<Subject?> SubjectFinder(EndpointFilterInvocationContext invocation, GpmDbContext context, CancellationToken cancellation);

/// <summary>The right an endpoint needs.</summary>
/// <param name="Right">The right.</param>
/// <param name="About">What it is about; null: nothing in particular.</param>
internal sealed record Need(Right Right, SubjectFinder? About);

/// <summary>
/// Lets a request through to its handler only with the right that the endpoint needs. Endpoints of the API that name neither a
/// right nor <c>AllowAnonymous</c> answer nobody.
/// </summary>
internal static class Gate
{
    /// <summary>Names the right an endpoint needs.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, Right right, SubjectFinder? about = null)
    {
        route.WithMetadata(new Need(right, about)).Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);
        if (about is not null) route.AddEndpointFilter((invocation, next) => CheckAsync(invocation, next, right, about));
        return route;
    }

    /// <summary>Identifies the caller, shows it only what it may read, and refuses what it may do nowhere.</summary>
    public static IApplicationBuilder UseGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint() is not { } endpoint || !http.Request.Path.StartsWithSegments(ApiGroup.Prefix))
        {
            await next(http);
            return;
        }

        var (caller, refused) = await http.RequestServices.GetRequiredService<Callers.CallerFinder>().FindAsync(http);
        var context = http.RequestServices.GetRequiredService<GpmDbContext>();
        context.ShowOnly(caller is null ? [] : RightsTable.Fields(caller, Right.ReadContent), caller?.ReviewId);
        context.SeesStaffData = (field, authority) => caller is not null && RightsTable.May(caller, Right.ReadStaffData, new Subject(field, authority));
        if (caller is not null) http.RequestServices.GetRequiredService<CurrentActor>().Caller = caller;
        var problem = refused ?? Refusal(endpoint, caller);
        if (problem is null) await next(http);
        else await problem.ExecuteAsync(http);
    });

    private static ProblemResult? Refusal(Endpoint endpoint, Caller? caller)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return null;
        if (caller is null) return Refusals.NotLoggedIn();
        if (endpoint is not RouteEndpoint) return null; // routing's own answer that no endpoint takes this method or media type
        return endpoint.Metadata.GetMetadata<Need>() is { } need && RightsTable.MayAnywhere(caller, need.Right) ? null : Refusals.NotAllowed();
    }

    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next, Right right, SubjectFinder about)
    {
        var services = invocation.HttpContext.RequestServices;
        var subject = await about(invocation, services.GetRequiredService<GpmDbContext>(), invocation.HttpContext.RequestAborted);
        var caller = services.GetRequiredService<CurrentActor>().Caller;
        return subject is null || RightsTable.May(caller, right, subject) ? await next(invocation) : Refusals.NotAllowed();
    }
}

/// <summary>The answers to those who may not.</summary>
internal static class Refusals
{
    /// <summary>401: nobody is known to send the request.</summary>
    public static ProblemResult NotLoggedIn() => new(
        StatusCodes.Status401Unauthorized, "not-logged-in",
        new("Nicht angemeldet", "Not logged in"),
        new("Diese Anfrage braucht eine Anmeldung oder einen API-Schlüssel.", "This request needs a log-in or an API key."),
        new("Melden Sie sich an (POST /api/v1/session), oder senden Sie den Kopf Authorization: Bearer mit einem API-Schlüssel.", "Log in (POST /api/v1/session), or send the header Authorization: Bearer with an API key."));

    /// <summary>401: the key is not valid.</summary>
    public static ProblemResult KeyNotValid() => new(
        StatusCodes.Status401Unauthorized, "key-not-valid",
        new("API-Schlüssel ungültig", "API key not valid"),
        new("Der API-Schlüssel ist unbekannt, abgelaufen oder widerrufen.", "The API key is unknown, expired or revoked."),
        new("Lassen Sie sich von der Administration einen neuen ausstellen.", "Ask an administrator for a new one."));

    /// <summary>403: known, but not allowed.</summary>
    public static ProblemResult NotAllowed() => new(
        StatusCodes.Status403Forbidden, "not-allowed",
        new("Nicht erlaubt", "Not allowed"),
        new("Ihre Rollen oder der API-Schlüssel erlauben das hier nicht.", "Your roles or the API key do not allow this here."),
        new("GET /api/v1/me zeigt Ihre Rollen; die Administration vergibt sie.", "GET /api/v1/me shows your roles; administrators grant them."));

    /// <summary>403: a foreign page sent it.</summary>
    public static ProblemResult ForeignPage() => new(
        StatusCodes.Status403Forbidden, "foreign-page",
        new("Fremde Seite", "Foreign page"),
        new("Die Anfrage kommt von einer anderen Webseite.", "The request comes from another web page."),
        new("Rufen Sie die Seite von GpmTool selbst auf.", "Open GpmTool's own page."));
}
