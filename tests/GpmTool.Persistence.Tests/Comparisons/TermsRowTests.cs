using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Comparisons;

/// <summary>Thesauruses of policy fields, and what drafts had before.</summary>
public sealed class TermsRowTests(Provider provider) : DatabaseTests(provider)
{
    [Test]
    public async Task A_thesaurus_of_any_length_comes_back()
    {
        var field = Given.Field();
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"wort{number}, ähnlich{number}\n"));
        await StoreAsync(field, new FieldTerms { PolicyFieldId = field.Id, Text = text, ChangedBy = Actor.Local.Id });
        (await ReadAsync(context => context.FieldTerms.SingleAsync())).Text.ShouldBe(text);
    }

    [Test]
    public async Task A_field_has_one_thesaurus_and_its_changes_are_counted()
    {
        var field = Given.Field();
        await StoreAsync(field, new FieldTerms { PolicyFieldId = field.Id, Text = "a, b", ChangedBy = Actor.Local.Id });
        await Should.ThrowAsync<DbUpdateException>(() => StoreAsync(new FieldTerms { PolicyFieldId = field.Id, ChangedBy = Actor.Local.Id }));
        await using var context = Database.Open();
        (await context.FieldTerms.SingleAsync()).Text = null;
        context.Record(Actor.Local, "terms.reset", "policy-field", "fm");
        await context.SaveChangesAsync();
        var read = await ReadAsync(other => other.FieldTerms.SingleAsync());
        (read.Text, read.Version).ShouldBe((null, 2));
    }

    [Test]
    public async Task Earlier_contents_go_with_their_draft_and_are_removed_by_their_keys()
    {
        var (rows, model) = Given.Model();
        var draft = Given.Draft(model);
        await StoreAsync([.. rows, draft, Revision(1), Revision(2)]);
        await using (var context = Database.Open())
        {
            context.Remove(new DraftRevision { ModelVersionId = draft.Id, Revision = 1, Content = [], ContentHash = [] });
            context.Record(Actor.Local, "draft.change", "model", "x");
            await context.SaveChangesAsync();
        }

        (await ReadAsync(context => context.DraftRevisions.SingleAsync())).Content.ShouldBe([2]);
        await using (var context = Database.Open())
        {
            context.Remove(await context.ModelVersions.SingleAsync());
            context.Record(Actor.Local, "draft.discard", "model", "x");
            await context.SaveChangesAsync();
        }

        (await ReadAsync(context => context.DraftRevisions.CountAsync())).ShouldBe(0);

        DraftRevision Revision(int number) => new() { ModelVersionId = draft.Id, Revision = number, Content = [(byte)number], ContentHash = draft.ContentHash };
    }
}
