using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace GpmTool.Api.Infrastructure.Documentation;

/// <summary>Documents what the tagged results add: the ETag of every answer that carries one.</summary>
internal sealed class HeaderFilter : IOperationFilter
{
    /// <summary>Metadata of an endpoint whose successful answer carries an ETag.</summary>
    internal sealed record Tagged;

    /// <inheritdoc />
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Tagged>().Any()) return;
        foreach (var (_, response) in (operation.Responses ?? []).Where(pair => pair.Key is "200" or "201"))
        {
            if (response is OpenApiResponse { } mutable)
            {
                mutable.Headers ??= new Dictionary<string, IOpenApiHeader>();
                mutable.Headers["ETag"] = new OpenApiHeader
                {
                    Description = "Version of the entry; send it as If-Match with a change.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                };
            }
        }
    }
}
