using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>An operation in the making.</summary>
internal sealed class Draft(OperationKind kind)
{
    public OperationKind Kind { get; } = kind;

    public List<string> BeforeIds { get; init; } = [];

    public List<string> AfterIds { get; init; } = [];

    public string? Attribute { get; init; }

    public string? Old { get; init; }

    public string? New { get; init; }

    /// <summary>The nodes, in the first graph's ids, whose flows the operation explains.</summary>
    public List<string> Nodes { get; init; } = [];

    public List<Draft> Parts { get; init; } = [];

    public List<Change> Changes { get; } = [];

    public Operation Finished() => new()
    {
        Kind = Kind,
        BeforeIds = BeforeIds.ToValueList(),
        AfterIds = AfterIds.ToValueList(),
        Attribute = Attribute,
        OldValue = Old,
        NewValue = New,
        Parts = Parts.Select(part => part.Finished()).ToValueList(),
        Changes = Changes.ToValueList(),
    };
}
