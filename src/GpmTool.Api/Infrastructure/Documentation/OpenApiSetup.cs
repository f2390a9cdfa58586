using System.Text.Json;
using System.Text.Json.Serialization;
using GpmTool.Diff;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.OpenApi;

namespace GpmTool.Api.Infrastructure.Documentation;

/// <summary>The OpenAPI document and its page.</summary>
internal static class OpenApiSetup
{
    /// <summary>Registers the document; JSON: camelCase, enums as camelCase names, unknown and doubled fields are an error so that no input is lost unseen.</summary>
    public static void AddOpenApiDocument(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.AllowDuplicateProperties = false;
            options.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.ReadCommentHandling = JsonCommentHandling.Disallow;
        });
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "GpmTool",
                Version = "v1",
                Description = "The shared process platform of an administration: record Ist processes, compare them with the Soll, publish. "
                    + "Every failure is application/problem+json with a stable code.",
                License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
            });
            foreach (var assembly in new[] { typeof(Program).Assembly, typeof(AuditVerification).Assembly, typeof(Severity).Assembly, typeof(ExecutionLevel).Assembly, typeof(OperationKind).Assembly })
                options.IncludeXmlComments(assembly);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.OperationFilter<ResponseFilter>();
            options.ParameterFilter<WordFilter>();
        });
    }

    /// <summary>Serves <c>/swagger/v1/swagger.json</c> and <c>/swagger</c>.</summary>
    public static void UseOpenApiPage(this IApplicationBuilder app)
    {
        app.UseSwagger();
        app.UseSwaggerUI(options => options.DocumentTitle = "GpmTool API");
    }
}
