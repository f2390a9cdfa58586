using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Audit;

/// <summary>Many writers at once make one chain.</summary>
public sealed class ParallelWritersTests(Provider provider) : DatabaseTests(provider)
{
    private const int Writers = 8;
    private const int Saves = 6;

    [Test, CancelAfter(600_000)]
    public async Task Eight_writers_make_one_chain_without_gaps(CancellationToken cancellation)
    {
        // The very first save makes the head of the chain; from then on each waits for its turn at that row.
        await StoreAsync(Given.Field("erstes"));
        await Task.WhenAll(Enumerable.Range(1, Writers).Select(writer => Task.Run(() => WriteAsync(writer, cancellation), cancellation)));

        (await WholeChainAsync()).ShouldBe(1 + (Writers * Saves));
        (await ReadAsync(context => context.PolicyFields.CountAsync(cancellation))).ShouldBe(1 + (Writers * Saves));
        var recorded = await ReadAsync(context => context.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.ObjectId).Skip(1).ToListAsync(cancellation));
        for (var writer = 1; writer <= Writers; writer++)
        {
            recorded.Where(key => key.StartsWith($"w{writer}-", StringComparison.Ordinal))
                .ShouldBe(Enumerable.Range(1, Saves).Select(save => $"w{writer}-{save}"), "each writer's saves stand in their order");
        }
    }

    private async Task WriteAsync(int writer, CancellationToken cancellation)
    {
        for (var save = 1; save <= Saves; save++)
        {
            await using var context = Database.Open();
            context.Add(Given.Field($"w{writer}-{save}"));
            context.Record(new Actor($"w{writer}"), "policy-field.create", "policy-field", $"w{writer}-{save}");
            await context.SaveChangesAsync(cancellation);
        }
    }
}
