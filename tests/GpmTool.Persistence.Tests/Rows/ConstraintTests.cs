using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Rows;

/// <summary>What the database itself refuses, even when two requests check at the same time.</summary>
public sealed class ConstraintTests(Provider provider) : DatabaseTests(provider)
{
    [Test]
    public async Task A_model_has_one_draft()
    {
        var (rows, model) = Given.Model();
        await StoreAsync([.. rows, Given.Draft(model)]);
        await RefusesAsync(Given.Draft(model, number: 2));
    }

    [Test]
    public async Task A_model_has_many_frozen_versions_beside_its_draft()
    {
        var (rows, model) = Given.Model();
        await StoreAsync([.. rows, Given.Frozen(model, 1), Given.Frozen(model, 2), Given.Draft(model, 3)]);
        (await ReadAsync(context => context.ModelVersions.CountAsync())).ShouldBe(3);
    }

    [Test]
    public async Task A_version_number_exists_once_in_a_model()
    {
        var (rows, model) = Given.Model();
        await StoreAsync([.. rows, Given.Frozen(model)]);
        await RefusesAsync(Given.Frozen(model));
    }

    [Test]
    public async Task A_key_exists_once()
    {
        await StoreAsync(Given.Field());
        await RefusesAsync(Given.Field());
    }

    [Test]
    public async Task A_process_has_one_Soll()
    {
        var (rows, model) = Given.Model();
        await StoreAsync(rows);
        await RefusesAsync(new ProcessModel { Id = Guid.CreateVersion7(), ProcessId = model.ProcessId, Stage = Stage.Soll, OwnerKey = "", Name = "Zweites Soll" });
    }

    [Test]
    public async Task A_version_belongs_to_a_model_that_exists()
    {
        var (_, model) = Given.Model();
        await RefusesAsync(Given.Frozen(model));
    }

    [Test]
    public async Task What_others_refer_to_is_not_deleted()
    {
        var (rows, _) = Given.Model();
        await StoreAsync(rows);
        await using var context = Database.Open();
        context.Remove(await context.PolicyFields.SingleAsync());
        context.Record(Actor.Local, "policy-field.delete", "policy-field", "fm");
        await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync());
        (await ReadAsync(other => other.PolicyFields.CountAsync())).ShouldBe(1);
    }

    private async Task RefusesAsync(object row)
    {
        await using var context = Database.Open();
        context.Add(row);
        context.Record(Actor.Local, "test.add", "test", "row");
        await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }
}
