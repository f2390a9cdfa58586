using System.Text.Json;

namespace GpmTool.Cli.Server;

/// <summary>A failure as the server says it (RFC 9457).</summary>
internal sealed record ServerProblem(string? Title, int? Status, string? Detail, string? Remedy, string? Code, Dictionary<string, string[]>? Errors);

/// <summary>A page of a list.</summary>
internal sealed record ServerPage(JsonElement[] Items, string? NextCursor);

/// <summary>An import.</summary>
internal sealed record ServerImport(Guid Id, string State, bool DryRun, int? Total, int Done, ServerCounts Counts, ServerImportProblem? Problem);

/// <summary>What became of its items.</summary>
internal sealed record ServerCounts(int Created, int NewVersion, int Unchanged, int Skipped, int Rejected);

/// <summary>Why it failed.</summary>
internal sealed record ServerImportProblem(string Code, string Detail, string Remedy);

/// <summary>A model.</summary>
internal sealed record ServerModel(Guid Id, string Process, string Stage, string? Authority, string Name, int LatestVersion, bool HasDraft);

/// <summary>How far a version of a Soll is.</summary>
internal sealed record ServerLifeCycle(string State);

/// <summary>A decision about a version of a Soll.</summary>
internal sealed record MoveRequest(string State, string? Reason);

/// <summary>What is published.</summary>
internal sealed record PublishRequest(Guid ModelId, int Version, string? Note);
