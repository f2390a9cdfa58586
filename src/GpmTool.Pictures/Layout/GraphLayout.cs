using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>
/// Draws graphs: layered from left to right, pools and lanes as horizontal bands, ways at right angles that meet no node.
/// Takes any graph, faulty ones too; the same graph gives the same drawing.
/// </summary>
public static class GraphLayout
{
    /// <summary>
    /// Draws the whole graph anew. What a present drawing says beside places is kept: ids, colours, which sub-processes
    /// are expanded. O(n log n + m log n) a sweep for n nodes with bends of long flows and m flows; routing adds O(m × rows).
    /// </summary>
    /// <param name="graph">The graph; its diagrams are replaced.</param>
    /// <param name="options">Distances; null: the defaults.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ProcessGraph Apply(ProcessGraph graph, LayoutOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= LayoutOptions.Default;
        var drawn = new DrawnElements(graph);
        var tree = new ScopeTree(graph, options, drawn);
        var links = new LinkTree(graph, tree);
        // Inner grids first: a sub-process is as large as its content.
        for (var i = tree.Scopes.Count - 1; i >= 0; i--)
        {
            cancellation.ThrowIfCancellationRequested();
            Lay(tree.Scopes[i], options);
        }

        return graph with { Diagrams = new Assembly(tree, links, drawn).Run() };
    }

    /// <summary>
    /// Draws what a drawn graph holds and its drawing does not: shapes and edges that are there keep their places, unless
    /// room is needed; then what lies right of or below it moves aside as a whole. What is no longer in the graph leaves
    /// the drawing; flows that lead elsewhere now are drawn anew. A graph of which less than half is drawn is laid out
    /// anew. O(new elements × drawn elements).
    /// </summary>
    /// <param name="graph">The graph with its drawings.</param>
    /// <param name="options">Distances; null: the defaults.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ProcessGraph Complete(ProcessGraph graph, LayoutOptions? options = null, CancellationToken cancellation = default)
    {
        var drawn = graph.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId).ToHashSet(StringComparer.Ordinal);
        var nodes = graph.Nodes.Count(node => drawn.Contains(node.Id));
        if (nodes * 2 < graph.Nodes.Count || drawn.Count == 0) return Apply(graph, options, cancellation);
        return new Completion(graph, Apply(graph, options, cancellation)).Run(cancellation);
    }

    private static void Lay(Scope scope, LayoutOptions options)
    {
        CellSizes.Prepare(scope);
        var layers = Ordering.Run(scope, Layering.Run(scope));
        var bands = scope.Frames[^1].LastBand + 1;
        var grid = new Grid(scope, layers, Rows.Run(scope, layers, bands));
        Router.Run(grid);
        Placement.Run(grid, Channels.Assign(grid), options);
    }
}
