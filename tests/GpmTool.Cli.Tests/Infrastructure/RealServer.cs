using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

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

    public string Address => ClientOptions.BaseAddress.ToString();

    public static RealServer Start(bool samples)
    {
        var server = new RealServer(samples);
        server.StartServer();
        return server;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("Samples:Load", _loadsSamples ? "true" : "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
