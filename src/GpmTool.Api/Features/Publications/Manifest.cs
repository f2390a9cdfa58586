namespace GpmTool.Api.Features.Publications;

/// <summary>What a package is and holds: its <c>manifest.json</c>.</summary>
/// <param name="Schema">The version of this layout.</param>
/// <param name="Process">The key of the process.</param>
/// <param name="Name">The name of the process.</param>
/// <param name="PolicyField">The key of its policy field.</param>
/// <param name="Number">The number of the publication within the process, from 1.</param>
/// <param name="ModelId">The Soll model.</param>
/// <param name="Version">The number of the published version.</param>
/// <param name="DefinitionId">The definition id on every Elsa server.</param>
/// <param name="ContentHash">SHA-256 of the definition without its envelope, hexadecimal.</param>
/// <param name="ModelHash">SHA-256 of the graph without layout, hexadecimal.</param>
/// <param name="Supersedes">The number of the publication it takes the place of.</param>
/// <param name="PublishedAt">When (UTC).</param>
/// <param name="PublishedBy">By whom (opaque id).</param>
/// <param name="Note">What was published, in words.</param>
/// <param name="AlgorithmVersion">The version of the comparison algorithm.</param>
/// <param name="Comparisons">With which Ist models it was compared.</param>
/// <param name="Parts">All other files of the package.</param>
internal sealed record Manifest(
    int Schema, string Process, string Name, string PolicyField, int Number, Guid ModelId, int Version, string DefinitionId, string ContentHash, string ModelHash, int? Supersedes,
    DateTime PublishedAt, string PublishedBy, string? Note, int AlgorithmVersion, IReadOnlyList<ManifestComparison> Comparisons, IReadOnlyList<ManifestPart> Parts)
{
    /// <summary>The present version of the layout.</summary>
    public const int PresentSchema = 1;
}

/// <summary>An Ist a package was compared with.</summary>
/// <param name="Authority">The key of the authority.</param>
/// <param name="ModelId">The model.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="IsFrozen">Whether the version was frozen; else it was the draft of that moment.</param>
/// <param name="ModelHash">SHA-256 of its graph without layout, hexadecimal.</param>
/// <param name="Similarity">How alike it and the Soll are, 0 to 1.</param>
/// <param name="Operations">How many changes lead from it to the Soll.</param>
internal sealed record ManifestComparison(string Authority, Guid ModelId, int Version, bool IsFrozen, string ModelHash, double Similarity, int Operations);

/// <summary>A file of a package.</summary>
/// <param name="Path">Its path in the ZIP.</param>
/// <param name="Role">What it is.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256, hexadecimal.</param>
internal sealed record ManifestPart(string Path, PartRole Role, string MediaType, long Length, string Sha256);

/// <summary>What a file of a package is.</summary>
internal enum PartRole
{
    /// <summary>The Elsa definition.</summary>
    Definition,

    /// <summary>A definition that is delivered beside the main one.</summary>
    Companion,

    /// <summary>The GPM view.</summary>
    View,

    /// <summary>The comparison with an authority's Ist, as data.</summary>
    Comparison,

    /// <summary>The comparison with an authority's Ist, as German text.</summary>
    Report,
}
