using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>The model whose draft takes what was worked out: its draft, or a new one from its newest version.</summary>
/// <param name="Model">The model.</param>
/// <param name="Process">The key of its process.</param>
/// <param name="Draft">Its draft; null: one is begun.</param>
/// <param name="Present">Its present content: the draft, else the newest version.</param>
internal sealed record TargetDraft(ProcessModel Model, string Process, ModelVersion? Draft, ComparedSide Present)
{
    /// <summary>Finds it.</summary>
    public static async Task<(TargetDraft? Target, ProblemResult? Problem)> FindAsync(GpmDbContext context, Guid id, CancellationToken cancellation)
    {
        if (await ModelOperations.FindAsync(context, id, cancellation) is not var (model, process)) return (null, Failure.NotFound(Kinds.Model, id.ToString()));
        if (model.ArchivedAt is not null) return (null, Failure.Archived(Kinds.Model, id.ToString()));
        var draft = await context.ModelVersions.SingleOrDefaultAsync(version => version.DraftOfModelId == id, cancellation);
        var present = await ComparedSide.StoredAsync(context, id, draft?.Number, cancellation);
        return present is null ? (null, Failure.NotFound(Kinds.Model, id.ToString())) : (new TargetDraft(model, process, draft, present), null);
    }

    /// <summary>Null when the request saw the present draft; without one there is nothing to see.</summary>
    public ProblemResult? Check(string? ifMatch) =>
        Draft is not null ? ETags.Check(ifMatch, Draft.Version) : string.IsNullOrWhiteSpace(ifMatch) ? null : Failure.Outdated();

    /// <summary>Stores a graph as the draft.</summary>
    public async Task<ModelVersion> StoreAsync(GpmDbContext context, ProcessGraph graph, string action, string? note, string? details, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var document = IncomingDocuments.FromGraph(graph, Versions.DefinitionId(Process, Model.OwnerKey));
        var draft = Draft;
        if (draft is null) draft = Versions.AddDraft(context, Model, document, current.Actor, time.GetUtcNow().UtcDateTime, note);
        else await Versions.RefillAsync(context, draft, document, note, cancellation);
        context.Record(current.Actor, action, "model", Model.Id.ToString(), details ?? AuditDetails.Of(draft.Number, note));
        await context.SaveChangesAsync(cancellation);
        return draft;
    }
}
