using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence;

/// <summary>What checking the chain gives.</summary>
/// <param name="Entries">How many entries were checked.</param>
/// <param name="BrokenAt">The first entry that does not fit; null when the chain is whole.</param>
public sealed record AuditVerification(long Entries, long? BrokenAt);

/// <summary>The rule of the audit chain.</summary>
public static class AuditChain
{
    /// <summary>Version of the rule; part of every hash.</summary>
    public const int RuleVersion = 1;

    /// <summary>The hash before the first entry.</summary>
    public static byte[] Root => new byte[32];

    /// <summary>
    /// SHA-256 over: rule version, sequence, time (UTC ticks), actor, action, object kind, object id, details, each as
    /// UTF-8 text with its byte length and a colon before it, then the hash of the entry before.
    /// </summary>
    public static byte[] HashOf(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] parts =
        [
            RuleVersion.ToString(CultureInfo.InvariantCulture), entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.At.Ticks.ToString(CultureInfo.InvariantCulture),
            entry.Actor, entry.Action, entry.ObjectKind, entry.ObjectId, entry.DetailsJson ?? "",
        ];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            hash.AppendData(bytes);
        }

        hash.AppendData(entry.PreviousHash);
        return hash.GetHashAndReset();
    }

    /// <summary>Checks the whole chain against its head, streaming. O(entries).</summary>
    public static async Task<AuditVerification> VerifyAsync(GpmDbContext context, CancellationToken cancellation = default)
    {
        var previous = Root;
        long count = 0;
        await foreach (var entry in context.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            count++;
            if (entry.Sequence != count || !entry.PreviousHash.AsSpan().SequenceEqual(previous) || !entry.Hash.AsSpan().SequenceEqual(HashOf(entry)))
                return new AuditVerification(count, entry.Sequence);
            previous = entry.Hash;
        }

        var head = await context.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellation);
        var whole = head is null ? count == 0 : head.Sequence == count && head.Hash.AsSpan().SequenceEqual(previous);
        return new AuditVerification(count, whole ? null : count + 1);
    }
}
