namespace GpmTool.Persistence;

/// <summary>A row that is written once and never changes.</summary>
public interface IAppendOnly;

/// <summary>How far a version of a Soll is in its life cycle. No row: a draft that nobody submitted yet.</summary>
public sealed class SollLifeCycle : IVersioned
{
    /// <summary>The version.</summary>
    public Guid ModelVersionId { get; set; }

    /// <summary>Its model.</summary>
    public Guid ModelId { get; set; }

    /// <summary>The state.</summary>
    public ModelState State { get; set; }

    /// <summary>The number of the last transition.</summary>
    public int LastTransition { get; set; }

    /// <summary>The first day of validity.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>The last day of validity.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>The day on which it is looked at again: one month before the end.</summary>
    public DateOnly? ResubmissionOn { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>A step of a version of a Soll from one state to another.</summary>
public sealed class SollTransition : IAppendOnly
{
    /// <summary>The version.</summary>
    public Guid ModelVersionId { get; set; }

    /// <summary>The number, from 1.</summary>
    public int Number { get; set; }

    /// <summary>From where.</summary>
    public ModelState From { get; set; }

    /// <summary>To where.</summary>
    public ModelState To { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>Who decided it.</summary>
    public required string By { get; set; }
}

/// <summary>What a rolled-out Soll was expected to bring and what was seen, when the cycle starts again.</summary>
public sealed class SollOutcome : IAppendOnly
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The version that was rolled out.</summary>
    public Guid ModelVersionId { get; set; }

    /// <summary>What was expected.</summary>
    public required string Expected { get; set; }

    /// <summary>What was observed.</summary>
    public required string Observed { get; set; }

    /// <summary>The number of the version with which the cycle starts again.</summary>
    public int NextNumber { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>Who said so.</summary>
    public required string By { get; set; }
}

/// <summary>What a policy field demands before a Soll is approved. No row: its coordination approves alone.</summary>
public sealed class FieldQuorum : IVersioned
{
    /// <summary>The policy field.</summary>
    public Guid PolicyFieldId { get; set; }

    /// <summary>The rule as JSON; null where it was taken back.</summary>
    public string? RuleJson { get; set; }

    /// <summary>When it was changed last (UTC).</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Who changed it last.</summary>
    public required string ChangedBy { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}
