namespace GpmTool.Persistence;

/// <summary>
/// What persons decided about correspondences of two models: one row for the pair, whichever is compared with which. Within one
/// model the older version comes first.
/// </summary>
public sealed class PinSet : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The model with the smaller id.</summary>
    public Guid FirstModelId { get; set; }

    /// <summary>The model with the greater id, or the same.</summary>
    public Guid SecondModelId { get; set; }

    /// <summary>The highest number given to a pin so far.</summary>
    public int LastNumber { get; set; }

    /// <summary>When the decisions were changed last (UTC).</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Who changed them last.</summary>
    public required string ChangedBy { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>A decision about two elements. It names the contents it was taken on, so that the elements are found in later versions.</summary>
public sealed class ElementPin
{
    /// <summary>The pair of models.</summary>
    public Guid PinSetId { get; set; }

    /// <summary>The number within the pair, from 1, never given twice.</summary>
    public int Number { get; set; }

    /// <summary>The element of the first model.</summary>
    public required string FirstElementId { get; set; }

    /// <summary>The element of the second model.</summary>
    public required string SecondElementId { get; set; }

    /// <summary>Whether they stand for the same thing; otherwise they do not.</summary>
    public bool IsSame { get; set; }

    /// <summary>The content of the first model on which it was decided, a <see cref="StoredContent"/>.</summary>
    public required byte[] FirstContentHash { get; set; }

    /// <summary>The content of the second model on which it was decided, a <see cref="StoredContent"/>.</summary>
    public required byte[] SecondContentHash { get; set; }

    /// <summary>Why, in words.</summary>
    public string? Note { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime DecidedAt { get; set; }

    /// <summary>By whom.</summary>
    public required string DecidedBy { get; set; }
}

/// <summary>The thesaurus of a policy field. No row: the one that comes with the program.</summary>
public sealed class FieldTerms : IVersioned
{
    /// <summary>The policy field.</summary>
    public Guid PolicyFieldId { get; set; }

    /// <summary>The thesaurus as the text of a file; null: the one that comes with the program.</summary>
    public string? Text { get; set; }

    /// <summary>When it was changed last (UTC).</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Who changed it last.</summary>
    public required string ChangedBy { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>
/// A content that a draft had before, kept while the draft is one: the base for merging the edits of somebody who began with it.
/// </summary>
public sealed class DraftRevision
{
    /// <summary>How many are kept of a draft.</summary>
    public const int Kept = 20;

    /// <summary>The draft.</summary>
    public Guid ModelVersionId { get; set; }

    /// <summary>The row version, and so the ETag, the draft had with this content.</summary>
    public int Revision { get; set; }

    /// <summary>The document, compressed.</summary>
    public required byte[] Content { get; set; }

    /// <summary>How it is compressed.</summary>
    public ContentEncoding Encoding { get; set; }

    /// <summary>SHA-256 of the document without its envelope.</summary>
    public required byte[] ContentHash { get; set; }
}
