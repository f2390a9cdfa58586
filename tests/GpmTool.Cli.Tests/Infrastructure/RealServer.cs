using System.Security.Cryptography;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Cli.Tests.Infrastructure;

/// <summary>The real program on a free port with a fresh database.</summary>
internal sealed class RealServer : WebApplicationFactory<global::Program>
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "gpmtool-tests", Path.GetRandomFileName());
    private readonly bool _loadsSamples;

    private RealServer(bool loadsSamples)
    {
        _loadsSamples = loadsSamples;
        UseKestrel(0);
    }

    /// <summary>A key that may do everything.</summary>
    public const string Key = "gpm_test_secret";

    public string Address => ClientOptions.BaseAddress.ToString();

    public static RealServer Start(bool samples)
    {
        var server = new RealServer(samples);
        server.StartServer();
        server.StoreKeyAsync().GetAwaiter().GetResult();
        return server;
    }

    // The same on every test server: gpm sends one key.
    private async Task StoreKeyAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var key = new ApiKey { Id = Guid.CreateVersion7(), Prefix = "test", SecretHash = SHA256.HashData("secret"u8), Scopes = "read staff models publish import administer", CreatedAt = now, ExpiresAt = now.AddDays(1) };
        context.ApiKeys.Add(key);
        context.Record(Actor.Local, "key.create", "key", key.Id.ToString());
        await context.SaveChangesAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("Samples:Load", _loadsSamples ? "true" : "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Accounts:FirstAccess", "none");
        builder.UseSetting("Limits:RequestsPerSecond", "100000");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
