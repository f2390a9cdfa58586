using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Guards;

/// <summary>Nobody overwrites what he has not seen.</summary>
public sealed class ConcurrentChangeTests(Provider provider) : DatabaseTests(provider)
{
    [Test]
    public async Task The_first_of_two_writers_wins_and_the_second_is_told()
    {
        await StoreAsync(Given.Field());
        await using var first = Database.Open();
        await using var second = Database.Open();
        (await first.PolicyFields.SingleAsync()).Name = "Gebäude";
        (await second.PolicyFields.SingleAsync()).Name = "Liegenschaften";

        await SaveAsync(first);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => SaveAsync(second));

        (await ReadAsync(context => context.PolicyFields.SingleAsync())).Name.ShouldBe("Gebäude");
        (await WholeChainAsync()).ShouldBe(2, "the refused change leaves no entry");
    }

    [Test]
    public async Task A_row_that_somebody_changed_is_not_deleted_unseen()
    {
        await StoreAsync(Given.Field());
        await using var first = Database.Open();
        await using var second = Database.Open();
        (await first.PolicyFields.SingleAsync()).Name = "Gebäude";
        second.Remove(await second.PolicyFields.SingleAsync());

        await SaveAsync(first);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => SaveAsync(second));
        (await ReadAsync(context => context.PolicyFields.SingleAsync())).Name.ShouldBe("Gebäude");
    }

    [Test]
    public async Task Every_change_raises_the_version()
    {
        await StoreAsync(Given.Field());
        await using var context = Database.Open();
        var field = await context.PolicyFields.SingleAsync();
        field.Version.ShouldBe(1);
        field.Name = "Gebäude";
        await SaveAsync(context);
        (await ReadAsync(other => other.PolicyFields.SingleAsync())).Version.ShouldBe(2);
    }

    private static Task<int> SaveAsync(GpmDbContext context)
    {
        context.Record(Actor.Local, "policy-field.change", "policy-field", "fm");
        return context.SaveChangesAsync();
    }
}
