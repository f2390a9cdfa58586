using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Persistence;
using GpmTool.Persistence.Sqlite;
using GpmTool.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Infrastructure.Storage;

/// <summary>Connects the host with its database.</summary>
internal static class StorageSetup
{
    /// <summary>Registers the context for the configured provider, and its health check.</summary>
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        // Read when the first context is made, so that settings of tests and hosts are seen.
        builder.Services.AddSingleton(services => StorageSettings.From(services.GetRequiredService<IConfiguration>(), builder.Environment.ContentRootPath));
        builder.Services.AddDbContext<GpmDbContext>((services, options) => Use(options, services.GetRequiredService<StorageSettings>()));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    /// <summary>Migrates the embedded database; refuses to start on a SQL Server whose schema is behind.</summary>
    public static async Task PrepareStorageAsync(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<StorageSettings>();
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            Directory.CreateDirectory(settings.Folder);
            app.Logger.LogInformation("Data folder: {Folder}", settings.Folder);
            await context.Database.MigrateAsync();
            return;
        }

        var pending = (await context.Database.GetPendingMigrationsAsync()).ToList();
        if (pending.Count > 0)
            throw new StartRefusedException(
                $"GpmTool startet nicht: Das Schema ist veraltet; es fehlen {string.Join(", ", pending)}. Führen Sie das Skript aus: dotnet run --project src/GpmTool.Api -- database script. / "
                + $"The schema is behind; missing: {string.Join(", ", pending)}. Run the script given by: dotnet run --project src/GpmTool.Api -- database script.");
    }

    private static void Use(DbContextOptionsBuilder options, StorageSettings settings)
    {
        if (settings.Provider == DatabaseProvider.Sqlite) options.UseGpmSqlite(settings.ConnectionString, settings.MaxBatchSize);
        else options.UseGpmSqlServer(settings.ConnectionString, settings.MaxBatchSize);
    }
}
