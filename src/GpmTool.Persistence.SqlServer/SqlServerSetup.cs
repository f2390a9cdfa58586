using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GpmTool.Persistence.SqlServer;

/// <summary>Uses SQL Server.</summary>
public static class SqlServerSetup
{
    /// <summary>Configures the context for SQL Server, with the migrations of this project.</summary>
    /// <param name="options">The options.</param>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="maxBatchSize">Most statements in one round trip; null leaves it to the provider.</param>
    public static DbContextOptionsBuilder UseGpmSqlServer(this DbContextOptionsBuilder options, string connectionString, int? maxBatchSize = null) =>
        options.UseSqlServer(connectionString, server =>
        {
            server.MigrationsAssembly(typeof(SqlServerSetup).Assembly.FullName);
            if (maxBatchSize is { } size) server.MaxBatchSize(size);
        });
}

/// <summary>Makes the context for <c>dotnet ef</c>.</summary>
internal sealed class SqlServerContextFactory : IDesignTimeDbContextFactory<GpmDbContext>
{
    public GpmDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<GpmDbContext>();
        options.UseGpmSqlServer("Server=none;Database=none");
        return new GpmDbContext(options.Options);
    }
}
