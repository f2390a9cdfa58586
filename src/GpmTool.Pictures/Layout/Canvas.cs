using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>A drawing that is being changed.</summary>
internal sealed class Canvas
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public Canvas(IEnumerable<Shape> shapes, IEnumerable<Edge> edges)
    {
        foreach (var shape in shapes)
        {
            if (!_index.TryAdd(shape.ElementId, Shapes.Count)) continue;
            Shapes.Add(shape);
        }

        Edges.AddRange(edges);
    }

    public List<Shape> Shapes { get; } = [];
    public List<Edge> Edges { get; } = [];

    public bool Has(string id) => _index.ContainsKey(id);

    public Shape? Find(string? id) => id is not null && _index.TryGetValue(id, out var i) ? Shapes[i] : null;

    public void Add(Shape shape)
    {
        if (_index.TryAdd(shape.ElementId, Shapes.Count)) Shapes.Add(shape);
    }

    public void Set(Shape shape) => Shapes[_index[shape.ElementId]] = shape;

    /// <summary>
    /// Makes room: everything right of (or below) a line moves by a distance, what lies across it grows if it holds others.
    /// </summary>
    public void Insert(bool vertically, double at, double distance, Func<Shape, bool> grows)
    {
        for (var i = 0; i < Shapes.Count; i++)
        {
            var shape = Shapes[i];
            var (low, high) = vertically ? (shape.Bounds.Y, shape.Bounds.Y + shape.Bounds.Height) : (shape.Bounds.X, shape.Bounds.X + shape.Bounds.Width);
            if (low >= at) Shapes[i] = shape with { Bounds = Move(shape.Bounds), Label = shape.Label is { } label ? Move(label) : null };
            else if (high > at && grows(shape)) Shapes[i] = shape with { Bounds = vertically ? shape.Bounds with { Height = shape.Bounds.Height + distance } : shape.Bounds with { Width = shape.Bounds.Width + distance } };
            else if (high >= at - 1 && grows(shape)) Shapes[i] = shape with { Bounds = vertically ? shape.Bounds with { Height = shape.Bounds.Height + distance } : shape.Bounds with { Width = shape.Bounds.Width + distance } };
        }

        for (var i = 0; i < Edges.Count; i++)
        {
            var edge = Edges[i];
            Edges[i] = edge with
            {
                Waypoints = edge.Waypoints.ConvertAll(point => vertically ? (point.Y >= at ? point with { Y = point.Y + distance } : point) : point.X >= at ? point with { X = point.X + distance } : point),
                Label = edge.Label is { } label && (vertically ? label.Y : label.X) >= at ? Move(label) : edge.Label,
            };
        }

        Bounds Move(Bounds bounds) => vertically ? bounds with { Y = bounds.Y + distance } : bounds with { X = bounds.X + distance };
    }
}
