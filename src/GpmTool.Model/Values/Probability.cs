using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>A share of cases between 0 and 1.</summary>
[JsonConverter(typeof(ProbabilityConverter))]
public readonly record struct Probability : IComparable<Probability>
{
    private Probability(double value) => Value = value;

    /// <summary>The share, 0 to 1.</summary>
    public double Value { get; }

    /// <summary>The probability of that share.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static Probability Of(double value) => value is >= 0 and <= 1
        ? new(value == 0 ? 0 : value)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability lies between 0 and 1.");

    /// <inheritdoc />
    public int CompareTo(Probability other) => Value.CompareTo(other.Value);

    /// <summary>Whether the left one is smaller.</summary>
    public static bool operator <(Probability left, Probability right) => left.Value < right.Value;

    /// <summary>Whether the left one is larger.</summary>
    public static bool operator >(Probability left, Probability right) => left.Value > right.Value;

    /// <summary>Whether the left one is not larger.</summary>
    public static bool operator <=(Probability left, Probability right) => left.Value <= right.Value;

    /// <summary>Whether the left one is not smaller.</summary>
    public static bool operator >=(Probability left, Probability right) => left.Value >= right.Value;

    /// <summary>The share as an invariant number.</summary>
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}

internal sealed class ProbabilityConverter : JsonConverter<Probability>
{
    public override Probability Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && value is >= 0 and <= 1
            ? Probability.Of(value)
            : throw new JsonException("A probability is a number between 0 and 1.");

    public override void Write(Utf8JsonWriter writer, Probability value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
