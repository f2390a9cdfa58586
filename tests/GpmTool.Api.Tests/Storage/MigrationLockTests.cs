using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Api.Infrastructure.Storage;
using Microsoft.Data.Sqlite;

namespace GpmTool.Api.Tests.Storage;

/// <summary>After a start that was killed while migrating, the next one says what to do.</summary>
public class MigrationLockTests
{
    private DirectoryInfo? folder;

    private string File => Path.Combine(folder!.FullName, "gpmtool.db");

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("gpmtool-lock-");

    [TearDown]
    public void DeleteFolder()
    {
        using (var pooled = new SqliteConnection($"Data Source={File}")) SqliteConnection.ClearPool(pooled);
        folder?.Delete(recursive: true);
    }

    [Test, CancelAfter(600_000)]
    public async Task The_start_is_refused_and_names_file_table_and_remedy_in_both_languages(CancellationToken cancellation)
    {
        await PrepareAsync();
        await RunAsync("""INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-11-25 08:00:00+00:00')""", cancellation);

        var refusal = await Should.ThrowAsync<StartRefusedException>(PrepareAsync);
        foreach (var text in new[] { File, "__EFMigrationsLock", "startet nicht", "abgebrochen", "was killed" }) refusal.Message.ShouldContain(text);

        const string remedy = """DELETE FROM "__EFMigrationsLock";""";
        refusal.Message.ShouldContain(remedy);
        await RunAsync(remedy, cancellation);
        await PrepareAsync();
    }

    [Test, CancelAfter(600_000)]
    public async Task A_wait_that_is_no_number_of_seconds_refuses_the_start(CancellationToken cancellation)
    {
        await using var app = StorageHost.Sqlite(folder!.FullName, ("Database:MigrationWaitSeconds", "bald"));
        (await Should.ThrowAsync<StartRefusedException>(() => app.PrepareStorageAsync())).Message.ShouldContain("Database:MigrationWaitSeconds");
    }

    [Test, CancelAfter(600_000)]
    public async Task A_file_restored_from_a_backup_lets_readers_and_the_writer_work_side_by_side_again(CancellationToken cancellation)
    {
        await PrepareAsync();
        await RunAsync("PRAGMA journal_mode = delete", cancellation);
        await PrepareAsync();
        (await RunAsync("PRAGMA journal_mode", cancellation)).ShouldBe("wal");
    }

    private async Task PrepareAsync()
    {
        await using var app = StorageHost.Sqlite(folder!.FullName, ("Database:MigrationWaitSeconds", "1"));
        await app.PrepareStorageAsync();
    }

    private async Task<object?> RunAsync(string sql, CancellationToken cancellation)
    {
        // Without a pool: to change the journal mode, nobody else may have the file open.
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellation);
    }
}
