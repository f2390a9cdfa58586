using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>A JSON value that is carried, not understood. Keeps every digit and the member order; compares by value.</summary>
[JsonConverter(typeof(RawJsonConverter))]
public readonly struct RawJson : IEquatable<RawJson>
{
    private readonly string? _text;

    private RawJson(string text) => _text = text;

    /// <summary>The JSON text, without white space between tokens.</summary>
    public string Text => _text ?? "null";

    /// <summary>Takes a parsed value.</summary>
    public static RawJson From(JsonElement element) => new(JsonSerializer.Serialize(element, RawJsonContext.Default.JsonElement));

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static RawJson Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return From(document.RootElement);
    }

    /// <summary>The value, parsed anew.</summary>
    public JsonElement ToElement() => JsonSerializer.Deserialize(Text, RawJsonContext.Default.JsonElement);

    /// <inheritdoc />
    public bool Equals(RawJson other) => Text == other.Text || CanonicalJson.Equal(ToElement(), other.ToElement());

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is RawJson other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => CanonicalJson.ToText(ToElement()).GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both are the same JSON value.</summary>
    public static bool operator ==(RawJson left, RawJson right) => left.Equals(right);

    /// <summary>Whether they are different JSON values.</summary>
    public static bool operator !=(RawJson left, RawJson right) => !left.Equals(right);

    /// <inheritdoc />
    public override string ToString() => Text;
}

internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RawJson.From(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Text, skipInputValidation: true);
}

[JsonSerializable(typeof(JsonElement))]
[JsonSourceGenerationOptions(WriteIndented = false)]
internal sealed partial class RawJsonContext : JsonSerializerContext;
