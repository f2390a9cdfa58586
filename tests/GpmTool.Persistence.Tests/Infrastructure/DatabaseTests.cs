using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests;

/// <summary>Tests that hold for every provider; each test has an empty, migrated database.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.SqlServer)]
public abstract class DatabaseTests(Provider provider)
{
    private TestDatabase? database;

    protected TestDatabase Database => database!;

    [SetUp]
    public async Task CreateDatabaseAsync() => database = await TestDatabase.CreateAsync(provider);

    [TearDown]
    public async Task DeleteDatabaseAsync()
    {
        if (database is not null) await database.DisposeAsync();
        database = null;
    }

    /// <summary>Stores rows with one audit entry.</summary>
    protected async Task StoreAsync(params object[] rows)
    {
        await using var context = Database.Open();
        context.AddRange(rows);
        context.Record(Actor.Local, "test.store", "test", "rows");
        await context.SaveChangesAsync();
    }

    /// <summary>Reads with a context that has seen nothing yet.</summary>
    protected async Task<T> ReadAsync<T>(Func<GpmDbContext, Task<T>> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var context = Database.Open();
        return await query(context);
    }

    /// <summary>A statement that passes the context by, as somebody with the file or the server could run it.</summary>
    protected async Task RunSqlAsync(FormattableString sql)
    {
        await using var context = Database.Open();
        (await context.Database.ExecuteSqlAsync(sql)).ShouldBe(1, "the statement must hit its row");
    }

    /// <summary>How many entries the chain has, after checking that it is whole.</summary>
    protected async Task<long> WholeChainAsync()
    {
        var verification = await ReadAsync(context => AuditChain.VerifyAsync(context));
        verification.BrokenAt.ShouldBeNull();
        return verification.Entries;
    }
}
