using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>What a stored document says beside its graph.</summary>
public sealed record DocumentEnvelope
{
    /// <summary>The id of the version row on the server it came from.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the logical workflow.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>The name of the workflow.</summary>
    public string? Name { get; init; }

    /// <summary>The version.</summary>
    public int? Version { get; init; }
}

/// <summary>What reading a document gives.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Envelope">The envelope.</param>
/// <param name="Findings">What differs from what was stored, what was not understood.</param>
public sealed record ElsaReading(ProcessGraph Graph, DocumentEnvelope Envelope, IReadOnlyList<Finding> Findings);

/// <summary>A definition that is delivered beside the main one (a race that must run as a called workflow).</summary>
/// <param name="DefinitionId">Its definition id: <c>&lt;definitionId&gt;--&lt;element id&gt;</c>.</param>
/// <param name="Json">The document as UTF-8.</param>
public sealed record ElsaCompanion(string DefinitionId, byte[] Json);

/// <summary>A text that is no Elsa 3 workflow definition.</summary>
public sealed class ElsaFormatException(LocalText text, string? path = null, Exception? inner = null)
    : FormatException(text.English, inner)
{
    /// <summary>What is wrong, in both languages.</summary>
    public LocalText Text { get; } = text;

    /// <summary>Where in the document, as a JSON path.</summary>
    public string? Path { get; } = path;
}

/// <summary>The stored document: an Elsa 3 workflow definition, read and written.</summary>
public static class ElsaDocument
{
    /// <summary>Reads a definition, ours or anybody's (UTF-8, a byte order mark is skipped).</summary>
    /// <exception cref="ElsaFormatException">The text is no workflow definition.</exception>
    public static ElsaReading Read(ReadOnlyMemory<byte> utf8) => throw new NotImplementedException();

    /// <summary>Writes a graph as a definition (UTF-8). The same graph always gives the same bytes.</summary>
    public static byte[] Write(ProcessGraph graph, string definitionId, bool indented = false) => throw new NotImplementedException();

    /// <summary>The companion definitions of a graph: a pure function, never stored.</summary>
    public static IReadOnlyList<ElsaCompanion> Companions(ProcessGraph graph, string definitionId) => throw new NotImplementedException();

    /// <summary>SHA-256 (32 bytes) of a document's canonical body without the envelope.</summary>
    public static byte[] ContentHash(ReadOnlyMemory<byte> utf8) => throw new NotImplementedException();

    /// <summary>All findings of a document: faults of its graph, executability, traps of the engine.</summary>
    public static IReadOnlyList<Finding> Check(ReadOnlyMemory<byte> utf8) => throw new NotImplementedException();
}
