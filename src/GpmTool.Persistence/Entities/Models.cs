namespace GpmTool.Persistence;

/// <summary>Which side of the comparison a model is on.</summary>
public enum Stage
{
    /// <summary>How a process runs today in one authority.</summary>
    Ist,

    /// <summary>How it shall run everywhere.</summary>
    Soll,
}

/// <summary>The life cycle of a Soll model; an Ist model stays in <see cref="Draft"/>.</summary>
public enum ModelState
{
    /// <summary>Being worked on.</summary>
    Draft,

    /// <summary>Under methodical review.</summary>
    MethodReview,

    /// <summary>Being co-signed.</summary>
    CoSignature,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Published.</summary>
    Published,

    /// <summary>Being rolled out.</summary>
    RollingOut,

    /// <summary>In force.</summary>
    InForce,

    /// <summary>Replaced by a newer one.</summary>
    Superseded,

    /// <summary>Withdrawn.</summary>
    Withdrawn,
}

/// <summary>An authority's Ist or the field's Soll of one process.</summary>
public sealed class ProcessModel : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The process.</summary>
    public Guid ProcessId { get; set; }

    /// <summary>Ist or Soll.</summary>
    public Stage Stage { get; set; }

    /// <summary>The authority of an Ist; null for a Soll.</summary>
    public Guid? AuthorityId { get; set; }

    /// <summary>The authority's key, or "" for the Soll: it makes one model per process, stage and authority.</summary>
    public required string OwnerKey { get; set; }

    /// <summary>The name, in the authority's own words.</summary>
    public required string Name { get; set; }

    /// <summary>The state of a Soll: that of its newest version with a life cycle.</summary>
    public ModelState State { get; set; }

    /// <summary>The number of the version of a Soll that is in force; null: none.</summary>
    public int? InForceNumber { get; set; }

    /// <summary>The highest version number given so far.</summary>
    public int LatestNumber { get; set; }

    /// <summary>When it was archived (UTC).</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <summary>When the authority released times and staffing of its Ist to all who may read it (UTC).</summary>
    public DateTime? StaffDataReleasedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>One version of a model: the one mutable draft, or frozen for ever.</summary>
public sealed class ModelVersion : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The model.</summary>
    public Guid ModelId { get; set; }

    /// <summary>The number, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Whether it is frozen.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>The model's id while this is its draft, else null: a unique index allows one draft a model.</summary>
    public Guid? DraftOfModelId { get; set; }

    /// <summary>What was done, in words.</summary>
    public string? Note { get; set; }

    /// <summary>When it was created (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Who created it.</summary>
    public required string CreatedBy { get; set; }

    /// <summary>When it was frozen (UTC).</summary>
    public DateTime? FrozenAt { get; set; }

    /// <summary>Who froze it.</summary>
    public string? FrozenBy { get; set; }

    /// <summary>SHA-256 of the stored document without its envelope.</summary>
    public required byte[] ContentHash { get; set; }

    /// <summary>SHA-256 of the graph with ids.</summary>
    public required byte[] ModelHash { get; set; }

    /// <summary>SHA-256 of the graph without ids.</summary>
    public required byte[] ShapeHash { get; set; }

    /// <summary>The document of a draft, compressed; a frozen version's stands in <see cref="StoredContent"/>.</summary>
    public byte[]? Content { get; set; }

    /// <summary>How <see cref="Content"/> is compressed.</summary>
    public ContentEncoding Encoding { get; set; }

    /// <summary>How many steps the model has.</summary>
    public int StepCount { get; set; }

    /// <summary>Whether findings block its publication.</summary>
    public bool IsBlocked { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>How bytes are compressed.</summary>
public enum ContentEncoding
{
    /// <summary>Not at all.</summary>
    Identity,

    /// <summary>Brotli.</summary>
    Brotli,
}

/// <summary>The bytes of frozen versions and packages, stored once per content.</summary>
public sealed class StoredContent
{
    /// <summary>SHA-256 of the content, 32 bytes.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>How the bytes are compressed.</summary>
    public ContentEncoding Encoding { get; set; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; set; }

    /// <summary>The length before compression.</summary>
    public long Length { get; set; }
}

/// <summary>A call from a model version to a process of the catalogue.</summary>
public sealed class ModelCall
{
    /// <summary>The calling version.</summary>
    public Guid ModelVersionId { get; set; }

    /// <summary>The calling element.</summary>
    public required string ElementId { get; set; }

    /// <summary>The key of the called process.</summary>
    public required string CalledProcessKey { get; set; }
}

/// <summary>An immutable package of a Soll version. A later number supersedes it; the row itself never changes.</summary>
public sealed class Publication
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The process.</summary>
    public Guid ProcessId { get; set; }

    /// <summary>The published version.</summary>
    public Guid ModelVersionId { get; set; }

    /// <summary>The number within the process, from 1.</summary>
    public int Number { get; set; }

    /// <summary>SHA-256 of the package; its bytes are a <see cref="StoredContent"/>.</summary>
    public required byte[] PackageHash { get; set; }

    /// <summary>The manifest as JSON.</summary>
    public required string ManifestJson { get; set; }

    /// <summary>What was published, in words.</summary>
    public string? Note { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime PublishedAt { get; set; }

    /// <summary>By whom.</summary>
    public required string PublishedBy { get; set; }
}
