using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Layout, kept apart from what a model means.</summary>
internal static class Layouts
{
    private const double Noticeable = 1; // diagram units; less is rounding

    /// <summary>A graph whose drawings show what it holds: gone elements are dropped, new ones drawn where the other graph has them.</summary>
    public static ProcessGraph Follow(ProcessGraph graph, ProcessGraph other)
    {
        if (graph.Diagrams.IsEmpty) return graph;
        var ids = Elements.Ids(graph).ToHashSet(StringComparer.Ordinal);
        var drawn = graph.Diagrams.SelectMany(diagram => diagram.Shapes.Select(shape => shape.ElementId).Concat(diagram.Edges.Select(edge => edge.ElementId))).ToHashSet(StringComparer.Ordinal);
        var shapes = other.Diagrams.SelectMany(diagram => diagram.Shapes).Where(shape => ids.Contains(shape.ElementId) && !drawn.Contains(shape.ElementId)).DistinctBy(shape => shape.ElementId);
        var edges = other.Diagrams.SelectMany(diagram => diagram.Edges).Where(edge => ids.Contains(edge.ElementId) && !drawn.Contains(edge.ElementId)).DistinctBy(edge => edge.ElementId);
        return graph with
        {
            Diagrams = graph.Diagrams.Select((diagram, i) => diagram with
            {
                Shapes = diagram.Shapes.RemoveAll(shape => !ids.Contains(shape.ElementId)).AddRange(i == 0 ? shapes.Select(shape => shape with { Id = null }) : []),
                Edges = diagram.Edges.RemoveAll(edge => !ids.Contains(edge.ElementId)).AddRange(i == 0 ? edges.Select(edge => edge with { Id = null }) : []),
            }).ToValueList(),
        };
    }

    /// <summary>Elements that both graphs have and that are drawn elsewhere.</summary>
    public static IEnumerable<Operation> Operations(ProcessGraph before, ProcessGraph target, Dictionary<string, string> ids)
    {
        var old = Bounds(before);
        var now = Bounds(target);
        var names = ids.Where(pair => old.ContainsKey(pair.Value) && now.ContainsKey(pair.Value)).DistinctBy(pair => pair.Value).ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        foreach (var (id, a) in old)
        {
            if (!names.TryGetValue(id, out var other)) continue;
            var b = now[id];
            if (Math.Abs(a.X - b.X) < Noticeable && Math.Abs(a.Y - b.Y) < Noticeable && Math.Abs(a.Width - b.Width) < Noticeable && Math.Abs(a.Height - b.Height) < Noticeable) continue;
            yield return new Operation { Kind = OperationKind.LayoutChanged, BeforeIds = [id], AfterIds = [other], Attribute = "bounds", OldValue = Text(a), NewValue = Text(b) };
        }
    }

    private static Dictionary<string, Bounds> Bounds(ProcessGraph graph) =>
        graph.Diagrams.SelectMany(diagram => diagram.Shapes).DistinctBy(shape => shape.ElementId).ToDictionary(shape => shape.ElementId, shape => shape.Bounds, StringComparer.Ordinal);

    private static string Text(Bounds bounds) => FormattableString.Invariant($"{bounds.X:0.#} {bounds.Y:0.#} {bounds.Width:0.#} {bounds.Height:0.#}");
}
