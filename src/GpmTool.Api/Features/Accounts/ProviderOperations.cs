using GpmTool.Api.Infrastructure.Callers;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace GpmTool.Api.Features.Accounts;

/// <summary>An identity provider on the log-in page.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="LogIn">Where a browser begins the log-in.</param>
internal sealed record ProviderResponse(string Name, string DisplayName, string LogIn);

/// <summary>Logging in and out at identity providers; for browsers, which follow the redirects.</summary>
internal static class ProviderOperations
{
    private static readonly Text Kind = new("Identitätsanbieter", "Identity provider");

    /// <summary>Lists the identity providers that people can log in with.</summary>
    public static Ok<IReadOnlyList<ProviderResponse>> List(IdentityProviders providers, HttpRequest request) =>
        TypedResults.Ok<IReadOnlyList<ProviderResponse>>([.. providers.All.Select(provider => new ProviderResponse(provider.Name, provider.DisplayName, Address(request, provider.Name, "log-in")))]);

    /// <summary>Sends the browser to the identity provider. What comes of it is a session, or the log-in page with the reason.</summary>
    public static async Task<IResult> LogInAsync(string name, IdentityProviders providers, HttpContext http)
    {
        if (providers.All.SingleOrDefault(known => known.Name == name) is not { } provider) return Failure.NotFound(Kind, name);
        try
        {
            await http.ChallengeAsync(provider.Scheme, new AuthenticationProperties { RedirectUri = $"{http.Request.PathBase}/" });
        }
        catch (InvalidOperationException) when (!http.Response.HasStarted)
        {
            await ProviderProblems.ShowAsync(http, ProviderProblems.Unreachable(provider)); // its metadata could not be read
        }

        return Results.Empty;
    }

    /// <summary>Logs out at the identity provider, where it can; ours has ended before (<c>DELETE session</c>).</summary>
    public static async Task<IResult> LogOutAsync(string name, IdentityProviders providers, IOptionsMonitor<OpenIdConnectOptions> options, HttpContext http)
    {
        if (providers.All.SingleOrDefault(known => known.Name == name) is not { } provider) return Failure.NotFound(Kind, name);
        var start = $"{http.Request.PathBase}/";
        try
        {
            var metadata = await options.Get(provider.Scheme).ConfigurationManager!.GetConfigurationAsync(http.RequestAborted);
            if (string.IsNullOrEmpty(metadata.EndSessionEndpoint)) return Results.LocalRedirect(start);
            await http.SignOutAsync(provider.Scheme, new AuthenticationProperties { RedirectUri = start });
            return Results.Empty;
        }
        catch (InvalidOperationException) when (!http.Response.HasStarted)
        {
            return Results.LocalRedirect(start); // gone: there is nothing to end
        }
    }

    /// <summary>Where a browser logs out at a provider.</summary>
    public static string LogOutAddress(HttpRequest request, string name) => Address(request, name, "log-out");

    private static string Address(HttpRequest request, string name, string action) => $"{request.PathBase}{ApiGroup.Prefix}/session/providers/{name}/{action}";
}
