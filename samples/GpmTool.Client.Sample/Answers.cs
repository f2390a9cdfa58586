namespace GpmTool.Client.Sample;

/// <summary>One page of a list.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>A process of the catalogue.</summary>
internal sealed record Process(string Key, string Name);

/// <summary>An Ist or Soll model.</summary>
internal sealed record Model(Guid Id, string Stage, string? Authority, int LatestVersion, bool HasDraft);

/// <summary>A version of a model.</summary>
internal sealed record ModelVersion(Guid ModelId, int Number, bool IsFrozen, string? Note);

/// <summary>What checks found.</summary>
internal sealed record CheckResult(bool IsBlocked, IReadOnlyList<Finding> Findings);

/// <summary>One finding.</summary>
internal sealed record Finding(string Severity, string Code, string Message, string? ElementName);

/// <summary>What differs between two versions; a program that needs more reads more members.</summary>
internal sealed record Comparison(double Similarity, IReadOnlyList<Operation> Operations);

/// <summary>One change, as a German sentence.</summary>
internal sealed record Operation(string Kind, string Sentence);

/// <summary>A publication of a Soll.</summary>
internal sealed record Publication(Guid Id, string Process, int Number, int Version, string PackageSha256);

/// <summary>An import and how far it is.</summary>
internal sealed record Import(Guid Id, string State, int? Total, int Done, ImportCounts Counts, ImportProblem? Problem)
{
    /// <summary>Whether nothing more happens.</summary>
    public bool HasEnded => State is "completed" or "failed";
}

/// <summary>What became of the items.</summary>
internal sealed record ImportCounts(int Created, int NewVersion, int Unchanged, int Skipped, int Rejected);

/// <summary>Why an import failed.</summary>
internal sealed record ImportProblem(string Code, string Detail);

/// <summary>How far a version of a Soll is.</summary>
internal sealed record LifeCycle(string State);

/// <summary>Whether the audit chain is whole.</summary>
internal sealed record AuditVerification(long Entries, long? BrokenAt);

/// <summary>A failure as the API describes it (RFC 9457).</summary>
internal sealed record Problem(string Code, string Detail, string? Remedy);

/// <summary>An answer with the tag that a change has to send as If-Match.</summary>
internal sealed record Tagged<T>(T Value, string ETag);
