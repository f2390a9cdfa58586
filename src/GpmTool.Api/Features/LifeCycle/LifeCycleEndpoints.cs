using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;

namespace GpmTool.Api.Features.LifeCycle;

/// <summary>How far versions of Soll models are, and what a policy field demands.</summary>
internal static class LifeCycleEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapLifeCycle(this IEndpointRouteBuilder routes)
    {
        int[] changes = [StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired];
        var versions = routes.MapFeature("models/{id:guid}/versions/{number:int}", "Life cycle");
        versions.MapGet("life-cycle", LifeCycleOperations.GetAsync).WithName("GetLifeCycle").Needs(Right.ReadContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        versions.MapPost("life-cycle", LifeCycleOperations.MoveAsync).WithName("MoveSoll").Needs(Right.SteerSoll, Subjects.Model).Fails(changes);
        versions.MapPut("validity", LifeCycleOperations.SetValidityAsync).WithName("SetValidity").Needs(Right.SteerSoll, Subjects.Model).Fails(changes);
        versions.MapPost("restart", LifeCycleOperations.RestartAsync).WithName("RestartCycle").Needs(Right.SteerSoll, Subjects.Model).Fails(changes);

        var fields = routes.MapFeature("policy-fields/{key}/quorum", "Life cycle");
        fields.MapGet("", QuorumOperations.GetAsync).WithName("GetQuorum").Needs(Right.ReadMasterData).Fails(StatusCodes.Status404NotFound);
        fields.MapPut("", QuorumOperations.ChangeAsync).WithName("ChangeQuorum").Needs(Right.EditMasterData).Fails(changes);
    }
}
