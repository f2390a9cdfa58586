using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>
/// A duration as ISO 8601 writes it ("P14D", "PT90M", "P1Y6M"). Years and months have no fixed length, so they are
/// kept apart from the exact rest. Weeks become days, fractions are allowed in seconds only, nothing is negative.
/// </summary>
/// <remarks>
/// The text is normalised ("PT90M" → "PT1H30M", "P2W" → "P14D"), so equal durations have equal texts and hashes.
/// A day is 24 hours: "one day" of waiting is calendar time, not a working day of eight hours.
/// </remarks>
[JsonConverter(typeof(IsoDurationConverter))]
public readonly record struct IsoDuration : ISpanParsable<IsoDuration>, IComparable<IsoDuration>
{
    /// <summary>Mean length of a month in the Gregorian calendar: 146097 days / 4800 months.</summary>
    private const double DaysPerMonth = 30.436875;

    private const int MaxMonths = 12 * 1000;

    private IsoDuration(int months, TimeSpan rest)
    {
        Months = months;
        Rest = rest;
    }

    /// <summary>Years and months, in months.</summary>
    public int Months { get; }

    /// <summary>Days, hours, minutes and seconds, exact.</summary>
    public TimeSpan Rest { get; }

    /// <summary>The duration of length zero.</summary>
    public static IsoDuration Zero => default;

    /// <summary>The length, exact without months, else with months of mean length.</summary>
    public TimeSpan Length => Rest + TimeSpan.FromDays(Months * DaysPerMonth);

    /// <summary>A duration of exact length; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static IsoDuration From(TimeSpan length) => length >= TimeSpan.Zero
        ? new(0, length)
        : throw new ArgumentOutOfRangeException(nameof(length), length, "A duration is not negative.");

    /// <summary>A duration of that many minutes.</summary>
    public static IsoDuration FromMinutes(double minutes) => From(TimeSpan.FromMinutes(minutes));

    /// <summary>A duration of that many days of 24 hours.</summary>
    public static IsoDuration FromDays(double days) => From(TimeSpan.FromDays(days));

    /// <summary>Reads the ISO 8601 form.</summary>
    /// <exception cref="FormatException">The text is not a duration.</exception>
    public static IsoDuration Parse(string text) => Parse(text, null);

    /// <inheritdoc />
    public static IsoDuration Parse(string s, IFormatProvider? provider) => TryParse(s, null, out var value)
        ? value
        : throw new FormatException($"'{s}' is not an ISO 8601 duration such as P14D or PT1H30M.");

    /// <inheritdoc />
    public static IsoDuration Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IsoDuration result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc />
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out IsoDuration result)
    {
        result = default;
        var text = s.Trim();
        if (text.Length < 3 || text[0] != 'P') return false;
        var inTime = false;
        var lastRank = -1;
        long months = 0;
        var rest = 0m;
        var i = 1;
        while (i < text.Length)
        {
            if (text[i] == 'T')
            {
                if (inTime || i == text.Length - 1) return false;
                inTime = true;
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is '.' or ',')) i++;
            if (i == start || i == text.Length) return false;
            var digits = text[start..i].ToString().Replace(',', '.');
            if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || number > 1_000_000_000m)
                return false;
            var unit = text[i++];
            var rank = Rank(unit, inTime);
            if (rank <= lastRank || (number != decimal.Truncate(number) && unit is not 'S')) return false;
            lastRank = rank;
            switch (rank)
            {
                case 0: months += (long)number * 12; break;
                case 1: months += (long)number; break;
                case 2: rest += number * 7 * 86400; break;
                case 3: rest += number * 86400; break;
                case 4: rest += number * 3600; break;
                case 5: rest += number * 60; break;
                default: rest += number; break;
            }
        }

        if (lastRank < 0 || months > MaxMonths || rest > (decimal)TimeSpan.MaxValue.TotalSeconds / 2) return false;
        result = new((int)months, TimeSpan.FromTicks((long)(rest * TimeSpan.TicksPerSecond)));
        return true;
    }

    private static int Rank(char unit, bool inTime) => (unit, inTime) switch
    {
        ('Y', false) => 0,
        ('M', false) => 1,
        ('W', false) => 2,
        ('D', false) => 3,
        ('H', true) => 4,
        ('M', true) => 5,
        ('S', true) => 6,
        _ => -1,
    };

    /// <summary>Compares by <see cref="Length"/>.</summary>
    public int CompareTo(IsoDuration other) => Length.CompareTo(other.Length);

    /// <summary>Whether the left one is shorter.</summary>
    public static bool operator <(IsoDuration left, IsoDuration right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is longer.</summary>
    public static bool operator >(IsoDuration left, IsoDuration right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is not longer.</summary>
    public static bool operator <=(IsoDuration left, IsoDuration right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is not shorter.</summary>
    public static bool operator >=(IsoDuration left, IsoDuration right) => left.CompareTo(right) >= 0;

    /// <summary>The normalised ISO 8601 form.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("P");
        void Part(long number, char unit)
        {
            if (number != 0) text.Append(number.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }

        Part(Months / 12, 'Y');
        Part(Months % 12, 'M');
        Part(Rest.Days, 'D');
        var seconds = (decimal)(Rest.Ticks % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerSecond;
        if (Rest.Hours != 0 || Rest.Minutes != 0 || seconds != 0)
        {
            text.Append('T');
            Part(Rest.Hours, 'H');
            Part(Rest.Minutes, 'M');
            if (seconds != 0) text.Append(seconds.ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
        }

        return text.Length == 1 ? "PT0S" : text.ToString();
    }
}

internal sealed class IsoDurationConverter : TextValueConverter<IsoDuration>;
