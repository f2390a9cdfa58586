using System.Globalization;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Notifications;

/// <summary>What the text of a notification is made of. Nothing here may name a person or tell what only some may read.</summary>
/// <param name="Process">The name of the process.</param>
/// <param name="Authority">The name of an authority.</param>
internal sealed record NoticeArguments(string Process, string? Authority = null);

/// <summary>The sentences of notifications.</summary>
internal static class NoticeTexts
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The zone of all times that people read.</summary>
    public static TimeZoneInfo Berlin { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>What happened, in one sentence.</summary>
    public static Text Of(NotificationKind kind, NoticeArguments arguments, DateTime? dueAt)
    {
        var (german, english) = ($"„{arguments.Process}“", $"\"{arguments.Process}\"");
        var by = arguments.Authority is { } authority ? new Text($" ({authority})", $" ({authority})") : new Text("", "");
        var until = dueAt is { } due ? new Text($" Frist: {Day(due, German)}.", $" Deadline: {Day(due, English)}.") : new Text("", "");
        return kind switch
        {
            NotificationKind.ReviewOpened => new($"Die Mitzeichnung von {german} ist eröffnet.{until.German}", $"The review of {english} is open.{until.English}"),
            NotificationKind.ReviewChanged => new($"Die Mitzeichnung von {german} geht in eine neue Runde.{until.German}", $"The review of {english} has a new round.{until.English}"),
            NotificationKind.Mention => new($"Sie wurden in einer Anmerkung zu {german} genannt.", $"You were named in a comment on {english}."),
            NotificationKind.Objection => new($"Zu {german} gibt es einen Einwand{by.German}.", $"There is an objection to {english}{by.English}."),
            NotificationKind.DeadlineNear => new($"Zu {german} fehlt noch eine Rückmeldung{by.German}.{until.German}", $"A reply on {english} is still missing{by.English}.{until.English}"),
            NotificationKind.DeadlineOver => new($"Die Frist für {german} ist abgelaufen, eine Rückmeldung fehlt{by.German}.{until.German}", $"The deadline for {english} is over, a reply is missing{by.English}.{until.English}"),
            NotificationKind.ReviewConcluded => new($"Die Mitzeichnung von {german} ist abgeschlossen.", $"The review of {english} is concluded."),
            NotificationKind.ResubmissionDue => new($"Das Soll {german} ist zur Wiedervorlage fällig.{until.German}", $"The Soll {english} is due for resubmission.{until.English}"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    private static string Day(DateTime utc, CultureInfo culture) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, Berlin).ToString(ReferenceEquals(culture, German) ? "dd.MM.yyyy, HH:mm 'Uhr'" : "d MMMM yyyy, HH:mm", culture);
}
