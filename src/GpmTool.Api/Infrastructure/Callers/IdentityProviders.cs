using System.Text.RegularExpressions;
using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Persistence;

namespace GpmTool.Api.Infrastructure.Callers;

/// <summary>The role that a value of a claim gives.</summary>
/// <param name="Value">The value.</param>
/// <param name="Role">The role.</param>
/// <param name="Authority">The key of the authority it is bound to.</param>
/// <param name="PolicyField">The key of the policy field it is bound to.</param>
internal sealed record ProviderRole(string Value, Role Role, string? Authority, string? PolicyField);

/// <summary>An identity provider that people log in with (OpenID Connect Core 1.0, authorization code with PKCE).</summary>
/// <param name="Name">Its name in addresses and settings.</param>
/// <param name="DisplayName">Its name on the log-in page.</param>
/// <param name="Issuer">The issuer; its metadata is at <c>/.well-known/openid-configuration</c> below.</param>
/// <param name="ClientId">The id of this program there.</param>
/// <param name="ClientSecret">The secret of this program there; null for a public client.</param>
/// <param name="Scopes">The scopes that are asked for.</param>
/// <param name="RoleClaim">The claim with the values that give roles; dots lead into JSON, such as <c>realm_access.roles</c>.</param>
/// <param name="UserInfo">Whether claims are also fetched from the UserInfo endpoint.</param>
/// <param name="Roles">Which value gives which role.</param>
internal sealed record IdentityProvider(string Name, string DisplayName, Uri Issuer, string ClientId, string? ClientSecret, IReadOnlyList<string> Scopes, string RoleClaim, bool UserInfo, IReadOnlyList<ProviderRole> Roles)
{
    /// <summary>The name of the authentication scheme.</summary>
    public string Scheme => $"oidc-{Name}";

    /// <summary>Where the provider sends people back after the log-in.</summary>
    public string CallbackPath => $"/log-in/{Name}/callback";

    /// <summary>Where the provider sends people back after the log-out.</summary>
    public string LoggedOutPath => $"/log-in/{Name}/logged-out";
}

/// <summary>The identity providers, from <c>IdentityProviders:&lt;name&gt;:…</c>.</summary>
/// <param name="All">All of them.</param>
internal sealed partial record IdentityProviders(IReadOnlyList<IdentityProvider> All)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">One is missing or cannot be right.</exception>
    public static IdentityProviders From(IConfiguration configuration) => new([.. configuration.GetSection("IdentityProviders").GetChildren().Select(Read)]);

    private static IdentityProvider Read(IConfigurationSection section)
    {
        if (!NamePattern().IsMatch(section.Key)) throw Refused(section.Path, "Namen bestehen aus kleinen Buchstaben, Ziffern und Bindestrichen.", "names consist of small letters, digits and hyphens.");
        var issuer = Uri.TryCreate(Needed(section, "Issuer"), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw Refused($"{section.Path}:Issuer", "erwartet wird eine https-Adresse.", "an https address is expected.");
        var roles = section.GetSection("Roles").GetChildren().Select(ReadRole).ToList();
        if (roles.Count == 0) throw Refused($"{section.Path}:Roles", "ohne Zuordnung bekäme niemand eine Rolle.", "without any nobody would get a role.");
        var flag = section["UserInfo"];
        if (flag is { Length: > 0 } && !bool.TryParse(flag, out _)) throw Refused($"{section.Path}:UserInfo", "erwartet wird true oder false.", "true or false is expected.");
        return new IdentityProvider(
            section.Key, Given(section, "DisplayName") ?? section.Key, issuer, Needed(section, "ClientId"), Given(section, "ClientSecret"),
            (Given(section, "Scopes") ?? "openid profile").Split(' ', StringSplitOptions.RemoveEmptyEntries), Given(section, "RoleClaim") ?? "roles", flag is { Length: > 0 } && bool.Parse(flag), roles);
    }

    private static ProviderRole ReadRole(IConfigurationSection section)
    {
        var text = Needed(section, "Role");
        if (!Enum.TryParse<Role>(text, ignoreCase: true, out var role) || !Enum.IsDefined(role) || char.IsDigit(text[0]) || role is Role.ApiClient or Role.Guest)
            throw Refused($"{section.Path}:Role", "möglich sind modeller, fieldCoordination, senateCoordination, authorityLead und administrator.", "use modeller, fieldCoordination, senateCoordination, authorityLead or administrator.");
        var (authority, field) = (Given(section, "Authority"), Given(section, "PolicyField"));
        if (role is Role.Modeller or Role.AuthorityLead != authority is not null)
            throw Refused($"{section.Path}:Authority", "modeller und authorityLead nennen eine Behörde, die anderen Rollen keine.", "modeller and authorityLead name an authority, the other roles none.");
        if ((role is Role.FieldCoordination or Role.SenateCoordination && field is null) || (role == Role.Administrator && field is not null))
            throw Refused($"{section.Path}:PolicyField", "fieldCoordination und senateCoordination nennen ein Politikfeld, administrator keines.", "fieldCoordination and senateCoordination name a policy field, administrator none.");
        return new ProviderRole(Needed(section, "Value"), role, authority, field);
    }

    private static string? Given(IConfigurationSection section, string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();

    private static string Needed(IConfigurationSection section, string name) => Given(section, name) ?? throw Refused($"{section.Path}:{name}", "fehlt.", "is missing.");

    private static StartRefusedException Refused(string setting, string german, string english) => new($"GpmTool startet nicht: {setting}: {german} / {setting}: {english}");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex NamePattern();
}
