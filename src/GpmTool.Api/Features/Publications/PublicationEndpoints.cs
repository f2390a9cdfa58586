using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;

namespace GpmTool.Api.Features.Publications;

/// <summary>Published Soll versions and their packages.</summary>
internal static class PublicationEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapPublications(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapFeature("publications", "Publications");
        group.MapGet("", PublicationOperations.ListAsync).WithName("ListPublications").Needs(Right.ReadContent);
        group.MapPost("", Publish.HandleAsync).WithName("PublishVersion").Needs(Right.Publish, Subjects.ModelOf<PublishRequest>(request => request.ModelId)).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        group.MapGet("{id:guid}", PublicationOperations.GetAsync).WithName("GetPublication").Needs(Right.ReadContent).Fails(StatusCodes.Status404NotFound);
        group.MapGet("{id:guid}/package", PublicationOperations.PackageAsync).WithName("GetPublicationPackage").Needs(Right.ReadContent).Fails(StatusCodes.Status404NotFound)
            .Produces<byte[]>(StatusCodes.Status200OK, Package.MediaType);
    }
}
