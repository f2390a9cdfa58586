using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace GpmTool.Api.Tests.Accounts;

/// <summary>An OpenID Connect server on a free port. It logs in whoever the test says, without asking.</summary>
internal sealed class OidcServer : IAsyncDisposable
{
    public const string ClientId = "gpmtool";
    public const string ClientSecret = "the-secret-of-the-client";

    // Made once: making them takes longer than a log-in.
    private static readonly RsaSecurityKey SigningKey = new(RSA.Create(2048));
    private static readonly SymmetricSecurityKey EncryptionKey = new(RandomNumberGenerator.GetBytes(32));

    private readonly WebApplication app;

    private OidcServer(WebApplication app) => this.app = app;

    /// <summary>Where it listens; the issuer.</summary>
    public string Issuer => app.Urls.Single().TrimEnd('/') + "/";

    /// <summary>Who logs in.</summary>
    public (string Subject, string Name, string[] Roles) Person { get; set; } = ("4711", "Erika Muster", ["gpm-modellierung"]);

    /// <summary>Whether name and roles are told by the UserInfo endpoint only and not by the token.</summary>
    public bool TellsByUserInfo { get; set; }

    /// <summary>Whether the person says no.</summary>
    public bool Refuses { get; set; }

    public static async Task<OidcServer> StartAsync()
    {
        OidcServer? server = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.EnableDegradedMode();
            options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/logout").SetUserInfoEndpointUris("connect/userinfo");
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            options.RegisterScopes("openid", "profile");
            options.AddEncryptionKey(EncryptionKey).AddSigningKey(SigningKey);
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId) context.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret) context.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
            options.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => default));
            options.AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                context.SignOut();
                return default;
            }));
            options.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (server!.Refuses)
                {
                    context.Reject(OpenIddictConstants.Errors.AccessDenied);
                    return default;
                }

                var (subject, name, roles) = server.Person;
                var identity = new ClaimsIdentity("test", "name", "roles");
                identity.AddClaim(new Claim("sub", subject));
                if (!server.TellsByUserInfo)
                {
                    identity.AddClaim(new Claim("name", name));
                    foreach (var role in roles) identity.AddClaim(new Claim("roles", role));
                }

                identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
                context.SignIn(new ClaimsPrincipal(identity).SetScopes("openid", "profile"));
                return default;
            }));
            options.AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                context.Claims["name"] = server!.Person.Name;
                context.Claims["roles"] = server.Person.Roles.ToImmutableArray<string?>();
                return default;
            }));
        });
        var app = builder.Build();
        app.UseAuthentication();
        server = new OidcServer(app);
        await app.StartAsync();
        return server;
    }

    /// <summary>Ends it: nobody answers at its address any more.</summary>
    public Task StopAsync() => app.StopAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
