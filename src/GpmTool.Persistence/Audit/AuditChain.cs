using GpmTool.Model;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence;

/// <summary>What checking the chain gives.</summary>
/// <param name="Entries">How many entries were checked.</param>
/// <param name="BrokenAt">The first entry that does not fit; null when the chain is whole.</param>
public sealed record AuditVerification(long Entries, long? BrokenAt);

/// <summary>The rule of the audit chain.</summary>
public static class AuditChain
{
    /// <summary>The hash before the first entry.</summary>
    public static byte[] Root => AuditRule.Root;

    /// <summary>The hash of an entry, by <see cref="AuditRule.HashOf"/>.</summary>
    public static byte[] HashOf(AuditEntry entry) =>
        AuditRule.HashOf(entry.Sequence, entry.At, entry.Actor, entry.Action, entry.ObjectKind, entry.ObjectId, entry.DetailsJson, entry.PreviousHash);

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
