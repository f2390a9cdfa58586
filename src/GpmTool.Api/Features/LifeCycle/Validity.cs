using GpmTool.Api.Features.Notifications;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.LifeCycle;

/// <summary>From when until when a Soll is valid. It is looked at again one month before its end (release practice of FIM).</summary>
internal static class Validity
{
    /// <summary>Sets the validity and with it the day of resubmission.</summary>
    public static void Set(SollLifeCycle row, DateOnly from, DateOnly? until) =>
        (row.ValidFrom, row.ValidUntil, row.ResubmissionOn) = (from, until, until?.AddMonths(-1));

    /// <summary>The day in Berlin of a time (UTC).</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, NoticeTexts.Berlin));

    /// <summary>The time (UTC) at which a day begins in Berlin.</summary>
    public static DateTime Beginning(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), NoticeTexts.Berlin);
}
