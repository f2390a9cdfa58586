using GpmTool.Analysis;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GpmTool.Api.Features.Checks;

/// <summary>How far one element can be executed on an Elsa server.</summary>
/// <param name="ElementId">The element.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">How far.</param>
/// <param name="Reasons">Why not as modelled, and what happens instead.</param>
internal sealed record ElementResponse(string ElementId, string? Name, ExecutionLevel Level, IReadOnlyList<string> Reasons);

/// <summary>What checks found.</summary>
/// <param name="IsBlocked">Whether a finding blocks publication and delivery.</param>
/// <param name="Findings">The findings.</param>
/// <param name="Elements">The executability of each element; empty for definitions made elsewhere.</param>
internal sealed record CheckResponse(bool IsBlocked, IReadOnlyList<FindingResponse> Findings, IReadOnlyList<ElementResponse> Elements)
{
    /// <summary>Shows what was found.</summary>
    public static CheckResponse Of(IncomingDocument document)
    {
        IReadOnlyList<ElementExecutability> elements = document.Graph.Definition is null ? ElsaDocument.Executability(document.Graph, "definition") : [];
        return new CheckResponse(
            document.Findings.Any(finding => finding.Severity == Severity.Error),
            [.. document.Findings.Concat(ModelRules.Check(document.Graph)).OrderByDescending(finding => finding.Severity).Select(FindingResponse.Of)],
            [.. elements.Select(element => new ElementResponse(element.ElementId, element.Name, element.Level, [.. element.Reasons.Select(reason => new Text(reason.German, reason.English).ToString())]))]);
    }
}

/// <summary>Findings for a document, sent or stored.</summary>
internal static class CheckEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapChecks(this IEndpointRouteBuilder routes)
    {
        routes.MapFeature("checks", "Checks").MapPost("", CheckAsync).WithName("CheckDocument").Needs(Right.ReadMasterData)
            .Accepts<object>(MediaTypes.Elsa, MediaTypes.View, MediaTypes.Bpmn).Fails(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
        routes.MapFeature("models", "Checks").MapGet("{id:guid}/versions/{number:int}/checks", CheckVersionAsync).WithName("CheckVersion").Needs(Right.ReadContent).Fails(StatusCodes.Status404NotFound);
    }

    /// <summary>Checks a document without storing it.</summary>
    private static async Task<Results<Ok<CheckResponse>, ProblemResult>> CheckAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (document, problem) = await IncomingDocuments.ReadAsync(request, null, cancellation);
        return problem is not null ? problem : TypedResults.Ok(CheckResponse.Of(document!));
    }

    /// <summary>Checks a stored version.</summary>
    private static async Task<Results<Ok<CheckResponse>, ProblemResult>> CheckVersionAsync(Guid id, int number, GpmDbContext context, CancellationToken cancellation) =>
        await VersionOperations.FindAsync(context, id, number, cancellation) is { } version
            ? TypedResults.Ok(CheckResponse.Of(IncomingDocuments.FromElsa(await StoredDocuments.LoadAsync(context, version, cancellation), null)))
            : VersionOperations.NotFound(id, number);
}
