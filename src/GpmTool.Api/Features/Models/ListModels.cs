using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Models;

/// <summary>The models of one process: the Soll and the Ist of each authority.</summary>
internal static class ListModels
{
    /// <summary>Lists them, the Soll first.</summary>
    public static async Task<Results<Ok<IReadOnlyList<ModelResponse>>, ProblemResult>> HandleAsync(string key, GpmDbContext context, CancellationToken cancellation)
    {
        if (await context.Processes.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is not { } process) return Failure.NotFound(Kinds.Process, key);
        var rows = await context.Models.AsNoTracking().Where(model => model.ProcessId == process.Id).OrderBy(model => model.OwnerKey)
            .Select(model => new { Model = model, HasDraft = context.ModelVersions.Any(version => version.DraftOfModelId == model.Id) }).ToListAsync(cancellation);
        return TypedResults.Ok<IReadOnlyList<ModelResponse>>([.. rows.Select(row => ModelResponse.Of(row.Model, key, row.HasDraft))]);
    }
}
