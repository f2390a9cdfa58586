using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>What kind of element an entry is about, and whose work it concerns.</summary>
internal sealed class Subjects(Names names)
{
    public ReportItem Tell(ReportItem entry)
    {
        var elements = entry.BeforeIds.Select(id => (Graph: names.Before, Element: names.Before.Element(id))).Concat(entry.AfterIds.Select(id => (Graph: names.After, Element: names.After.Element(id)))).ToList();
        return entry with
        {
            Subject = elements.Count == 0 ? ReportSubject.Other : elements.Min(pair => Of(pair.Element)),
            Roles = [.. elements.SelectMany(pair => RolesOf(pair.Graph, pair.Element)).Where(role => !string.IsNullOrWhiteSpace(role)).Select(role => ReportTexts.OneLine(role!)).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static ReportSubject Of(GraphElement? element) => element switch
    {
        FlowNode node when node.Kind.IsActivity() => ReportSubject.Step,
        FlowNode node when node.Kind.IsGateway() => ReportSubject.Gateway,
        FlowNode => ReportSubject.Event,
        SequenceFlow => ReportSubject.Way,
        MessageFlow => ReportSubject.Message,
        Lane or Pool => ReportSubject.Participant,
        _ => ReportSubject.Other,
    };

    private static IEnumerable<string?> RolesOf(NamedGraph graph, GraphElement? element) => element switch
    {
        FlowNode node => [graph.Index.RoleOf(node)],
        SequenceFlow flow => Ends(graph, flow.SourceId, flow.TargetId),
        MessageFlow flow => Ends(graph, flow.SourceId, flow.TargetId),
        DataAssociation association => Ends(graph, association.NodeId),
        Lane lane => [lane.Name],
        _ => [],
    };

    private static IEnumerable<string?> Ends(NamedGraph graph, params string?[] ids) => ids.Select(graph.Index.Node).OfType<FlowNode>().Select(graph.Index.RoleOf);
}
