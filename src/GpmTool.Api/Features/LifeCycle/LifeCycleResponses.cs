using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.LifeCycle;

/// <summary>A step that was taken.</summary>
/// <param name="From">From where.</param>
/// <param name="To">To where.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who decided it (opaque id).</param>
internal sealed record TransitionResponse(ModelState From, ModelState To, string? Reason, DateTime At, string By);

/// <summary>What a rolled-out Soll was expected to bring, and what was seen.</summary>
/// <param name="Expected">What was expected.</param>
/// <param name="Observed">What was observed.</param>
/// <param name="NextVersion">The version with which the cycle started again.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who said so (opaque id).</param>
internal sealed record OutcomeResponse(string Expected, string Observed, int NextVersion, DateTime At, string By);

/// <summary>A step that can be taken now.</summary>
/// <param name="To">To where.</param>
/// <param name="By">What leads there; only decisions are taken here.</param>
internal sealed record NextStepResponse(ModelState To, Move By);

/// <summary>The life cycle of a version of a Soll.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="State">Where it is.</param>
/// <param name="NextSteps">Where it can go from here, and how.</param>
/// <param name="ReviewId">The newest review with this version.</param>
/// <param name="ValidFrom">The first day of validity.</param>
/// <param name="ValidUntil">The last day of validity.</param>
/// <param name="ResubmissionOn">The day on which it is looked at again.</param>
/// <param name="Transitions">The steps so far, the oldest first.</param>
/// <param name="Outcomes">What it brought, when the cycle started again.</param>
internal sealed record LifeCycleResponse(
    Guid ModelId, int Version, ModelState State, IReadOnlyList<NextStepResponse> NextSteps, Guid? ReviewId, DateOnly? ValidFrom, DateOnly? ValidUntil, DateOnly? ResubmissionOn,
    IReadOnlyList<TransitionResponse> Transitions, IReadOnlyList<OutcomeResponse> Outcomes)
{
    /// <summary>Shows a life cycle.</summary>
    public static async Task<LifeCycleResponse> ShowAsync(GpmDbContext context, SollLifeCycle row, int number, CancellationToken cancellation)
    {
        var transitions = await context.SollTransitions.AsNoTracking().Where(step => step.ModelVersionId == row.ModelVersionId).OrderBy(step => step.Number).ToListAsync(cancellation);
        var outcomes = await context.SollOutcomes.AsNoTracking().Where(outcome => outcome.ModelVersionId == row.ModelVersionId).OrderBy(outcome => outcome.NextNumber).ToListAsync(cancellation);
        var review = await (
            from round in context.ReviewRounds
            join one in context.Reviews on round.ReviewId equals one.Id
            where round.ModelVersionId == row.ModelVersionId
            orderby one.OpenedAt descending
            select (Guid?)one.Id).FirstOrDefaultAsync(cancellation);
        return new LifeCycleResponse(
            row.ModelId, number, row.State, [.. LifeCycleTable.Steps.Where(step => step.From == row.State).Select(step => new NextStepResponse(step.To, step.Move))], review,
            row.ValidFrom, row.ValidUntil, row.ResubmissionOn,
            [.. transitions.Select(step => new TransitionResponse(step.From, step.To, step.Reason, step.At, step.By))],
            [.. outcomes.Select(outcome => new OutcomeResponse(outcome.Expected, outcome.Observed, outcome.NextNumber, outcome.At, outcome.By))]);
    }
}
