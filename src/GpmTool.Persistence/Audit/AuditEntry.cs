namespace GpmTool.Persistence;

/// <summary>Who does something: an opaque id, the name stands elsewhere.</summary>
/// <param name="Id">The opaque id.</param>
public readonly record struct Actor(string Id)
{
    /// <summary>The one person at this machine, until accounts exist.</summary>
    public static Actor Local => new("local");
}

/// <summary>One link of the audit chain.</summary>
public sealed class AuditEntry
{
    /// <summary>The place in the chain, from 1, without gaps.</summary>
    public long Sequence { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>Who.</summary>
    public required string Actor { get; set; }

    /// <summary>What was done, such as "model-version.freeze".</summary>
    public required string Action { get; set; }

    /// <summary>To what kind of object.</summary>
    public required string ObjectKind { get; set; }

    /// <summary>To which one: its key or id.</summary>
    public required string ObjectId { get; set; }

    /// <summary>What else is worth knowing, as JSON without secrets.</summary>
    public string? DetailsJson { get; set; }

    /// <summary>The hash of the entry before; 32 zero bytes for the first.</summary>
    public required byte[] PreviousHash { get; set; }

    /// <summary>The hash of this entry; see <see cref="AuditChain.HashOf"/>.</summary>
    public required byte[] Hash { get; set; }
}

/// <summary>The end of the audit chain: one row, changed with every entry.</summary>
public sealed class AuditHead
{
    /// <summary>The key of the one row.</summary>
    public const int OnlyId = 1;

    /// <summary>The key.</summary>
    public int Id { get; set; } = OnlyId;

    /// <summary>The last entry's place.</summary>
    public long Sequence { get; set; }

    /// <summary>The last entry's hash.</summary>
    public required byte[] Hash { get; set; }
}
