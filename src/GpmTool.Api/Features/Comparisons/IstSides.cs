using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>The Ist of every authority, for what is handed on.</summary>
internal static class IstSides
{
    /// <summary>
    /// The newest frozen version of each Ist of a process, or its draft where nothing is frozen yet, by key of the authority; without times
    /// and staffing that are not released.
    /// </summary>
    public static async Task<List<(ComparedSide Side, Guid? AuthorityId, string Authority)>> OfAsync(GpmDbContext context, Guid processId, CancellationToken cancellation)
    {
        var models = await context.Models.AsNoTracking().Where(model => model.ProcessId == processId && model.Stage == Stage.Ist && model.ArchivedAt == null).OrderBy(model => model.OwnerKey)
            .Select(model => new
            {
                model.Id,
                model.AuthorityId,
                model.OwnerKey,
                model.LatestNumber,
                Frozen = context.ModelVersions.Where(version => version.ModelId == model.Id && version.IsFrozen).Max(version => (int?)version.Number),
            }).ToListAsync(cancellation);
        var sides = new List<(ComparedSide, Guid?, string)>(models.Count);
        foreach (var model in models)
            if (await ComparedSide.StoredAsync(context, model.Id, model.Frozen ?? model.LatestNumber, cancellation, forEverybody: true) is { } ist)
                sides.Add((ist, model.AuthorityId, model.OwnerKey));
        return sides;
    }
}
