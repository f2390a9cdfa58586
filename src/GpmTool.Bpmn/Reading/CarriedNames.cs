using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// Whether a graph carries anything with a name of a namespace that the writer declares only when it is needed. Asked of the graph and
/// not of the file, so that the graph of what is written gets the same answer. O(carried pieces).
/// </summary>
internal static class CarriedNames
{
    public static bool Any(ProcessGraph graph) =>
        In(graph.RawAttributes, isRoot: true) || In(graph.Raw) || In(graph.Processes) || In(graph.Pools) || In(graph.Lanes) || In(graph.Flows) || In(graph.MessageFlows) || In(graph.Data)
        || In(graph.DataAssociations) || In(graph.Artifacts) || In(graph.Associations) || In(graph.Declarations) || In(graph.OtherCollaborations)
        || (graph.Collaboration is { } collaboration && (In(collaboration.RawAttributes) || In(collaboration.Raw)))
        || In(graph.Nodes) || graph.Nodes.Any(Inside) || graph.Diagrams.Any(In);

    private static bool Inside(FlowNode node) =>
        (node.Loop is { } loop && (In(loop.RawAttributes) || In(loop.Raw))) || node.EventDefinitions.Any(definition => In(definition.RawAttributes) || In(definition.Raw));

    private static bool In(Diagram diagram) =>
        In(diagram.RawAttributes) || In(diagram.Raw) || diagram.Shapes.Any(shape => In(shape.RawAttributes) || In(shape.Raw)) || diagram.Edges.Any(edge => In(edge.RawAttributes) || In(edge.Raw));

    private static bool In<T>(ValueList<T> elements)
        where T : GraphElement
    {
        foreach (var element in elements.AsSpan())
            if (In(element.RawAttributes) || In(element.Raw)) return true;
        return false;
    }

    private static bool In(ValueList<RawElement> pieces)
    {
        foreach (var piece in pieces.AsSpan())
            if (GraphHead.IsDeclaredByUs(piece.Namespace) || In(piece.Attributes) || In(piece.Children)) return true;
        return false;
    }

    private static bool In(ValueList<RawAttribute> attributes, bool isRoot = false)
    {
        foreach (var attribute in attributes.AsSpan())
        {
            var isDeclaration = Namespaces.Prefix(attribute.Name) is not null;
            if ((!isDeclaration || !isRoot) && GraphHead.IsDeclaredByUs(isDeclaration ? attribute.Value : attribute.Namespace)) return true;
        }

        return false;
    }
}
