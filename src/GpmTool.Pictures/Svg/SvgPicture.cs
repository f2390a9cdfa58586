using System.Text;
using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>
/// Draws a graph as SVG 1.1: all shapes of BPMN 2.0, no script, no style sheet, nothing from elsewhere. A graph without
/// a drawing is laid out first. The same graph gives the same bytes. O(shapes × log shapes + edges).
/// </summary>
public static class SvgPicture
{
    /// <summary>Writes the picture as UTF-8.</summary>
    /// <exception cref="PictureException">The drawing asked for does not exist, or is too large.</exception>
    public static void Write(ProcessGraph graph, PictureOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Write(graph, options, writer);
    }

    /// <summary>Writes the picture as text.</summary>
    /// <exception cref="PictureException">The drawing asked for does not exist, or is too large.</exception>
    public static void Write(ProcessGraph graph, PictureOptions options, TextWriter output)
    {
        if (Count(graph) > options.MaximumElements) throw TooLarge(options);
        var drawn = graph.Diagrams.Any(diagram => diagram.Shapes.Count > 0) ? graph : GraphLayout.Apply(graph);
        var diagram = Choose(drawn, options.Diagram);
        if (diagram.Shapes.Count + diagram.Edges.Count > options.MaximumElements) throw TooLarge(options);
        new Picture(drawn, diagram, options, output).Write();
    }

    private static long Count(ProcessGraph graph) =>
        (long)graph.Nodes.Count + graph.Flows.Count + graph.MessageFlows.Count + graph.Data.Count + graph.DataAssociations.Count + graph.Artifacts.Count + graph.Associations.Count + graph.Pools.Count + graph.Lanes.Count;

    private static Diagram Choose(ProcessGraph graph, string? wish)
    {
        if (wish is not null)
            return graph.Diagrams.FirstOrDefault(diagram => diagram.Id == wish) ?? graph.Diagrams.FirstOrDefault(diagram => diagram.ElementId == wish)
                ?? throw new PictureException(new($"Es gibt keine Zeichnung „{wish}“. Vorhanden: {string.Join(", ", graph.Diagrams.Select(diagram => diagram.Id))}.", $"There is no drawing '{wish}'. There are: {string.Join(", ", graph.Diagrams.Select(diagram => diagram.Id))}."));
        // The collaboration shows the main process too; else the drawing of the process itself, else the first.
        var main = new GraphIndex(graph).MainProcessId;
        return graph.Diagrams.FirstOrDefault(diagram => diagram.ElementId == graph.Collaboration?.Id && diagram.Shapes.Count > 0)
            ?? graph.Diagrams.FirstOrDefault(diagram => diagram.ElementId == main && diagram.Shapes.Count > 0)
            ?? graph.Diagrams.FirstOrDefault(diagram => diagram.Shapes.Count > 0)
            ?? graph.Diagrams[0];
    }

    private static PictureException TooLarge(PictureOptions options) => new(new(
        $"Die Zeichnung hat mehr als {options.MaximumElements} Elemente. Teilen Sie den Prozess auf, zum Beispiel mit Aufrufaktivitäten.",
        $"The drawing has more than {options.MaximumElements} elements. Split the process, with call activities for example."));
}
