using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;

namespace GpmTool.Api.Features.Models;

/// <summary>Ist and Soll models and their versions.</summary>
internal static class ModelEndpoints
{
    private const int NotFound = StatusCodes.Status404NotFound;
    private const int Conflict = StatusCodes.Status409Conflict;

    /// <summary>Maps the routes.</summary>
    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        int[] bodies = [StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType];
        int[] changes = [StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired];
        var ofProcess = routes.MapFeature("processes/{key}/models", "Models");
        ofProcess.MapGet("", ListModels.HandleAsync).WithName("ListModels").Needs(Right.ReadContent).Fails(NotFound);
        ofProcess.MapPost("", CreateModel.HandleAsync).WithName("CreateModel").Needs(Right.EditModels, Subjects.NewModel).AcceptsDocument().Fails([NotFound, Conflict, .. bodies]);

        var models = routes.MapFeature("models", "Models");
        models.MapGet("{id:guid}", ModelOperations.GetAsync).WithName("GetModel").Needs(Right.ReadContent).Fails(NotFound);
        models.MapPost("{id:guid}/draft", DraftOperations.BeginAsync).WithName("BeginDraft").Needs(Right.EditModels, Subjects.Model).Fails(NotFound, Conflict);
        models.MapPut("{id:guid}/draft", DraftOperations.ReplaceAsync).WithName("ReplaceDraft").Needs(Right.EditModels, Subjects.Model).AcceptsDocument().Fails([NotFound, .. changes, .. bodies]);
        models.MapDelete("{id:guid}/draft", DraftOperations.DiscardAsync).WithName("DiscardDraft").Needs(Right.EditModels, Subjects.Model).Fails([NotFound, Conflict, .. changes]);
        models.MapPost("{id:guid}/freeze", DraftOperations.FreezeAsync).WithName("FreezeDraft").Needs(Right.EditModels, Subjects.Model).Fails([NotFound, .. changes]);
        models.MapPost("{id:guid}/staff-data/release", StaffDataOperations.ReleaseAsync).WithName("ReleaseStaffData").Needs(Right.ReleaseStaffData, Subjects.Model).Fails(NotFound, Conflict);
        models.MapDelete("{id:guid}/staff-data/release", StaffDataOperations.WithdrawAsync).WithName("WithdrawStaffData").Needs(Right.ReleaseStaffData, Subjects.Model).Fails(NotFound, Conflict);
        models.MapGet("{id:guid}/versions", VersionOperations.ListAsync).WithName("ListVersions").Needs(Right.ReadContent).Fails(NotFound);
        models.MapGet("{id:guid}/versions/{number:int}", VersionOperations.GetDocumentAsync).WithName("GetVersionDocument").Needs(Right.ReadContent).Fails(NotFound, Conflict);
        models.MapGet("{id:guid}/versions/{number:int}/figures", VersionFigures.HandleAsync).WithName("GetVersionFigures").Needs(Right.ReadContent).Fails(NotFound);
        models.MapPost("{id:guid}/versions/{number:int}/restore", VersionOperations.RestoreAsync).WithName("RestoreVersion").Needs(Right.EditModels, Subjects.Model).Fails(NotFound, Conflict);
        models.MapGet("{id:guid}/history", ModelOperations.HistoryAsync).WithName("GetModelHistory").Needs(Right.ReadContent).Fails(NotFound);
    }

    private static RouteHandlerBuilder AcceptsDocument(this RouteHandlerBuilder builder) =>
        builder.Accepts<object>(MediaTypes.Elsa, MediaTypes.View, MediaTypes.Bpmn);
}
