using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>The decisions about a pair of models, as the two sides of a comparison see them.</summary>
/// <param name="Set">The pair; null: nothing was decided yet.</param>
/// <param name="Rows">The decisions.</param>
/// <param name="IsMirrored">Whether the first model of the pair is the second side.</param>
internal sealed record StoredPins(PinSet? Set, IReadOnlyList<ElementPin> Rows, bool IsMirrored)
{
    /// <summary>Nothing is stored about documents that are sent along.</summary>
    public static StoredPins None { get; } = new(null, [], false);

    /// <summary>What tells these decisions from others.</summary>
    public string Identity => Set is null ? "" : $"{Set.Id:N}.{Set.Version}{(IsMirrored ? "m" : "")}";

    /// <summary>The decisions about two sides.</summary>
    public static async Task<StoredPins> LoadAsync(GpmDbContext context, ComparedSide before, ComparedSide after, CancellationToken cancellation)
    {
        if (before.Version.ModelId is not { } one || after.Version.ModelId is not { } other) return None;
        var isMirrored = one == other ? before.Version.Version > after.Version.Version : string.CompareOrdinal(one.ToString("N"), other.ToString("N")) > 0;
        var (first, second) = isMirrored ? (other, one) : (one, other);
        if (await context.PinSets.SingleOrDefaultAsync(row => row.FirstModelId == first && row.SecondModelId == second, cancellation) is not { } set) return new StoredPins(null, [], isMirrored);
        return new StoredPins(set, await context.ElementPins.Where(row => row.PinSetId == set.Id).OrderBy(row => row.Number).ToListAsync(cancellation), isMirrored);
    }
}
