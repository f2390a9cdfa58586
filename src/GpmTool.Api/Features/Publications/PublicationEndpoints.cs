using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Features.Publications;

/// <summary>Published Soll versions and their packages.</summary>
internal static class PublicationEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapPublications(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapFeature("publications", "Publications");
        group.MapGet("", PublicationOperations.ListAsync).WithName("ListPublications");
        group.MapPost("", Publish.HandleAsync).WithName("PublishVersion").Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        group.MapGet("{id:guid}", PublicationOperations.GetAsync).WithName("GetPublication").Fails(StatusCodes.Status404NotFound);
        group.MapGet("{id:guid}/package", PublicationOperations.PackageAsync).WithName("GetPublicationPackage").Fails(StatusCodes.Status404NotFound)
            .Produces<byte[]>(StatusCodes.Status200OK, Package.MediaType);
    }
}
