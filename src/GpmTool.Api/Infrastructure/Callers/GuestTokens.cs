namespace GpmTool.Api.Infrastructure.Callers;

/// <summary>The secrets of links for guests: <c>gpmguest_&lt;secret&gt;</c>, sent like a key.</summary>
internal static class GuestTokens
{
    private const string Start = "gpmguest_";

    /// <summary>A new one.</summary>
    public static string New() => Start + Secrets.New();

    /// <summary>The hash that is stored of a token.</summary>
    public static byte[] Hash(string token) => Secrets.Hash(token[Start.Length..]);

    /// <summary>The hash of a token; null when the text is none.</summary>
    public static byte[]? Read(string text) => text.StartsWith(Start, StringComparison.Ordinal) && text.Length is > 20 and < 200 ? Hash(text) : null;
}
