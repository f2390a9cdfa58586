using GpmTool.Persistence;

namespace GpmTool.Api.Features.LifeCycle;

/// <summary>What moves a Soll from one state to another.</summary>
internal enum Move
{
    /// <summary>The coordination decides it.</summary>
    Decision,

    /// <summary>The coordination decides it and says why.</summary>
    ReasonedDecision,

    /// <summary>The coordination decides it alone, where the policy field has no quorum rule and no review is open.</summary>
    DecisionWithoutQuorum,

    /// <summary>A review is opened.</summary>
    ReviewOpened,

    /// <summary>A review ends, co-signed.</summary>
    ReviewCoSigned,

    /// <summary>A review ends without it, is taken back, or goes on with another version.</summary>
    ReviewEnded,

    /// <summary>The version is published.</summary>
    Published,

    /// <summary>Another version of the same Soll is in force.</summary>
    Replaced,
}

/// <summary>A step that can be taken.</summary>
/// <param name="From">From where.</param>
/// <param name="To">To where.</param>
/// <param name="Move">By what.</param>
internal sealed record LifeCycleStep(ModelState From, ModelState To, Move Move);

/// <summary>The one state machine of a version of a Soll. <c>docs/reviews.md</c> draws it, and a test holds both together.</summary>
internal static class LifeCycleTable
{
    /// <summary>All steps; there are no others.</summary>
    public static IReadOnlyList<LifeCycleStep> Steps { get; } =
    [
        new(ModelState.Draft, ModelState.MethodReview, Move.Decision),
        new(ModelState.MethodReview, ModelState.Draft, Move.ReasonedDecision),
        new(ModelState.MethodReview, ModelState.CoSignature, Move.ReviewOpened),
        new(ModelState.MethodReview, ModelState.Approved, Move.DecisionWithoutQuorum),
        new(ModelState.CoSignature, ModelState.Approved, Move.ReviewCoSigned),
        new(ModelState.CoSignature, ModelState.Draft, Move.ReviewEnded),
        new(ModelState.Approved, ModelState.Draft, Move.ReasonedDecision),
        new(ModelState.Approved, ModelState.Published, Move.Published),
        new(ModelState.Approved, ModelState.Withdrawn, Move.ReasonedDecision),
        new(ModelState.Published, ModelState.RollingOut, Move.ReasonedDecision),
        new(ModelState.Published, ModelState.Superseded, Move.Replaced),
        new(ModelState.Published, ModelState.Withdrawn, Move.ReasonedDecision),
        new(ModelState.RollingOut, ModelState.InForce, Move.ReasonedDecision),
        new(ModelState.RollingOut, ModelState.Superseded, Move.Replaced),
        new(ModelState.RollingOut, ModelState.Withdrawn, Move.ReasonedDecision),
        new(ModelState.InForce, ModelState.Superseded, Move.Replaced),
        new(ModelState.InForce, ModelState.Withdrawn, Move.ReasonedDecision),
    ];

    /// <summary>The step between two states; null: there is none.</summary>
    public static LifeCycleStep? Find(ModelState from, ModelState to) => Steps.SingleOrDefault(step => step.From == from && step.To == to);

    /// <summary>Whether somebody takes this step by deciding it, and not by something else.</summary>
    public static bool IsDecided(this LifeCycleStep step) => step.Move is Move.Decision or Move.ReasonedDecision or Move.DecisionWithoutQuorum;
}
