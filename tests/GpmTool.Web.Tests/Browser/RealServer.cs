using GpmTool.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Web.Tests.Browser;

/// <summary>The real program on a free port, with a fresh database and the sample catalogue.</summary>
internal sealed class RealServer : WebApplicationFactory<Program>
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "gpmtool-tests", Path.GetRandomFileName());

    private readonly (string Key, string Value)[] _settings;

    private RealServer((string Key, string Value)[] settings)
    {
        _settings = settings;
        UseKestrel(0);
    }

    /// <summary>The administrator.</summary>
    public const string Email = "verwaltung@example.org";

    /// <summary>The coordination of the field of the samples.</summary>
    public const string Coordination = "koordination@example.org";

    /// <summary>A modeller of Muster-Bezirk A.</summary>
    public const string Modeller = "modellierung@example.org";

    /// <summary>The password of all of them.</summary>
    public const string Password = "langes Kennwort 7";

    public Uri Address => new(ClientOptions.BaseAddress.ToString());

    public static RealServer Start(params (string Key, string Value)[] settings)
    {
        var server = new RealServer(settings);
        server.StartServer();
        server.StoreAccountsAsync().GetAwaiter().GetResult();
        return server;
    }

    private async Task StoreAccountsAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        Store(context, Email, "Verwaltung", Role.Administrator);
        if (await context.PolicyFields.SingleOrDefaultAsync(row => row.Key == "facility-management") is { } field)
        {
            Store(context, Coordination, "Koordination Facility Management", Role.FieldCoordination, field: field.Id);
            Store(context, Modeller, "Modellierung Muster-Bezirk A", Role.Modeller, (await context.Authorities.SingleAsync(row => row.Key == "muster-bezirk-a")).Id, field.Id);
        }

        await context.SaveChangesAsync();
    }

    private static void Store(GpmDbContext context, string email, string name, Role role, Guid? authority = null, Guid? field = null)
    {
        var account = new Account { Id = Guid.CreateVersion7(), LogInName = email, NormalizedLogInName = email.ToUpperInvariant(), SecurityStamp = "test", CreatedAt = DateTime.UnixEpoch };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        context.Accounts.Add(account);
        context.ActorNames.Add(new ActorName { ActorId = account.Id.ToString(), Name = name });
        context.RoleGrants.Add(new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = role, AuthorityId = authority, PolicyFieldId = field });
        context.Record(Actor.Local, "account.test", "account", account.Id.ToString());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("Samples:Load", "true");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Accounts:FirstAccess", "none");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
