using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Models;

/// <summary>The one mutable version of a model.</summary>
internal static class DraftOperations
{
    /// <summary>Begins a draft from the newest frozen version.</summary>
    public static async Task<Results<TaggedCreated<VersionResponse>, ProblemResult>> BeginAsync(Guid id, NoteRequest request, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.ModelVersions.AsNoTracking().Where(version => version.ModelId == id && version.IsFrozen).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation) is not { } newest)
            return Failure.NotFound(Kinds.Model, id.ToString());
        return await VersionOperations.CopyAsync(newest, "draft.begin", request.Note, context, current, time, cancellation);
    }

    /// <summary>Replaces the content of the draft.</summary>
    public static async Task<Results<TaggedOk<VersionResponse>, ProblemResult>> ReplaceAsync(Guid id, HttpRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, CancellationToken cancellation, [FromQuery] string? note = null)
    {
        var (draft, problem) = await FindAsync(context, id, ifMatch, cancellation);
        if (problem is not null) return problem;
        var (model, process) = (await ModelOperations.FindAsync(context, id, cancellation))!.Value;
        var (document, unreadable) = await IncomingDocuments.ReadAsync(request, Versions.DefinitionId(process, model.OwnerKey), cancellation);
        if (unreadable is not null) return unreadable;
        await Versions.RefillAsync(context, draft!, document!, note, cancellation);
        context.Record(current.Actor, "draft.change", "model", id.ToString(), AuditDetails.Of(draft!.Number, note));
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(VersionResponse.Of(draft), draft.Version);
    }

    /// <summary>Throws the draft away; frozen versions stay.</summary>
    public static async Task<Results<NoContent, ProblemResult>> DiscardAsync(Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        var (draft, problem) = await FindAsync(context, id, ifMatch, cancellation);
        if (problem is not null) return problem;
        if (draft!.Number == 1)
            return Failure.Conflict("only-version",
                new("Der Entwurf ist die einzige Version des Modells.", "The draft is the model's only version."),
                new("Ersetzen Sie seinen Inhalt, statt ihn zu verwerfen.", "Replace its content instead of discarding it."));
        await Versions.ClearCallsAsync(context, draft, cancellation);
        context.ModelVersions.Remove(draft);
        var model = await context.Models.SingleAsync(row => row.Id == id, cancellation);
        model.LatestNumber = draft.Number - 1;
        context.Record(current.Actor, "draft.discard", "model", id.ToString(), AuditDetails.Of(draft.Number, null));
        await context.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Freezes the draft: from now on it never changes.</summary>
    public static async Task<Results<TaggedOk<VersionResponse>, ProblemResult>> FreezeAsync(Guid id, NoteRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var (draft, problem) = await FindAsync(context, id, ifMatch, cancellation);
        if (problem is not null) return problem;
        await Versions.FreezeAsync(context, draft!, current.Actor, time.GetUtcNow().UtcDateTime, request.Note, cancellation);
        context.Record(current.Actor, "version.freeze", "model", id.ToString(), AuditDetails.Of(draft!.Number, request.Note));
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(VersionResponse.Of(draft), draft.Version);
    }

    private static async Task<(ModelVersion? Draft, ProblemResult? Problem)> FindAsync(GpmDbContext context, Guid id, string? ifMatch, CancellationToken cancellation)
    {
        if (!await context.Models.AnyAsync(model => model.Id == id, cancellation)) return (null, Failure.NotFound(Kinds.Model, id.ToString()));
        if (await context.ModelVersions.SingleOrDefaultAsync(version => version.DraftOfModelId == id, cancellation) is not { } draft)
            return (null, new ProblemResult(StatusCodes.Status404NotFound, "no-draft",
                new("Kein Entwurf", "No draft"),
                new("Das Modell hat keinen Entwurf; alle Versionen sind eingefroren.", "The model has no draft; all versions are frozen."),
                new("Beginnen Sie einen mit POST …/draft.", "Begin one with POST …/draft.")));
        return (draft, ETags.Check(ifMatch, draft.Version));
    }
}
