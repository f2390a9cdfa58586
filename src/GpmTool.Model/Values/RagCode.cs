using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>A reference activity group (Referenzaktivitätengruppe) of FIM, code 1 to 8 of XProzess 2.0.</summary>
[JsonConverter(typeof(RagCodeConverter))]
public readonly record struct RagCode
{
    private RagCode(int code) => _code = (byte)(code - 1);

    private readonly byte _code;

    /// <summary>The code, 1 to 8.</summary>
    public int Code => _code + 1;

    /// <summary>The group of that code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is not between 1 and 8.</exception>
    public static RagCode Of(int code) => code is >= 1 and <= 8
        ? new(code)
        : throw new ArgumentOutOfRangeException(nameof(code), code, "A reference activity group has a code from 1 to 8.");

    /// <summary>The code as text.</summary>
    public override string ToString() => Code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class RagCodeConverter : JsonConverter<RagCode>
{
    public override RagCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var code) && code is >= 1 and <= 8
            ? RagCode.Of(code)
            : throw new JsonException("A reference activity group is a number from 1 to 8.");

    public override void Write(Utf8JsonWriter writer, RagCode value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Code);
}
