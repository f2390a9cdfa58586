using GpmTool.Diff;

namespace GpmTool.Cli.Merging;

/// <summary>What merging gave.</summary>
/// <param name="Conflicts">What a person must decide.</param>
/// <param name="LeftOut">Changes that were not made because they need one in conflict.</param>
internal sealed record MergeReport(IReadOnlyList<ConflictLine> Conflicts, IReadOnlyList<SideLine> LeftOut)
{
    /// <summary>Shows a result.</summary>
    public static MergeReport Of(MergeResult result) => new(
        [.. result.Conflicts.Select(conflict => new ConflictLine(conflict.ElementId, SideLine.Of(conflict.Ours), SideLine.Of(conflict.Theirs)))],
        [.. result.LeftOut.Select(SideLine.Of)]);
}

/// <summary>A conflict about an element of the base.</summary>
internal sealed record ConflictLine(string ElementId, SideLine Ours, SideLine Theirs);

/// <summary>What one side does.</summary>
internal sealed record SideLine(OperationKind Kind, IReadOnlyList<string> BeforeIds, IReadOnlyList<string> AfterIds, string? Attribute, string? OldValue, string? NewValue)
{
    /// <summary>Shows an operation.</summary>
    public static SideLine Of(Operation operation) => new(operation.Kind, [.. operation.BeforeIds], [.. operation.AfterIds], operation.Attribute, operation.OldValue, operation.NewValue);
}
