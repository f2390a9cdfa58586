using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Audit;

/// <summary>A change and its audit entry are stored together or not at all.</summary>
public sealed class AuditTransactionTests(Provider provider) : DatabaseTests(provider)
{
    [SetUp]
    public Task StoreOneAsync() => StoreAsync(Given.Field());

    [Test]
    public async Task A_failing_save_leaves_neither_change_nor_entry()
    {
        await using (var context = Database.Open())
            await Should.ThrowAsync<DbUpdateException>(() => AddAsync(context, "it", "fm"));
        (await KeysAsync()).ShouldBe(["fm"]);
        (await WholeChainAsync()).ShouldBe(1);
    }

    [Test]
    public async Task After_a_failing_save_another_context_continues_the_chain()
    {
        await using (var context = Database.Open())
            await Should.ThrowAsync<DbUpdateException>(() => AddAsync(context, "it", "fm"));
        await using (var context = Database.Open()) await AddAsync(context, "it");
        (await KeysAsync()).ShouldBe(["fm", "it"]);
        (await WholeChainAsync()).ShouldBe(2);
    }

    [Test]
    public async Task After_a_failing_save_the_same_context_continues_the_chain_even_if_others_wrote_meanwhile()
    {
        await using var context = Database.Open();
        await Should.ThrowAsync<DbUpdateException>(() => AddAsync(context, "fm"));
        await using (var other = Database.Open()) await AddAsync(other, "it");

        context.PolicyFields.Local.Single().Key = "recht";
        await context.SaveChangesAsync();
        (await KeysAsync()).ShouldBe(["fm", "it", "recht"]);
        (await WholeChainAsync()).ShouldBe(3);
    }

    [Test]
    public async Task Two_saves_in_a_transaction_of_the_caller_are_stored_or_undone_with_it()
    {
        await using (var context = Database.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await AddAsync(context, "it");
            await AddAsync(context, "recht");
            await transaction.RollbackAsync();
        }

        (await KeysAsync()).ShouldBe(["fm"]);
        (await WholeChainAsync()).ShouldBe(1);

        await using (var context = Database.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await AddAsync(context, "it");
            await AddAsync(context, "recht");
            await transaction.CommitAsync();
        }

        (await KeysAsync()).ShouldBe(["fm", "it", "recht"]);
        (await WholeChainAsync()).ShouldBe(3);
    }

    private static Task<int> AddAsync(GpmDbContext context, params string[] keys)
    {
        context.AddRange(keys.Select(Given.Field));
        context.Record(Actor.Local, "policy-field.create", "policy-field", keys[0]);
        return context.SaveChangesAsync();
    }

    private Task<List<string>> KeysAsync() => ReadAsync(context => context.PolicyFields.OrderBy(field => field.Key).Select(field => field.Key).ToListAsync());
}
