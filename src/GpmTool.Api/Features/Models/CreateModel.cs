using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Models;

/// <summary>Records an authority's Ist, or begins the Soll, from a definition or a GPM view.</summary>
internal static class CreateModel
{
    /// <summary>
    /// The body is the document; <c>stage</c> is ist or soll, <c>authority</c> the key of the authority of an Ist. The model
    /// begins with version 1 as a draft. Findings never refuse a document; they are at <c>…/versions/1/checks</c>.
    /// </summary>
    public static async Task<Results<TaggedCreated<ModelResponse>, ProblemResult>> HandleAsync(
        string key, [FromQuery(Name = "stage")] string stageName, HttpRequest request, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation,
        [FromQuery] string? authority = null, [FromQuery] string? name = null, [FromQuery] string? note = null)
    {
        if (await context.Processes.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } process) return Failure.NotFound(Kinds.Process, key);
        if (process.ArchivedAt is not null) return Failure.Archived(Kinds.Process, key);
        if (!Enum.TryParse<Stage>(stageName, ignoreCase: true, out var stage) || !Enum.IsDefined(stage))
            return Failure.Field("stage", new($"„{stageName}“ ist keine Stufe; möglich sind ist und soll.", $"\"{stageName}\" is no stage; use ist or soll."));
        if (stage == Stage.Ist != authority is not null)
            return Failure.Field("authority", new("Ein Ist-Modell nennt seine Behörde, ein Soll-Modell keine.", "An Ist model names its authority, a Soll model none."));
        var (owner, problem) = await Lookup.AuthorityAsync(context, authority, "authority", cancellation);
        if (problem is not null) return problem;
        var ownerKey = owner?.Key ?? "";
        if (await context.Models.AnyAsync(model => model.ProcessId == process.Id && model.Stage == stage && model.OwnerKey == ownerKey, cancellation))
            return Failure.Conflict("model-exists",
                new($"Dieses {stage}-Modell von „{key}“ gibt es schon.", $"This {stage} model of \"{key}\" exists already."),
                new("Ändern Sie seinen Entwurf (PUT …/draft), statt ein zweites anzulegen.", "Change its draft (PUT …/draft) instead of creating a second one."));
        var (document, unreadable) = await IncomingDocuments.ReadAsync(request, Versions.DefinitionId(key, ownerKey), cancellation);
        if (unreadable is not null) return unreadable;
        var model = New(process, stage, owner, name ?? document!.Graph.Name ?? process.Name);
        context.Models.Add(model);
        var version = Versions.AddDraft(context, model, document!, current.Actor, time.GetUtcNow().UtcDateTime, note);
        context.Record(current.Actor, "model.create", "model", model.Id.ToString(), AuditDetails.Of(version.Number, note));
        await context.SaveChangesAsync(cancellation);
        return ETags.Created($"{ApiGroup.Prefix}/models/{model.Id}", ModelResponse.Of(model, key, hasDraft: true), version.Version);
    }

    /// <summary>A new row; not yet added.</summary>
    public static ProcessModel New(Process process, Stage stage, Authority? owner, string name) => new()
    {
        Id = Guid.CreateVersion7(),
        ProcessId = process.Id,
        Stage = stage,
        AuthorityId = owner?.Id,
        OwnerKey = owner?.Key ?? "",
        Name = name.Length <= 300 ? name : name[..300],
        State = ModelState.Draft,
    };
}
