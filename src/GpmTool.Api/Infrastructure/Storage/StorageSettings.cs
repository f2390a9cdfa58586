using GpmTool.Api.Infrastructure.Hosting;
using Microsoft.Data.Sqlite;

namespace GpmTool.Api.Infrastructure.Storage;

/// <summary>Which database holds the data, and where.</summary>
/// <param name="Provider">Sqlite or SqlServer.</param>
/// <param name="ConnectionString">The connection string, complete.</param>
/// <param name="MaxBatchSize">Most statements in one round trip; null leaves it to the provider.</param>
/// <param name="Folder">The one folder that holds the data; always absolute.</param>
/// <param name="MigrationWait">How long a start waits for another one that is migrating the embedded database; null leaves it to the provider.</param>
internal sealed record StorageSettings(DatabaseProvider Provider, string ConnectionString, int? MaxBatchSize, string Folder, TimeSpan? MigrationWait)
{
    /// <summary>Reads the configuration and says clearly what is wrong with it.</summary>
    public static StorageSettings From(IConfiguration configuration, string contentRoot)
    {
        var provider = ReadProvider(configuration["Database:Provider"]);
        var folder = configuration["Data:Folder"] is { Length: > 0 } wanted ? Path.GetFullPath(wanted, contentRoot) : DefaultFolder(contentRoot);
        var connection = configuration.GetConnectionString("GpmTool");
        if (string.IsNullOrWhiteSpace(connection))
        {
            connection = provider == DatabaseProvider.Sqlite
                ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "gpmtool.db") }.ToString()
                : throw new StartRefusedException(
                    "GpmTool startet nicht: Für Database:Provider=SqlServer fehlt ConnectionStrings:GpmTool. / ConnectionStrings:GpmTool is missing for SQL Server.");
        }

        var wait = ReadCount(configuration, "Database:MigrationWaitSeconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return new StorageSettings(provider, connection, ReadCount(configuration, "Database:MaxBatchSize"), folder, wait);
    }

    /// <summary><c>&lt;LocalApplicationData&gt;/GpmTool</c>: it does not depend on where the program was started. Accounts without a home use <c>data</c> beside the program.</summary>
    private static string DefaultFolder(string contentRoot)
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathFullyQualified(local) ? Path.Combine(local, "GpmTool") : Path.GetFullPath("data", contentRoot);
    }

    private static DatabaseProvider ReadProvider(string? text) =>
        string.IsNullOrWhiteSpace(text) ? DatabaseProvider.Sqlite
        : Enum.TryParse<DatabaseProvider>(text, ignoreCase: true, out var provider) && Enum.IsDefined(provider) ? provider
        : throw new StartRefusedException(
            $"GpmTool startet nicht: Database:Provider „{text}“ ist unbekannt; möglich sind Sqlite und SqlServer. / Unknown Database:Provider; use Sqlite or SqlServer.");

    private static int? ReadCount(IConfiguration configuration, string key) =>
        configuration[key] is not { } text || string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) && count > 0 ? count
        : throw new StartRefusedException(
            $"GpmTool startet nicht: {key} „{text}“ ist keine positive ganze Zahl. / {key} must be a positive whole number.");
}

/// <summary>The database products supported.</summary>
internal enum DatabaseProvider
{
    /// <summary>The embedded database: one file.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer,
}
