using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Imports;

/// <summary>Looking at imports.</summary>
internal static class ImportOperations
{
    private static readonly Text Kind = new("Import", "Import");
    private static readonly Sorting<ImportJob> Jobs = new(SortField<ImportJob>.Id("id", row => row.Id), SortField<ImportJob>.Time("createdAt", row => row.CreatedAt));
    private static readonly Sorting<ImportItem> Items = new(SortField<ImportItem>.Number("number", row => row.Number), SortField<ImportItem>.Number("number", row => row.Number));

    /// <summary>Lists imports, the newest first; the counts of each are at its own address.</summary>
    public static async Task<Results<Ok<Page<ImportResponse>>, ProblemResult>> ListAsync([AsParameters] PageQuery query, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        var (page, problem) = await Jobs.ReadAsync(Seen(context, current), query with { Sort = query.Sort ?? "-createdAt" }, job => job, cancellation);
        if (problem is not null) return problem;
        var shown = new List<ImportResponse>();
        foreach (var job in page!.Items) shown.Add(await ShowAsync(context, job, cancellation));
        return TypedResults.Ok(new Page<ImportResponse>(shown, page.NextCursor));
    }

    /// <summary>Reads how far an import is.</summary>
    public static async Task<Results<Ok<ImportResponse>, ProblemResult>> GetAsync(Guid id, GpmDbContext context, CurrentActor current, CancellationToken cancellation) =>
        await Seen(context, current).SingleOrDefaultAsync(job => job.Id == id, cancellation) is { } job
            ? TypedResults.Ok(await ShowAsync(context, job, cancellation))
            : Failure.NotFound(Kind, id.ToString());

    /// <summary>Lists what became of the items, all or those of one outcome.</summary>
    public static async Task<Results<Ok<Page<ImportItemResponse>>, ProblemResult>> ItemsAsync(Guid id, [AsParameters] PageQuery query, GpmDbContext context, CurrentActor current, CancellationToken cancellation, [FromQuery] Word<ImportOutcome>? outcome = null)
    {
        if (!await Seen(context, current).AnyAsync(job => job.Id == id, cancellation)) return Failure.NotFound(Kind, id.ToString());
        var rows = context.ImportItems.AsNoTracking().Where(item => item.JobId == id);
        if (outcome is { Value: var wanted }) rows = rows.Where(item => item.Outcome == wanted);
        var (page, problem) = await Items.ReadAsync(rows, query, ImportItemResponse.Of, cancellation);
        return problem is not null ? problem : TypedResults.Ok(page);
    }

    /// <summary>Shows a job with its counts.</summary>
    public static async Task<ImportResponse> ShowAsync(GpmDbContext context, ImportJob job, CancellationToken cancellation)
    {
        var counts = await context.ImportItems.Where(item => item.JobId == job.Id).GroupBy(item => item.Outcome).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return ImportResponse.Of(job, counts);
    }

    /// <summary>One's own imports; those of everybody for who may import everything.</summary>
    private static IQueryable<ImportJob> Seen(GpmDbContext context, CurrentActor current)
    {
        var (all, own) = (RightsTable.May(current.Caller, Right.Import, new Subject(null)), current.Actor.Id);
        return context.ImportJobs.AsNoTracking().Where(job => all || job.CreatedBy == own);
    }
}
