using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>
/// An amount of money with its ISO 4217 currency, as text "12.5 EUR". Text keeps every digit in stores that hold
/// numbers as doubles. Trailing zeros are dropped: equal amounts have equal texts.
/// </summary>
[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money : ISpanParsable<Money>
{
    private Money(decimal amount, string currency)
    {
        Amount = amount;
        _currency = currency;
    }

    private readonly string? _currency;

    /// <summary>The amount, in units of the currency.</summary>
    public decimal Amount { get; }

    /// <summary>The currency, three capital letters.</summary>
    public string Currency => _currency ?? "EUR";

    /// <summary>An amount of money.</summary>
    /// <exception cref="ArgumentException">The currency is not three capital letters.</exception>
    public static Money Of(decimal amount, string currency = "EUR") => IsCurrency(currency)
        ? new(amount / 1.0000000000000000000000000000m, currency == "EUR" ? "EUR" : currency)
        : throw new ArgumentException($"'{currency}' is not an ISO 4217 currency.", nameof(currency));

    /// <inheritdoc />
    public static Money Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var value)
        ? value
        : throw new FormatException($"'{s}' is not an amount such as '12.50 EUR'.");

    /// <inheritdoc />
    public static Money Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc />
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Money result)
    {
        result = default;
        var text = s.Trim();
        var gap = text.IndexOf(' ');
        if (gap < 1) return false;
        var currency = text[(gap + 1)..].ToString();
        if (!IsCurrency(currency)
            || !decimal.TryParse(text[..gap], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
            return false;
        result = Of(amount, currency);
        return true;
    }

    private static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    /// <summary>The amount and the currency, such as "12.5 EUR".</summary>
    public override string ToString() => $"{Amount.ToString(CultureInfo.InvariantCulture)} {Currency}";
}

internal sealed class MoneyConverter : TextValueConverter<Money>;
