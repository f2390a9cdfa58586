using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>Durations as people say them in German: "1 Std. 30 Min.", "3 Tage".</summary>
public static class Durations
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>An ISO duration in words; "–" when there is none.</summary>
    public static string German(string? iso) => IsoDuration.TryParse(iso, null, out var duration) ? German(duration.Length) : "–";

    /// <summary>A duration in words, to two units; "–" when there is none.</summary>
    public static string German(TimeSpan? time)
    {
        if (time is not { } length) return "–";
        if (length < TimeSpan.Zero) return $"−{German(-length)}";
        if (length.TotalMinutes < 1) return $"{Math.Round(length.TotalSeconds).ToString("N0", Culture)} Sek.";
        var minutes = (long)Math.Round(length.TotalMinutes);
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        var parts = new List<string>();
        if (days > 0) parts.Add(days == 1 ? "1 Tag" : $"{days.ToString("N0", Culture)} Tage");
        if (hours > 0) parts.Add($"{hours} Std.");
        if (rest > 0) parts.Add($"{rest} Min.");
        return string.Join(' ', parts.Take(2));
    }

    /// <summary>The difference in words, with its sign; "–" when one is not known.</summary>
    public static string Change(TimeSpan? before, TimeSpan? after) =>
        (after - before) is not { } change ? "–" : change == TimeSpan.Zero ? "0" : change > TimeSpan.Zero ? $"+{German(change)}" : German(change);
}
