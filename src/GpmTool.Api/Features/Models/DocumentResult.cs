using System.Reflection;
using GpmTool.Api.Infrastructure.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace GpmTool.Api.Features.Models;

/// <summary>A document with its media type and the ETag of its version.</summary>
internal sealed class DocumentResult(byte[] bytes, string mediaType, int version) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        TaggedMetadata.Add(builder, StatusCodes.Status200OK, typeof(object), [.. MediaTypes.Documents, MediaTypes.Picture]);

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.GetTypedHeaders().ETag = ETags.Of(version);
        httpContext.Response.Headers.Vary = "Accept";
        httpContext.Response.ContentType = mediaType;
        httpContext.Response.ContentLength = bytes.Length;
        await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
