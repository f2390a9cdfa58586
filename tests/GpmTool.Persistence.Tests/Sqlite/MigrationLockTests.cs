using GpmTool.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Sqlite;

/// <summary>A start that was killed while migrating must not make all later ones wait for ever.</summary>
public sealed class MigrationLockTests
{
    private TestDatabase? database;

    [SetUp]
    public async Task CreateDatabaseAsync() => database = await TestDatabase.CreateAsync(Provider.Sqlite);

    [TearDown]
    public async Task DeleteDatabaseAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }

    [Test, CancelAfter(600_000)]
    public async Task A_lock_that_nobody_gives_back_is_reported_with_its_file_and_table(CancellationToken cancellation)
    {
        await LockAsync();
        await using var context = OpenWaiting(TimeSpan.FromMilliseconds(200));
        var locked = await Should.ThrowAsync<MigrationLockedException>(() => context.Database.MigrateAsync(cancellation));
        locked.Table.ShouldBe("__EFMigrationsLock");
        locked.File.ShouldBe(new SqliteConnectionStringBuilder(database!.Connection).DataSource);
        locked.Waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(200));
    }

    [Test, CancelAfter(600_000)]
    public async Task A_lock_that_is_given_back_in_time_is_waited_for(CancellationToken cancellation)
    {
        await LockAsync();
        await using var context = OpenWaiting(TimeSpan.FromMinutes(1));
        var migration = context.Database.MigrateAsync(cancellation);
        migration.IsCompleted.ShouldBeFalse();
        await UnlockAsync();
        await migration;
    }

    [Test, CancelAfter(600_000)]
    public async Task After_the_statement_of_the_remedy_migrating_works_again(CancellationToken cancellation)
    {
        await LockAsync();
        await using var context = OpenWaiting(TimeSpan.FromMilliseconds(200));
        await Should.ThrowAsync<MigrationLockedException>(() => context.Database.MigrateAsync(cancellation));
        await UnlockAsync();
        await context.Database.MigrateAsync(cancellation);
        await context.Database.MigrateAsync(cancellation);
    }

    private GpmDbContext OpenWaiting(TimeSpan limit) =>
        new((DbContextOptions<GpmDbContext>)new DbContextOptionsBuilder<GpmDbContext>().UseGpmSqlite(database!.Connection, migrationWait: limit).Options);

    // The row EF Core leaves when its process is killed.
    private Task LockAsync() => RunAsync("""INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-11-25 08:00:00+00:00')""");

    private Task UnlockAsync() => RunAsync("""DELETE FROM "__EFMigrationsLock";""");

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection(database!.Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }
}
