using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Bpmn;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;
using GpmTool.Pictures;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Models;

/// <summary>Versions of a model: reading writes nothing, restoring makes a new draft.</summary>
internal static class VersionOperations
{
    private static readonly Sorting<ModelVersion> Sorting = new(SortField<ModelVersion>.Number("number", row => row.Number), SortField<ModelVersion>.Number("number", row => row.Number));

    /// <summary>Lists the versions of a model.</summary>
    public static async Task<Results<Ok<Page<VersionResponse>>, ProblemResult>> ListAsync(Guid id, [AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation)
    {
        if (!await context.Models.AnyAsync(model => model.Id == id, cancellation)) return Failure.NotFound(Kinds.Model, id.ToString());
        var (page, problem) = await Sorting.ReadAsync(context.ModelVersions.AsNoTracking().Where(version => version.ModelId == id), query, VersionResponse.Of, cancellation);
        return problem is not null ? problem : TypedResults.Ok(page);
    }

    /// <summary>
    /// Reads the document of a version: the Elsa definition, the GPM view with <c>Accept: application/vnd.gpmtool.graph+json</c> or
    /// <c>form=view</c>, BPMN 2.0 with <c>Accept: application/bpmn+xml</c> or <c>form=bpmn</c>, or a picture with
    /// <c>Accept: image/svg+xml</c> or <c>form=svg</c>.
    /// </summary>
    public static async Task<Results<DocumentResult, ProblemResult>> GetDocumentAsync(Guid id, int number, HttpRequest request, GpmDbContext context, CancellationToken cancellation, [FromQuery] string? form = null)
    {
        if (await FindAsync(context, id, number, cancellation) is not { } version) return NotFound(id, number);
        return Show(await StoredDocuments.LoadAsync(context, version, cancellation), version.Version, request, form, cancellation);
    }

    /// <summary>A definition in the form that is asked for.</summary>
    public static Results<DocumentResult, ProblemResult> Show(byte[] json, int etag, HttpRequest request, string? form, CancellationToken cancellation)
    {
        if (Wants("svg", MediaTypes.Picture)) return Picture(json, etag);
        if (Wants("bpmn", MediaTypes.Bpmn)) return new DocumentResult(Bpmn(json, cancellation), MediaTypes.Bpmn, etag);
        return Wants("view", MediaTypes.View)
            ? new DocumentResult(GraphJson.Write(ElsaDocument.Read(json).Graph), MediaTypes.View, etag)
            : new DocumentResult(json, MediaTypes.Elsa, etag);

        bool Wants(string word, string mediaType) => form is null ? request.GetTypedHeaders().Accept.Any(accept => accept.MediaType == mediaType) : form == word;
    }

    private static byte[] Bpmn(byte[] json, CancellationToken cancellation)
    {
        var graph = ElsaDocument.Read(json).Graph;
        if (!graph.Diagrams.Any(diagram => !diagram.Shapes.IsEmpty)) graph = GraphLayout.Apply(graph, cancellation: cancellation);
        return BpmnDocument.Write(graph).Xml.ToArray();
    }

    private static Results<DocumentResult, ProblemResult> Picture(byte[] json, int version)
    {
        using var picture = new MemoryStream();
        try
        {
            SvgPicture.Write(ElsaDocument.Read(json).Graph, PictureOptions.Default, picture);
        }
        catch (PictureException exception)
        {
            return Failure.Conflict("picture-too-large", new(exception.Text.German, exception.Text.English), new("Rufen Sie die GPM-Sicht ab.", "Get the GPM view instead."));
        }

        return new DocumentResult(picture.ToArray(), MediaTypes.Picture, version);
    }

    /// <summary>Makes a new draft from an old version.</summary>
    public static async Task<Results<TaggedCreated<VersionResponse>, ProblemResult>> RestoreAsync(Guid id, int number, NoteRequest request, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation) =>
        await FindAsync(context, id, number, cancellation) is { } version
            ? await CopyAsync(version, "version.restore", request.Note ?? $"Version {number}", context, current, time, cancellation)
            : NotFound(id, number);

    /// <summary>A version by number.</summary>
    public static Task<ModelVersion?> FindAsync(GpmDbContext context, Guid id, int number, CancellationToken cancellation) =>
        context.ModelVersions.AsNoTracking().SingleOrDefaultAsync(version => version.ModelId == id && version.Number == number, cancellation);

    /// <summary>409: a model has one draft at most.</summary>
    public static ProblemResult DraftExists() => Failure.Conflict("draft-exists",
        new("Das Modell hat schon einen Entwurf.", "The model has a draft already."),
        new("Frieren Sie ihn ein oder verwerfen Sie ihn zuerst.", "Freeze or discard it first."));

    /// <summary>409: the version is not frozen.</summary>
    public static ProblemResult NotFrozen(int number) => Failure.Conflict("not-frozen",
        new($"Version {number} ist noch ein Entwurf.", $"Version {number} is still a draft."),
        new("Frieren Sie sie zuerst ein (POST …/freeze).", "Freeze it first (POST …/freeze)."));

    /// <summary>404 for a version.</summary>
    public static ProblemResult NotFound(Guid id, int? number) => Failure.NotFound(new("Version", "Version"), number is null ? $"{id}" : $"{id}/{number}");

    /// <summary>Copies a version into a new draft.</summary>
    public static async Task<Results<TaggedCreated<VersionResponse>, ProblemResult>> CopyAsync(ModelVersion source, string action, string? note, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.ModelVersions.AnyAsync(version => version.DraftOfModelId == source.ModelId, cancellation))
            return DraftExists();
        var model = await context.Models.SingleAsync(row => row.Id == source.ModelId, cancellation);
        var document = IncomingDocuments.FromElsa(await StoredDocuments.LoadWholeAsync(context, source, cancellation), null);
        var draft = Versions.AddDraft(context, model, document, current.Actor, time.GetUtcNow().UtcDateTime, note);
        context.Record(current.Actor, action, "model", model.Id.ToString(), AuditDetails.Of(draft.Number, note));
        await context.SaveChangesAsync(cancellation);
        return ETags.Created($"{ApiGroup.Prefix}/models/{model.Id}/versions/{draft.Number}", VersionResponse.Of(draft), draft.Version);
    }
}
