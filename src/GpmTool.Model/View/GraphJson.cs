using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>
/// The GPM view: a <see cref="ProcessGraph"/> as plain JSON. Members that are empty are left out; unknown members are
/// an error, so that a misspelt attribute is not lost silently.
/// </summary>
public static class GraphJson
{
    /// <summary>Version of the view's form.</summary>
    public const int SchemaVersion = 1;

    private static readonly GraphJsonContext Compact = Make(indented: false);
    private static readonly GraphJsonContext Indented = Make(indented: true);

    /// <summary>The options of the view, for hosts that serialise graphs inside other documents.</summary>
    public static JsonSerializerOptions Options => Compact.Options;

    /// <summary>Writes a graph as UTF-8.</summary>
    public static byte[] Write(ProcessGraph graph, bool indented = false) =>
        JsonSerializer.SerializeToUtf8Bytes(graph, (indented ? Indented : Compact).ProcessGraph);

    /// <summary>Writes a graph into a document that is being written.</summary>
    public static void Write(Utf8JsonWriter writer, ProcessGraph graph) =>
        JsonSerializer.Serialize(writer, graph, Compact.ProcessGraph);

    /// <summary>Writes a graph as a parsed value.</summary>
    public static JsonElement ToElement(ProcessGraph graph) => JsonSerializer.SerializeToElement(graph, Compact.ProcessGraph);

    /// <summary>Reads a graph from UTF-8 (a byte order mark is skipped).</summary>
    /// <exception cref="JsonException">The text is not a GPM view; <see cref="JsonException.Path"/> names the place.</exception>
    public static ProcessGraph Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        return JsonSerializer.Deserialize(utf8, Compact.ProcessGraph) ?? throw new JsonException("A GPM view is a JSON object, not null.");
    }

    /// <summary>Reads a graph from a parsed value.</summary>
    /// <exception cref="JsonException">The value is not a GPM view.</exception>
    public static ProcessGraph Read(JsonElement element) =>
        element.Deserialize(Compact.ProcessGraph) ?? throw new JsonException("A GPM view is a JSON object, not null.");

    private static GraphJsonContext Make(bool indented) => new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        MaxDepth = 256,
    });
}

[JsonSerializable(typeof(ProcessGraph))]
// List members are resolved when they are needed, so each needs an entry of its own.
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(BpmnProcess))]
[JsonSerializable(typeof(Collaboration))]
[JsonSerializable(typeof(Pool))]
[JsonSerializable(typeof(Lane))]
[JsonSerializable(typeof(FlowNode))]
[JsonSerializable(typeof(SequenceFlow))]
[JsonSerializable(typeof(MessageFlow))]
[JsonSerializable(typeof(DataElement))]
[JsonSerializable(typeof(DataAssociation))]
[JsonSerializable(typeof(Artifact))]
[JsonSerializable(typeof(Association))]
[JsonSerializable(typeof(Declaration))]
[JsonSerializable(typeof(Diagram))]
[JsonSerializable(typeof(Shape))]
[JsonSerializable(typeof(Edge))]
[JsonSerializable(typeof(Point))]
[JsonSerializable(typeof(RawAttribute))]
[JsonSerializable(typeof(RawElement))]
[JsonSerializable(typeof(EventDefinition))]
[JsonSerializable(typeof(DocumentUse))]
[JsonSerializable(typeof(LegalBasis))]
[JsonSerializable(typeof(Responsibility))]
[JsonSerializable(typeof(Risk))]
[JsonSerializable(typeof(Staffing))]
[JsonSerializable(typeof(StepAttributes))]
[JsonSerializable(typeof(ProcessAttributes))]
[JsonSerializable(typeof(TimeDistribution))]
[JsonSerializable(typeof(Finding))]
internal sealed partial class GraphJsonContext : JsonSerializerContext;
