using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>What takes a place of its own in the grid: a node, a data element, an artifact, a black-box pool, or a bend of a long flow.</summary>
internal sealed class Cell
{
    public required string Id { get; init; }
    public FlowNode? Node { get; init; }
    public DataElement? Data { get; init; }
    public Artifact? Artifact { get; init; }
    public required int Number { get; init; }
    public Frame? Frame { get; set; }
    public LaneBox? Lane { get; set; }
    public bool IsDummy { get; init; }

    /// <summary>The content of an expanded sub-process.</summary>
    public Scope? Inner { get; set; }

    public double Width { get; set; }
    public double Height { get; set; }
    public List<Boundary> Boundaries { get; } = [];
    public List<Satellite> Satellites { get; } = [];

    /// <summary>Label of an event, gateway or data element beside its shape.</summary>
    public Box? Label { get; set; }

    public int Layer { get; set; }
    public int Band { get; set; }
    public int Component { get; set; }

    /// <summary>The place in its layer.</summary>
    public int Place { get; set; }

    public int Row { get; set; }
    public Cell? Before { get; set; }
    public Cell? After { get; set; }
    public double Key { get; set; }
    public List<Cell> Predecessors { get; } = [];
    public List<Cell> Successors { get; } = [];

    public Ports Top { get; } = new();
    public Ports Bottom { get; } = new();

    // How far the cell reaches from its centre, with labels and satellites.
    public double Up { get; set; }
    public double Down { get; set; }
    public double Left { get; set; }
    public double Right { get; set; }

    public double X { get; set; }
    public double Y { get; set; }

    public bool IsGateway => Node is { } node && node.Kind.IsGateway();
    public bool IsEvent => Node is { } node && node.Kind.IsEvent();
    public Bounds Bounds => new(X - Width / 2, Y - Height / 2, Width, Height);
}

/// <summary>A box relative to the centre of a cell.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height);

/// <summary>Which places of a side are taken.</summary>
internal sealed class Ports
{
    public bool Closed { get; set; }
    public List<double> Taken { get; } = [];
    public bool IsFree => !Closed && Taken.Count == 0;
}

/// <summary>An event on the border of a cell; <see cref="Offset"/> is its centre from that of the cell.</summary>
internal sealed class Boundary(FlowNode node)
{
    public FlowNode Node { get; } = node;
    public double Offset { get; set; }
    public Box? Label { get; set; }
}

/// <summary>A document or annotation that stands above or below the cell it belongs to.</summary>
internal sealed class Satellite
{
    public required string Id { get; init; }
    public DataElement? Data { get; init; }
    public Artifact? Artifact { get; init; }
    public double Width { get; init; }
    public double Height { get; init; }
    public double LabelWidth { get; init; }
    public double LabelHeight { get; init; }
    public bool IsAbove { get; set; } = true;
    public Box Place { get; set; }
    public Box? Label { get; set; }
    public List<double> Taken { get; } = [];
}
