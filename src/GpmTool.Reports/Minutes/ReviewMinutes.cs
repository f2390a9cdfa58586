namespace GpmTool.Reports;

/// <summary>What kind of authority reviews.</summary>
public enum MinutesAuthorityKind
{
    /// <summary>Senatsverwaltung.</summary>
    SenateAdministration,

    /// <summary>Bezirksamt.</summary>
    DistrictOffice,

    /// <summary>Nachgeordnete Behörde.</summary>
    SubordinateAuthority,
}

/// <summary>As what somebody signed.</summary>
public enum MinutesRole
{
    /// <summary>Modellierer:in.</summary>
    Modeller,

    /// <summary>Koordination.</summary>
    FieldCoordination,

    /// <summary>Senatskoordination.</summary>
    SenateCoordination,

    /// <summary>Behörden-Verantwortliche.</summary>
    AuthorityLead,

    /// <summary>Verwaltung.</summary>
    Administrator,

    /// <summary>Gast.</summary>
    Guest,
}

/// <summary>What an authority says.</summary>
public enum MinutesStance
{
    /// <summary>Einverstanden.</summary>
    Agreed,

    /// <summary>Einwand.</summary>
    Objection,

    /// <summary>Nicht betroffen.</summary>
    NotConcerned,

    /// <summary>Keine Rückmeldung.</summary>
    NoReply,
}

/// <summary>How far a review is.</summary>
public enum MinutesState
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

/// <summary>What a comment is about.</summary>
public enum MinutesSubjectKind
{
    /// <summary>The whole Soll.</summary>
    Whole,

    /// <summary>An element of the model, by its label.</summary>
    Element,

    /// <summary>A difference to the Ist or the version before, by its sentence.</summary>
    Difference,
}

/// <summary>A person who did something, at a time.</summary>
/// <param name="Name">The display name; null where it was erased.</param>
/// <param name="At">When (UTC).</param>
public sealed record MinutesAct(string? Name, DateTime At);

/// <summary>A round of a review.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Opened">When, and by whom it was opened.</param>
/// <param name="Deadline">Until when positions are asked for (UTC).</param>
/// <param name="Changes">What changed since the round before, in short; null in the first round.</param>
public sealed record MinutesRound(int Number, MinutesAct Opened, DateTime Deadline, string? Changes);

/// <summary>What one authority said, of the whole Soll or of one difference.</summary>
/// <param name="Round">In which round.</param>
/// <param name="Difference">The sentence of the difference it is about; null: the whole Soll.</param>
/// <param name="Stance">What it said.</param>
/// <param name="Reason">Why; always there with an objection.</param>
/// <param name="Signed">Who, and when; null with <see cref="MinutesStance.NoReply"/>.</param>
/// <param name="Role">As what; null with <see cref="MinutesStance.NoReply"/>.</param>
/// <param name="IsOpen">Whether an objection still stands.</param>
public sealed record MinutesPosition(int Round, string? Difference, MinutesStance Stance, string? Reason, MinutesAct? Signed, MinutesRole? Role, bool IsOpen);

/// <summary>An authority that was asked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Positions">What it said, in order of time; empty: no reply.</param>
public sealed record MinutesAuthority(string Name, MinutesAuthorityKind Kind, IReadOnlyList<MinutesPosition> Positions);

/// <summary>A comment.</summary>
/// <param name="Written">Who and when.</param>
/// <param name="Text">The text, as written.</param>
public sealed record MinutesComment(MinutesAct Written, string Text);

/// <summary>Comments that belong together.</summary>
/// <param name="Kind">What they are about.</param>
/// <param name="Subject">The label of the element or the sentence of the difference; null for the whole Soll.</param>
/// <param name="Comments">The comments, in order of time.</param>
/// <param name="Resolved">Who said when that the matter is settled; null while it is not.</param>
public sealed record MinutesThread(MinutesSubjectKind Kind, string? Subject, IReadOnlyList<MinutesComment> Comments, MinutesAct? Resolved);

/// <summary>Whether enough authorities agreed. The words are given in the language of the minutes.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Agreed">Authorities that agree.</param>
/// <param name="Objections">Authorities with an objection that still stands.</param>
/// <param name="NotConcerned">Authorities that are not concerned.</param>
/// <param name="NoReply">Authorities without a reply.</param>
/// <param name="Why">Why it holds, or what is missing, in words.</param>
public sealed record MinutesQuorum(string Rule, bool Holds, int Agreed, int Objections, int NotConcerned, int NoReply, string Why);

/// <summary>How a review ended.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Concluded">Who ended it, and when; null while it is open.</param>
/// <param name="Remark">What was said about it.</param>
public sealed record MinutesOutcome(MinutesState State, MinutesAct? Concluded, string? Remark);

/// <summary>From when until when a Soll is valid, the days included.</summary>
/// <param name="From">The first day; null while nobody said so.</param>
/// <param name="Until">The last day; null: no end.</param>
/// <param name="Resubmission">When it is looked at again.</param>
public sealed record MinutesValidity(DateOnly? From, DateOnly? Until, DateOnly? Resubmission);

/// <summary>The facts of a review with co-signature of a Soll. All writers write all of them.</summary>
public sealed record ReviewMinutes
{
    /// <summary>The policy field.</summary>
    public required string PolicyField { get; init; }

    /// <summary>The name of the process.</summary>
    public required string Process { get; init; }

    /// <summary>The key of the process.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>The number of the version of the Soll.</summary>
    public required int Version { get; init; }

    /// <summary>When the minutes were made (UTC).</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>The rounds, in order.</summary>
    public required IReadOnlyList<MinutesRound> Rounds { get; init; }

    /// <summary>The authorities that were asked.</summary>
    public required IReadOnlyList<MinutesAuthority> Authorities { get; init; }

    /// <summary>The comments.</summary>
    public required IReadOnlyList<MinutesThread> Threads { get; init; }

    /// <summary>Whether enough agreed.</summary>
    public required MinutesQuorum Quorum { get; init; }

    /// <summary>How it ended.</summary>
    public required MinutesOutcome Outcome { get; init; }

    /// <summary>The validity of the Soll.</summary>
    public required MinutesValidity Validity { get; init; }
}

/// <summary>How minutes are written.</summary>
/// <param name="Language">The language.</param>
/// <param name="TimeZone">The zone whose local time is shown; named in the minutes by its id.</param>
public sealed record MinutesOptions(ReportLanguage Language, TimeZoneInfo TimeZone);
