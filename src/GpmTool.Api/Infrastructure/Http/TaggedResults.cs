using System.Net.Mime;
using System.Reflection;
using GpmTool.Api.Infrastructure.Documentation;
using Microsoft.AspNetCore.Http.Metadata;

namespace GpmTool.Api.Infrastructure.Http;

/// <summary>200 with an ETag; answers 304 to a matching If-None-Match.</summary>
internal sealed class TaggedOk<T>(T value, int version) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => TaggedMetadata.Add(builder, StatusCodes.Status200OK, typeof(T), MediaTypeNames.Application.Json);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var tag = ETags.Of(version);
        httpContext.Response.GetTypedHeaders().ETag = tag;
        var reading = HttpMethods.IsGet(httpContext.Request.Method) || HttpMethods.IsHead(httpContext.Request.Method);
        if (reading && httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return TypedResults.Ok(value).ExecuteAsync(httpContext);
    }
}

/// <summary>201 with Location and ETag.</summary>
internal sealed class TaggedCreated<T>(string location, T value, int version) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => TaggedMetadata.Add(builder, StatusCodes.Status201Created, typeof(T), MediaTypeNames.Application.Json);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.GetTypedHeaders().ETag = ETags.Of(version);
        return TypedResults.Created(location, value).ExecuteAsync(httpContext);
    }
}

internal static class TaggedMetadata
{
    /// <summary>Tells the OpenAPI document about the answer and its ETag.</summary>
    public static void Add(EndpointBuilder builder, int status, Type type, params string[] mediaTypes)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, type, mediaTypes));
        builder.Metadata.Add(new ResponseFilter.Tagged());
    }
}
