using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Audit;

/// <summary>Whoever changes the audit trail past the program is found out.</summary>
public sealed class AuditChainTests(Provider provider) : DatabaseTests(provider)
{
    [SetUp]
    public async Task StoreThreeEntriesAsync()
    {
        await using var context = Database.Open();
        foreach (var key in new[] { "fm", "it", "recht" })
        {
            context.Add(Given.Field(key));
            context.Record(Actor.Local, "policy-field.create", "policy-field", key, $$"""{"name":"Grüße {{key}}"}""");
            await context.SaveChangesAsync();
        }
    }

    [Test]
    public async Task An_untouched_chain_is_whole() => (await VerifyAsync()).ShouldBe(new AuditVerification(3, null));

    [Test]
    public async Task Several_entries_of_one_save_are_links_of_their_own()
    {
        await using var context = Database.Open();
        context.Add(Given.Field("bau"));
        context.Record(Actor.Local, "policy-field.create", "policy-field", "bau");
        context.Record(Actor.Local, "policy-field.describe", "policy-field", "bau");
        await context.SaveChangesAsync();
        (await WholeChainAsync()).ShouldBe(5);
    }

    [Test]
    public async Task A_changed_text_is_found()
    {
        await RunSqlAsync($"UPDATE AuditEntries SET ObjectId = 'jemand' WHERE Sequence = 2");
        (await VerifyAsync()).BrokenAt.ShouldBe(2);
    }

    [Test]
    public async Task Changed_details_are_found()
    {
        await RunSqlAsync($"UPDATE AuditEntries SET DetailsJson = NULL WHERE Sequence = 1");
        (await VerifyAsync()).BrokenAt.ShouldBe(1);
    }

    [Test]
    public async Task A_changed_time_is_found()
    {
        await RunSqlAsync($"UPDATE AuditEntries SET At = '2020-01-01 00:00:00' WHERE Sequence = 3");
        (await VerifyAsync()).BrokenAt.ShouldBe(3);
    }

    [TestCase(1, 2)]
    [TestCase(2, 3)]
    [TestCase(3, 3, Description = "the last one is missed by the head")]
    public async Task A_deleted_entry_is_found(int deleted, int brokenAt)
    {
        await RunSqlAsync($"DELETE FROM AuditEntries WHERE Sequence = {deleted}");
        (await VerifyAsync()).BrokenAt.ShouldBe(brokenAt);
    }

    [Test]
    public async Task A_changed_head_is_found()
    {
        await RunSqlAsync($"UPDATE AuditHeads SET Hash = {new byte[32]} WHERE Id = {AuditHead.OnlyId}");
        (await VerifyAsync()).BrokenAt.ShouldBe(4);
    }

    [Test]
    public async Task A_deleted_head_is_found()
    {
        await RunSqlAsync($"DELETE FROM AuditHeads");
        (await VerifyAsync()).BrokenAt.ShouldBe(4);
    }

    [Test]
    public async Task An_entry_made_up_with_a_right_hash_is_found_by_the_head()
    {
        var last = await ReadAsync(context => context.AuditEntries.SingleAsync(entry => entry.Sequence == 3));
        var forged = new AuditEntry { Sequence = 4, At = last.At, Actor = "x", Action = "x", ObjectKind = "x", ObjectId = "x", PreviousHash = last.Hash, Hash = [] };
        await RunSqlAsync(
            $"INSERT INTO AuditEntries (Sequence, At, Actor, Action, ObjectKind, ObjectId, PreviousHash, Hash) SELECT 4, At, 'x', 'x', 'x', 'x', {last.Hash}, {AuditChain.HashOf(forged)} FROM AuditEntries WHERE Sequence = 3");
        (await VerifyAsync()).BrokenAt.ShouldBe(5);
    }

    private Task<AuditVerification> VerifyAsync() => ReadAsync(context => AuditChain.VerifyAsync(context));
}
