namespace GpmTool.Model;

/// <summary>The ids of elements that a graph carries without understanding them: drawings and references may name them.</summary>
public static class CarriedIds
{
    /// <summary>All of them. O(elements).</summary>
    public static IReadOnlySet<string> Of(ProcessGraph graph)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Add(ids, graph.Raw);
        if (graph.Collaboration is { } collaboration) Add(ids, collaboration.Raw);
        Add(ids, graph.OtherCollaborations);
        Add(ids, graph.Processes);
        Add(ids, graph.Pools);
        Add(ids, graph.Nodes);
        Add(ids, graph.Data);
        return ids;
    }

    private static void Add<T>(HashSet<string> ids, ValueList<T> elements)
        where T : GraphElement
    {
        foreach (var element in elements.AsSpan()) Add(ids, element.Raw);
    }

    private static void Add(HashSet<string> ids, ValueList<RawElement> raw)
    {
        foreach (var element in raw.AsSpan())
        {
            foreach (var attribute in element.Attributes.AsSpan())
                if (attribute.Name == "id") ids.Add(attribute.Value);
            Add(ids, element.Children);
        }
    }
}
