using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GpmTool.Persistence.Sqlite;

/// <summary>Uses the embedded SQLite database.</summary>
public static class SqliteSetup
{
    /// <summary>Configures the context for SQLite, with the migrations of this project.</summary>
    /// <param name="options">The options.</param>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="maxBatchSize">Most statements in one round trip; null leaves it to the provider.</param>
    public static DbContextOptionsBuilder UseGpmSqlite(this DbContextOptionsBuilder options, string connectionString, int? maxBatchSize = null) =>
        options.UseSqlite(connectionString, sqlite =>
        {
            sqlite.MigrationsAssembly(typeof(SqliteSetup).Assembly.FullName);
            if (maxBatchSize is { } size) sqlite.MaxBatchSize(size);
        });
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
