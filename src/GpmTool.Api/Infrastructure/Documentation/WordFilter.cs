using System.Text.Json;
using System.Text.Json.Nodes;
using GpmTool.Api.Infrastructure.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace GpmTool.Api.Infrastructure.Documentation;

/// <summary>Documents which words a parameter of the address may be.</summary>
internal sealed class WordFilter : IParameterFilter
{
    /// <inheritdoc />
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        var declared = context.PropertyInfo?.PropertyType ?? context.ParameterInfo?.ParameterType;
        var type = declared is null ? null : Nullable.GetUnderlyingType(declared) ?? declared;
        if (type is not { IsGenericType: true } || type.GetGenericTypeDefinition() != typeof(Word<>) || parameter is not OpenApiParameter mutable) return;
        mutable.Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. Enum.GetNames(type.GetGenericArguments()[0]).Select(name => (JsonNode)JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(name)))],
        };
    }
}
