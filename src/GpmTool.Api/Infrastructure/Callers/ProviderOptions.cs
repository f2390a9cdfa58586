using GpmTool.Api.Features.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GpmTool.Api.Infrastructure.Callers;

/// <summary>
/// Makes the identity providers of the settings known to ASP.NET Core's handler of OpenID Connect. What comes back is turned into an account
/// and a session of our own; no token is kept.
/// </summary>
internal sealed class ProviderOptions(IdentityProviders providers, TimeProvider time) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>Registers the providers. Settings are read when the program is built, so that those of hosts and tests are seen.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => IdentityProviders.From(provider.GetRequiredService<IConfiguration>()));
        services.AddScoped<ProviderLogIn>();
        services.AddTransient<OpenIdConnectHandler>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, ProviderOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddOptions<AuthenticationOptions>().Configure<IdentityProviders>((options, known) =>
        {
            foreach (var provider in known.All) options.AddScheme<OpenIdConnectHandler>(provider.Scheme, provider.DisplayName);
        });
    }

    /// <inheritdoc />
    public void Configure(OpenIdConnectOptions options)
    {
        // Only the named ones are used.
    }

    /// <inheritdoc />
    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (providers.All.SingleOrDefault(known => known.Scheme == name) is not { } provider) return;
        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Issuer.ToString(), provider.ClientId, provider.ClientSecret);
        options.RequireHttpsMetadata = provider.Issuer.Scheme == Uri.UriSchemeHttps; // http is for this computer only, see IdentityProviders
        (options.ResponseType, options.UsePkce) = (OpenIdConnectResponseType.Code, true);
        options.ResponseMode = OpenIdConnectResponseMode.Query; // a form from another site would come without the cookies
        (options.SaveTokens, options.MapInboundClaims, options.GetClaimsFromUserInfoEndpoint) = (false, false, provider.UserInfo);
        if (provider.UserInfo) options.ClaimActions.MapUniqueJsonKey(provider.RoleClaim.Split('.')[0], provider.RoleClaim.Split('.')[0]);
        options.Scope.Clear();
        foreach (var scope in provider.Scopes) options.Scope.Add(scope);
        (options.CallbackPath, options.SignedOutCallbackPath, options.RemoteSignOutPath) = (provider.CallbackPath, provider.LoggedOutPath, default);
        (options.SignInScheme, options.DisableTelemetry, options.TimeProvider) = (Sessions.Scheme, true, time);
        options.BackchannelTimeout = TimeSpan.FromSeconds(30);
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie }) (cookie.SameSite, cookie.SecurePolicy, cookie.HttpOnly) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest, true);
        options.Events.OnTicketReceived = context => FinishAsync(context, http => http.RequestServices.GetRequiredService<ProviderLogIn>().EnterAsync(http, provider, context.Principal!));
        options.Events.OnAccessDenied = context => FinishAsync(context, _ => Task.FromResult<Problems.ProblemResult?>(ProviderProblems.Cancelled(provider)));
        options.Events.OnRemoteFailure = context => FinishAsync(context, _ => Task.FromResult<Problems.ProblemResult?>(ProviderProblems.Of(provider, context.Failure)));
    }

    private static async Task FinishAsync<TOptions>(HandleRequestContext<TOptions> context, Func<HttpContext, Task<Problems.ProblemResult?>> finish)
        where TOptions : AuthenticationSchemeOptions
    {
        context.HandleResponse();
        if (await finish(context.HttpContext) is { } problem) await ProviderProblems.ShowAsync(context.HttpContext, problem);
        else context.Response.Redirect($"{context.Request.PathBase}/");
    }
}
