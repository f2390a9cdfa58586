using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>What is laid out as one grid: a plane, or the content of an expanded sub-process.</summary>
internal sealed class Scope
{
    public required string? ElementId { get; init; }

    /// <summary>The grid around, and the cell in it that stands for this one; null on a plane of nothing else.</summary>
    public Scope? Parent { get; init; }

    public Cell? Container { get; init; }
    /// <summary>The steps to the outermost grid.</summary>
    public int Depth { get; init; }

    /// <summary>The steps to the grid of the drawing.</summary>
    public int Nesting { get; init; }

    /// <summary>Whether it has a drawing of its own.</summary>
    public bool IsPlane { get; init; }

    public List<Cell> Cells { get; } = [];
    public List<Frame> Frames { get; } = [];
    public List<Link> Links { get; } = [];
    public List<Exit> Exits { get; } = [];
    public List<Route> Routes { get; } = [];
    public List<(Lane Lane, Bounds Bounds)> Lanes { get; } = [];
    public double Width { get; set; }
    public double Height { get; set; }

    /// <summary>Left and top in the drawing.</summary>
    public double X { get; set; }
    public double Y { get; set; }
}

/// <summary>A pool, a process without one, or the content of a sub-process: a range of bands.</summary>
internal sealed class Frame
{
    public Pool? Pool { get; init; }
    public string? ProcessId { get; init; }
    public required int Number { get; set; }

    /// <summary>A black-box pool is one row without nodes.</summary>
    public bool IsBlackBox { get; init; }

    public List<LaneBox> Lanes { get; } = [];
    public int FirstBand { get; set; }
    public int LastBand { get; set; }
    public int FirstRow { get; set; }
    public int LastRow { get; set; }
    public double Top { get; set; }
    public double Bottom { get; set; }
    public double Right { get; set; }
}

/// <summary>A lane with those nested in it.</summary>
internal sealed class LaneBox(Lane lane, int depth)
{
    public Lane Lane { get; } = lane;
    public int Depth { get; } = depth;
    public List<LaneBox> Children { get; } = [];

    /// <summary>The band of the nodes that stand in no nested lane.</summary>
    public int OwnBand { get; set; } = -1;

    public int FirstBand { get; set; }
    public int LastBand { get; set; }
}

/// <summary>What a link is.</summary>
internal enum LinkKind
{
    Sequence,
    Message,
    Association,
}

/// <summary>One end of a link; what is not a node, an event on a border or a satellite is a frame.</summary>
internal sealed record End(Scope Scope, Cell? Cell, Boundary? Boundary = null, Satellite? Satellite = null, Frame? Frame = null, Exit? Exit = null);

/// <summary>A flow or association in the grid that holds both its ends, or what stands for them there.</summary>
internal sealed class Link
{
    public required string Id { get; init; }
    public required LinkKind Kind { get; init; }
    public required int Number { get; init; }
    public string? Name { get; init; }

    /// <summary>The grid it lies in.</summary>
    public Scope? Scope { get; set; }

    /// <summary>The ends as cells or frames of the link's scope; null: it hangs there.</summary>
    public End? From { get; set; }
    public End? To { get; set; }

    /// <summary>Ways out of sub-processes, innermost first.</summary>
    public List<Exit> Sources { get; } = [];
    public List<Exit> Targets { get; } = [];

    /// <summary>Whether one end is the sub-process that holds the other: the way ends at its border.</summary>
    public bool EndsAtBorder { get; set; }

    public bool IsBack { get; set; }
    public bool IsMain { get; set; }
    public List<Cell> Chain { get; } = [];
    public double LabelWidth { get; set; }
}

/// <summary>The way of a link from an inner cell to the border of its sub-process.</summary>
internal sealed class Exit(Link link, Scope scope, End end, bool down)
{
    public Link Link { get; } = link;
    public Scope Scope { get; } = scope;
    public End End { get; } = end;
    public bool Down { get; } = down;
    public Route? Route { get; set; }

    /// <summary>Where it meets the border, from the left of the scope.</summary>
    public double X { get; set; }
}

/// <summary>Where a way begins or ends on a shape.</summary>
internal enum Side
{
    Left,
    Right,
    Top,
    Bottom,
}

/// <summary>What a line of a way lies in.</summary>
internal enum LineKind
{
    /// <summary>The middle of a row (horizontal).</summary>
    Row,

    /// <summary>Between rows (horizontal).</summary>
    Corridor,

    /// <summary>Between columns (vertical).</summary>
    Gutter,

    /// <summary>In the column of a cell, over or under it (vertical).</summary>
    Column,
}

/// <summary>A straight piece of a way. Lines of one channel and net share a track.</summary>
internal sealed class Line(LineKind kind, int index, double offset = 0)
{
    public LineKind Kind { get; } = kind;
    public int Index { get; } = index;
    public double Offset { get; set; } = offset;
    public object? Net { get; set; }
    public int Track { get; set; }
    public double Value { get; set; }
    public bool IsHorizontal => Kind is LineKind.Row or LineKind.Corridor;
}

/// <summary>A way through the grid: lines that alternate between horizontal and vertical.</summary>
internal sealed class Route(Link link)
{
    public Link Link { get; } = link;
    public List<Line> Lines { get; } = [];
    public End? Start { get; set; }
    public End? Finish { get; set; }
    public Side StartSide { get; set; } = Side.Right;
    public Side FinishSide { get; set; } = Side.Left;

    /// <summary>Whether the way ends at the border of the scope (above or below) instead of at a shape.</summary>
    public bool? LeavesDown { get; set; }

    public List<Point> Points { get; } = [];
}
