namespace GpmTool.Persistence;

/// <summary>
/// A row that keeps the books of a job, or tells somebody what happened. It needs no audit entry of its own: what the job does to the
/// catalogue, or what happened, has one.
/// </summary>
public interface IBookkeeping;

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Is being worked on.</summary>
    Running,

    /// <summary>Done; the items say what became of each.</summary>
    Completed,

    /// <summary>Ended without an effect on the catalogue (all or nothing), or broken off; the problem says why.</summary>
    Failed,
}

/// <summary>What happens when an item cannot be imported.</summary>
public enum ImportMode
{
    /// <summary>Then nothing is imported.</summary>
    AllOrNothing,

    /// <summary>The others are imported.</summary>
    BestEffort,
}

/// <summary>What happens to an item that exists with other content.</summary>
public enum ImportConflict
{
    /// <summary>It gets a new version; an entry of the catalogue is changed.</summary>
    NewVersion,

    /// <summary>It stays as it is.</summary>
    Skip,

    /// <summary>The item is rejected.</summary>
    Reject,
}

/// <summary>What an item of a package is.</summary>
public enum ImportItemKind
{
    /// <summary>A policy field.</summary>
    PolicyField,

    /// <summary>A process group.</summary>
    ProcessGroup,

    /// <summary>An authority.</summary>
    Authority,

    /// <summary>A process.</summary>
    Process,

    /// <summary>The document of a model.</summary>
    Model,

    /// <summary>A file that is none of these.</summary>
    File,
}

/// <summary>What became of an item.</summary>
public enum ImportOutcome
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It has a new version, or was changed.</summary>
    NewVersion,

    /// <summary>It was there with this content.</summary>
    Unchanged,

    /// <summary>It was there with other content and stays.</summary>
    Skipped,

    /// <summary>It cannot be imported; the problem says why.</summary>
    Rejected,
}

/// <summary>An import: a package that is worked through item by item, also across restarts.</summary>
public sealed class ImportJob : IVersioned, IBookkeeping
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>How far it is.</summary>
    public ImportState State { get; set; }

    /// <summary>What happens when an item cannot be imported.</summary>
    public ImportMode Mode { get; set; }

    /// <summary>What happens to an item that exists with other content.</summary>
    public ImportConflict Conflict { get; set; }

    /// <summary>Whether nothing is written, only said what would be.</summary>
    public bool IsDryRun { get; set; }

    /// <summary>Whether imported versions are frozen, unless the package says otherwise.</summary>
    public bool Freezes { get; set; }

    /// <summary>The process of files outside the layout.</summary>
    public string? ProcessKey { get; set; }

    /// <summary>The stage of files outside the layout.</summary>
    public Stage? Stage { get; set; }

    /// <summary>The authority of files outside the layout.</summary>
    public string? AuthorityKey { get; set; }

    /// <summary>The note of imported versions.</summary>
    public string? Note { get; set; }

    /// <summary>The key by which a client recognises its own request; unique.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>SHA-256 of the package and the choices.</summary>
    public required byte[] RequestHash { get; set; }

    /// <summary>When it was asked for (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Who asked for it.</summary>
    public required string CreatedBy { get; set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Who works on it.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when nobody else does (UTC).</summary>
    public DateTime? LeaseUntil { get; set; }

    /// <summary>How many items the package has; null until it was looked through.</summary>
    public int? Total { get; set; }

    /// <summary>How many items are done: the next run goes on behind them.</summary>
    public int Done { get; set; }

    /// <summary>How many of them were rejected.</summary>
    public int Rejected { get; set; }

    /// <summary>Why it failed, as JSON.</summary>
    public string? ProblemJson { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>A piece of the package of an import; removed when the import has ended.</summary>
public sealed class ImportChunk : IBookkeeping
{
    /// <summary>The import.</summary>
    public Guid JobId { get; set; }

    /// <summary>The place, from 0.</summary>
    public int Number { get; set; }

    /// <summary>The bytes; all but the last piece are equally long.</summary>
    public required byte[] Bytes { get; set; }
}

/// <summary>What became of one item of an import.</summary>
public sealed class ImportItem : IBookkeeping
{
    /// <summary>The import.</summary>
    public Guid JobId { get; set; }

    /// <summary>The place in the package, from 0.</summary>
    public int Number { get; set; }

    /// <summary>The file, and behind # the entry in it.</summary>
    public required string Path { get; set; }

    /// <summary>What it is.</summary>
    public ImportItemKind Kind { get; set; }

    /// <summary>What became of it.</summary>
    public ImportOutcome Outcome { get; set; }

    /// <summary>The key or id of what it became.</summary>
    public string? ObjectId { get; set; }

    /// <summary>The number of the version it became.</summary>
    public int? VersionNumber { get; set; }

    /// <summary>Why it was rejected or skipped, as JSON.</summary>
    public string? ProblemJson { get; set; }

    /// <summary>The warnings and errors of the document, as JSON.</summary>
    public string? FindingsJson { get; set; }

    /// <summary>What is to be written at the end (all or nothing), as JSON.</summary>
    public string? PlanJson { get; set; }
}
