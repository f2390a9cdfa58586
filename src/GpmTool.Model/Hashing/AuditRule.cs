using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GpmTool.Model;

/// <summary>How the entries of an audit chain are hashed; one rule for the store and for those who check an export without it.</summary>
public static class AuditRule
{
    /// <summary>Version of the rule; part of every hash.</summary>
    public const int Version = 1;

    /// <summary>The hash before the first entry: 32 zero bytes.</summary>
    public static byte[] Root => new byte[32];

    /// <summary>
    /// SHA-256 over: rule version, sequence, time (UTC ticks of 100 ns), actor, action, object kind, object id, details, each as
    /// UTF-8 text with its byte length and a colon before it, then the hash of the entry before.
    /// </summary>
    public static byte[] HashOf(long sequence, DateTime at, string actor, string action, string objectKind, string objectId, string? details, byte[] previous)
    {
        ArgumentNullException.ThrowIfNull(previous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] parts = [Text(Version), Text(sequence), Text(at.Ticks), actor, action, objectKind, objectId, details ?? ""];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(Encoding.ASCII.GetBytes(Text(bytes.Length) + ":"));
            hash.AppendData(bytes);
        }

        hash.AppendData(previous);
        return hash.GetHashAndReset();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
