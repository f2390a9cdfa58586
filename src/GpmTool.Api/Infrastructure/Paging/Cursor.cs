using System.Buffers.Text;
using System.Text.Json;

namespace GpmTool.Api.Infrastructure.Paging;

/// <summary>Where the previous page ended: the order it was read in, and both sort values of its last entry. Opaque to clients.</summary>
internal sealed record Cursor(string Sort, string Value, string Tie)
{
    /// <summary>The text clients get.</summary>
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new[] { Sort, Value, Tie }));

    /// <summary>Reads such a text; null when it is not one of ours.</summary>
    public static Cursor? Decode(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text)) is [{ } sort, { } value, { } tie]
                ? new Cursor(sort, value, tie)
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
