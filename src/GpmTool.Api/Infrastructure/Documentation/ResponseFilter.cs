using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace GpmTool.Api.Infrastructure.Documentation;

/// <summary>Documents of answers what their types do not say: the ETag, and a second, readable form.</summary>
internal sealed class ResponseFilter : IOperationFilter
{
    /// <summary>Metadata of an endpoint whose successful answer carries an ETag.</summary>
    internal sealed record Tagged;

    /// <summary>Metadata of an endpoint that answers with text when asked for that media type.</summary>
    internal sealed record AlsoText(string MediaType);

    /// <inheritdoc />
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var isTagged = metadata.OfType<Tagged>().Any();
        foreach (var response in (operation.Responses ?? []).Where(pair => pair.Key is "200" or "201").Select(pair => pair.Value).OfType<OpenApiResponse>())
        {
            if (isTagged)
            {
                response.Headers ??= new Dictionary<string, IOpenApiHeader>();
                response.Headers["ETag"] = new OpenApiHeader
                {
                    Description = "Version of the entry; send it as If-Match with a change.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                };
            }

            foreach (var text in metadata.OfType<AlsoText>())
            {
                response.Content ??= new Dictionary<string, IOpenApiMediaType>();
                response.Content[text.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = text.MediaType.StartsWith("text/", StringComparison.Ordinal) ? null : "binary" } };
            }
        }
    }
}
