using GpmTool.Persistence;

namespace GpmTool.Api.Features.Models;

/// <summary>An authority's Ist or the field's Soll of one process.</summary>
/// <param name="Id">The id.</param>
/// <param name="Process">The key of the process.</param>
/// <param name="Stage">Ist or Soll.</param>
/// <param name="Authority">The key of the authority of an Ist.</param>
/// <param name="Name">The name, in the authority's own words.</param>
/// <param name="State">The state of a Soll: that of its newest version with a life cycle.</param>
/// <param name="InForce">The number of the version of a Soll that is in force.</param>
/// <param name="DefinitionId">The definition id of its documents.</param>
/// <param name="LatestVersion">The newest version's number.</param>
/// <param name="HasDraft">Whether the newest version is a draft.</param>
/// <param name="ArchivedAt">When it was archived (UTC).</param>
internal sealed record ModelResponse(Guid Id, string Process, Stage Stage, string? Authority, string Name, ModelState State, int? InForce, string DefinitionId, int LatestVersion, bool HasDraft, DateTime? ArchivedAt)
{
    /// <summary>Shows a row.</summary>
    public static ModelResponse Of(ProcessModel row, string process, bool hasDraft) => new(
        row.Id, process, row.Stage, row.OwnerKey.Length == 0 ? null : row.OwnerKey, row.Name, row.State, row.InForceNumber, Versions.DefinitionId(process, row.OwnerKey), row.LatestNumber, hasDraft, row.ArchivedAt);
}

/// <summary>One version of a model.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Number">The number, from 1.</param>
/// <param name="IsFrozen">Whether it is frozen.</param>
/// <param name="Note">What was done, in words.</param>
/// <param name="CreatedAt">When it was created (UTC).</param>
/// <param name="CreatedBy">Who created it (opaque id).</param>
/// <param name="FrozenAt">When it was frozen (UTC).</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="IsBlocked">Whether findings block its publication.</param>
/// <param name="ContentHash">SHA-256 of the document without its envelope, hexadecimal.</param>
/// <param name="ModelHash">SHA-256 of the graph without layout, hexadecimal.</param>
internal sealed record VersionResponse(Guid ModelId, int Number, bool IsFrozen, string? Note, DateTime CreatedAt, string CreatedBy, DateTime? FrozenAt, int Steps, bool IsBlocked, string ContentHash, string ModelHash)
{
    /// <summary>Shows a row.</summary>
    public static VersionResponse Of(ModelVersion row) => new(
        row.ModelId, row.Number, row.IsFrozen, row.Note, row.CreatedAt, row.CreatedBy, row.FrozenAt, row.StepCount, row.IsBlocked, Convert.ToHexStringLower(row.ContentHash), Convert.ToHexStringLower(row.ModelHash));
}

/// <summary>A note that goes with what is done.</summary>
/// <param name="Note">What was done, in words.</param>
internal sealed record NoteRequest(string? Note = null);

internal sealed class NoteValidator : FluentValidation.AbstractValidator<NoteRequest>
{
    public NoteValidator() => FluentValidation.DefaultValidatorExtensions.MaximumLength(RuleFor(request => request.Note), 2000);
}
