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

    /// <summary>TODO</summary>
    public static ProcessGraph Complete(ProcessGraph graph, LayoutOptions? options = null) => graph.Diagrams.Count == 0 ? Apply(graph, options) : graph;

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
