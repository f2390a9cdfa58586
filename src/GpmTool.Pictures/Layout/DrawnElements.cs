using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>The shapes, edges and planes that a graph already has, by the element they show.</summary>
internal sealed class DrawnElements
{
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Edge> _edges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Diagram> _planes = new(StringComparer.Ordinal);

    public DrawnElements(ProcessGraph graph)
    {
        foreach (var diagram in graph.Diagrams.AsSpan())
        {
            if (diagram.ElementId is { } element) _planes.TryAdd(element, diagram);
            foreach (var shape in diagram.Shapes.AsSpan()) _shapes.TryAdd(shape.ElementId, shape);
            foreach (var edge in diagram.Edges.AsSpan()) _edges.TryAdd(edge.ElementId, edge);
        }
    }

    public Shape? Shape(string id) => _shapes.GetValueOrDefault(id);

    public Edge? Edge(string id) => _edges.GetValueOrDefault(id);

    public Diagram? Plane(string? id) => id is null ? null : _planes.GetValueOrDefault(id);

    public bool HasPlane(string id) => _planes.ContainsKey(id);
}
