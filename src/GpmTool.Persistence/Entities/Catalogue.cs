namespace GpmTool.Persistence;

/// <summary>A row whose changes are checked against the version its reader saw.</summary>
public interface IVersioned
{
    /// <summary>Counts the changes; the context raises it.</summary>
    int Version { get; set; }
}

/// <summary>A policy field (Politikfeld).</summary>
public sealed class PolicyField : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The stable key.</summary>
    public required string Key { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>What it is about.</summary>
    public string? Description { get; set; }

    /// <summary>The authority that coordinates it.</summary>
    public Guid? CoordinatingAuthorityId { get; set; }

    /// <summary>When it was archived (UTC).</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>A process group (Prozessgruppe) of a policy field.</summary>
public sealed class ProcessGroup : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The stable key.</summary>
    public required string Key { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>The policy field.</summary>
    public Guid PolicyFieldId { get; set; }

    /// <summary>The standard that defines the group, such as "DIN 32736".</summary>
    public string? Standard { get; set; }

    /// <summary>Where it stands in lists.</summary>
    public int SortOrder { get; set; }

    /// <summary>What it is about.</summary>
    public string? Description { get; set; }

    /// <summary>When it was archived (UTC).</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>The kinds of authorities.</summary>
public enum AuthorityKind
{
    /// <summary>Senatsverwaltung.</summary>
    SenateAdministration,

    /// <summary>Bezirksamt.</summary>
    DistrictOffice,

    /// <summary>Nachgeordnete Behörde.</summary>
    SubordinateAuthority,
}

/// <summary>An authority (Behörde).</summary>
public sealed class Authority : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The stable key.</summary>
    public required string Key { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>The short name.</summary>
    public string? ShortName { get; set; }

    /// <summary>The kind.</summary>
    public AuthorityKind Kind { get; set; }

    /// <summary>Since when it bears this name.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Until when it bears this name.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>The authority that took over.</summary>
    public Guid? SuccessorId { get; set; }

    /// <summary>Whether it is fictional sample data.</summary>
    public bool IsSample { get; set; }

    /// <summary>What it is about.</summary>
    public string? Description { get; set; }

    /// <summary>When it was archived (UTC).</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>A process of the catalogue.</summary>
public sealed class Process : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The stable key; also the definition id of its Soll.</summary>
    public required string Key { get; set; }

    /// <summary>The name: object and action.</summary>
    public required string Name { get; set; }

    /// <summary>The policy field.</summary>
    public Guid PolicyFieldId { get; set; }

    /// <summary>The process group.</summary>
    public Guid ProcessGroupId { get; set; }

    /// <summary>What it is about.</summary>
    public string? Description { get; set; }

    /// <summary>What starts it.</summary>
    public string? Trigger { get; set; }

    /// <summary>What it results in.</summary>
    public string? Result { get; set; }

    /// <summary>Who owns it.</summary>
    public string? Owner { get; set; }

    /// <summary>Legal bases, weaknesses and expected effects as JSON.</summary>
    public string? DetailsJson { get; set; }

    /// <summary>The LeiKa key.</summary>
    public string? LeikaKey { get; set; }

    /// <summary>Cases a year.</summary>
    public double? CasesPerYear { get; set; }

    /// <summary>Folded, stemmed and split words that searches look in.</summary>
    public required string SearchText { get; set; }

    /// <summary>When it was archived (UTC).</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}
