namespace GpmTool.Pictures;

/// <summary>Distances and sizes of a layout, in diagram units; the defaults are those of common BPMN tools.</summary>
public sealed record LayoutOptions
{
    /// <summary>The defaults.</summary>
    public static LayoutOptions Default { get; } = new();

    /// <summary>The least distance of two nodes of one row.</summary>
    public double ColumnGap { get; init; } = 50;

    /// <summary>The least distance of two nodes of one column.</summary>
    public double RowGap { get; init; } = 44;

    /// <summary>The distance of two lines that run side by side.</summary>
    public double LineGap { get; init; } = 12;

    /// <summary>The distance of two pools.</summary>
    public double PoolGap { get; init; } = 40;

    /// <summary>Sub-processes nested deeper than this get a drawing of their own.</summary>
    public int MaximumDepth { get; init; } = 12;
}
