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
/// <param name="Findings">What was edited since it was stored.</param>
public sealed record ElsaReading(ProcessGraph Graph, DocumentEnvelope Envelope, IReadOnlyList<Finding> Findings);

/// <summary>A document read, checked and hashed in one go.</summary>
/// <param name="Reading">What reading it gave.</param>
/// <param name="Findings">All findings, edits included.</param>
/// <param name="ContentHash">SHA-256 (32 bytes) of its canonical body without the envelope.</param>
public sealed record ElsaExamination(ElsaReading Reading, IReadOnlyList<Finding> Findings, byte[] ContentHash);

/// <summary>A definition that is delivered beside the main one (a race that must run as a called workflow).</summary>
/// <param name="DefinitionId">Its definition id: <c>&lt;definitionId&gt;--&lt;element id&gt;</c>.</param>
/// <param name="Json">The document as UTF-8.</param>
public sealed record ElsaCompanion(string DefinitionId, byte[] Json);

/// <summary>How far one element can be executed.</summary>
/// <param name="ElementId">The element.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">How far.</param>
/// <param name="Reasons">Why not as modelled, and what happens instead.</param>
public sealed record ElementExecutability(string ElementId, string? Name, ExecutionLevel Level, IReadOnlyList<LocalText> Reasons);

/// <summary>A text that is no Elsa 3 workflow definition.</summary>
public sealed class ElsaFormatException(LocalText text, string? path = null, Exception? inner = null)
    : FormatException(text.English, inner)
{
    /// <summary>What is wrong, in both languages.</summary>
    public LocalText Text { get; } = text;

    /// <summary>Where in the document, as a JSON path.</summary>
    public string? Path { get; } = path;
}
