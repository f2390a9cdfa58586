namespace GpmTool.Persistence;

/// <summary>How far a review is.</summary>
public enum ReviewState
{
    /// <summary>It goes on.</summary>
    Open,

    /// <summary>It ended: co-signed.</summary>
    CoSigned,

    /// <summary>It ended: not co-signed.</summary>
    NotCoSigned,

    /// <summary>It was taken back.</summary>
    Withdrawn,
}

/// <summary>What an authority says.</summary>
public enum Stance
{
    /// <summary>Einverstanden.</summary>
    Agreed,

    /// <summary>Einwand.</summary>
    Objection,

    /// <summary>Nicht betroffen.</summary>
    NotConcerned,
}

/// <summary>What a comment is about.</summary>
public enum ThreadSubject
{
    /// <summary>The whole Soll.</summary>
    Whole,

    /// <summary>An element of the Soll.</summary>
    Element,

    /// <summary>A single difference of a stored comparison.</summary>
    Difference,
}

/// <summary>
/// A review with co-signature (Mitzeichnung) of a Soll. It holds what reviewers need to read it, so that a guest sees this and nothing else.
/// </summary>
public sealed class Review : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The model of the Soll.</summary>
    public Guid ModelId { get; set; }

    /// <summary>The policy field.</summary>
    public Guid PolicyFieldId { get; set; }

    /// <summary>The name of the policy field when the review was opened.</summary>
    public required string PolicyFieldName { get; set; }

    /// <summary>The key of the process.</summary>
    public required string ProcessKey { get; set; }

    /// <summary>The name of the process when the review was opened.</summary>
    public required string ProcessName { get; set; }

    /// <summary>How far it is.</summary>
    public ReviewState State { get; set; }

    /// <summary>The number of the present round.</summary>
    public int Round { get; set; }

    /// <summary>Until when positions are asked for (UTC).</summary>
    public DateTime Deadline { get; set; }

    /// <summary>What the policy field demanded when the review was opened, as JSON; null: nothing.</summary>
    public string? QuorumJson { get; set; }

    /// <summary>The model's id while the review is open, else null: a unique index allows one open review a model.</summary>
    public Guid? OpenForModelId { get; set; }

    /// <summary>The number of the last position.</summary>
    public int LastPosition { get; set; }

    /// <summary>When it was opened (UTC).</summary>
    public DateTime OpenedAt { get; set; }

    /// <summary>Who opened it.</summary>
    public required string OpenedBy { get; set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? ConcludedAt { get; set; }

    /// <summary>Who ended it.</summary>
    public string? ConcludedBy { get; set; }

    /// <summary>What was said about its end.</summary>
    public string? Remark { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>A round of a review: one frozen version of the Soll.</summary>
public sealed class ReviewRound : IAppendOnly
{
    /// <summary>The review.</summary>
    public Guid ReviewId { get; set; }

    /// <summary>The number, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The version.</summary>
    public Guid ModelVersionId { get; set; }

    /// <summary>Its number.</summary>
    public int VersionNumber { get; set; }

    /// <summary>Its content, a <see cref="StoredContent"/>.</summary>
    public required byte[] ContentHash { get; set; }

    /// <summary>Until when positions were asked for at first (UTC).</summary>
    public DateTime Deadline { get; set; }

    /// <summary>What was said about it.</summary>
    public string? Note { get; set; }

    /// <summary>When it was opened (UTC).</summary>
    public DateTime OpenedAt { get; set; }

    /// <summary>Who opened it.</summary>
    public required string OpenedBy { get; set; }
}

/// <summary>An authority that is asked for its position.</summary>
public sealed class ReviewAuthority : IAppendOnly
{
    /// <summary>The review.</summary>
    public Guid ReviewId { get; set; }

    /// <summary>The authority.</summary>
    public Guid AuthorityId { get; set; }

    /// <summary>Its key.</summary>
    public required string Key { get; set; }

    /// <summary>Its name when the review was opened.</summary>
    public required string Name { get; set; }

    /// <summary>Its kind.</summary>
    public AuthorityKind Kind { get; set; }
}

/// <summary>A comparison as a round of a review had it: what was signed never changes.</summary>
public sealed class ReviewComparison : IAppendOnly
{
    /// <summary>The review.</summary>
    public Guid ReviewId { get; set; }

    /// <summary>The round.</summary>
    public int Round { get; set; }

    /// <summary>The key of the authority whose Ist is compared, or <see cref="Previous"/>.</summary>
    public required string Name { get; set; }

    /// <summary>The authority whose Ist is compared; null for <see cref="Previous"/>.</summary>
    public Guid? AuthorityId { get; set; }

    /// <summary>How alike both are, 0 to 1.</summary>
    public double Similarity { get; set; }

    /// <summary>The differences with their sentences, as JSON, compressed.</summary>
    public required byte[] Differences { get; set; }

    /// <summary>The comparison as JSON, compressed.</summary>
    public required byte[] Whole { get; set; }

    /// <summary>The same without times and staffing that were not released, for those who may not see them; null: nothing was to be left out.</summary>
    public byte[]? Bare { get; set; }

    /// <summary>The name of the comparison of a round's version with that of the round before.</summary>
    public const string Previous = "previous";
}

/// <summary>What an authority said about the whole Soll or a single difference. A later one counts instead.</summary>
public sealed class ReviewPosition : IAppendOnly
{
    /// <summary>The review.</summary>
    public Guid ReviewId { get; set; }

    /// <summary>The number within the review, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The round.</summary>
    public int Round { get; set; }

    /// <summary>The authority it is the position of.</summary>
    public Guid AuthorityId { get; set; }

    /// <summary>What it says.</summary>
    public Stance Stance { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The comparison of the difference; null: the whole Soll.</summary>
    public string? Comparison { get; set; }

    /// <summary>What the difference is about.</summary>
    public string? Key { get; set; }

    /// <summary>What exactly it says.</summary>
    public string? Digest { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>Who signed.</summary>
    public required string SignedBy { get; set; }

    /// <summary>As what.</summary>
    public Role SignedAs { get; set; }
}

/// <summary>Comments that belong together.</summary>
public sealed class ReviewThread : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The review.</summary>
    public Guid ReviewId { get; set; }

    /// <summary>The round in which it began.</summary>
    public int Round { get; set; }

    /// <summary>What it is about.</summary>
    public ThreadSubject Subject { get; set; }

    /// <summary>The element.</summary>
    public string? ElementId { get; set; }

    /// <summary>The label of the element.</summary>
    public string? ElementName { get; set; }

    /// <summary>The comparison of the difference.</summary>
    public string? Comparison { get; set; }

    /// <summary>What the difference is about.</summary>
    public string? Key { get; set; }

    /// <summary>What exactly it says.</summary>
    public string? Digest { get; set; }

    /// <summary>When it began (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>The number of the last comment.</summary>
    public int LastComment { get; set; }

    /// <summary>When somebody said that the matter is settled (UTC).</summary>
    public DateTime? ResolvedAt { get; set; }

    /// <summary>Who said so.</summary>
    public string? ResolvedBy { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>A comment.</summary>
public sealed class ReviewComment : IAppendOnly
{
    /// <summary>The thread.</summary>
    public Guid ThreadId { get; set; }

    /// <summary>The number within the thread, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The text.</summary>
    public required string Text { get; set; }

    /// <summary>Who is named in it, as JSON.</summary>
    public string? MentionsJson { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>Who wrote it.</summary>
    public required string WrittenBy { get; set; }

    /// <summary>As what.</summary>
    public Role WrittenAs { get; set; }
}

/// <summary>A link by which somebody from outside reads one review and comments on it. Its id is the actor of the audit chain.</summary>
public sealed class GuestLink : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The review.</summary>
    public Guid ReviewId { get; set; }

    /// <summary>SHA-256 of the secret, which has 256 random bits.</summary>
    public required byte[] SecretHash { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Until when it is valid (UTC).</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>When it was revoked (UTC).</summary>
    public DateTime? RevokedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}
