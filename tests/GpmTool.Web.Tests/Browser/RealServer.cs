using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace GpmTool.Web.Tests.Browser;

/// <summary>The real program on a free port, with a fresh database and the sample catalogue.</summary>
internal sealed class RealServer : WebApplicationFactory<Program>
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "gpmtool-tests", Path.GetRandomFileName());

    private RealServer() => UseKestrel(0);

    public Uri Address => new(ClientOptions.BaseAddress.ToString());

    public static RealServer Start()
    {
        var server = new RealServer();
        server.StartServer();
        return server;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("Samples:Load", "true");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
