namespace GpmTool.Persistence;

/// <summary>What somebody is told.</summary>
public enum NotificationKind
{
    /// <summary>A review was opened.</summary>
    ReviewOpened,

    /// <summary>A review has a new round.</summary>
    ReviewChanged,

    /// <summary>Somebody named the recipient in a comment.</summary>
    Mention,

    /// <summary>An authority objected.</summary>
    Objection,

    /// <summary>A deadline comes near.</summary>
    DeadlineNear,

    /// <summary>A deadline is over.</summary>
    DeadlineOver,

    /// <summary>A review was concluded.</summary>
    ReviewConcluded,

    /// <summary>A Soll is to be looked at again.</summary>
    ResubmissionDue,
}

/// <summary>Whether and when somebody gets e-mail.</summary>
public enum MailChoice
{
    /// <summary>One for each notification.</summary>
    AtOnce,

    /// <summary>One a day with all.</summary>
    Daily,

    /// <summary>None.</summary>
    None,
}

/// <summary>What became of the e-mail of a notification.</summary>
public enum MailState
{
    /// <summary>None is wanted, or none can be sent.</summary>
    None,

    /// <summary>Waits for its time.</summary>
    Pending,

    /// <summary>Somebody is sending it.</summary>
    Sending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The mail server refused it for good, or too often.</summary>
    Failed,

    /// <summary>The program ended while sending: perhaps sent. It is not sent again.</summary>
    Uncertain,
}

/// <summary>What an account is told. Holds no rendered text and no names of persons.</summary>
public sealed class Notification : IVersioned, IBookkeeping
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>Who is told.</summary>
    public Guid AccountId { get; set; }

    /// <summary>What.</summary>
    public NotificationKind Kind { get; set; }

    /// <summary>The kind of object it is about.</summary>
    public required string ObjectKind { get; set; }

    /// <summary>The object it is about.</summary>
    public required string ObjectId { get; set; }

    /// <summary>The policy field the object belongs to: who may no longer read it no longer sees the notification. Null: none.</summary>
    public Guid? FieldId { get; set; }

    /// <summary>The path of the page about it, below the base address; begins with a slash.</summary>
    public required string Link { get; set; }

    /// <summary>What is due when (UTC).</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>What the text is made of, as JSON.</summary>
    public required string ArgumentsJson { get; set; }

    /// <summary>For what is told once only: kind, object, recipient and due date.</summary>
    public string? OnceKey { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was read (UTC).</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>What became of the e-mail.</summary>
    public MailState MailState { get; set; }

    /// <summary>Not to be sent before (UTC).</summary>
    public DateTime MailAt { get; set; }

    /// <summary>How often sending was tried.</summary>
    public int MailAttempts { get; set; }

    /// <summary>Until when the sender that took it may take (UTC).</summary>
    public DateTime? MailLeaseUntil { get; set; }

    /// <summary>Why the last try failed; no addresses.</summary>
    public string? MailProblem { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>What somebody wants to be told by e-mail. No row: at once, in German.</summary>
public sealed class NotificationSettings : IVersioned
{
    /// <summary>Whose.</summary>
    public Guid AccountId { get; set; }

    /// <summary>Whether and when.</summary>
    public MailChoice Mail { get; set; }

    /// <summary>The language of the e-mails, "de" or "en".</summary>
    public required string Language { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}
