using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Guards;

/// <summary>No change of state without its audit entry.</summary>
public sealed class MissingAuditTests(Provider provider) : DatabaseTests(provider)
{
    [Test]
    public async Task A_change_without_an_entry_is_not_stored()
    {
        await using var context = Database.Open();
        context.Add(Given.Field());
        await Should.ThrowAsync<MissingAuditException>(() => context.SaveChangesAsync());
        (await ReadAsync(other => other.PolicyFields.AnyAsync())).ShouldBeFalse();
    }

    [Test]
    public async Task One_entry_serves_one_save()
    {
        await using var context = Database.Open();
        context.Add(Given.Field());
        context.Record(Actor.Local, "policy-field.create", "policy-field", "fm");
        await context.SaveChangesAsync();
        context.Add(Given.Field("it"));
        await Should.ThrowAsync<MissingAuditException>(() => context.SaveChangesAsync());
    }

    [Test]
    public async Task What_was_recorded_for_a_save_without_changes_does_not_go_with_a_later_one()
    {
        await using var context = Database.Open();
        context.Record(Actor.Local, "policy-field.change", "policy-field", "fm");
        (await context.SaveChangesAsync()).ShouldBe(0);
        context.Add(Given.Field());
        await Should.ThrowAsync<MissingAuditException>(() => context.SaveChangesAsync());
    }

    [Test]
    public async Task Synchronous_saving_is_refused()
    {
        await using var context = Database.Open();
        context.Add(Given.Field());
        context.Record(Actor.Local, "policy-field.create", "policy-field", "fm");
        Should.Throw<NotSupportedException>(() => context.SaveChanges());
        Should.Throw<NotSupportedException>(() => context.SaveChanges(acceptAllChangesOnSuccess: false));
        (await ReadAsync(other => other.PolicyFields.AnyAsync())).ShouldBeFalse();
    }
}
