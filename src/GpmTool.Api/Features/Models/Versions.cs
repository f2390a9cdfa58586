using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Models;

/// <summary>How versions come to be: a draft with content, frozen for ever.</summary>
internal static class Versions
{
    /// <summary>The definition id of a model: the process key for a Soll, <c>key.ist.authority</c> for an Ist.</summary>
    public static string DefinitionId(string processKey, string ownerKey) => ownerKey.Length == 0 ? processKey : $"{processKey}.ist.{ownerKey}";

    /// <summary>Adds the next version of a model as its draft.</summary>
    public static ModelVersion AddDraft(GpmDbContext context, ProcessModel model, IncomingDocument document, Actor actor, DateTime now, string? note)
    {
        var version = new ModelVersion
        {
            Id = Guid.CreateVersion7(),
            ModelId = model.Id,
            Number = ++model.LatestNumber,
            DraftOfModelId = model.Id,
            Note = note,
            CreatedAt = now,
            CreatedBy = actor.Id,
            ContentHash = [],
            ModelHash = [],
            ShapeHash = [],
        };
        context.ModelVersions.Add(version);
        Fill(context, version, document);
        return version;
    }

    /// <summary>Puts a document into a draft.</summary>
    public static void Fill(GpmDbContext context, ModelVersion version, IncomingDocument document)
    {
        version.Content = StoredDocuments.Pack(document.Json);
        version.Encoding = ContentEncoding.Brotli;
        VersionContent.Of(document).Into(context, version);
    }

    /// <summary>Replaces the content of a draft; what it had is kept as a revision.</summary>
    public static async Task RefillAsync(GpmDbContext context, ModelVersion draft, IncomingDocument document, string? note, CancellationToken cancellation)
    {
        await ClearCallsAsync(context, draft, cancellation);
        context.ChangeTracker.DetectChanges();
        var revision = new DraftRevision { ModelVersionId = draft.Id, Revision = draft.Version, Content = draft.Content!, Encoding = draft.Encoding, ContentHash = draft.ContentHash };
        // A call that stays is neither removed nor added: its key is the same.
        var removed = context.ChangeTracker.Entries<ModelCall>().Where(entry => entry.State == EntityState.Deleted).ToDictionary(entry => entry.Entity.ElementId);
        foreach (var node in document.Graph.Nodes.Where(node => node.CalledProcess is not null))
            if (removed.TryGetValue(node.Id, out var entry)) entry.State = EntityState.Detached;
        var kept = removed.Values.Where(entry => entry.State == EntityState.Detached).Select(entry => entry.Entity).ToList();
        Fill(context, draft, document);
        foreach (var call in kept)
        {
            var added = context.ChangeTracker.Entries<ModelCall>().Single(entry => entry.State == EntityState.Added && entry.Entity.ElementId == call.ElementId);
            added.State = added.Entity.CalledProcessKey == call.CalledProcessKey ? EntityState.Unchanged : EntityState.Modified;
        }

        draft.Note = note ?? draft.Note;
        context.ChangeTracker.DetectChanges();
        if (context.Entry(draft).State != EntityState.Modified) return; // the same once more: its ETag stays
        context.DraftRevisions.Add(revision);
        await RemoveRevisionsAsync(context, draft, draft.Version - DraftRevision.Kept, cancellation);
    }

    // The rows are removed by their keys alone: nobody needs their bytes any more.
    private static async Task RemoveRevisionsAsync(GpmDbContext context, ModelVersion draft, int until, CancellationToken cancellation)
    {
        var old = await context.DraftRevisions.AsNoTracking().Where(row => row.ModelVersionId == draft.Id && row.Revision <= until).Select(row => row.Revision).ToListAsync(cancellation);
        context.DraftRevisions.RemoveRange(old.Select(revision => new DraftRevision { ModelVersionId = draft.Id, Revision = revision, Content = [], ContentHash = [] }));
    }

    /// <summary>Removes the calls of a draft before it is filled anew.</summary>
    public static async Task ClearCallsAsync(GpmDbContext context, ModelVersion version, CancellationToken cancellation) =>
        context.ModelCalls.RemoveRange(await context.ModelCalls.Where(call => call.ModelVersionId == version.Id).ToListAsync(cancellation));

    /// <summary>Freezes a draft: its bytes move to the store of contents, where equal ones are kept once.</summary>
    public static async Task FreezeAsync(GpmDbContext context, ModelVersion version, Actor actor, DateTime now, string? note, CancellationToken cancellation)
    {
        await StoredDocuments.KeepAsync(context, version, cancellation);
        await RemoveRevisionsAsync(context, version, int.MaxValue, cancellation);
        version.Content = null;
        version.IsFrozen = true;
        version.DraftOfModelId = null;
        version.FrozenAt = now;
        version.FrozenBy = actor.Id;
        version.Note = note ?? version.Note;
    }
}
