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

    /// <summary>Removes the calls of a draft before it is filled anew.</summary>
    public static async Task ClearCallsAsync(GpmDbContext context, ModelVersion version, CancellationToken cancellation) =>
        context.ModelCalls.RemoveRange(await context.ModelCalls.Where(call => call.ModelVersionId == version.Id).ToListAsync(cancellation));

    /// <summary>Freezes a draft: its bytes move to the store of contents, where equal ones are kept once.</summary>
    public static async Task FreezeAsync(GpmDbContext context, ModelVersion version, Actor actor, DateTime now, string? note, CancellationToken cancellation)
    {
        var known = context.StoredContents.Local.Any(content => content.Hash.AsSpan().SequenceEqual(version.ContentHash))
            || await context.StoredContents.AnyAsync(content => content.Hash == version.ContentHash, cancellation);
        if (!known) context.StoredContents.Add(new StoredContent { Hash = version.ContentHash, Encoding = version.Encoding, Bytes = version.Content!, Length = StoredDocuments.Unpack(version.Content!, version.Encoding).Length });
        version.Content = null;
        version.IsFrozen = true;
        version.DraftOfModelId = null;
        version.FrozenAt = now;
        version.FrozenBy = actor.Id;
        version.Note = note ?? version.Note;
    }
}
