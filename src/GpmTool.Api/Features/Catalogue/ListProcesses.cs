using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Search;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Catalogue;

/// <summary>A process in a list.</summary>
/// <param name="Key">The stable key.</param>
/// <param name="Name">The name.</param>
/// <param name="PolicyField">The key of its policy field.</param>
/// <param name="Group">The key of its process group.</param>
/// <param name="IstModels">How many Ist models are recorded.</param>
/// <param name="SollState">The state of the Soll; null without one.</param>
internal sealed record ProcessListItem(string Key, string Name, string PolicyField, string Group, int IstModels, ModelState? SollState);

/// <summary>One page of the catalogue.</summary>
/// <param name="Items">The entries.</param>
/// <param name="NextCursor">Send it as <c>cursor</c> to get the next page; null on the last page.</param>
/// <param name="Total">How many processes the search and the filters leave.</param>
internal sealed record ProcessListPage(IReadOnlyList<ProcessListItem> Items, string? NextCursor, int Total);

/// <summary>The catalogue: search, filters, pages.</summary>
internal static class ListProcesses
{
    private static readonly Sorting<Process> Sorting = new(SortField<Process>.Text("key", row => row.Key), SortField<Process>.Text("name", row => row.Name), SortField<Process>.Text("key", row => row.Key));

    /// <summary>
    /// Lists processes. <c>search</c> finds German words in any spelling, inflected, and as part of a compound; all words must match.
    /// <c>authority</c> keeps processes with a model of that authority, <c>state</c> those whose Soll is in that state.
    /// </summary>
    public static async Task<Results<Ok<ProcessListPage>, ProblemResult>> HandleAsync(
        [AsParameters] PageQuery query,
        GpmDbContext context,
        CancellationToken cancellation,
        [FromQuery] string? search = null,
        [FromQuery] string? policyField = null,
        [FromQuery] string? group = null,
        [FromQuery] string? authority = null,
        [FromQuery] Word<ModelState>? state = null,
        [FromQuery] bool archived = false)
    {
        var rows = context.Processes.AsNoTracking().Where(row => archived || row.ArchivedAt == null).Search(search, row => row.SearchText);
        if (policyField is not null) rows = rows.Where(row => context.PolicyFields.Any(other => other.Id == row.PolicyFieldId && other.Key == policyField));
        if (group is not null) rows = rows.Where(row => context.ProcessGroups.Any(other => other.Id == row.ProcessGroupId && other.Key == group));
        if (authority is not null) rows = rows.Where(row => context.Models.Any(model => model.ProcessId == row.Id && model.OwnerKey == authority && model.ArchivedAt == null));
        if (state is { Value: var wanted }) rows = rows.Where(row => context.Models.Any(model => model.ProcessId == row.Id && model.Stage == Stage.Soll && model.State == wanted));
        var (page, problem) = await Sorting.ReadAsync(rows, query, row => row, cancellation);
        if (problem is not null) return problem;
        return TypedResults.Ok(new ProcessListPage(await ShowAsync(context, page!.Items, cancellation), page.NextCursor, await rows.CountAsync(cancellation)));
    }

    private static async Task<List<ProcessListItem>> ShowAsync(GpmDbContext context, IReadOnlyList<Process> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var models = (await context.Models.AsNoTracking().Where(model => ids.Contains(model.ProcessId) && model.ArchivedAt == null)
            .Select(model => new { model.ProcessId, model.Stage, model.State }).ToListAsync(cancellation)).ToLookup(model => model.ProcessId);
        var fields = await context.PolicyFields.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Key, cancellation);
        var groups = await context.ProcessGroups.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Key, cancellation);
        return [.. rows.Select(row => new ProcessListItem(
            row.Key, row.Name, fields[row.PolicyFieldId], groups[row.ProcessGroupId],
            models[row.Id].Count(model => model.Stage == Stage.Ist),
            models[row.Id].FirstOrDefault(model => model.Stage == Stage.Soll)?.State))];
    }
}
