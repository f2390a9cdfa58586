using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>
/// Writes a graph that came from somebody else's definition back into that definition: what did not change stays as it
/// was, to the digit.
/// </summary>
internal static class ForeignWriter
{
    public static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private static readonly JsonSerializerOptions Indented = new(Relaxed) { WriteIndented = true };

    /// <summary>Whether every node still knows the activity it came from.</summary>
    public static bool CanWrite(ProcessGraph graph) =>
        graph.Definition is { } definition && definition.ToElement().TryGetProperty("root", out _)
        && graph.Nodes.All(node => node.Binding?.Members is not null && !node.Kind.Equals(NodeKind.BoundaryEvent));

    public static byte[] Write(ProcessGraph graph, string? definitionId, bool indented)
    {
        var document = Document(graph, definitionId);
        var bare = Bytes(document, indented);
        using var parsed = JsonDocument.Parse(bare, new JsonDocumentOptions { MaxDepth = 512 });
        var plain = ForeignReader.Read(parsed.RootElement).Graph;
        // The definition says everything: nothing of ours is needed beside it.
        if (plain with { Definition = null } == graph with { Definition = null }) return bare;
        var hash = DocumentShape.Of(parsed.RootElement).Hash();
        var custom = document["customProperties"] as JsonObject;
        if (custom is null) document["customProperties"] = custom = [];
        custom["gpm"] = new JsonObject
        {
            ["schema"] = GraphJson.SchemaVersion,
            ["projection"] = Convert.ToHexStringLower(hash),
            ["model"] = JsonNode.Parse(GraphJson.Write(graph), documentOptions: new JsonDocumentOptions { MaxDepth = 512 }),
        };
        return Bytes(document, indented);
    }

    private static byte[] Bytes(JsonObject document, bool indented) => Encoding.UTF8.GetBytes(document.ToJsonString(indented ? Indented : Relaxed));

    private static JsonObject Document(ProcessGraph graph, string? definitionId)
    {
        var document = (JsonObject)JsonNode.Parse(graph.Definition!.Value.Text, documentOptions: new JsonDocumentOptions { MaxDepth = 512 })!;
        if (definitionId is not null && (string?)document["definitionId"] != definitionId) document["definitionId"] = definitionId;
        if (graph.Name is not null && Text(document["name"]) != graph.Name) document["name"] = graph.Name;
        if (Text(document["description"]) != graph.Description) document["description"] = graph.Description;
        var shapes = graph.Diagrams.SelectMany(diagram => diagram.Shapes).DistinctBy(shape => shape.ElementId).ToDictionary(shape => shape.ElementId, shape => shape.Bounds, StringComparer.Ordinal);
        var context = new Context(new GraphIndex(graph), shapes);
        if (document["root"] is JsonObject root) Fill(context, root, graph.MainProcessId ?? context.Index.MainProcessId!);
        else document["root"] = context.Index.Children(graph.MainProcessId!) is [var only, ..] ? Activity(context, only) : null;
        return document;
    }

    private static void Fill(Context context, JsonObject container, string parentId)
    {
        if (container.ContainsKey("activities") || context.Index.Children(parentId).Count > 0)
            container["activities"] = new JsonArray([.. context.Index.Children(parentId).Select(node => Activity(context, node))]);
        if (Text(container["type"]) == "Elsa.Sequence") return;
        var flows = context.Index.Graph.Flows.Where(flow => flow.ParentId == parentId).ToList();
        if (container.ContainsKey("connections") || flows.Count > 0)
            container["connections"] = new JsonArray([.. flows.Select(flow => Connection(context, flow))]);
    }

    private static JsonObject Activity(Context context, FlowNode node)
    {
        var activity = (JsonObject)JsonNode.Parse(node.Binding!.Members!.Value.Text)!;
        var before = node.Binding.Members.Value.ToElement();
        if (RawId(node) is { } id && Text(activity["id"]) != id) activity["id"] = id;
        if (node.Binding.Type != (Text(activity["type"]) ?? "")) activity["type"] = node.Binding.Type;
        if (DocumentShape.Label(before) != node.Name) Rename(activity, node.Name);
        if (context.Shapes.TryGetValue(node.Id, out var bounds) && ForeignReader.Position(before) != bounds) Move(activity, bounds);
        if (ForeignReader.IsContainer(Text(activity["type"]))) Fill(context, activity, node.Id);
        return activity;
    }

    /// <summary>The id the activity had; a number that was put behind it in the graph is taken off again.</summary>
    private static string? RawId(FlowNode node)
    {
        var raw = DocumentShape.Text(node.Binding!.Members!.Value.ToElement(), "id");
        if (raw is null) return node.Id.Contains('~', StringComparison.Ordinal) ? null : node.Id;
        return node.Id.StartsWith(raw + "~", StringComparison.Ordinal) ? raw : node.Id;
    }

    private static void Rename(JsonObject activity, string? name)
    {
        activity["name"] = name;
        var metadata = activity["metadata"] as JsonObject;
        if (metadata is null) activity["metadata"] = metadata = [];
        metadata["displayText"] = name;
    }

    private static void Move(JsonObject activity, Bounds bounds)
    {
        var metadata = activity["metadata"] as JsonObject;
        if (metadata is null) activity["metadata"] = metadata = [];
        metadata["designer"] = new JsonObject
        {
            ["position"] = new JsonObject { ["x"] = bounds.X, ["y"] = bounds.Y },
            ["size"] = new JsonObject { ["width"] = bounds.Width, ["height"] = bounds.Height },
        };
    }

    private static JsonObject Connection(Context context, SequenceFlow flow)
    {
        var source = context.Index.Node(flow.SourceId) is { } from ? RawId(from) ?? from.Id : flow.SourceId;
        var target = context.Index.Node(flow.TargetId) is { } to ? RawId(to) ?? to.Id : flow.TargetId;
        if (flow.Connection is { } raw && ConnectionShape.Of(raw.ToElement()) is var shape
            && (shape is null || (shape.Source == source && shape.Target == target && (flow.Name ?? "Done") == shape.Port)))
            return (JsonObject)JsonNode.Parse(raw.Text)!;
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = flow.Name ?? "Done" },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
            ["vertices"] = new JsonArray(),
        };
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private sealed record Context(GraphIndex Index, Dictionary<string, Bounds> Shapes);
}
