using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Sqlite;

/// <summary>What the embedded database promises: readers beside the writer, and no commit lost at a power cut.</summary>
public sealed class SqliteFileTests
{
    private TestDatabase? database;

    [SetUp]
    public async Task CreateDatabaseAsync() => database = await TestDatabase.CreateAsync(Provider.Sqlite);

    [TearDown]
    public async Task DeleteDatabaseAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }

    [TestCase("journal_mode", "wal")]
    [TestCase("synchronous", "2", Description = "FULL: NORMAL loses the last commits at a power cut")]
    [TestCase("foreign_keys", "1")]
    public async Task A_connection_has(string pragma, string expected)
    {
        await using var context = database!.Open();
        (await ReadAsync(context, pragma)).ShouldBe(expected);
        (await context.PolicyFields.AnyAsync()).ShouldBeFalse();
        (await ReadAsync(context, pragma)).ShouldBe(expected, "also on a connection from the pool");
    }

    private static async Task<string?> ReadAsync(GpmDbContext context, string pragma)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        var value = Convert.ToString(await command.ExecuteScalarAsync());
        await context.Database.CloseConnectionAsync();
        return value;
    }
}
