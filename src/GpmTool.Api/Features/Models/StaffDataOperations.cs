using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Models;

/// <summary>An authority decides who may see the times and staffing of its Ist.</summary>
internal static class StaffDataOperations
{
    /// <summary>Releases times and staffing of an Ist to all who may read it.</summary>
    public static Task<Results<NoContent, ProblemResult>> ReleaseAsync(Guid id, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation) =>
        SetAsync(id, time.GetUtcNow().UtcDateTime, "staff-data.release", context, current, cancellation);

    /// <summary>Takes the release back. What others saw or took meanwhile stays with them.</summary>
    public static Task<Results<NoContent, ProblemResult>> WithdrawAsync(Guid id, GpmDbContext context, CurrentActor current, CancellationToken cancellation) =>
        SetAsync(id, null, "staff-data.withdraw", context, current, cancellation);

    private static async Task<Results<NoContent, ProblemResult>> SetAsync(Guid id, DateTime? at, string action, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        if (await context.Models.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } model) return Failure.NotFound(Kinds.Model, id.ToString());
        if (model.StaffDataReleasedAt is null == at is null) return TypedResults.NoContent();
        model.StaffDataReleasedAt = at;
        context.Record(current.Actor, action, "model", id.ToString());
        await context.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
