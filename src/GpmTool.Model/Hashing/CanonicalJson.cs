using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GpmTool.Model;

/// <summary>
/// The canonical form of a JSON value: members sorted by ordinal name, no white space, UTF-8, only the escapes JSON
/// demands, integers as they are and other numbers as the shortest text that reads back as the same double.
/// Two documents that differ only in member order, white space or the spelling of a number have the same form.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Version of the rule above; a hash is only comparable under the same version.</summary>
    public const int RuleVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The canonical text.</summary>
    public static string ToText(JsonElement value)
    {
        var buffer = Write(value, null);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>SHA-256 of the canonical form (32 bytes).</summary>
    /// <param name="value">The value.</param>
    /// <param name="skip">Says which members to leave out: depth (0 = the value's own members) and name.</param>
    public static byte[] Hash(JsonElement value, Func<int, string, bool>? skip = null) =>
        SHA256.HashData(Write(value, skip).WrittenSpan);

    /// <summary>Whether both are the same JSON value.</summary>
    public static bool Equal(JsonElement left, JsonElement right) =>
        Write(left, null).WrittenSpan.SequenceEqual(Write(right, null).WrittenSpan);

    private static ArrayBufferWriter<byte> Write(JsonElement value, Func<int, string, bool>? skip)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, value, 0, skip);
        return buffer;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, int depth, Func<int, string, bool>? skip)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                var members = new List<JsonProperty>();
                foreach (var member in value.EnumerateObject()) members.Add(member);
                members.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
                foreach (var member in members)
                {
                    if (skip?.Invoke(depth, member.Name) == true) continue;
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, depth + 1, skip);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item, depth + 1, skip);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value.GetRawText()), skipInputValidation: true);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string Number(string text)
    {
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') < 0) return text == "-0" ? "0" : text;
        var number = double.Parse(text, CultureInfo.InvariantCulture);
        return number == 0 ? "0"
            : Math.Abs(number) < 1e15 && number == Math.Truncate(number) ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture)
            : text;
    }
}
