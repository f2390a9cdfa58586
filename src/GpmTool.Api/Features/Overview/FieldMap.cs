using System.ComponentModel;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Overview;

/// <summary>A column of the map.</summary>
/// <param name="Key">The key of the authority.</param>
/// <param name="Name">Its name.</param>
/// <param name="ShortName">Its short name.</param>
/// <param name="Recorded">How many processes of the field it recorded.</param>
internal sealed record MapAuthority(string Key, string Name, string? ShortName, int Recorded);

/// <summary>An Ist in the map. What is not in it is missing.</summary>
/// <param name="Authority">The key of its authority.</param>
/// <param name="ModelId">The model.</param>
/// <param name="Version">The newest version.</param>
/// <param name="HasDraft">Whether somebody works on it.</param>
internal sealed record MapIst(string Authority, Guid ModelId, int Version, bool HasDraft);

/// <summary>The Soll in the map.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Version">The newest version.</param>
/// <param name="State">The state.</param>
/// <param name="HasDraft">Whether somebody works on it.</param>
/// <param name="Publication">The number of the newest publication; null without one.</param>
internal sealed record MapSoll(Guid ModelId, int Version, ModelState State, bool HasDraft, int? Publication);

/// <summary>A row of the map.</summary>
/// <param name="Key">The key of the process.</param>
/// <param name="Name">Its name.</param>
/// <param name="Group">The name of its group.</param>
/// <param name="Ist">The Ist models, by authority.</param>
/// <param name="Soll">The Soll; null without one.</param>
internal sealed record MapProcess(string Key, string Name, string Group, IReadOnlyList<MapIst> Ist, MapSoll? Soll);

/// <summary>A page of the map of a policy field: its processes by the authorities that recorded any of them.</summary>
/// <param name="Authorities">The columns, the same on every page.</param>
/// <param name="Items">The rows.</param>
/// <param name="NextCursor">Send it as <c>cursor</c> to get the next rows; null on the last page.</param>
/// <param name="Total">How many processes the field has.</param>
internal sealed record FieldMapResponse(IReadOnlyList<MapAuthority> Authorities, IReadOnlyList<MapProcess> Items, string? NextCursor, int Total);

/// <summary>Who recorded what in a policy field, and how far the Soll is.</summary>
internal static class FieldMap
{
    private static readonly Sorting<Process> Sorting = new(SortField<Process>.Text("key", row => row.Key), SortField<Process>.Text("name", row => row.Name), SortField<Process>.Text("key", row => row.Key));

    /// <summary>Shows the processes of a policy field by the authorities that take part in it; a field that one cannot read has none.</summary>
    public static async Task<Results<Ok<FieldMapResponse>, ProblemResult>> HandleAsync(
        [FromQuery, Description("key of the policy field")] string policyField, [AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation)
    {
        var rows = context.Processes.AsNoTracking().Where(row => row.ArchivedAt == null && context.PolicyFields.Any(field => field.Id == row.PolicyFieldId && field.Key == policyField));
        var (page, problem) = await Sorting.ReadAsync(rows, query, row => row, cancellation);
        if (problem is not null) return problem;
        var authorities = await AuthoritiesAsync(context, rows, cancellation);
        return TypedResults.Ok(new FieldMapResponse(
            [.. authorities.Values.OrderBy(authority => authority.Name, StringComparer.Ordinal)],
            await RowsAsync(context, page!.Items, authorities, cancellation), page.NextCursor, await rows.CountAsync(cancellation)));
    }

    private static async Task<Dictionary<Guid, MapAuthority>> AuthoritiesAsync(GpmDbContext context, IQueryable<Process> processes, CancellationToken cancellation)
    {
        var counts = await context.Models.AsNoTracking()
            .Where(model => model.Stage == Stage.Ist && model.ArchivedAt == null && processes.Any(process => process.Id == model.ProcessId))
            .GroupBy(model => model.AuthorityId)
            .Select(group => new { Id = group.Key, Count = group.Count() })
            .ToListAsync(cancellation);
        var ids = counts.Select(count => count.Id).ToList();
        var rows = await context.Authorities.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Id, row => new MapAuthority(row.Key, row.Name, row.ShortName, counts.Single(count => count.Id == row.Id).Count));
    }

    private static async Task<List<MapProcess>> RowsAsync(GpmDbContext context, IReadOnlyList<Process> processes, Dictionary<Guid, MapAuthority> authorities, CancellationToken cancellation)
    {
        var ids = processes.Select(process => process.Id).ToList();
        var models = (await context.Models.AsNoTracking().Where(model => ids.Contains(model.ProcessId) && model.ArchivedAt == null)
            .Select(model => new { model.Id, model.ProcessId, model.Stage, model.AuthorityId, model.State, model.LatestNumber, HasDraft = context.ModelVersions.Any(version => version.DraftOfModelId == model.Id) })
            .ToListAsync(cancellation)).ToLookup(model => model.ProcessId);
        var publications = (await context.Publications.AsNoTracking().Where(row => ids.Contains(row.ProcessId)).Select(row => new { row.ProcessId, row.Number }).ToListAsync(cancellation)).ToLookup(row => row.ProcessId, row => (int?)row.Number);
        var groups = await context.ProcessGroups.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        return [.. processes.Select(process => new MapProcess(
            process.Key, process.Name, groups[process.ProcessGroupId],
            [.. models[process.Id].Where(model => model.Stage == Stage.Ist).Select(model => new MapIst(authorities[model.AuthorityId!.Value].Key, model.Id, model.LatestNumber, model.HasDraft)).OrderBy(ist => ist.Authority, StringComparer.Ordinal)],
            models[process.Id].Where(model => model.Stage == Stage.Soll).Select(model => new MapSoll(model.Id, model.LatestNumber, model.State, model.HasDraft, publications[process.Id].Max())).FirstOrDefault()))];
    }
}
