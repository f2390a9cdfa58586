using System.Text;
using FluentValidation;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Documentation;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>Names a version of a model.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Version">The number of the version; the newest when left out.</param>
internal sealed record VersionReference(Guid ModelId, int? Version = null);

/// <summary>Which two versions to compare.</summary>
/// <param name="Before">The first.</param>
/// <param name="After">The second.</param>
internal sealed record CompareRequest(VersionReference Before, VersionReference After);

internal sealed class CompareValidator : AbstractValidator<CompareRequest>
{
    public CompareValidator()
    {
        RuleFor(request => request.Before).NotNull();
        RuleFor(request => request.After).NotNull();
    }
}

/// <summary>Comparing any two versions; nothing is stored.</summary>
internal static class ComparisonEndpoints
{
    private const string Markdown = "text/markdown";

    /// <summary>Maps the routes.</summary>
    public static void MapComparisons(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapFeature("comparisons", "Comparisons");
        group.MapPost("", PostAsync).WithName("CompareVersions").Needs(Right.ReadContent).Fails(StatusCodes.Status404NotFound).AlsoMarkdown();
        group.MapGet("", GetAsync).WithName("GetComparison").Needs(Right.ReadContent).Fails(StatusCodes.Status404NotFound).AlsoMarkdown();
    }

    /// <summary>
    /// Compares two versions, drafts included: matches, operations, key figures, similarity. With <c>Accept: text/markdown</c>
    /// the answer is a German report.
    /// </summary>
    private static Task<Results<Ok<ComparisonResponse>, ContentHttpResult, ProblemResult>> PostAsync(CompareRequest request, HttpRequest http, GpmDbContext context, CancellationToken cancellation) =>
        CompareAsync(request.Before, request.After, http, context, cancellation);

    /// <summary>The same as POST, by address; without a version number the newest version counts.</summary>
    private static Task<Results<Ok<ComparisonResponse>, ContentHttpResult, ProblemResult>> GetAsync(
        [FromQuery] Guid beforeModel, [FromQuery] Guid afterModel, HttpRequest http, GpmDbContext context, CancellationToken cancellation, [FromQuery] int? beforeVersion = null, [FromQuery] int? afterVersion = null) =>
        CompareAsync(new VersionReference(beforeModel, beforeVersion), new VersionReference(afterModel, afterVersion), http, context, cancellation);

    private static async Task<Results<Ok<ComparisonResponse>, ContentHttpResult, ProblemResult>> CompareAsync(VersionReference before, VersionReference after, HttpRequest http, GpmDbContext context, CancellationToken cancellation)
    {
        if (await ComparedGraph.LoadAsync(context, before.ModelId, before.Version, cancellation) is not { } left) return NotFound(before);
        if (await ComparedGraph.LoadAsync(context, after.ModelId, after.Version, cancellation) is not { } right) return NotFound(after);
        var comparison = VersionComparison.Of(left, right);
        http.HttpContext.Response.Headers.Vary = "Accept";
        return http.GetTypedHeaders().Accept.Any(accept => accept.MediaType == Markdown)
            ? TypedResults.Text(comparison.Markdown(), Markdown, Encoding.UTF8)
            : TypedResults.Ok(ComparisonResponse.Of(comparison));
    }

    private static ProblemResult NotFound(VersionReference reference) => VersionOperations.NotFound(reference.ModelId, reference.Version);

    private static void AlsoMarkdown(this RouteHandlerBuilder route) => route.WithMetadata(new ResponseFilter.AlsoText(Markdown));
}
