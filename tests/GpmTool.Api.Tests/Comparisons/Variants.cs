using System.Text;
using GpmTool.Bpmn;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Pictures;

namespace GpmTool.Api.Tests.Comparisons;

/// <summary>Models that tests compare: a row of steps between start and end.</summary>
internal static class Variants
{
    /// <summary>The steps as id and label; <paramref name="prefix"/> makes other ids of them.</summary>
    public static ProcessGraph Graph(string prefix, params (string Id, string Label)[] steps)
    {
        var builder = new GraphBuilder("Störung bearbeiten", "p").Lane("l", "Leitstelle");
        builder.Node(NodeKind.StartEvent, "Meldung", prefix + "s", "l");
        foreach (var (id, label) in steps) builder.Node(NodeKind.UserTask, label, prefix + id, "l");
        builder.Node(NodeKind.EndEvent, "Ende", prefix + "e", "l");
        builder.Chain([prefix + "s", .. steps.Select(step => prefix + step.Id), prefix + "e"]);
        return builder.Build();
    }

    /// <summary>As a definition.</summary>
    public static string Elsa(string prefix, params (string Id, string Label)[] steps) => Elsa(Graph(prefix, steps));

    /// <summary>As a definition.</summary>
    public static string Elsa(ProcessGraph graph) => Encoding.UTF8.GetString(ElsaDocument.Write(graph, "egal"));

    /// <summary>As BPMN.</summary>
    public static string Bpmn(string prefix, params (string Id, string Label)[] steps) => Encoding.UTF8.GetString(BpmnDocument.Write(GraphLayout.Apply(Graph(prefix, steps))).Xml.Span);
}
