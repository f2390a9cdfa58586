using System.Security.Claims;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace GpmTool.Api.Infrastructure.Callers;

/// <summary>Sessions of people: a cookie that scripts cannot read and that ends when it is not used.</summary>
internal static class Sessions
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "session";

    private const string AccountClaim = "sub";
    private const string StampClaim = "stamp";
    private const string ProviderClaim = "idp";

    /// <summary>Registers accounts, sessions and the keys that protect the cookies.</summary>
    public static void AddCallers(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<CurrentActor>();
        services.AddScoped<CallerFinder>();
        services.AddSingleton<PasswordTurns>();
        services.AddIdentityCore<Account>(options =>
        {
            // Long rather than contrived (NIST SP 800-63B, 5.1.1.2).
            options.Password.RequiredLength = 12;
            options.Password.RequiredUniqueChars = 4;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddUserStore<AccountStore>();
        var protection = services.AddDataProtection().SetApplicationName("GpmTool");
        services.AddOptions<KeyManagementOptions>().Configure<StorageSettings, ILoggerFactory>((options, storage, logs) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(storage.Folder, "keys")), logs));
        if (KeyCertificate.Read(builder.Configuration) is { } certificate) protection.ProtectKeysWithCertificate(certificate);
        services.AddAuthentication(Scheme).AddCookie(Scheme);
        ProviderOptions.Add(services);
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<IConfiguration, TimeProvider>(Configure);
    }

    /// <summary>Begins a session.</summary>
    /// <param name="http">The request.</param>
    /// <param name="account">Whose.</param>
    /// <param name="provider">The identity provider that vouches for the person.</param>
    public static Task BeginAsync(HttpContext http, Account account, string? provider = null) => http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(AccountClaim, account.Id.ToString()), new Claim(StampClaim, account.SecurityStamp), .. provider is null ? (Claim[])[] : [new Claim(ProviderClaim, provider)]], Scheme)));

    /// <summary>The identity provider that vouched for who sends the request.</summary>
    public static async Task<string?> ProviderAsync(HttpContext http) => (await http.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(ProviderClaim);

    /// <summary>The account and the stamp of a session; null when it is none of ours.</summary>
    public static (Guid Account, string Stamp)? Read(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(AccountClaim), out var id) && principal.FindFirstValue(StampClaim) is { } stamp ? (id, stamp) : null;

    private static void Configure(CookieAuthenticationOptions options, IConfiguration configuration, TimeProvider time)
    {
        options.TimeProvider = time;
        options.Cookie.Name = "gpmtool";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax; // Strict would lose the session on the way back from an identity provider
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => Answer(context.Response, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
        options.ExpireTimeSpan = TimeSpan.FromMinutes(configuration.GetValue("Accounts:IdleMinutes", 30));
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
