using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Models;

/// <summary>A document that was read from a request, ready to be stored.</summary>
/// <param name="Json">The document as it will be stored.</param>
/// <param name="Graph">Its graph.</param>
/// <param name="Findings">What checks found.</param>
/// <param name="ContentHash">SHA-256 of the document without its envelope.</param>
internal sealed record IncomingDocument(byte[] Json, ProcessGraph Graph, IReadOnlyList<Finding> Findings, byte[] ContentHash);

/// <summary>Documents on their way into and out of the store.</summary>
internal static class StoredDocuments
{
    /// <summary>The media type of the GPM view.</summary>
    public const string ViewType = "application/vnd.gpmtool.graph+json";

    /// <summary>The media type of pictures.</summary>
    public const string PictureType = "image/svg+xml";

    /// <summary>Most bytes of one document.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>
    /// Reads the body: an Elsa definition, or a GPM view when the content type says so. With <paramref name="definitionId"/>
    /// the document gets that id; what its author wrote otherwise stays.
    /// </summary>
    public static async Task<(IncomingDocument? Document, ProblemResult? Problem)> ReadAsync(HttpRequest request, string? definitionId, CancellationToken cancellation)
    {
        var (bytes, tooLarge) = await BodyAsync(request, cancellation);
        if (tooLarge is not null) return (null, tooLarge);
        var isView = request.ContentType?.StartsWith(ViewType, StringComparison.OrdinalIgnoreCase) == true;
        if (!isView && request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true) return (null, StatusFailure.Of(StatusCodes.Status415UnsupportedMediaType, request));
        try
        {
            return (isView ? FromView(bytes, definitionId) : FromElsa(bytes, definitionId), null);
        }
        catch (ElsaFormatException exception)
        {
            return (null, Failure.BadRequest("not-a-definition",
                new($"{exception.Text.German}{At(exception.Path)}", $"{exception.Text.English}{At(exception.Path)}"),
                new("Senden Sie eine Elsa-3-Workflowdefinition oder eine GPM-Sicht mit passendem Content-Type.", "Send an Elsa 3 workflow definition, or a GPM view with its content type.")));
        }
        catch (JsonException exception)
        {
            return (null, Failure.BadRequest("not-a-view",
                new($"Keine gültige GPM-Sicht{At(exception.Path)}: {exception.Message}", $"No valid GPM view{At(exception.Path)}: {exception.Message}"),
                new("Berichtigen Sie die genannte Stelle.", "Correct the place named.")));
        }
    }

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

        var whole = ElsaDocument.Write(reading.Graph, definitionId);
        var examined = ElsaDocument.Examine(whole);
        return new IncomingDocument(whole, reading.Graph, [.. reading.Findings, .. examined.Findings], examined.ContentHash);
    }

    /// <summary>Turns a file into what is stored: a definition has a root, everything else is read as a GPM view.</summary>
    /// <exception cref="ElsaFormatException">The bytes are no JSON.</exception>
    /// <exception cref="JsonException">The bytes are neither.</exception>
    public static IncomingDocument FromFile(byte[] bytes, string definitionId) => HasRoot(bytes) ? FromElsa(bytes, definitionId) : FromView(bytes, definitionId);

    // Looks at the members of the outermost object only, and no further than to one that a GPM view does not have.
    private static bool HasRoot(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return true; // the reader of definitions says what is wrong
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

    private static IncomingDocument FromView(byte[] bytes, string? definitionId)
    {
        var graph = GraphJson.Read(bytes);
        var json = ElsaDocument.Write(graph, definitionId);
        var examined = ElsaDocument.Examine(json);
        return new IncomingDocument(json, graph, examined.Findings, examined.ContentHash);
    }

    private static byte[] WithId(byte[] bytes, string definitionId)
    {
        var document = JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = 512 })!.AsObject();
        document["definitionId"] = definitionId;
        return Encoding.UTF8.GetBytes(document.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 }));
    }

    private static string At(string? path) => path is null ? "" : $" ({path})";

    private static async Task<(byte[] Bytes, ProblemResult? Problem)> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBytes) return ([], TooLarge());
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellation)) > 0)
        {
            if (buffer.Length + read > MaxBytes) return ([], TooLarge());
            buffer.Write(chunk, 0, read);
        }

        return (buffer.ToArray(), null);
    }

    private static ProblemResult TooLarge() => new(
        StatusCodes.Status413PayloadTooLarge, "document-too-large",
        new("Dokument zu groß", "Document too large"),
        new($"Ein Dokument hat höchstens {MaxBytes / 1024 / 1024} MB.", $"A document has at most {MaxBytes / 1024 / 1024} MB."),
        new("Teilen Sie den Prozess auf, zum Beispiel mit Aufrufaktivitäten.", "Split the process, with call activities for example."));

    /// <summary>The document of a version.</summary>
    public static async Task<byte[]> LoadAsync(GpmDbContext context, ModelVersion version, CancellationToken cancellation)
    {
        if (version.Content is { } draft) return Unpack(draft, version.Encoding);
        var stored = await context.StoredContents.AsNoTracking().SingleAsync(content => content.Hash == version.ContentHash, cancellation);
        return Unpack(stored.Bytes, stored.Encoding);
    }

    /// <summary>Compresses bytes for the store.</summary>
    public static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Undoes <see cref="Pack"/>.</summary>
    public static byte[] Unpack(byte[] bytes, ContentEncoding encoding)
    {
        if (encoding == ContentEncoding.Identity) return bytes;
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        brotli.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
