using GpmTool.Api.Features.Models;
using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>What became of a decision in the two versions that are compared.</summary>
internal enum PinState
{
    /// <summary>Both elements are there as they were when it was decided.</summary>
    Present,

    /// <summary>An element has another id in these versions, and was found again.</summary>
    Carried,

    /// <summary>An element is gone: the decision takes no part.</summary>
    Vanished,
}

/// <summary>A decision in the two versions that are compared.</summary>
/// <param name="Row">The decision.</param>
/// <param name="BeforeId">The element of the first side; of one that vanished the id it had.</param>
/// <param name="AfterId">The element of the second side; of one that vanished the id it had.</param>
/// <param name="IsBeforeGone">Whether the element of the first side is gone.</param>
/// <param name="IsAfterGone">Whether the element of the second side is gone.</param>
internal sealed record CarriedPin(ElementPin Row, string BeforeId, string AfterId, bool IsBeforeGone, bool IsAfterGone)
{
    /// <summary>What became of it.</summary>
    public PinState State { get; init; }
}

/// <summary>
/// Carries decisions to the versions that are compared. An element with the same id, name and kind is the same. Where that does not
/// hold, the version it was decided on is compared with the present one: who draws a model anew gives other ids.
/// </summary>
internal sealed class CarriedPins(GpmDbContext context, ComparisonCache cache, Thesaurus thesaurus, string thesaurusHash, CancellationToken cancellation)
{
    /// <summary>All decisions, in the order they were taken.</summary>
    public async Task<IReadOnlyList<CarriedPin>> OfAsync(StoredPins pins, ComparedSide before, ComparedSide after)
    {
        if (pins.Rows.Count == 0) return [];
        var (left, right) = (await before.GraphAsync(cache, cancellation), await after.GraphAsync(cache, cancellation));
        var carried = new List<CarriedPin>();
        foreach (var row in pins.Rows)
        {
            var (one, other) = pins.IsMirrored
                ? ((row.SecondElementId, row.SecondContentHash), (row.FirstElementId, row.FirstContentHash))
                : ((row.FirstElementId, row.FirstContentHash), (row.SecondElementId, row.SecondContentHash));
            var beforeId = await TraceAsync(one.Item1, one.Item2, left, before.ContentHash);
            var afterId = await TraceAsync(other.Item1, other.Item2, right, after.ContentHash);
            carried.Add(new CarriedPin(row, beforeId ?? one.Item1, afterId ?? other.Item1, beforeId is null, afterId is null)
            {
                State = beforeId is null || afterId is null ? PinState.Vanished : beforeId == one.Item1 && afterId == other.Item1 ? PinState.Present : PinState.Carried,
            });
        }

        return carried;
    }

    /// <summary>What takes part in the comparison.</summary>
    public static Pins Effective(IEnumerable<CarriedPin> carried)
    {
        var there = carried.Where(pin => pin.State != PinState.Vanished).ToList();
        return new Pins
        {
            Same = there.Where(pin => pin.Row.IsSame).Select(pin => new Pin(pin.BeforeId, pin.AfterId)).ToValueList(),
            Different = there.Where(pin => !pin.Row.IsSame).Select(pin => new Pin(pin.BeforeId, pin.AfterId)).ToValueList(),
        };
    }

    private async Task<string?> TraceAsync(string id, byte[] originHash, ProcessGraph present, byte[] presentHash)
    {
        if (originHash.AsSpan().SequenceEqual(presentHash)) return id;
        var origin = await ComparedSide.GraphAsync(cache, originHash, () => StoredDocuments.LoadAsync(context, originHash, cancellation));
        var (old, now) = (Node(origin, id), Node(present, id));
        if (old is not null && now is not null && old.Name == now.Name && old.Kind == now.Kind) return id;
        var images = await cache.GetAsync($"trace:{Convert.ToHexStringLower(originHash)}:{Convert.ToHexStringLower(presentHash)}:{thesaurusHash}", () => Task.FromResult(Images(origin, present)));
        return images.GetValueOrDefault(id);
    }

    private (Dictionary<string, string> Value, long Bytes) Images(ProcessGraph origin, ProcessGraph present)
    {
        var images = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in ProcessComparison.Matches(origin, present, new ComparisonOptions { Thesaurus = thesaurus }).Where(match => !match.IsPresumed))
            foreach (var id in match.BeforeIds) images.TryAdd(id, match.AfterId);
        return (images, images.Sum(pair => 100L + pair.Key.Length + pair.Value.Length));
    }

    private static FlowNode? Node(ProcessGraph graph, string id)
    {
        foreach (var node in graph.Nodes.AsSpan())
            if (node.Id == id) return node;
        return null;
    }
}
