using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Guards;

/// <summary>What is frozen stays as it is, whoever writes.</summary>
public sealed class ImmutableRecordTests(Provider provider) : DatabaseTests(provider)
{
    [SetUp]
    public async Task StoreFrozenRowsAsync()
    {
        var (rows, model) = Given.Model();
        var (version, package) = (Given.Frozen(model), Given.Content());
        await StoreAsync([.. rows, version, package, Given.Publication(model, version, package)]);
    }

    [Test]
    public Task A_frozen_version_stays() => StaysAsync(context => context.ModelVersions, version => version.Note = "anders");

    [Test]
    public Task A_frozen_version_is_not_thawed() => StaysAsync(context => context.ModelVersions, version => version.IsFrozen = false);

    [Test]
    public Task Stored_content_stays() => StaysAsync(context => context.StoredContents, content => content.Bytes = [9]);

    [Test]
    public Task A_publication_stays() => StaysAsync(context => context.Publications, publication => publication.Note = "anders");

    [Test]
    public Task An_audit_entry_stays() => StaysAsync(context => context.AuditEntries, entry => entry.Action = "anders");

    [Test]
    public Task The_head_of_the_audit_chain_stays() => StaysAsync(context => context.AuditHeads, head => head.Sequence = 7);

    [Test]
    public async Task Nobody_adds_a_link_to_the_audit_chain_by_hand()
    {
        await using var context = Database.Open();
        context.Add(new AuditEntry { Sequence = 2, Actor = "x", Action = "x", ObjectKind = "x", ObjectId = "x", PreviousHash = new byte[32], Hash = new byte[32] });
        context.Record(Actor.Local, "test", "test", "x");
        await Should.ThrowAsync<ImmutableRecordException>(() => context.SaveChangesAsync());
        (await WholeChainAsync()).ShouldBe(1);
    }

    [Test]
    public async Task What_is_said_in_a_life_cycle_stays()
    {
        await using (var context = Database.Open())
        {
            var version = await context.ModelVersions.SingleAsync();
            context.Add(new SollLifeCycle { ModelVersionId = version.Id, ModelId = version.ModelId, State = ModelState.MethodReview, LastTransition = 1 });
            context.Add(new SollTransition { ModelVersionId = version.Id, Number = 1, From = ModelState.Draft, To = ModelState.MethodReview, At = DateTime.UnixEpoch, By = "x" });
            await SaveAsync(context);
        }

        foreach (var change in new Action<GpmDbContext, SollTransition>[] { (_, step) => step.Reason = "anders", (context, step) => context.Remove(step) })
        {
            await using var context = Database.Open();
            change(context, await context.SollTransitions.SingleAsync());
            await Should.ThrowAsync<ImmutableRecordException>(() => SaveAsync(context));
        }
    }

    [Test]
    public void Every_row_that_is_written_once_is_guarded()
    {
        using var context = Database.Open();
        context.Model.GetEntityTypes().Select(type => type.ClrType).Where(typeof(IAppendOnly).IsAssignableFrom).Select(type => type.Name)
            .ShouldBe(["SollTransition", "SollOutcome", "ReviewRound", "ReviewAuthority", "ReviewComparison", "ReviewPosition", "ReviewComment"], ignoreOrder: true);
    }

    [Test]
    public async Task A_draft_is_changed_frozen_and_only_then_stays()
    {
        await using var context = Database.Open();
        var draft = Given.Draft(await context.Models.SingleAsync(), number: 2);
        context.Add(draft);
        await SaveAsync(context);
        draft.Note = "anders";
        await SaveAsync(context);
        (draft.IsFrozen, draft.DraftOfModelId) = (true, null);
        await SaveAsync(context);
        draft.Note = "noch einmal anders";
        await Should.ThrowAsync<ImmutableRecordException>(() => SaveAsync(context));
    }

    [Test]
    public async Task A_draft_is_deleted()
    {
        await using var context = Database.Open();
        var draft = Given.Draft(await context.Models.SingleAsync(), number: 2);
        context.Add(draft);
        await SaveAsync(context);
        context.Remove(draft);
        await SaveAsync(context);
        (await ReadAsync(other => other.ModelVersions.CountAsync())).ShouldBe(1);
    }

    /// <summary>Neither a change nor a deletion of the one row gets through.</summary>
    private async Task StaysAsync<T>(Func<GpmDbContext, IQueryable<T>> rows, Action<T> change)
        where T : class
    {
        await using (var context = Database.Open())
        {
            change(await rows(context).SingleAsync());
            await Should.ThrowAsync<ImmutableRecordException>(() => SaveAsync(context));
        }

        await using (var context = Database.Open())
        {
            context.Remove(await rows(context).SingleAsync());
            await Should.ThrowAsync<ImmutableRecordException>(() => SaveAsync(context));
        }

        (await ReadAsync(context => rows(context).CountAsync())).ShouldBe(1);
        (await WholeChainAsync()).ShouldBe(1);
    }

    private static Task<int> SaveAsync(GpmDbContext context)
    {
        context.Record(Actor.Local, "test.change", "test", "row");
        return context.SaveChangesAsync();
    }
}
