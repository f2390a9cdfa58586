using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using GpmTool.Api.Infrastructure.Rights;

namespace GpmTool.Api.Infrastructure.Callers;

/// <summary>A key in parts: <c>gpm_&lt;prefix&gt;_&lt;secret&gt;</c>.</summary>
/// <param name="Prefix">The readable part.</param>
/// <param name="Secret">The secret part.</param>
internal sealed record KeyText(string Prefix, string Secret)
{
    /// <summary>What every key begins with.</summary>
    public const string Start = "gpm_";

    /// <summary>The hash that is stored. The secret has 256 random bits, so it needs neither salt nor many rounds.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    /// <summary>A new key.</summary>
    public static KeyText New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), Secrets.New());

    /// <summary>Reads a key; null when the text is none.</summary>
    public static KeyText? Read(string text)
    {
        var parts = text.Split('_', 3);
        return parts is ["gpm", { Length: > 0 and <= 20 } prefix, { Length: > 0 and <= 100 } secret] ? new KeyText(prefix, secret) : null;
    }

    /// <summary>The key as it is given to a program.</summary>
    public override string ToString() => $"{Start}{Prefix}_{Secret}";
}

/// <summary>Random secrets.</summary>
internal static class Secrets
{
    /// <summary>256 random bits as Base64 for addresses.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash of a secret that is stored.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>Scopes as words.</summary>
internal static class ScopeWords
{
    /// <summary>Writes scopes.</summary>
    public static string Write(IEnumerable<Scope> scopes) => string.Join(' ', scopes.Distinct().Order().Select(scope => scope.ToString().ToLowerInvariant()));

    /// <summary>Reads scopes; unknown words are none.</summary>
    public static IReadOnlySet<Scope> Read(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Enum.TryParse<Scope>(word, ignoreCase: true, out var scope) ? scope : (Scope?)null).OfType<Scope>().ToHashSet();
}
