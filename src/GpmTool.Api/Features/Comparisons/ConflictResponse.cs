using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>What one descendant does.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="BeforeIds">The elements of the base it concerns.</param>
/// <param name="AfterIds">The elements of the descendant it concerns, in the base's ids.</param>
/// <param name="Attribute">The attribute that differs, where it is one.</param>
/// <param name="OldValue">The value in the base.</param>
/// <param name="NewValue">The value in the descendant.</param>
internal sealed record MergedChange(OperationKind Kind, IReadOnlyList<string> BeforeIds, IReadOnlyList<string> AfterIds, string? Attribute, string? OldValue, string? NewValue)
{
    /// <summary>Shows an operation.</summary>
    public static MergedChange Of(Operation operation) => new(operation.Kind, [.. operation.BeforeIds], [.. operation.AfterIds], operation.Attribute, operation.OldValue, operation.NewValue);
}

/// <summary>Two changes that cannot both be made; neither was, the base stands there.</summary>
/// <param name="ElementId">The element of the base about which they disagree.</param>
/// <param name="ElementName">Its label, where it is a node.</param>
/// <param name="Ours">What the first descendant does.</param>
/// <param name="Theirs">What the second descendant does.</param>
internal sealed record ConflictResponse(string ElementId, string? ElementName, MergedChange Ours, MergedChange Theirs)
{
    /// <summary>Shows conflicts.</summary>
    public static IReadOnlyList<ConflictResponse> Of(IReadOnlyList<MergeConflict> conflicts, ProcessGraph origin)
    {
        if (conflicts.Count == 0) return [];
        var index = new GraphIndex(origin);
        return [.. conflicts.Select(conflict => new ConflictResponse(conflict.ElementId, index.Node(conflict.ElementId)?.Name, MergedChange.Of(conflict.Ours), MergedChange.Of(conflict.Theirs)))];
    }
}
