using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
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
                Members(writer, value, depth, skip);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item, depth + 1, skip);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value.GetRawText()), skipInputValidation: true);
                break;
            case JsonValueKind.String when IsPlain(JsonMarshal.GetRawUtf8Value(value)):
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void Members(Utf8JsonWriter writer, JsonElement value, int depth, Func<int, string, bool>? skip)
    {
        writer.WriteStartObject();
        var members = ArrayPool<(string Name, JsonElement Value)>.Shared.Rent(value.GetPropertyCount());
        var count = 0;
        foreach (var member in value.EnumerateObject()) members[count++] = (member.Name, member.Value);
        members.AsSpan(0, count).Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        for (var i = 0; i < count; i++)
        {
            if (skip?.Invoke(depth, members[i].Name) == true) continue;
            writer.WritePropertyName(members[i].Name);
            Write(writer, members[i].Value, depth + 1, skip);
        }

        ArrayPool<(string Name, JsonElement Value)>.Shared.Return(members, clearArray: true);
        writer.WriteEndObject();
    }

    // Printable ASCII without an escape is its own canonical form; the quotes are part of the raw text.
    private static bool IsPlain(ReadOnlySpan<byte> raw) => raw.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0 && !raw.Contains((byte)'\\');

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
