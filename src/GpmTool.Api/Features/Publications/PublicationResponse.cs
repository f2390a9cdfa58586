using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Features.Publications;

/// <summary>A published Soll version.</summary>
/// <param name="Id">The id.</param>
/// <param name="PackageSha256">SHA-256 of the package, hexadecimal.</param>
/// <param name="SupersededBy">The number of the publication that took its place; null while it is the current one.</param>
/// <param name="Manifest">What the package is and holds.</param>
/// <param name="Findings">What checks found at publication; only in the answer to publishing.</param>
internal sealed record PublicationResponse(Guid Id, string PackageSha256, int? SupersededBy, Manifest Manifest, IReadOnlyList<FindingResponse>? Findings = null);

/// <summary>A publication in a list.</summary>
/// <param name="Id">The id.</param>
/// <param name="Process">The key of the process.</param>
/// <param name="Name">The name of the process.</param>
/// <param name="Number">The number within the process, from 1.</param>
/// <param name="Version">The number of the published version.</param>
/// <param name="PublishedAt">When (UTC).</param>
/// <param name="PublishedBy">By whom (opaque id).</param>
/// <param name="Note">What was published, in words.</param>
/// <param name="PackageSha256">SHA-256 of the package, hexadecimal.</param>
/// <param name="SupersededBy">The number of the publication that took its place; null while it is the current one.</param>
internal sealed record PublicationListItem(Guid Id, string Process, string Name, int Number, int Version, DateTime PublishedAt, string PublishedBy, string? Note, string PackageSha256, int? SupersededBy);
