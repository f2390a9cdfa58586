using System.Globalization;
using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Colour refinement (Weisfeiler and Leman 1968) over two graphs at once. Where both have the same colours, single
/// nodes are individualised until each colour has one node a graph; the result is checked, so a wrong choice costs
/// only the shortcut.
/// </summary>
internal static class Colouring
{
    /// <summary>The pairs of an isomorphism (attributes included), or null when none was found.</summary>
    public static List<(FlowNode Before, FlowNode After)>? Isomorphism(GraphIndex before, GraphIndex after)
    {
        var a = before.Graph.Nodes;
        var b = after.Graph.Nodes;
        if (a.Count != b.Count || before.Graph.Flows.Count != after.Graph.Flows.Count) return null;
        var left = a.DistinctBy(node => node.Id).ToDictionary(node => node.Id, node => Initial(before, node), StringComparer.Ordinal);
        var right = b.DistinctBy(node => node.Id).ToDictionary(node => node.Id, node => Initial(after, node), StringComparer.Ordinal);
        if (left.Count != a.Count || right.Count != b.Count) return null;
        for (var choices = 0; choices <= a.Count; choices++)
        {
            Refine(before, after, left, right);
            var classes = left.GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.Select(pair => pair.Key).ToList(), StringComparer.Ordinal);
            var others = right.GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.Select(pair => pair.Key).ToList(), StringComparer.Ordinal);
            if (classes.Count != others.Count || classes.Any(pair => !others.TryGetValue(pair.Key, out var other) || other.Count != pair.Value.Count)) return null;
            var open = classes.Where(pair => pair.Value.Count > 1).OrderBy(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
            if (open.Value is null)
            {
                var pairs = classes.Select(pair => (before.Node(pair.Value[0])!, after.Node(others[pair.Key][0])!)).ToList();
                return Holds(before, after, pairs) ? pairs : null;
            }

            left[open.Value[0]] = right[others[open.Key][0]] = $"chosen {choices}";
        }

        return null;
    }

    private static string Initial(GraphIndex index, FlowNode node)
    {
        var bare = node with
        {
            Id = "",
            ParentId = "",
            AttachedToId = null,
            DefaultFlowId = null,
            MessageId = null,
            EventDefinitions = node.EventDefinitions.ConvertAll(definition => definition with { Id = null, ReferenceId = null }),
        };
        return $"{index.RoleOf(node)}|{CanonicalJson.ToText(JsonSerializer.SerializeToElement(bare, GraphJson.Options.GetTypeInfo(typeof(FlowNode))))}";
    }

    private static void Refine(GraphIndex before, GraphIndex after, Dictionary<string, string> left, Dictionary<string, string> right)
    {
        var count = 0;
        while (true)
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            Step(before, left, names);
            Step(after, right, names);
            if (names.Count == count) return;
            count = names.Count;
        }
    }

    private static void Step(GraphIndex index, Dictionary<string, string> colours, Dictionary<string, string> names)
    {
        string Colour(string? id) => id is not null && colours.TryGetValue(id, out var colour) ? colour : "-";
        var next = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, colour) in colours)
        {
            var node = index.Node(id)!;
            var around = index.Outgoing(id).Select(flow => $">{Flow(node, flow)}|{Colour(flow.TargetId)}")
                .Concat(index.Incoming(id).Select(flow => $"<{Flow(index.Node(flow.SourceId), flow)}|{Colour(flow.SourceId)}"))
                .Append($"^{Colour(node.ParentId)}").Append($"@{Colour(node.AttachedToId)}").Order(StringComparer.Ordinal);
            var text = colour + "\n" + string.Join('\n', around);
            if (!names.TryGetValue(text, out var name)) names[text] = name = "c" + names.Count.ToString(CultureInfo.InvariantCulture);
            next[id] = name;
        }

        foreach (var (id, colour) in next) colours[id] = colour;
    }

    private static string Flow(FlowNode? source, SequenceFlow flow) => $"{flow.Name}|{flow.Condition?.Text}|{flow.Probability}|{source?.DefaultFlowId == flow.Id}";

    private static bool Holds(GraphIndex before, GraphIndex after, List<(FlowNode Before, FlowNode After)> pairs)
    {
        var map = pairs.ToDictionary(pair => pair.Before.Id, pair => pair.After.Id, StringComparer.Ordinal);
        string Image(string? id) => id is not null && map.TryGetValue(id, out var image) ? image : "?";
        var mapped = before.Graph.Flows.Select(flow => $"{Image(flow.SourceId)}→{Image(flow.TargetId)}|{Flow(before.Node(flow.SourceId), flow)}").Order(StringComparer.Ordinal);
        var there = after.Graph.Flows.Select(flow => $"{(after.Node(flow.SourceId) is null ? "?" : flow.SourceId)}→{(after.Node(flow.TargetId) is null ? "?" : flow.TargetId)}|{Flow(after.Node(flow.SourceId), flow)}").Order(StringComparer.Ordinal);
        return mapped.SequenceEqual(there, StringComparer.Ordinal);
    }
}
