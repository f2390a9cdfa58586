using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Overview;

/// <summary>The Soll of a process, in the overview.</summary>
/// <param name="Version">The newest version.</param>
/// <param name="State">The state.</param>
/// <param name="Published">Whether a version of it is published.</param>
internal sealed record OverviewSoll(int Version, ModelState State, bool Published);

/// <summary>A process in the overview.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">The name.</param>
/// <param name="Group">The name of its group.</param>
/// <param name="PolicyField">The name of its policy field.</param>
/// <param name="IstAuthorities">The names of the authorities that recorded an Ist.</param>
/// <param name="Soll">The Soll; null without one.</param>
internal sealed record OverviewItem(string Key, string Name, string Group, string PolicyField, IReadOnlyList<string> IstAuthorities, OverviewSoll? Soll);

/// <summary>What is stored.</summary>
/// <param name="PolicyFields">How many policy fields.</param>
/// <param name="ProcessGroups">How many process groups.</param>
/// <param name="Authorities">How many authorities.</param>
/// <param name="Processes">How many processes.</param>
/// <param name="IstModels">How many Ist models.</param>
/// <param name="SollModels">How many Soll models.</param>
/// <param name="Publications">How many publications.</param>
/// <param name="Items">The first 200 processes by name.</param>
internal sealed record OverviewResponse(int PolicyFields, int ProcessGroups, int Authorities, int Processes, int IstModels, int SollModels, int Publications, IReadOnlyList<OverviewItem> Items);

/// <summary>What the start page shows.</summary>
internal static class OverviewEndpoints
{
    private const int MostItems = 200;

    /// <summary>Maps the routes.</summary>
    public static void MapOverview(this IEndpointRouteBuilder routes)
    {
        var overview = routes.MapFeature("overview", "Overview");
        overview.MapGet("", GetAsync).WithName("GetOverview").Needs(Right.ReadContent);
        overview.MapGet("map", FieldMap.HandleAsync).WithName("GetFieldMap").Needs(Right.ReadContent);
    }

    /// <summary>Counts what is stored and lists the first processes.</summary>
    private static async Task<Ok<OverviewResponse>> GetAsync(GpmDbContext context, CancellationToken cancellation)
    {
        var processes = await (
            from process in context.Processes.AsNoTracking()
            where process.ArchivedAt == null
            join policyField in context.PolicyFields on process.PolicyFieldId equals policyField.Id
            join processGroup in context.ProcessGroups on process.ProcessGroupId equals processGroup.Id
            orderby process.Name, process.Key
            select new { process.Id, process.Key, process.Name, Field = policyField.Name, Group = processGroup.Name }).Take(MostItems).ToListAsync(cancellation);
        var ids = processes.Select(process => process.Id).ToList();
        var models = (await (
            from model in context.Models.AsNoTracking()
            where ids.Contains(model.ProcessId) && model.ArchivedAt == null
            join authority in context.Authorities on model.AuthorityId equals authority.Id into owners
            from owner in owners.DefaultIfEmpty()
            orderby model.OwnerKey
            select new { model.ProcessId, model.Stage, model.State, model.LatestNumber, Owner = owner.Name }).ToListAsync(cancellation)).ToLookup(model => model.ProcessId);
        var published = (await context.Publications.AsNoTracking().Where(publication => ids.Contains(publication.ProcessId)).Select(publication => publication.ProcessId).Distinct().ToListAsync(cancellation)).ToHashSet();
        var items = processes.Select(process => new OverviewItem(
            process.Key, process.Name, process.Group, process.Field,
            [.. models[process.Id].Where(model => model.Stage == Stage.Ist).Select(model => model.Owner)],
            models[process.Id].Where(model => model.Stage == Stage.Soll).Select(model => new OverviewSoll(model.LatestNumber, model.State, published.Contains(process.Id))).FirstOrDefault()));
        return TypedResults.Ok(new OverviewResponse(
            await context.PolicyFields.CountAsync(row => row.ArchivedAt == null, cancellation),
            await context.ProcessGroups.CountAsync(row => row.ArchivedAt == null, cancellation),
            await context.Authorities.CountAsync(row => row.ArchivedAt == null, cancellation),
            await context.Processes.CountAsync(row => row.ArchivedAt == null, cancellation),
            await context.Models.CountAsync(row => row.Stage == Stage.Ist && row.ArchivedAt == null, cancellation),
            await context.Models.CountAsync(row => row.Stage == Stage.Soll && row.ArchivedAt == null, cancellation),
            await context.Publications.CountAsync(cancellation),
            [.. items]));
    }
}
