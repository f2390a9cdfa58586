using System.Text.Json;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace GpmTool.Api.Features.Publications;

/// <summary>Reading publications.</summary>
internal static class PublicationOperations
{
    private static readonly Text Kind = new("Veröffentlichung", "Publication");
    private static readonly Sorting<Publication> Sorting = new(SortField<Publication>.Id("id", row => row.Id), SortField<Publication>.Time("publishedAt", row => row.PublishedAt));

    /// <summary>Reads one publication with its manifest.</summary>
    public static async Task<Results<Ok<PublicationResponse>, ProblemResult>> GetAsync(Guid id, GpmDbContext context, CancellationToken cancellation)
    {
        if (await context.Publications.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row) return Failure.NotFound(Kind, id.ToString());
        var newer = await context.Publications.Where(other => other.ProcessId == row.ProcessId && other.Number > row.Number).MinAsync(other => (int?)other.Number, cancellation);
        var manifest = JsonSerializer.Deserialize<Manifest>(row.ManifestJson, Package.Json)!;
        return TypedResults.Ok(new PublicationResponse(row.Id, Convert.ToHexStringLower(row.PackageHash), newer, manifest));
    }

    /// <summary>The package: a ZIP that never changes.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemResult>> PackageAsync(Guid id, GpmDbContext context, CancellationToken cancellation)
    {
        var found = await (
            from publication in context.Publications.AsNoTracking()
            join process in context.Processes on publication.ProcessId equals process.Id
            join content in context.StoredContents on publication.PackageHash equals content.Hash
            where publication.Id == id
            select new { process.Key, publication.Number, publication.PublishedAt, content.Hash, content.Bytes }).SingleOrDefaultAsync(cancellation);
        if (found is null) return Failure.NotFound(Kind, id.ToString());
        return TypedResults.File(found.Bytes, Package.MediaType, $"{found.Key}-{found.Number}.zip", enableRangeProcessing: true, found.PublishedAt, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(found.Hash)}\""));
    }

    /// <summary>Lists publications, the newest first; <c>process</c> keeps those of one process, <c>current</c> leaves superseded ones out.</summary>
    public static async Task<Results<Ok<Page<PublicationListItem>>, ProblemResult>> ListAsync([AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation, [FromQuery] string? process = null, [FromQuery] bool current = false)
    {
        var rows = context.Publications.AsNoTracking();
        if (process is not null) rows = rows.Where(row => context.Processes.Any(other => other.Id == row.ProcessId && other.Key == process));
        if (current) rows = rows.Where(row => !context.Publications.Any(other => other.ProcessId == row.ProcessId && other.Number > row.Number));
        var (page, problem) = await Sorting.ReadAsync(rows, query with { Sort = query.Sort ?? "-publishedAt" }, row => row, cancellation);
        if (problem is not null) return problem;
        return TypedResults.Ok(new Page<PublicationListItem>(await ShowAsync(context, page!.Items, cancellation), page.NextCursor));
    }

    private static async Task<List<PublicationListItem>> ShowAsync(GpmDbContext context, IReadOnlyList<Publication> rows, CancellationToken cancellation)
    {
        var processIds = rows.Select(row => row.ProcessId).Distinct().ToList();
        var versionIds = rows.Select(row => row.ModelVersionId).ToList();
        var processes = await context.Processes.AsNoTracking().Where(row => processIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => (row.Key, row.Name), cancellation);
        var versions = await context.ModelVersions.AsNoTracking().Where(row => versionIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Number, cancellation);
        var numbers = (await context.Publications.AsNoTracking().Where(row => processIds.Contains(row.ProcessId)).Select(row => new { row.ProcessId, row.Number }).ToListAsync(cancellation)).ToLookup(row => row.ProcessId, row => (int?)row.Number);
        return [.. rows.Select(row => new PublicationListItem(
            row.Id, processes[row.ProcessId].Key, processes[row.ProcessId].Name, row.Number, versions[row.ModelVersionId], row.PublishedAt, row.PublishedBy, row.Note, Convert.ToHexStringLower(row.PackageHash),
            numbers[row.ProcessId].Where(number => number > row.Number).Min()))];
    }
}
