using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>The executability report: what the projection noted, per element and as findings.</summary>
internal static class Executabilities
{
    public static IReadOnlyList<ElementExecutability> Of(ProcessGraph graph, string definitionId)
    {
        var index = new GraphIndex(graph);
        var notes = Projector.Project(graph, definitionId).Notes.ToLookup(note => note.ElementId, StringComparer.Ordinal);
        return [.. graph.Nodes.Select(node =>
        {
            var around = Around(index, node).SelectMany(id => notes[id]).Where(note => note.Level == ExecutionLevel.DocumentationOnly);
            var all = notes[node.Id].Concat(around).ToList();
            var isMain = index.ProcessOf(node) == index.MainProcessId;
            var level = !isMain ? ExecutionLevel.DocumentationOnly : all.Count == 0 ? ExecutionLevel.Executable : all.Max(note => note.Level);
            return new ElementExecutability(node.Id, node.Name, level, [.. all.Select(note => note.Reason)]);
        })];
    }

    /// <summary>The sub-processes and the process around a node, inside out: what is not executed executes nothing within.</summary>
    private static IEnumerable<string> Around(GraphIndex index, FlowNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var id = node.ParentId; seen.Add(id) && index.Node(id) is { } outer; id = outer.ParentId) yield return id;
        if (index.ProcessOf(node) is { } process) yield return process;
    }

    public static IEnumerable<Finding> Findings(ProcessGraph graph, string definitionId)
    {
        var names = graph.Nodes.Cast<GraphElement>().Concat(graph.Processes).DistinctBy(element => element.Id).ToDictionary(element => element.Id, element => element.Name, StringComparer.Ordinal);
        foreach (var (element, level, code, reason) in Projector.Project(graph, definitionId).Notes)
            yield return new Finding
            {
                Severity = level == ExecutionLevel.DocumentationOnly ? Severity.Warning : Severity.Info,
                Code = code,
                ElementId = element,
                ElementName = names.GetValueOrDefault(element),
                Message = reason,
                Remedy = level == ExecutionLevel.DocumentationOnly
                    ? new("Modellieren Sie die Stelle mit ausführbaren Elementen, wenn sie auf dem Server laufen soll.", "Model it with executable elements if it shall run on the server.")
                    : new("Nichts zu tun, wenn das so gewollt ist.", "Nothing to do if this is wanted."),
            };
    }
}
