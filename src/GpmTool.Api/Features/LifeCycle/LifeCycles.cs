using System.Text.Json;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.LifeCycle;

/// <summary>Moves versions of Soll models from state to state; nothing else does.</summary>
internal static class LifeCycles
{
    /// <summary>Where a version is; a version nobody submitted yet is a draft.</summary>
    public static async Task<SollLifeCycle> OfAsync(GpmDbContext context, ModelVersion version, CancellationToken cancellation) =>
        context.SollLifeCycles.Local.FirstOrDefault(row => row.ModelVersionId == version.Id)
        ?? await context.SollLifeCycles.SingleOrDefaultAsync(row => row.ModelVersionId == version.Id, cancellation)
        ?? new SollLifeCycle { ModelVersionId = version.Id, ModelId = version.ModelId, State = ModelState.Draft };

    /// <summary>Takes a step, with its audit entry; stored with the caller's next save. A step that does not exist is a problem and changes nothing.</summary>
    /// <param name="context">The context.</param>
    /// <param name="version">The version.</param>
    /// <param name="to">To where.</param>
    /// <param name="by">What moves it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who decided it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<ProblemResult?> MoveAsync(GpmDbContext context, ModelVersion version, ModelState to, Func<LifeCycleStep, bool> by, string? reason, Actor actor, TimeProvider time, CancellationToken cancellation)
    {
        var row = await OfAsync(context, version, cancellation);
        if (LifeCycleTable.Find(row.State, to) is not { } step || !by(step)) return NoSuchStep(row.State, to);
        if (context.Entry(row).State == EntityState.Detached) context.SollLifeCycles.Add(row);
        var model = await context.Models.SingleAsync(other => other.Id == version.ModelId, cancellation);
        Take(context, row, version.Number, to, reason, actor, time);
        if (to == ModelState.InForce) await ReplaceOthersAsync(context, model, version, actor, time, cancellation);
        if (to == ModelState.InForce) model.InForceNumber = version.Number;
        else if (model.InForceNumber == version.Number) model.InForceNumber = null;
        var newer = await context.SollLifeCycles.AnyAsync(other => other.ModelId == model.Id && other.ModelVersionId != version.Id && context.ModelVersions.Any(later => later.Id == other.ModelVersionId && later.Number > version.Number), cancellation);
        if (!newer) model.State = to;
        return null;
    }

    private static void Take(GpmDbContext context, SollLifeCycle row, int number, ModelState to, string? reason, Actor actor, TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        context.SollTransitions.Add(new SollTransition { ModelVersionId = row.ModelVersionId, Number = ++row.LastTransition, From = row.State, To = to, Reason = reason, At = now, By = actor.Id });
        context.Record(actor, "life-cycle.move", "model", row.ModelId.ToString(), JsonSerializer.Serialize(new { version = number, from = Word(row.State), to = Word(to), note = reason }));
        row.State = to;
        if (to == ModelState.InForce && row.ValidFrom is null)
        {
            var today = Validity.DayOf(now);
            Validity.Set(row, today, today.AddYears(1).AddDays(-1));
        }
    }

    private static async Task ReplaceOthersAsync(GpmDbContext context, ProcessModel model, ModelVersion version, Actor actor, TimeProvider time, CancellationToken cancellation)
    {
        var others = await (
            from row in context.SollLifeCycles
            join other in context.ModelVersions on row.ModelVersionId equals other.Id
            where row.ModelId == model.Id && other.Number < version.Number
            orderby other.Number
            select new { Row = row, other.Number }).ToListAsync(cancellation);
        foreach (var other in others)
            if (LifeCycleTable.Find(other.Row.State, ModelState.Superseded) is { Move: Move.Replaced })
                Take(context, other.Row, other.Number, ModelState.Superseded, null, actor, time);
    }

    /// <summary>409: the state machine has no such step.</summary>
    public static ProblemResult NoSuchStep(ModelState from, ModelState to)
    {
        var next = LifeCycleTable.Steps.Where(step => step.From == from).Select(step => Word(step.To)).ToList();
        var how = LifeCycleTable.Find(from, to)?.Move switch
        {
            Move.ReviewOpened => new Text("Eröffnen Sie eine Mitzeichnung (POST …/reviews).", "Open a review (POST …/reviews)."),
            Move.ReviewCoSigned or Move.ReviewEnded => new Text("Schließen Sie die Mitzeichnung ab (POST /api/v1/reviews/{id}/conclude).", "Conclude the review (POST /api/v1/reviews/{id}/conclude)."),
            Move.Published => new Text("Veröffentlichen Sie die Version (POST /api/v1/publications).", "Publish the version (POST /api/v1/publications)."),
            Move.Replaced => new Text("Das geschieht, wenn eine andere Version in Kraft tritt.", "This happens when another version comes into force."),
            _ when next.Count == 0 => new Text("Beginnen Sie eine neue Version.", "Begin a new version."),
            _ => new Text($"Möglich ist von hier: {string.Join(", ", next)}.", $"Possible from here: {string.Join(", ", next)}."),
        };
        return Failure.Conflict("no-such-step", new($"Von „{Word(from)}“ führt dieser Schritt nicht nach „{Word(to)}“.", $"This step does not lead from \"{Word(from)}\" to \"{Word(to)}\"."), how);
    }

    private static string Word(ModelState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
