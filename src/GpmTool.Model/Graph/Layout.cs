using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>A point in diagram units (pixels at 100 %).</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct Point(double X, double Y);

/// <summary>A rectangle in diagram units.</summary>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct Bounds(double X, double Y, double Width, double Height)
{
    /// <summary>Whether both rectangles share more than a border.</summary>
    public bool Overlaps(Bounds other) =>
        X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
}

/// <summary>One drawing: a plane with its shapes and edges.</summary>
public sealed record Diagram
{
    /// <summary>The id of the diagram.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the diagram.</summary>
    public string? Name { get; init; }

    /// <summary>The id of the plane.</summary>
    public string? PlaneId { get; init; }

    /// <summary>The process, collaboration or sub-process that is drawn.</summary>
    public string? ElementId { get; init; }

    /// <summary>The shapes.</summary>
    public ValueList<Shape> Shapes { get; init; }

    /// <summary>The edges.</summary>
    public ValueList<Edge> Edges { get; init; }

    /// <summary>Attributes carried as they came.</summary>
    public ValueList<RawAttribute> RawAttributes { get; init; }

    /// <summary>Children carried as they came.</summary>
    public ValueList<RawElement> Raw { get; init; }
}

/// <summary>Where and how a node, pool, lane, data element or artifact is drawn.</summary>
public sealed record Shape
{
    /// <summary>The id of the shape, if the document has one.</summary>
    public string? Id { get; init; }

    /// <summary>What is drawn.</summary>
    public required string ElementId { get; init; }

    /// <summary>Where.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Bounds Bounds { get; init; }

    /// <summary>Where its label stands.</summary>
    public Bounds? Label { get; init; }

    /// <summary>Whether a sub-process is drawn with its content.</summary>
    public bool? IsExpanded { get; init; }

    /// <summary>Whether a pool or lane lies horizontally.</summary>
    public bool? IsHorizontal { get; init; }

    /// <summary>Whether an exclusive gateway shows its X.</summary>
    public bool? IsMarkerVisible { get; init; }

    /// <summary>Attributes carried as they came (colours, say).</summary>
    public ValueList<RawAttribute> RawAttributes { get; init; }

    /// <summary>Children carried as they came.</summary>
    public ValueList<RawElement> Raw { get; init; }
}

/// <summary>How a flow or association is drawn.</summary>
public sealed record Edge
{
    /// <summary>The id of the edge, if the document has one.</summary>
    public string? Id { get; init; }

    /// <summary>What is drawn.</summary>
    public required string ElementId { get; init; }

    /// <summary>The line, from source to target.</summary>
    public ValueList<Point> Waypoints { get; init; }

    /// <summary>Where its label stands.</summary>
    public Bounds? Label { get; init; }

    /// <summary>Attributes carried as they came.</summary>
    public ValueList<RawAttribute> RawAttributes { get; init; }

    /// <summary>Children carried as they came.</summary>
    public ValueList<RawElement> Raw { get; init; }
}
