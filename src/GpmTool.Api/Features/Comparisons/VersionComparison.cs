using GpmTool.Api.Features.Models;
using GpmTool.Diff;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;
using GpmTool.Reports;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>A stored version with its graph, ready to be compared.</summary>
/// <param name="Version">Which version.</param>
/// <param name="Graph">Its graph.</param>
internal sealed record ComparedGraph(ComparedVersion Version, ProcessGraph Graph)
{
    /// <summary>Loads a version; <paramref name="number"/> null means the newest. Null when it does not exist. <paramref name="forEverybody"/>: without times and staffing that are not released, whoever asks.</summary>
    public static async Task<ComparedGraph?> LoadAsync(GpmDbContext context, Guid modelId, int? number, CancellationToken cancellation, bool forEverybody = false)
    {
        var found = await (
            from model in context.Models.AsNoTracking()
            join process in context.Processes on model.ProcessId equals process.Id
            join version in context.ModelVersions on model.Id equals version.ModelId
            join authority in context.Authorities on model.AuthorityId equals authority.Id into owners
            from owner in owners.DefaultIfEmpty()
            where model.Id == modelId && version.Number == (number ?? model.LatestNumber)
            select new { Model = model, Process = process.Key, Owner = owner.Name, Version = version }).SingleOrDefaultAsync(cancellation);
        if (found is null) return null;
        var graph = ElsaDocument.Read(await StoredDocuments.LoadAsync(context, found.Version, cancellation, forEverybody)).Graph;
        return new ComparedGraph(Show(found.Model, found.Process, found.Owner, found.Version), graph);
    }

    /// <summary>Names a version.</summary>
    public static ComparedVersion Show(ProcessModel model, string process, string? owner, ModelVersion version) => new(
        model.Id, version.Number, process, model.Stage, model.OwnerKey.Length == 0 ? null : model.OwnerKey,
        owner is null ? $"Soll (Version {version.Number})" : $"Ist {owner} (Version {version.Number})", version.IsFrozen, Convert.ToHexStringLower(version.ModelHash));
}

/// <summary>Two versions and what comparing them gave.</summary>
/// <param name="Before">The first.</param>
/// <param name="After">The second.</param>
/// <param name="Result">The result.</param>
internal sealed record VersionComparison(ComparedGraph Before, ComparedGraph After, ComparisonResult Result)
{
    /// <summary>Compares two versions.</summary>
    public static VersionComparison Of(ComparedGraph before, ComparedGraph after) => new(before, after, ProcessComparison.Compare(before.Graph, after.Graph));

    /// <summary>The report in German, as Markdown.</summary>
    public string Markdown() => ComparisonText.Write(Before.Graph, After.Graph, Result, Before.Version.Title, After.Version.Title);
}
