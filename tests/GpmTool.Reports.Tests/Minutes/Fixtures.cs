namespace GpmTool.Reports.Tests.Minutes;

/// <summary>Minutes made by hand.</summary>
internal static class Fixtures
{
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    public static readonly MinutesOptions German = new(ReportLanguage.German, Berlin);
    public static readonly MinutesOptions English = new(ReportLanguage.English, Berlin);

    public static DateTime Utc(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, DateTimeKind.Utc);

    public static ReviewMinutes Full { get; } = new()
    {
        PolicyField = "Facility Management",
        Process = "Störungsmeldung bearbeiten",
        ProcessKey = "stoerungsmeldung-bearbeiten",
        Version = 3,
        MadeAt = Utc(11, 26, 20, 5),
        Rounds =
        [
            new(1, new("Ada Äpfel", Utc(7, 1, 8, 0)), Utc(7, 31, 21, 59), null),
            new(2, new(null, Utc(9, 1, 6, 30)), Utc(9, 30, 21, 59), "Prüfung vor der Beauftragung, Frist verlängert"),
        ],
        Authorities =
        [
            new("Muster-Bezirk A", MinutesAuthorityKind.DistrictOffice,
            [
                new(1, null, MinutesStance.Objection, "Der Hausmeister fehlt", new("Bo Öse", Utc(7, 20, 9, 15)), MinutesRole.AuthorityLead, IsOpen: false),
                new(2, null, MinutesStance.Agreed, null, new("Bo Öse", Utc(9, 12, 10, 45)), MinutesRole.AuthorityLead, IsOpen: false),
            ]),
            new("Muster-Senat", MinutesAuthorityKind.SenateAdministration,
            [
                new(2, "Neu: Schritt „Dringlichkeit prüfen“", MinutesStance.Objection, "Zwei Tage sind zu lang", new(null, Utc(9, 15, 11, 0)), MinutesRole.SenateCoordination, IsOpen: true),
                new(2, null, MinutesStance.Agreed, "im Übrigen", new(null, Utc(9, 15, 11, 1)), MinutesRole.SenateCoordination, IsOpen: false),
            ]),
            new("Muster-Landesamt", MinutesAuthorityKind.SubordinateAuthority, [new(2, null, MinutesStance.NotConcerned, null, new("Cy Ünal", Utc(9, 16, 7, 0)), MinutesRole.Modeller, IsOpen: false)]),
            new("Muster-Bezirk B", MinutesAuthorityKind.DistrictOffice, []),
        ],
        Threads =
        [
            new(MinutesSubjectKind.Element, "Meldung prüfen", [new(new("Cy Ünal", Utc(9, 2, 12, 0)), "Wer prüft?\nBitte Rolle nennen."), new(new(null, Utc(9, 3, 12, 0)), "Die Leitstelle.")], new("Ada Äpfel", Utc(9, 4, 8, 0))),
            new(MinutesSubjectKind.Difference, "Entfällt: Schritt „Abtippen“", [new(new("Bo Öse", Utc(9, 5, 12, 0)), "Gut so")], null),
            new(MinutesSubjectKind.Whole, null, [new(new("Ada Äpfel", Utc(9, 6, 12, 0)), "Danke an alle")], null),
        ],
        Quorum = new("Alle Bezirke, und kein offener Einwand", false, 11, 7, 6, 5, "Muster-Bezirk B hat nicht geantwortet"),
        Outcome = new(MinutesState.NotCoSigned, new("Ada Äpfel", Utc(10, 1, 22, 30)), "Dritte Runde folgt"),
        Validity = new(new DateOnly(2027, 1, 1), new DateOnly(2028, 12, 31), new DateOnly(2028, 11, 30)),
    };

    /// <summary>Nothing happened yet.</summary>
    public static ReviewMinutes Empty { get; } = Full with
    {
        Rounds = [],
        Authorities = [],
        Threads = [],
        Quorum = new("Alle", false, 0, 0, 0, 0, "Niemand ist beteiligt"),
        Outcome = new(MinutesState.Open, null, null),
        Validity = new(null, null, null),
    };

    /// <summary>Each free text of the minutes replaced by one text.</summary>
    public static ReviewMinutes With(string text) => Full with
    {
        PolicyField = text,
        Process = text,
        ProcessKey = text,
        Rounds = [.. Full.Rounds.Select(round => round with { Changes = text, Opened = new(text, round.Opened.At) })],
        Authorities = [.. Full.Authorities.Select(authority => authority with { Name = text, Positions = [.. authority.Positions.Select(position => position with { Difference = text, Reason = text, Signed = new(text, Utc(1, 1, 1, 1)) })] })],
        Threads = [.. Full.Threads.Select(thread => thread with { Subject = text, Comments = [.. thread.Comments.Select(comment => new MinutesComment(new(text, comment.Written.At), text))] })],
        Quorum = Full.Quorum with { Rule = text, Why = text },
        Outcome = Full.Outcome with { Remark = text },
    };
}
