using GpmTool.Api.Infrastructure.Documentation;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>Comparing any two versions or documents, decisions about correspondences, taking changes over, merging.</summary>
internal static class ComparisonEndpoints
{
    private const int NotFound = StatusCodes.Status404NotFound;
    private const int TooLarge = StatusCodes.Status413PayloadTooLarge;
    private const int Unprocessable = StatusCodes.Status422UnprocessableEntity;

    /// <summary>Maps the routes.</summary>
    public static void MapComparisons(this IEndpointRouteBuilder routes)
    {
        int[] comparing = [NotFound, StatusCodes.Status406NotAcceptable, Unprocessable];
        int[] changing = [NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired, Unprocessable];
        var group = routes.MapFeature("comparisons", "Comparisons");
        group.MapPost("", CompareOperations.PostAsync).WithName("CompareVersions").Needs(Right.ReadMasterData).Fails([.. comparing, TooLarge]);
        group.MapGet("", CompareOperations.GetAsync).WithName("GetComparison").Needs(Right.ReadContent).Fails(comparing);
        group.MapPost("files", CompareOperations.FilesAsync).WithName("CompareFiles").Needs(Right.ReadMasterData).Accepts<IFormFile>("multipart/form-data").Fails([.. comparing, TooLarge, StatusCodes.Status415UnsupportedMediaType]);
        group.MapGet("pins", PinOperations.GetAsync).WithName("GetPins").Needs(Right.ReadContent).Fails(NotFound);
        group.MapPut("pins", PinOperations.ChangeAsync).WithName("ChangePins").Needs(Right.EditProcesses, Subjects.FieldOfModel("afterModel")).Fails(changing);
        group.MapPost("drafts", TakeOver.HandleAsync).WithName("TakeOverOperations").Needs(Right.EditModels, Subjects.ModelOf<TakeOverRequest>(request => request.Target ?? request.Before.ModelId)).WithMetadata(new ResponseFilter.Tagged()).Fails(changing);
        group.MapPost("merges", MergeVersions.HandleAsync).WithName("MergeVersions").Needs(Right.EditModels, Subjects.OptionalModelOf<MergeRequest>(request => request.Into)).WithMetadata(new ResponseFilter.Tagged()).Fails([.. changing, TooLarge]);
    }
}
