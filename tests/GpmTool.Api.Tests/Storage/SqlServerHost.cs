using GpmTool.Persistence;
using GpmTool.Persistence.SqlServer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Storage;

/// <summary>The real program, configured for SQL Server, over <see cref="FakeSqlServer"/>.</summary>
internal sealed class SqlServerHost(FakeSqlServer server, bool samples = false) : WebApplicationFactory<Program>
{
    /// <summary>The settings an administrator would make.</summary>
    public static readonly (string Key, string Value)[] Settings = [("Database:Provider", "SqlServer"), ("ConnectionStrings:GpmTool", "Server=none;Database=none")];

    /// <summary>The migrations of the SQL Server project.</summary>
    public static IReadOnlyList<string> Migrations()
    {
        using var context = new GpmDbContext((DbContextOptions<GpmDbContext>)new DbContextOptionsBuilder<GpmDbContext>().UseGpmSqlServer("Server=none").Options);
        return [.. context.Database.GetMigrations()];
    }

    /// <inheritdoc />
    protected override void ConfigureClient(HttpClient client)
    {
        base.ConfigureClient(client);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Infrastructure.TestKey.Text.ToString());
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.UseSetting("Samples:Load", samples ? "true" : "false");
        builder.UseSetting("Data:Folder", Path.Combine(Path.GetTempPath(), "gpmtool-tests", "sqlserver"));
        builder.UseSetting("Accounts:FirstAccess", "none");
        builder.UseSetting("Limits:LogInsPerMinute", "1000");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureServices(services =>
        {
            services.ConfigureDbContext<GpmDbContext>(options => options.AddInterceptors(server));
            // It would find an import in every answer, and never come to an end.
            services.Remove(services.Single(service => service.ImplementationType == typeof(Features.Imports.ImportWorker)));
        });
    }
}
