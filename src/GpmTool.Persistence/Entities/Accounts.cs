namespace GpmTool.Persistence;

/// <summary>What somebody is to the platform. A grant binds it to an authority or a policy field.</summary>
public enum Role
{
    /// <summary>Modellierer:in: records the Ist models of one authority.</summary>
    Modeller,

    /// <summary>Koordination: compares, drafts and publishes the Soll of one policy field.</summary>
    FieldCoordination,

    /// <summary>Senatskoordination: reviews and co-signs in one policy field.</summary>
    SenateCoordination,

    /// <summary>Behörden-Verantwortliche: speaks for one authority.</summary>
    AuthorityLead,

    /// <summary>A program with a key; the key's scopes say what it may do.</summary>
    ApiClient,

    /// <summary>Manages authorities, accounts and keys.</summary>
    Administrator,

    /// <summary>Reads and comments on one review by link.</summary>
    Guest,
}

/// <summary>A person who can log in. The id is the actor of the audit chain; the name stands in <see cref="ActorName"/>.</summary>
public sealed class Account : IVersioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The e-mail address to log in with; null until the first administrator chose one, and after erasing.</summary>
    public string? LogInName { get; set; }

    /// <summary>The address in the form that is compared.</summary>
    public string? NormalizedLogInName { get; set; }

    /// <summary>Issuer and subject at the identity provider, for people who log in there.</summary>
    public string? ExternalLogIn { get; set; }

    /// <summary>The hash of the password; null until the invitation was accepted.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes when sessions must end: password, roles, disabling.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Failed log-ins since the last good one.</summary>
    public int AccessFailedCount { get; set; }

    /// <summary>Locked until (UTC).</summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>SHA-256 of the one-time invitation; null when it was used.</summary>
    public byte[]? InvitationHash { get; set; }

    /// <summary>Until when the invitation can be used (UTC).</summary>
    public DateTime? InvitationUntil { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was disabled (UTC).</summary>
    public DateTime? DisabledAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>A role of an account.</summary>
public sealed class RoleGrant
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The account.</summary>
    public Guid AccountId { get; set; }

    /// <summary>The role.</summary>
    public Role Role { get; set; }

    /// <summary>The authority it is bound to.</summary>
    public Guid? AuthorityId { get; set; }

    /// <summary>The policy field it is bound to; null: every field.</summary>
    public Guid? PolicyFieldId { get; set; }
}

/// <summary>A key of a program. Only a hash of its secret is kept.</summary>
public sealed class ApiKey : IVersioned
{
    /// <summary>The id; also the actor of the audit chain.</summary>
    public Guid Id { get; set; }

    /// <summary>The readable part by which the key is found.</summary>
    public required string Prefix { get; set; }

    /// <summary>SHA-256 of the secret part, which has 256 random bits.</summary>
    public required byte[] SecretHash { get; set; }

    /// <summary>What the key may do, words separated by blanks.</summary>
    public required string Scopes { get; set; }

    /// <summary>The authority whose models it covers; null: every authority.</summary>
    public Guid? AuthorityId { get; set; }

    /// <summary>The policy field it covers; null: every field.</summary>
    public Guid? PolicyFieldId { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Until when it is valid (UTC).</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>When it was last used (UTC), to the minute.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>When it was revoked (UTC).</summary>
    public DateTime? RevokedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>The name behind an actor id. The row can be deleted: the audit chain holds only the id.</summary>
public sealed class ActorName
{
    /// <summary>The actor id of the audit chain.</summary>
    public required string ActorId { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }
}
