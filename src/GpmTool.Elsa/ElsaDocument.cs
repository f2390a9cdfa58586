using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>The stored document: an Elsa 3 workflow definition, read and written.</summary>
public static class ElsaDocument
{
    private const int MaxDepth = 256;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>
    /// Reads a definition, ours or anybody's (UTF-8, a byte order mark is skipped). One of ours whose activities did
    /// not change gives the stored model; one that was edited in Elsa gives the model with those edits and a finding each.
    /// </summary>
    /// <exception cref="ElsaFormatException">The text is no workflow definition.</exception>
    public static ElsaReading Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8);
        return Read(document.RootElement);
    }

    /// <summary>
    /// Whether JSON is a definition and no GPM view: its outermost object has "root" or "definitionId". Looks no further than to the
    /// first of them. What is no JSON counts as a definition, whose reader says what is wrong.
    /// </summary>
    public static bool IsDefinition(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return true;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("root"u8) || reader.ValueTextEquals("definitionId"u8)) return true;
                reader.Skip();
            }

            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static ElsaReading Read(JsonElement root)
    {
        var envelope = new DocumentEnvelope
        {
            Id = DocumentShape.Text(root, "id"),
            DefinitionId = DocumentShape.Text(root, "definitionId"),
            Name = DocumentShape.Text(root, "name"),
            Version = root.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) ? number : null,
        };
        if (Own(root) is not { } own)
        {
            var (foreign, notes) = ForeignReader.Read(root);
            return new ElsaReading(foreign, envelope, notes);
        }

        var stored = Model(own);
        if (DocumentShape.Text(own, "projection") is { } projection && projection == Convert.ToHexStringLower(DocumentShape.Of(root).Hash()))
            return new ElsaReading(stored, envelope, []);
        var (graph, findings) = EditedReader.Read(stored, root, envelope.DefinitionId ?? "definition");
        return new ElsaReading(graph, envelope, findings);
    }

    /// <summary>
    /// Writes a graph as a definition (UTF-8). The same graph always gives the same bytes. A graph that came from
    /// somebody else's definition is written back into it; <paramref name="definitionId"/> null keeps its id.
    /// </summary>
    public static byte[] Write(ProcessGraph graph, string? definitionId, bool indented = false)
    {
        if (ForeignWriter.CanWrite(graph)) return ForeignWriter.Write(graph, definitionId, indented);
        var id = definitionId ?? "definition";
        return DocumentWriter.Write(graph, Projector.Project(graph, id), id, indented);
    }

    /// <summary>The companion definitions of a graph: a pure function, never stored.</summary>
    public static IReadOnlyList<ElsaCompanion> Companions(ProcessGraph graph, string definitionId)
    {
        if (ForeignWriter.CanWrite(graph)) return [];
        var projection = Projector.Project(graph, definitionId);
        return [.. projection.Companions.Select(companion =>
            new ElsaCompanion(companion.DefinitionId, DocumentWriter.WriteCompanion(projection, companion.DefinitionId, companion.Name, companion.Root)))];
    }

    /// <summary>How far each element of a graph can be executed on an Elsa server, in document order.</summary>
    public static IReadOnlyList<ElementExecutability> Executability(ProcessGraph graph, string definitionId) => Executabilities.Of(graph, definitionId);

    /// <summary>SHA-256 (32 bytes) of a document's canonical body without the envelope.</summary>
    /// <exception cref="ElsaFormatException">The text is no workflow definition.</exception>
    public static byte[] ContentHash(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8);
        return ContentHash(document.RootElement);
    }

    private static byte[] ContentHash(JsonElement root) => CanonicalJson.Hash(root, static (depth, name) =>
        depth == 0 && name is "id" or "version" or "createdAt" or "isLatest" or "isPublished" or "toolVersion");

    /// <summary>All findings of a document: edits, faults of its graph, executability, traps of the engine.</summary>
    /// <exception cref="ElsaFormatException">The text is no workflow definition.</exception>
    public static IReadOnlyList<Finding> Check(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8);
        return Check(document.RootElement, Read(document.RootElement));
    }

    /// <summary>Reads, checks and hashes a document in one go: one parse instead of three.</summary>
    /// <exception cref="ElsaFormatException">The text is no workflow definition.</exception>
    public static ElsaExamination Examine(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8);
        var reading = Read(document.RootElement);
        return new ElsaExamination(reading, Check(document.RootElement, reading), ContentHash(document.RootElement));
    }

    private static List<Finding> Check(JsonElement root, ElsaReading reading)
    {
        var findings = new List<Finding>(reading.Findings);
        findings.AddRange(GraphFaults.Find(reading.Graph));
        findings.AddRange(DocumentTraps.Find(root));
        if (!ForeignWriter.CanWrite(reading.Graph))
            findings.AddRange(Executabilities.Findings(reading.Graph, reading.Envelope.DefinitionId ?? "definition"));
        return findings;
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException exception)
        {
            throw new ElsaFormatException(
                new($"Das Dokument ist kein gültiges JSON (Zeile {exception.LineNumber + 1}, Stelle {exception.BytePositionInLine + 1}).", $"The document is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}): {exception.Message}"),
                null, exception);
        }

        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("root", out var activity) && activity.ValueKind == JsonValueKind.Object) return document;
        document.Dispose();
        throw new ElsaFormatException(
            new("Das Dokument ist keine Elsa-3-Workflowdefinition: Ihm fehlt das Objekt „root“.", "The document is no Elsa 3 workflow definition: it has no object 'root'."), "$.root");
    }

    private static JsonElement? Own(JsonElement root) =>
        root.TryGetProperty("customProperties", out var custom) && custom.ValueKind == JsonValueKind.Object
        && custom.TryGetProperty("gpm", out var own) && own.ValueKind == JsonValueKind.Object
            ? own
            : null;

    private static ProcessGraph Model(JsonElement own)
    {
        if (!own.TryGetProperty("schema", out var schema) || !schema.TryGetInt32(out var number) || number != GraphJson.SchemaVersion)
            throw new ElsaFormatException(new("Die GPM-Angaben haben eine unbekannte Fassung.", "The GPM data has an unknown schema version."), "$.customProperties.gpm.schema");
        try
        {
            return own.TryGetProperty("model", out var model)
                ? GraphJson.Read(model)
                : throw new ElsaFormatException(new("Den GPM-Angaben fehlt das Modell.", "The GPM data holds no model."), "$.customProperties.gpm.model");
        }
        catch (JsonException exception)
        {
            throw new ElsaFormatException(
                new($"Die GPM-Angaben sind unlesbar: {exception.Message}", $"The GPM data is unreadable: {exception.Message}"),
                "$.customProperties.gpm.model" + exception.Path?.TrimStart('$'), exception);
        }
    }
}
