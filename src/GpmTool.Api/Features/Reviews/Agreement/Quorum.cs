using GpmTool.Api.Features.LifeCycle;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Reviews.Agreement;

/// <summary>What a part of the rule comes to.</summary>
/// <param name="Part">The part.</param>
/// <param name="Agreed">How many agree; after the deadline with those whose silence counts.</param>
/// <param name="Concerned">How many are concerned.</param>
/// <param name="Needed">How many have to agree.</param>
internal sealed record PartResult(QuorumPart Part, int Agreed, int Concerned, int Needed)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds => Agreed >= Needed;
}

/// <summary>Whether enough authorities agree.</summary>
/// <param name="Holds">Whether the review can be concluded as co-signed.</param>
/// <param name="Parts">What each part of the rule comes to.</param>
/// <param name="IsBlocked">Whether an objection blocks.</param>
/// <param name="Agreed">The authorities that agree.</param>
/// <param name="Objecting">The authorities that object.</param>
/// <param name="NotConcerned">The authorities that are not concerned.</param>
/// <param name="Silent">The authorities that have not said (everything) yet.</param>
/// <param name="Reviewers">How many were asked.</param>
internal sealed record QuorumResult(bool Holds, IReadOnlyList<PartResult> Parts, bool IsBlocked, IReadOnlyList<string> Agreed, IReadOnlyList<string> Objecting, IReadOnlyList<string> NotConcerned, IReadOnlyList<string> Silent, int Reviewers);

/// <summary>Counts.</summary>
internal static class Quorum
{
    /// <summary>
    /// Applies a rule. Who is not concerned is left out; of a part with fewer concerned authorities than it needs, all concerned ones have to
    /// agree. At least one authority has to agree at all. Without a rule every objection blocks and nobody in particular has to agree.
    /// </summary>
    /// <param name="rule">The rule; null: none.</param>
    /// <param name="stances">What each authority says, by key; null: nothing (yet).</param>
    /// <param name="isOver">Whether the deadline is over.</param>
    public static QuorumResult Of(QuorumRule? rule, IReadOnlyDictionary<string, Stance?> stances, bool isOver)
    {
        List<string> Keys(Stance? stance) => [.. stances.Where(pair => pair.Value == stance).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
        var (agreed, objecting, notConcerned, silent) = (Keys(Stance.Agreed), Keys(Stance.Objection), Keys(Stance.NotConcerned), Keys(null));
        bool Agrees(string key) => stances.TryGetValue(key, out var stance) && (stance == Stance.Agreed || (stance is null && isOver && rule is { SilenceCounts: true }));
        List<PartResult> parts = rule is null ? [] : [.. rule.Parts.Select(part =>
        {
            var concerned = part.Authorities.Where(key => !stances.TryGetValue(key, out var stance) || stance != Stance.NotConcerned).ToList();
            return new PartResult(part, concerned.Count(Agrees), concerned.Count, Math.Min(part.AtLeast ?? concerned.Count, concerned.Count));
        })];
        var isBlocked = objecting.Count > 0 && rule is not { ObjectionsBlock: false };
        var anybody = stances.Keys.Any(Agrees);
        return new QuorumResult(!isBlocked && anybody && parts.TrueForAll(part => part.Holds), parts, isBlocked, agreed, objecting, notConcerned, silent, stances.Count);
    }
}
