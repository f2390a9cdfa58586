using System.Globalization;
using System.Text.RegularExpressions;
using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>Turns the timers of BPMN into the texts Elsa reads: .NET time spans, dates and Cron.</summary>
internal static partial class Timers
{
    /// <summary>"P14D" → "14.00:00:00"; null when the text is no ISO duration.</summary>
    public static string? TimeSpanText(string? iso) => IsoDuration.TryParse(iso, null, out var duration)
        ? duration.Length.ToString("c", CultureInfo.InvariantCulture)
        : null;

    /// <summary>"R3/PT1H" → the interval as a .NET time span.</summary>
    public static string? IntervalText(string? cycle)
    {
        if (cycle is null) return null;
        var slash = cycle.LastIndexOf('/');
        return TimeSpanText(slash < 0 ? cycle : cycle[(slash + 1)..]);
    }

    /// <summary>An ISO date with time; a date alone means midnight UTC.</summary>
    public static string? DateText(string? date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : null;

    /// <summary>Whether the text looks like a Cron expression of five to seven fields.</summary>
    public static bool IsCron(string? text) => text is not null && Cron().IsMatch(text.Trim());

    [GeneratedRegex(@"^(@\w+|([\d*?/,\-LW#A-Za-z]+\s+){4,6}[\d*?/,\-LW#A-Za-z]+)$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Cron();
}
