using GpmTool.Model;
using GpmTool.Pictures;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>Drawings of graphs that operations were made on.</summary>
internal static class Drawings
{
    /// <summary>
    /// A graph with the drawing of the one it was made of: what is new finds a place in it. Where the other model draws it says
    /// nothing here, so places that came with the operations are left out.
    /// </summary>
    public static ProcessGraph Of(ProcessGraph graph, ProcessGraph origin, CancellationToken cancellation)
    {
        var drawn = origin.Diagrams.SelectMany(diagram => diagram.Shapes.Select(shape => shape.ElementId).Concat(diagram.Edges.Select(edge => edge.ElementId))).ToHashSet(StringComparer.Ordinal);
        if (drawn.Count == 0) return GraphLayout.Apply(graph with { Diagrams = [] }, cancellation: cancellation);
        var own = graph with
        {
            Diagrams = graph.Diagrams.Select(diagram => diagram with { Shapes = diagram.Shapes.RemoveAll(shape => !drawn.Contains(shape.ElementId)), Edges = diagram.Edges.RemoveAll(edge => !drawn.Contains(edge.ElementId)) }).ToValueList(),
        };
        return GraphLayout.Complete(own, cancellation: cancellation);
    }
}
