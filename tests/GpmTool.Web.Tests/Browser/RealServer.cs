using GpmTool.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
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

    /// <summary>The address of the one account.</summary>
    public const string Email = "verwaltung@example.org";

    /// <summary>Its password.</summary>
    public const string Password = "langes Kennwort 7";

    public Uri Address => new(ClientOptions.BaseAddress.ToString());

    public static RealServer Start(params (string Key, string Value)[] settings)
    {
        var server = new RealServer(settings);
        server.StartServer();
        server.StoreAccountAsync().GetAwaiter().GetResult();
        return server;
    }

    private async Task StoreAccountAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        var account = new Account { Id = Guid.CreateVersion7(), LogInName = Email, NormalizedLogInName = Email.ToUpperInvariant(), SecurityStamp = "test", CreatedAt = DateTime.UnixEpoch };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        context.Accounts.Add(account);
        context.RoleGrants.Add(new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = Role.Administrator });
        context.Record(Actor.Local, "account.test", "account", account.Id.ToString());
        await context.SaveChangesAsync();
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
