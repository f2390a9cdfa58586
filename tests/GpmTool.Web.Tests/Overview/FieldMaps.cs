using GpmTool.Web.Tests.Browser;

namespace GpmTool.Web.Tests.Overview;

/// <summary>What the overview shows, in every state of its parts.</summary>
internal static class FieldMaps
{
    public const string Map = "/api/v1/overview/map";

    /// <summary>A field with processes in each state, messages, deadlines and publications.</summary>
    public static Answers Full() => new Answers()
        .Json("/api/v1/policy-fields", new { items = new[] { new { key = "fm", name = "Facility Management" }, new { key = "it", name = "IT-Dienste" } }, nextCursor = (string?)null })
        .Json(Map, new
        {
            authorities = "ABCDEFGH".Select(letter => new { key = $"{letter}", name = $"Muster-Bezirk {letter}", shortName = (string?)null, recorded = 2 }),
            total = 7,
            nextCursor = (string?)null,
            items = new object[]
            {
                Row("energie", "Energieverbrauch bewerten", "Technisches Gebäudemanagement", "AC", "", Soll("inForce", 2)),
                Row("flaeche", "Fläche anmieten und Raumbedarf decken", "Flächenmanagement", "BDF", "H", Soll("published", 1)),
                Row("kleinreparatur", "Kleinreparatur beauftragen", "Technisches Gebäudemanagement", "ABCDEFGH", "", Soll("approved", null)),
                Row("maengel", "Mängelansprucherfüllungsverfolgung veranlassen", "Kaufmännisches Gebäudemanagement", "", "E", null),
                Row("schluessel", "Schlüssel ausgeben und zurücknehmen", "Infrastrukturelles Gebäudemanagement", "BF", "A", Soll("draft", null)),
                Row("stoerung", "Störungsmeldung bearbeiten", "Technisches Gebäudemanagement", "ADH", "B", Soll("coSignature", null)),
                Row("winterdienst", "Winterdienst überwachen", "Infrastrukturelles Gebäudemanagement", "G", "", Soll("withdrawn", 1)),
            },
        })
        .Json("/api/v1/me/notifications", new
        {
            unread = 2,
            nextCursor = (string?)null,
            items = new object[]
            {
                Message("1", "reviewOpened", "Die Prüfung von „Störungsmeldung bearbeiten“ hat begonnen.", "2999-03-01T12:00:00Z", null),
                Message("2", "deadlineOver", "Zu „Kleinreparatur beauftragen“ fehlt Ihre Mitzeichnung.", "2020-01-15T12:00:00Z", null),
                Message("3", "mention", "Sie wurden in einem Kommentar zu „Winterdienst überwachen“ genannt.", null, "2026-01-20T09:00:00Z"),
            },
        })
        .Json("/api/v1/publications", new { nextCursor = (string?)null, items = new[] { new { id = Guid.Empty, process = "energie", name = "Energieverbrauch bewerten", number = 2, version = 4, publishedAt = "2026-01-12T08:00:00Z", publishedBy = "x", packageSha256 = "" } } });

    private static object Soll(string state, int? publication) => new { modelId = Guid.Empty, version = 3, state, hasDraft = false, publication };

    private static object Row(string key, string name, string group, string recorded, string inWork, object? soll) => new
    {
        key,
        name,
        group,
        soll,
        ist = recorded.Concat(inWork).Select(letter => new { authority = $"{letter}", modelId = Guid.Empty, version = 1, hasDraft = inWork.Contains(letter, StringComparison.Ordinal) }),
    };

    private static object Message(string id, string kind, string text, string? dueAt, string? readAt) =>
        new { id, kind, text, objectKind = "review", objectId = id, link = "/processes/stoerung", dueAt, createdAt = "2026-01-20T08:00:00Z", readAt };
}
