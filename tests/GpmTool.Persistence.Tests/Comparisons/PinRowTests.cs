using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Comparisons;

/// <summary>What is decided about pairs of models.</summary>
public sealed class PinRowTests(Provider provider) : DatabaseTests(provider)
{
    [Test]
    public async Task A_decision_comes_back()
    {
        var (rows, model) = Given.Model();
        var (set, pin) = Given.Pin(model, model, Given.Content());
        (pin.Note, pin.FirstElementId) = ("weil es „dasselbe“ ist", new string('ä', 300));
        await StoreAsync([.. rows, Given.Content(), set, pin]);
        var read = await ReadAsync(context => context.ElementPins.SingleAsync());
        (read.FirstElementId, read.SecondElementId, read.IsSame, read.Note, read.DecidedAt).ShouldBe((pin.FirstElementId, "b", true, pin.Note, pin.DecidedAt));
        read.FirstContentHash.ShouldBe(Given.Content().Hash);
    }

    [Test]
    public async Task A_pair_of_models_has_one_set()
    {
        var (rows, model) = Given.Model();
        await StoreAsync([.. rows, Given.Pin(model, model, Given.Content()).Set]);
        await Should.ThrowAsync<DbUpdateException>(() => StoreAsync(Given.Pin(model, model, Given.Content()).Set));
    }

    [Test]
    public async Task The_content_it_was_decided_on_has_to_be_there()
    {
        var (rows, model) = Given.Model();
        var (set, pin) = Given.Pin(model, model, Given.Content());
        await Should.ThrowAsync<DbUpdateException>(() => StoreAsync([.. rows, set, pin]));
    }

    [Test]
    public async Task Two_who_decide_at_the_same_time_do_not_overwrite_each_other()
    {
        var (rows, model) = Given.Model();
        var (set, pin) = Given.Pin(model, model, Given.Content());
        await StoreAsync([.. rows, Given.Content(), set, pin]);
        await using var first = Database.Open();
        await using var second = Database.Open();
        await DecideAsync(first);
        (await second.PinSets.SingleAsync()).ChangedBy = "andere";
        second.Remove(await second.ElementPins.SingleAsync(row => row.Number == 1));
        await SaveAsync(first);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => SaveAsync(second));
        (await ReadAsync(context => context.ElementPins.CountAsync())).ShouldBe(2, "nothing of the refused change was stored");
        (await WholeChainAsync()).ShouldBe(2);

        async Task DecideAsync(GpmDbContext context)
        {
            (await context.PinSets.SingleAsync()).ChangedBy = "eine";
            var other = Given.Pin(model, model, Given.Content()).Pin;
            (other.PinSetId, other.Number) = (set.Id, 2);
            context.Add(other);
        }
    }

    [Test]
    public async Task A_decision_without_an_audit_entry_is_not_stored()
    {
        var (rows, model) = Given.Model();
        await StoreAsync(rows);
        await using var context = Database.Open();
        context.Add(Given.Pin(model, model, Given.Content()).Set);
        await Should.ThrowAsync<MissingAuditException>(() => context.SaveChangesAsync());
    }

    private static Task<int> SaveAsync(GpmDbContext context)
    {
        context.Record(Actor.Local, "pins.change", "pins", "x");
        return context.SaveChangesAsync();
    }
}
