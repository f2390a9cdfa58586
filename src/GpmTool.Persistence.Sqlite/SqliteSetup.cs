using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GpmTool.Persistence.Sqlite;

/// <summary>Uses the embedded SQLite database.</summary>
public static class SqliteSetup
{
    /// <summary>How long a start waits for another one that is migrating, unless told.</summary>
    public static TimeSpan DefaultMigrationWait => TimeSpan.FromSeconds(30);

    /// <summary>Configures the context for SQLite, with the migrations of this project.</summary>
    /// <param name="options">The options.</param>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="maxBatchSize">Most statements in one round trip; null leaves it to the provider.</param>
    /// <param name="migrationWait">How long migrating waits for its lock before it fails with <see cref="MigrationLockedException"/>.</param>
    /// <param name="time">The clock.</param>
    public static DbContextOptionsBuilder UseGpmSqlite(
        this DbContextOptionsBuilder options, string connectionString, int? maxBatchSize = null, TimeSpan? migrationWait = null, TimeProvider? time = null) =>
        options.UseSqlite(connectionString, sqlite =>
        {
            sqlite.MigrationsAssembly(typeof(SqliteSetup).Assembly.FullName);
            if (maxBatchSize is { } size) sqlite.MaxBatchSize(size);
        }).AddInterceptors(new MigrationLockLimit(migrationWait ?? DefaultMigrationWait, time ?? TimeProvider.System));
}

/// <summary>Makes the context for <c>dotnet ef</c>.</summary>
internal sealed class SqliteContextFactory : IDesignTimeDbContextFactory<GpmDbContext>
{
    public GpmDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<GpmDbContext>();
        options.UseGpmSqlite("Data Source=:memory:");
        return new GpmDbContext(options.Options);
    }
}
