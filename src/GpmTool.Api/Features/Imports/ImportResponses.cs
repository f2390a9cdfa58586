using System.Text.Json;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Model;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Imports;

/// <summary>Why an import or an item of it did not succeed, in the language of the request.</summary>
/// <param name="Code">A stable name.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record ImportProblem(string Code, string Detail, string Remedy)
{
    /// <summary>Reads what was stored.</summary>
    public static ImportProblem? Of(string? json) => json is not null && JsonSerializer.Deserialize<ItemProblem>(json) is { } problem ? new ImportProblem(problem.Code, problem.Detail.ToString(), problem.Remedy.ToString()) : null;
}

/// <summary>How many items came to which outcome so far.</summary>
/// <param name="Created">New ones.</param>
/// <param name="NewVersion">Those with a new version, or changed.</param>
/// <param name="Unchanged">Those that were there like this.</param>
/// <param name="Skipped">Those that stay as they are.</param>
/// <param name="Rejected">Those that cannot be imported.</param>
internal sealed record ImportCounts(int Created, int NewVersion, int Unchanged, int Skipped, int Rejected);

/// <summary>An import.</summary>
/// <param name="Id">The id.</param>
/// <param name="State">How far it is.</param>
/// <param name="Mode">What happens when an item cannot be imported.</param>
/// <param name="Conflict">What happens to an item that exists with other content.</param>
/// <param name="DryRun">Whether nothing is written, only said what would be.</param>
/// <param name="Total">How many items the package has; null until it was looked through.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Counts">What became of them.</param>
/// <param name="Problem">Why it failed.</param>
/// <param name="Note">The note of imported versions.</param>
/// <param name="CreatedAt">When it was asked for (UTC).</param>
/// <param name="CreatedBy">Who asked for it (opaque id).</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
internal sealed record ImportResponse(Guid Id, ImportState State, ImportMode Mode, ImportConflict Conflict, bool DryRun, int? Total, int Done, ImportCounts Counts, ImportProblem? Problem, string? Note, DateTime CreatedAt, string CreatedBy, DateTime? FinishedAt)
{
    /// <summary>Shows a job.</summary>
    public static ImportResponse Of(ImportJob job, IReadOnlyDictionary<ImportOutcome, int> counts)
    {
        int Count(ImportOutcome outcome) => counts.GetValueOrDefault(outcome);
        return new ImportResponse(
            job.Id, job.State, job.Mode, job.Conflict, job.IsDryRun, job.Total, job.Done,
            new ImportCounts(Count(ImportOutcome.Created), Count(ImportOutcome.NewVersion), Count(ImportOutcome.Unchanged), Count(ImportOutcome.Skipped), Count(ImportOutcome.Rejected)),
            ImportProblem.Of(job.ProblemJson), job.Note, job.CreatedAt, job.CreatedBy, job.FinishedAt);
    }
}

/// <summary>What became of one item of an import.</summary>
/// <param name="Number">Its place in the package, from 0.</param>
/// <param name="Path">The file, and behind # the entry in it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="ObjectId">The key of the entry, or the id of the model.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="Problem">Why it was rejected or skipped.</param>
/// <param name="Findings">The warnings and errors of the document, the worst first, at most 20.</param>
internal sealed record ImportItemResponse(int Number, string Path, ImportItemKind Kind, ImportOutcome Outcome, string? ObjectId, int? Version, ImportProblem? Problem, IReadOnlyList<FindingResponse> Findings)
{
    /// <summary>Shows an item.</summary>
    public static ImportItemResponse Of(ImportItem row) => new(
        row.Number, row.Path, row.Kind, row.Outcome, row.ObjectId, row.VersionNumber, ImportProblem.Of(row.ProblemJson),
        row.FindingsJson is { } json ? [.. JsonSerializer.Deserialize<List<Finding>>(json)!.Select(FindingResponse.Of)] : []);
}
