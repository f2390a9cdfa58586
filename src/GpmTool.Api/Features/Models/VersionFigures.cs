using GpmTool.Analysis;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Elsa;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GpmTool.Api.Features.Models;

/// <summary>What a version looks like at a glance.</summary>
/// <param name="Figures">Its key figures.</param>
/// <param name="Roles">The roles that do its steps, in the order of the steps.</param>
internal sealed record VersionFiguresResponse(FiguresResponse Figures, IReadOnlyList<string> Roles);

/// <summary>The key figures of one version.</summary>
internal static class VersionFigures
{
    /// <summary>Computes the key figures of a version; times that the caller may not see are not in them.</summary>
    public static async Task<Results<Ok<VersionFiguresResponse>, ProblemResult>> HandleAsync(Guid id, int number, GpmDbContext context, CancellationToken cancellation)
    {
        if (await VersionOperations.FindAsync(context, id, number, cancellation) is not { } version) return VersionOperations.NotFound(id, number);
        var graph = ElsaDocument.Read(await StoredDocuments.LoadAsync(context, version, cancellation)).Graph;
        return TypedResults.Ok(new VersionFiguresResponse(FiguresResponse.Of(graph), KeyFigures.RolesOf(graph)));
    }
}
