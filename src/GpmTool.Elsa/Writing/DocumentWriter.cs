using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>Writes projections as workflow definitions.</summary>
internal static class DocumentWriter
{
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    /// <summary>The version of Elsa whose form is written.</summary>
    private const string ToolVersion = "3.8.0.0";

    public static byte[] Write(ProcessGraph graph, Projection projection, string definitionId, bool indented)
    {
        // The hash of what runs is part of our own data, which stands before it: what runs is written first.
        var runs = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = Open(runs, indented: false))
        {
            writer.WriteStartObject();
            Variables(writer, projection, graph.Definition?.ToElement() ?? default);
            writer.WritePropertyName("root");
            Root(writer, projection);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(runs.WrittenMemory, new JsonDocumentOptions { MaxDepth = 512 });
        var hash = DocumentShape.Of(document.RootElement).Hash();
        return Write(graph, projection, definitionId, hash, document.RootElement.GetProperty("root"), indented);
    }

    private static void Root(Utf8JsonWriter writer, Projection projection) =>
        Chart(writer, projection.RootId, $"Workflow1:{projection.RootId}", null, projection.Root);

    public static byte[] WriteCompanion(Projection projection, string definitionId, string name, Flowchart root)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = Open(buffer, indented: false))
        {
            writer.WriteStartObject();
            Head(writer, definitionId, name, null);
            Variables(writer, projection, default);
            writer.WriteStartArray("inputs");
            writer.WriteEndArray();
            writer.WriteStartArray("outputs");
            writer.WriteStartObject();
            writer.WriteString("type", "String");
            writer.WriteString("name", "winner");
            writer.WriteString("displayName", "winner");
            writer.WriteString("description", "");
            writer.WriteString("category", "");
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartArray("outcomes");
            writer.WriteEndArray();
            writer.WriteStartObject("customProperties");
            writer.WriteEndObject();
            Tail(writer, default);
            writer.WritePropertyName("root");
            Chart(writer, "root", "Workflow1:root", null, root);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Write(ProcessGraph graph, Projection projection, string definitionId, byte[] hash, JsonElement root, bool indented)
    {
        var own = graph.Definition?.ToElement() ?? default;
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = Open(buffer, indented))
        {
            writer.WriteStartObject();
            Head(writer, definitionId, graph.Name ?? definitionId, graph.Description);
            Variables(writer, projection, own);
            foreach (var list in new[] { "inputs", "outputs", "outcomes" })
            {
                writer.WritePropertyName(list);
                if (own.ValueKind == JsonValueKind.Object && own.TryGetProperty(list, out var kept)) kept.WriteTo(writer);
                else
                {
                    writer.WriteStartArray();
                    writer.WriteEndArray();
                }
            }

            writer.WriteStartObject("customProperties");
            if (own.ValueKind == JsonValueKind.Object && own.TryGetProperty("customProperties", out var custom) && custom.ValueKind == JsonValueKind.Object)
                foreach (var member in custom.EnumerateObject())
                    if (member.Name != "gpm") member.WriteTo(writer);
            Own(writer, graph, hash);
            writer.WriteEndObject();
            Tail(writer, own);
            writer.WritePropertyName("root");
            if (indented) Root(writer, projection);
            else writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(root), skipInputValidation: true);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static Utf8JsonWriter Open(ArrayBufferWriter<byte> buffer, bool indented) =>
        new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, MaxDepth = 1000 });

    private static void Head(Utf8JsonWriter writer, string definitionId, string name, string? description)
    {
        writer.WriteString("$schema", Schema);
        writer.WriteString("definitionId", definitionId);
        writer.WriteString("name", name);
        if (description is not null) writer.WriteString("description", description);
        writer.WriteNumber("version", 1);
        writer.WriteString("toolVersion", ToolVersion);
    }

    private static void Tail(Utf8JsonWriter writer, JsonElement own)
    {
        writer.WriteBoolean("isReadonly", false);
        writer.WriteBoolean("isSystem", false);
        writer.WriteBoolean("isLatest", true);
        writer.WriteBoolean("isPublished", false);
        writer.WritePropertyName("options");
        if (own.ValueKind == JsonValueKind.Object && own.TryGetProperty("options", out var options)) options.WriteTo(writer);
        else
        {
            writer.WriteStartObject();
            writer.WriteBoolean("usableAsActivity", false);
            writer.WriteBoolean("autoUpdateConsumingWorkflows", false);
            writer.WriteEndObject();
        }
    }

    private static void Own(Utf8JsonWriter writer, ProcessGraph graph, byte[] hash)
    {
        writer.WriteStartObject("gpm");
        writer.WriteNumber("schema", GraphJson.SchemaVersion);
        writer.WriteString("projection", Convert.ToHexStringLower(hash));
        writer.WritePropertyName("model");
        GraphJson.Write(writer, graph);
        writer.WriteEndObject();
    }

    private static void Variables(Utf8JsonWriter writer, Projection projection, JsonElement own)
    {
        writer.WriteStartArray("variables");
        if (own.ValueKind == JsonValueKind.Object && own.TryGetProperty("variables", out var kept) && kept.ValueKind == JsonValueKind.Array)
            foreach (var variable in kept.EnumerateArray()) variable.WriteTo(writer);
        foreach (var (id, name, typeName) in projection.Variables)
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("name", name);
            writer.WriteString("typeName", typeName);
            writer.WriteBoolean("isArray", false);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Chart(Utf8JsonWriter writer, string id, string nodeId, Activity? activity, Flowchart chart)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("nodeId", nodeId);
        writer.WriteString("name", activity is null ? "Flowchart1" : activity.Name ?? id);
        writer.WriteString("type", "Elsa.Flowchart");
        writer.WriteNumber("version", 1);
        Custom(writer, activity, isChart: true);
        Metadata(writer, activity);
        writer.WriteStartArray("activities");
        foreach (var child in chart.Activities) Write(writer, child, $"{nodeId}:{child.Id}");
        writer.WriteEndArray();
        writer.WriteStartArray("variables");
        writer.WriteEndArray();
        writer.WriteStartArray("connections");
        // Two flows may share one connection (a case that is also the default); the engine needs it once.
        var written = new HashSet<(string, string, string)>();
        foreach (var connection in chart.Connections)
        {
            if (!written.Add((connection.Source, connection.Port, connection.Target))) continue;
            writer.WriteStartObject();
            End(writer, "source", connection.Source, connection.Port);
            End(writer, "target", connection.Target, "In");
            writer.WriteStartArray("vertices");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void End(Utf8JsonWriter writer, string member, string activity, string port)
    {
        writer.WriteStartObject(member);
        writer.WriteString("activity", activity);
        writer.WriteString("port", port);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Activity activity, string nodeId)
    {
        if (activity.Body is { } body)
        {
            Chart(writer, activity.Id, nodeId, activity, body);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id", activity.Id);
        writer.WriteString("nodeId", nodeId);
        writer.WriteString("name", activity.Name ?? activity.Id);
        writer.WriteString("type", activity.Type);
        writer.WriteNumber("version", ActivityTable.Find(activity.Type)?.Version ?? 1);
        Custom(writer, activity, isChart: false);
        Metadata(writer, activity);
        Inputs(writer, activity);
        writer.WriteEndObject();
    }

    private static void Inputs(Utf8JsonWriter writer, Activity activity)
    {
        if (activity.Members is { } members)
        {
            foreach (var member in members.ToElement().EnumerateObject())
                if (!DocumentShape.IsFrame(member.Name)) member.WriteTo(writer);
            return;
        }

        if (activity.Cases is { } cases)
        {
            writer.WriteStartArray("cases");
            foreach (var one in cases)
            {
                writer.WriteStartObject();
                writer.WriteString("label", one.Label);
                writer.WriteStartObject("condition");
                writer.WriteString("type", "JavaScript");
                writer.WriteString("value", one.Condition);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        foreach (var (name, input) in activity.Inputs)
        {
            writer.WriteStartObject(name);
            writer.WriteString("typeName", input.TypeName);
            if (input.ExpressionType is null)
            {
                writer.WriteStartObject("memoryReference");
                writer.WriteString("id", input.Text);
            }
            else
            {
                writer.WriteStartObject("expression");
                writer.WriteString("type", input.ExpressionType);
                if (input.IsBoolean) writer.WriteBoolean("value", input.Text == "true");
                else writer.WriteString("value", input.Text);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private static void Custom(Utf8JsonWriter writer, Activity? activity, bool isChart)
    {
        writer.WriteStartObject("customProperties");
        writer.WriteBoolean("canStartWorkflow", activity?.CanStart ?? false);
        writer.WriteBoolean("runAsynchronously", false);
        if (isChart)
        {
            writer.WriteStartArray("notFoundConnections");
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Metadata(Utf8JsonWriter writer, Activity? activity)
    {
        writer.WriteStartObject("metadata");
        if (activity is not null)
        {
            writer.WriteStartObject("designer");
            writer.WriteStartObject("position");
            writer.WriteNumber("x", activity.Bounds.X);
            writer.WriteNumber("y", activity.Bounds.Y);
            writer.WriteEndObject();
            writer.WriteStartObject("size");
            writer.WriteNumber("width", activity.Bounds.Width);
            writer.WriteNumber("height", activity.Bounds.Height);
            writer.WriteEndObject();
            writer.WriteEndObject();
            if (activity.Name is { } name) writer.WriteString("displayText", name);
            if (activity.Description is { } description) writer.WriteString("description", description);
        }

        writer.WriteEndObject();
    }
}
