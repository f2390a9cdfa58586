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
        builder.Services.AddDbContext<GpmDbContext>((services, options) => Use(options, services.GetRequiredService<StorageSettings>(), services.GetService<TimeProvider>()));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    /// <summary>Migrates the embedded database; refuses to start on a locked one, and on a SQL Server whose schema is behind.</summary>
    public static async Task PrepareStorageAsync(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<StorageSettings>();
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            Directory.CreateDirectory(settings.Folder);
            app.Logger.LogInformation("Data folder: {Folder}", settings.Folder);
            await MigrateAsync(context);
            return;
        }

        var pending = (await context.Database.GetPendingMigrationsAsync()).ToList();
        if (pending.Count > 0)
            throw new StartRefusedException(
                $"GpmTool startet nicht: Das Schema ist veraltet; es fehlen {string.Join(", ", pending)}. Führen Sie das Skript aus: dotnet run --project src/GpmTool.Api -- database script. / "
                + $"The schema is behind; missing: {string.Join(", ", pending)}. Run the script given by: dotnet run --project src/GpmTool.Api -- database script.");
    }

    private static async Task MigrateAsync(GpmDbContext context)
    {
        try
        {
            await context.Database.MigrateAsync();

            // EF Core does so for files that it creates; one restored from a backup would let readers and the writer wait for each other.
            await context.Database.ExecuteSqlAsync($"PRAGMA journal_mode = wal");
        }
        catch (MigrationLockedException locked)
        {
            // The migration itself ran in a transaction, so nothing of it was kept: removing the lock is safe.
            var seconds = (int)locked.Waited.TotalSeconds;
            var statement = $"DELETE FROM \"{locked.Table}\";";
            throw new StartRefusedException(
                $"GpmTool startet nicht: Die Datenbank {locked.File} ist seit mehr als {seconds} s für eine Schemaänderung gesperrt. Wahrscheinlich wurde ein früherer Start währenddessen abgebrochen; "
                + $"seine Sperre steht in der Tabelle {locked.Table}. Stellen Sie sicher, dass kein anderes GpmTool läuft, und löschen Sie sie mit einem SQLite-Werkzeug: {statement} Starten Sie dann neu. / "
                + $"The database {locked.File} has been locked for a change of its schema for more than {seconds} s. Probably an earlier start was killed meanwhile; "
                + $"its lock is in the table {locked.Table}. Make sure that no other GpmTool is running, and delete it with an SQLite tool: {statement} Then start again.");
        }
    }

    private static void Use(DbContextOptionsBuilder options, StorageSettings settings, TimeProvider? time)
    {
        if (settings.Provider == DatabaseProvider.Sqlite) options.UseGpmSqlite(settings.ConnectionString, settings.MaxBatchSize, settings.MigrationWait, time);
        else options.UseGpmSqlServer(settings.ConnectionString, settings.MaxBatchSize);
    }
}
