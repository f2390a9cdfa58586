using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Bpmn;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Pictures;

namespace GpmTool.Api.Features.Models;

/// <summary>A document that was read, ready to be stored.</summary>
/// <param name="Json">The document as it will be stored.</param>
/// <param name="Graph">Its graph.</param>
/// <param name="Findings">What reading and checks found.</param>
/// <param name="ContentHash">SHA-256 of the document without its envelope.</param>
internal sealed record IncomingDocument(byte[] Json, ProcessGraph Graph, IReadOnlyList<Finding> Findings, byte[] ContentHash);

/// <summary>Reads what comes in, in any form, as the document that is stored.</summary>
internal static class IncomingDocuments
{
    private static readonly BpmnReadOptions BpmnBounds = new() { MaxBytes = StoredDocuments.MaxBytes };

    /// <summary>
    /// Reads the body: an Elsa definition, or what its content type says. With <paramref name="definitionId"/> the document gets that
    /// id; what its author wrote otherwise stays.
    /// </summary>
    public static async Task<(IncomingDocument? Document, ProblemResult? Problem)> ReadAsync(HttpRequest request, string? definitionId, CancellationToken cancellation)
    {
        var (bytes, tooLarge) = await BodyAsync(request, cancellation);
        if (tooLarge is not null) return (null, tooLarge);
        try
        {
            if (Is(request, MediaTypes.View)) return (FromView(bytes, definitionId), null);
            if (Is(request, MediaTypes.Bpmn)) return (FromBpmn(bytes, definitionId, cancellation), null);
            return request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true
                ? (FromElsa(bytes, definitionId), null)
                : (null, StatusFailure.Of(StatusCodes.Status415UnsupportedMediaType, request));
        }
        catch (Exception exception) when (DocumentFailures.Knows(exception))
        {
            return (null, DocumentFailures.Of(exception));
        }
    }

    /// <summary>Turns a file into what is stored: the content says what it is, for CSV the name does.</summary>
    /// <param name="path">Its name, with extension.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="definitionId">The id the document gets.</param>
    /// <param name="name">The name of the process, where the file holds none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ElsaFormatException">It is no JSON.</exception>
    /// <exception cref="JsonException">It is neither a definition nor a GPM view.</exception>
    /// <exception cref="BpmnFormatException">It is no BPMN.</exception>
    /// <exception cref="StepTableException">The table has faults.</exception>
    public static IncomingDocument FromFile(string path, byte[] bytes, string definitionId, string name, CancellationToken cancellation) =>
        StepTable.IsWorkbook(bytes) || path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? FromTable(bytes, definitionId, name, cancellation)
        : BpmnDocument.IsXml(bytes, path) ? FromBpmn(bytes, definitionId, cancellation)
        : ElsaDocument.IsDefinition(bytes) ? FromElsa(bytes, definitionId)
        : FromView(bytes, definitionId);

    /// <summary>Turns a definition into what is stored.</summary>
    /// <exception cref="ElsaFormatException">The bytes are no definition.</exception>
    public static IncomingDocument FromElsa(byte[] bytes, string? definitionId)
    {
        if (bytes.AsSpan().StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var (reading, findings, hash) = ElsaDocument.Examine(bytes);
        if (definitionId is null) return new IncomingDocument(bytes, reading.Graph, findings, hash);
        // Our own definitions name their companions by the definition id, and an edited one is made whole again.
        var isOurs = reading.Graph.Definition is null;
        if (reading.Findings.Count == 0 && reading.Envelope.DefinitionId == definitionId) return new IncomingDocument(bytes, reading.Graph, findings, hash);
        if (reading.Findings.Count == 0 && !isOurs)
        {
            var renamed = WithId(bytes, definitionId);
            return new IncomingDocument(renamed, reading.Graph, findings, ElsaDocument.ContentHash(renamed));
        }

        // What was added in Elsa has no place in the drawing yet.
        return Written(isOurs && reading.Findings.Count > 0 ? GraphLayout.Complete(reading.Graph) : reading.Graph, definitionId, reading.Findings);
    }

    /// <summary>Turns a graph into what is stored.</summary>
    public static IncomingDocument FromGraph(ProcessGraph graph, string definitionId) => Written(graph, definitionId, []);

    private static IncomingDocument FromView(byte[] bytes, string? definitionId) => Written(Completed(GraphJson.Read(bytes)), definitionId, []);

    private static IncomingDocument FromBpmn(byte[] bytes, string? definitionId, CancellationToken cancellation)
    {
        var reading = BpmnDocument.Read(bytes, BpmnBounds, cancellation);
        return Written(Drawn(reading.Graph, cancellation), definitionId, reading.Findings);
    }

    private static IncomingDocument FromTable(byte[] bytes, string? definitionId, string name, CancellationToken cancellation)
    {
        var reading = StepTable.Read(bytes, name, cancellation);
        return Written(Drawn(reading.Graph, cancellation), definitionId, reading.Findings);
    }

    // Whoever adds a step in the view need not know where there is room.
    private static ProcessGraph Completed(ProcessGraph graph)
    {
        var shown = graph.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId).ToHashSet(StringComparer.Ordinal);
        return shown.Count == 0 || graph.Nodes.All(node => shown.Contains(node.Id)) ? graph : GraphLayout.Complete(graph);
    }

    // A drawing with gaps stays as it came; without any nobody could look at the model.
    private static ProcessGraph Drawn(ProcessGraph graph, CancellationToken cancellation) =>
        graph.Diagrams.Any(diagram => !diagram.Shapes.IsEmpty) ? graph : GraphLayout.Apply(graph, cancellation: cancellation);

    private static IncomingDocument Written(ProcessGraph graph, string? definitionId, IReadOnlyList<Finding> findings)
    {
        var json = ElsaDocument.Write(graph, definitionId);
        var examined = ElsaDocument.Examine(json);
        return new IncomingDocument(json, graph, [.. findings, .. examined.Findings], examined.ContentHash);
    }

    private static byte[] WithId(byte[] bytes, string definitionId)
    {
        var document = JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = 512 })!.AsObject();
        document["definitionId"] = definitionId;
        return Encoding.UTF8.GetBytes(document.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 }));
    }

    private static bool Is(HttpRequest request, string mediaType) => request.ContentType?.StartsWith(mediaType, StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<(byte[] Bytes, ProblemResult? Problem)> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > StoredDocuments.MaxBytes) return ([], DocumentFailures.TooLarge());
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellation)) > 0)
        {
            if (buffer.Length + read > StoredDocuments.MaxBytes) return ([], DocumentFailures.TooLarge());
            buffer.Write(chunk, 0, read);
        }

        return (buffer.ToArray(), null);
    }
}
