using GpmTool.Model;

namespace GpmTool.Analysis;

/// <summary>Models name roles, never persons. Looks at names, descriptions, annotations, organisation units and lanes.</summary>
internal static class PersonNameRule
{
    public static IEnumerable<Finding> Find(ProcessGraph graph) =>
        from text in Texts(graph)
        let name = PersonNames.FindIn(text.Text)
        where name is not null
        group name by (text.Element.Id, text.Element.Name) into element
        select new Finding
        {
            Severity = Severity.Warning,
            Code = "method.person-name",
            Message = new($"Hier steht vermutlich der Name einer Person: „{element.First()}“.", $"This is probably the name of a person: \"{element.First()}\"."),
            Remedy = new("Nennen Sie statt der Person ihre Rolle oder Stelle, etwa „Sachbearbeitung Gebäude“.", "Name the role or position instead of the person, such as \"building clerk\"."),
            ElementId = element.Key.Id,
            ElementName = element.Key.Name,
        };

    private static IEnumerable<(GraphElement Element, string Text)> Texts(ProcessGraph graph)
    {
        IEnumerable<GraphElement> elements = [.. graph.Processes, .. graph.Pools, .. graph.Lanes, .. graph.Nodes, .. graph.Flows, .. graph.MessageFlows, .. graph.Data, .. graph.Artifacts];
        foreach (var element in elements)
        {
            IEnumerable<string?> more = element switch
            {
                Lane lane => [lane.OrganisationUnit],
                Artifact artifact => [artifact.Text],
                FlowNode node => [node.Gpm?.OrganisationUnit],
                _ => [],
            };
            foreach (var text in more.Prepend(element.Documentation).Prepend(element.Name)) if (!string.IsNullOrWhiteSpace(text)) yield return (element, text);
        }
    }
}
