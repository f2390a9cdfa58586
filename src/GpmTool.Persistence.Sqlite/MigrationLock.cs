using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GpmTool.Persistence.Sqlite;

/// <summary>Somebody else held the lock for migrations longer than anybody waits.</summary>
/// <param name="table">The table whose row is the lock.</param>
/// <param name="file">The database file.</param>
/// <param name="waited">How long it was waited for.</param>
public sealed class MigrationLockedException(string table, string file, TimeSpan waited)
    : InvalidOperationException($"The row in {table} of {file} locked the migrations for {waited}.")
{
    /// <summary>The table whose row is the lock.</summary>
    public string Table => table;

    /// <summary>The database file.</summary>
    public string File => file;

    /// <summary>How long it was waited for.</summary>
    public TimeSpan Waited => waited;
}

/// <summary>
/// Limits the wait for the lock that EF Core takes before it migrates. The lock is a row, so it outlives a process that is
/// killed while migrating, and EF Core asks for it for ever, after 1, 2, 4, … seconds. Only the wait is limited, not the
/// migration, which may take its time; the limit takes effect at the first question after it.
/// </summary>
internal sealed class MigrationLockLimit(TimeSpan limit, TimeProvider time) : DbCommandInterceptor
{
    private const string Table = "__EFMigrationsLock";
    private long? _since;

    /// <inheritdoc />
    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result)
    {
        Check(command, result);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Check(command, result);
        return new ValueTask<object?>(result);
    }

    private void Check(DbCommand command, object? inserted)
    {
        if (!command.CommandText.StartsWith($"INSERT OR IGNORE INTO \"{Table}\"", StringComparison.Ordinal)) return;
        if (inserted is not 0L)
        {
            _since = null;
            return;
        }

        _since ??= time.GetTimestamp();
        var waited = time.GetElapsedTime(_since.Value);
        if (waited >= limit) throw new MigrationLockedException(Table, new SqliteConnectionStringBuilder(command.Connection!.ConnectionString).DataSource, waited);
    }
}
