using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Exports;

/// <summary>Whole catalogues out.</summary>
internal static class ExportEndpoints
{
    private const string Zip = "application/zip";

    /// <summary>Maps the route.</summary>
    public static void MapExports(this IEndpointRouteBuilder routes) => routes.MapFeature("exports", "Exports")
        .MapGet("", HandleAsync).WithName("ExportCatalogue").Needs(Right.ReadContent).Produces<byte[]>(StatusCodes.Status200OK, Zip);

    /// <summary>
    /// The catalogue as a package in the layout of imports: each model's newest frozen version, else its draft. The same content always
    /// gives the same bytes. <c>policyField</c>, <c>process</c> and <c>authority</c> keep a part; what that part refers to comes with it.
    /// </summary>
    private static async Task<Results<FileStreamHttpResult, ProblemResult>> HandleAsync(GpmDbContext context, CancellationToken cancellation, [FromQuery] string? policyField = null, [FromQuery] string? process = null, [FromQuery] string? authority = null)
    {
        if (policyField is not null && !await context.PolicyFields.AnyAsync(row => row.Key == policyField, cancellation)) return Failure.NotFound(Kinds.PolicyField, policyField);
        if (process is not null && !await context.Processes.AnyAsync(row => row.Key == process, cancellation)) return Failure.NotFound(Kinds.Process, process);
        if (authority is not null && !await context.Authorities.AnyAsync(row => row.Key == authority, cancellation)) return Failure.NotFound(Kinds.Authority, authority);
        var export = new CatalogueExport(context, new ExportFilter(policyField, process, authority));
        // Into a file first: a failure half way is a failure, not a ZIP that ends early.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await export.WriteAsync(file, cancellation);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return TypedResults.File(file, Zip, "gpmtool-catalogue.zip");
    }
}

/// <summary>Which part of the catalogue is wanted; null means all.</summary>
/// <param name="PolicyField">The key of a policy field.</param>
/// <param name="Process">The key of a process.</param>
/// <param name="Authority">The key of an authority: its Ist models, and the Soll.</param>
internal sealed record ExportFilter(string? PolicyField, string? Process, string? Authority);
