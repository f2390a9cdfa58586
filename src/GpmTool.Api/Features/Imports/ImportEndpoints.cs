using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using Microsoft.AspNetCore.Http.Metadata;

namespace GpmTool.Api.Features.Imports;

/// <summary>Whole catalogues in.</summary>
internal static class ImportEndpoints
{
    /// <summary>Registers the job that works.</summary>
    public static void AddImports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => ImportSettings.From(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<ImportQueue>();
        builder.Services.AddSingleton<ImportRunner>();
        builder.Services.AddHostedService<ImportWorker>();
    }

    /// <summary>Maps the routes.</summary>
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapFeature("imports", "Imports");
        group.MapPost("", CreateImport.HandleAsync).WithName("CreateImport").Needs(Right.Import).WithMetadata(new UploadLimit())
            .Accepts<byte[]>("application/zip", MediaTypes.Elsa, MediaTypes.View, MediaTypes.Bpmn, MediaTypes.Workbook, MediaTypes.Csv, "multipart/form-data")
            .Fails(StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
        group.MapGet("", ImportOperations.ListAsync).WithName("ListImports").Needs(Right.Import);
        group.MapGet("step-table-template", StepTableTemplates.Get).WithName("GetStepTableTemplate").Needs(Right.ReadMasterData).Produces<byte[]>(StatusCodes.Status200OK, MediaTypes.Workbook, MediaTypes.Csv);
        group.MapGet("{id:guid}", ImportOperations.GetAsync).WithName("GetImport").Needs(Right.Import).Fails(StatusCodes.Status404NotFound);
        group.MapGet("{id:guid}/items", ImportOperations.ItemsAsync).WithName("ListImportItems").Needs(Right.Import).Fails(StatusCodes.Status404NotFound);
    }

    // The server's own limit is for ordinary requests; the import counts for itself while it receives.
    private sealed class UploadLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}
