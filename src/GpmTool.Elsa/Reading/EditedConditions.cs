using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>Conditions that somebody wrote in Elsa at a decision or a switch become conditions of the flows.</summary>
internal static class EditedConditions
{
    public static bool CanApply(string type) => type is "Elsa.FlowDecision" or "Elsa.FlowSwitch";

    /// <summary>
    /// Puts each new JavaScript condition on the flows of its port. Once every way out but the last has one, that last way is the
    /// default, so that the split asks nobody any more.
    /// </summary>
    public static ProcessGraph Apply(ProcessGraph graph, string id, ActivityShape before, ActivityShape after, Func<string, IEnumerable<string>> flowsAt)
    {
        var known = Conditions(before.Element);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (port, text) in Conditions(after.Element))
            if (known.GetValueOrDefault(port) != text)
                foreach (var flow in flowsAt(port)) texts[flow] = text;
        if (texts.Count == 0) return graph;
        graph = graph with { Flows = graph.Flows.ConvertAll(flow => texts.TryGetValue(flow.Id, out var text) ? flow with { Condition = new Expression(text, "JavaScript") } : flow) };
        var rest = flowsAt(after.Type == "Elsa.FlowDecision" ? "False" : "Default").Distinct().ToList();
        if (rest is not [var last] || graph.Flows.Any(flow => flow.SourceId == id && flow.Id != last && flow.Condition?.Language is null)) return graph;
        return graph with { Nodes = graph.Nodes.ConvertAll(node => node.Id == id ? node with { DefaultFlowId = last } : node) };
    }

    /// <summary>The JavaScript conditions by port.</summary>
    private static Dictionary<string, string> Conditions(JsonElement activity)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (activity.TryGetProperty("condition", out var condition) && condition.ValueKind == JsonValueKind.Object && condition.TryGetProperty("expression", out var expression)) Add("True", expression);
        if (activity.TryGetProperty("cases", out var cases) && cases.ValueKind == JsonValueKind.Array)
            foreach (var one in cases.EnumerateArray())
                if (DocumentShape.Text(one, "label") is { } label && one.TryGetProperty("condition", out var own)) Add(label, own);
        return found;

        void Add(string port, JsonElement value)
        {
            if (DocumentShape.Text(value, "type") == "JavaScript" && DocumentShape.Text(value, "value") is { Length: > 0 } text) found.TryAdd(port, text);
        }
    }
}
