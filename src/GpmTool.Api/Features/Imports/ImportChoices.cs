using GpmTool.Persistence;

namespace GpmTool.Api.Features.Imports;

/// <summary>What the request says about files that do not say it themselves.</summary>
/// <param name="Process">The process of files outside the layout.</param>
/// <param name="Stage">Their stage.</param>
/// <param name="Authority">Their authority.</param>
/// <param name="Freezes">Whether versions are frozen, unless the package says otherwise.</param>
internal sealed record ImportChoices(string? Process, Stage? Stage, string? Authority, bool Freezes)
{
    /// <summary>The choices of a job.</summary>
    public static ImportChoices Of(ImportJob job) => new(job.ProcessKey, job.Stage, job.AuthorityKey, job.Freezes);
}
