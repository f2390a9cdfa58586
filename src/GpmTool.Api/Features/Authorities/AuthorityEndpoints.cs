using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;

namespace GpmTool.Api.Features.Authorities;

/// <summary>Authorities: who records Ist models and applies the Soll.</summary>
internal static class AuthorityEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapAuthorities(this IEndpointRouteBuilder routes)
    {
        int[] changing = [StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired];
        var group = routes.MapFeature("authorities", "Authorities");
        group.MapGet("", AuthorityOperations.ListAsync).WithName("ListAuthorities").Needs(Right.ReadMasterData);
        group.MapPost("", AuthorityOperations.CreateAsync).WithName("CreateAuthority").Needs(Right.EditMasterData).Fails(StatusCodes.Status409Conflict);
        group.MapGet("{key}", AuthorityOperations.GetAsync).WithName("GetAuthority").Needs(Right.ReadMasterData).Fails(StatusCodes.Status404NotFound);
        group.MapPut("{key}", AuthorityOperations.ChangeAsync).WithName("ChangeAuthority").Needs(Right.EditMasterData).Fails(changing);
        group.MapPost("{key}/archive", AuthorityOperations.ArchiveAsync).WithName("ArchiveAuthority").Needs(Right.EditMasterData).Fails(changing);
    }
}
