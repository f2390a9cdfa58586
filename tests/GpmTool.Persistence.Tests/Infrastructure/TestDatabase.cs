using GpmTool.Persistence.Sqlite;
using GpmTool.Persistence.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests;

/// <summary>The database products the suite runs over.</summary>
public enum Provider
{
    Sqlite,
    SqlServer,
}

/// <summary>A migrated database of its own: a file in a temporary folder, or a new database on the server named by the environment.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string ServerVariable = "GPM_TEST_SQLSERVER";

    private readonly Provider provider;
    private readonly string connection;
    private readonly DirectoryInfo? folder;

    private TestDatabase(Provider provider, string connection, DirectoryInfo? folder) =>
        (this.provider, this.connection, this.folder) = (provider, connection, folder);

    /// <summary>The connection string.</summary>
    public string Connection => connection;

    /// <summary>Creates and migrates one; ignores the running test where no server is configured.</summary>
    public static async Task<TestDatabase> CreateAsync(Provider provider)
    {
        var database = provider == Provider.Sqlite ? NewFile() : NewServerDatabase();
        await using var context = database.Open();
        await context.Database.MigrateAsync();
        return database;
    }

    /// <summary>An SQLite database that does not exist yet.</summary>
    public static TestDatabase NewFile()
    {
        var folder = Directory.CreateTempSubdirectory("gpmtool-persistence-");
        return new TestDatabase(Provider.Sqlite, new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "gpmtool.db") }.ToString(), folder);
    }

    /// <summary>A new context, as another request or another host would have it.</summary>
    public GpmDbContext Open(Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<GpmDbContext>();
        if (provider == Provider.Sqlite) options.UseGpmSqlite(connection);
        else options.UseGpmSqlServer(connection);
        configure?.Invoke(options);
        return new GpmDbContext(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
        {
            await using var context = Open();
            await context.Database.EnsureDeletedAsync();
            return;
        }

        using (var pooled = new SqliteConnection(connection)) SqliteConnection.ClearPool(pooled);
        folder.Delete(recursive: true);
    }

    private static TestDatabase NewServerDatabase()
    {
        if (Environment.GetEnvironmentVariable(ServerVariable) is not { Length: > 0 } server)
        {
            var reason = $"SKIPPED: nothing was tested on SQL Server, because {ServerVariable} holds no connection string.";
            Assert.Ignore(reason);
            throw new InvalidOperationException(reason);
        }

        var name = $"GpmTool_Test_{Guid.NewGuid():N}";
        return new TestDatabase(Provider.SqlServer, new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString(), null);
    }
}
