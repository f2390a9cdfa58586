using FluentValidation;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.LifeCycle;

/// <summary>A decision about a version of a Soll.</summary>
/// <param name="State">To where it goes.</param>
/// <param name="Reason">Why: required for every step but submitting and approving.</param>
internal sealed record MoveRequest(ModelState State, string? Reason = null);

/// <summary>The validity of a version of a Soll.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null: no end, and no resubmission.</param>
internal sealed record ValidityRequest(DateOnly From, DateOnly? Until = null);

/// <summary>Why the cycle starts again.</summary>
/// <param name="Expected">What the Soll was expected to bring.</param>
/// <param name="Observed">What was observed.</param>
internal sealed record RestartRequest(string Expected, string Observed);

internal sealed class MoveValidator : AbstractValidator<MoveRequest>
{
    public MoveValidator()
    {
        RuleFor(request => request.State).IsInEnum();
        RuleFor(request => request.Reason).MaximumLength(4000);
    }
}

internal sealed class ValidityValidator : AbstractValidator<ValidityRequest>
{
    public ValidityValidator()
    {
        RuleFor(request => request.From).NotEmpty();
        RuleFor(request => request.Until).Must((request, until) => until is not { } end || end >= request.From)
            .WithMessage(_ => new Text("Der letzte Tag liegt nicht vor dem ersten.", "The last day is not before the first.").ToString());
    }
}

internal sealed class RestartValidator : AbstractValidator<RestartRequest>
{
    public RestartValidator()
    {
        RuleFor(request => request.Expected).NotEmpty().MaximumLength(4000);
        RuleFor(request => request.Observed).NotEmpty().MaximumLength(4000);
    }
}

/// <summary>The life cycle of versions of Soll models.</summary>
internal static class LifeCycleOperations
{
    private static readonly ModelState[] RolledOut = [ModelState.Published, ModelState.RollingOut, ModelState.InForce];

    /// <summary>Reads where a version of a Soll is, and where it can go.</summary>
    public static async Task<Results<TaggedOk<LifeCycleResponse>, ProblemResult>> GetAsync(Guid id, int number, GpmDbContext context, CancellationToken cancellation)
    {
        var (version, problem) = await FindAsync(context, id, number, cancellation);
        return problem is not null ? problem : await ShowAsync(context, version!, cancellation);
    }

    /// <summary>Takes a step that the coordination decides. Reviews, publications and newer versions in force move a Soll by themselves.</summary>
    public static async Task<Results<TaggedOk<LifeCycleResponse>, ProblemResult>> MoveAsync(Guid id, int number, MoveRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var (version, row, problem) = await FindToChangeAsync(context, id, number, ifMatch, cancellation);
        if (problem is not null) return problem;
        if (LifeCycleTable.Find(row!.State, request.State) is not { } step || !step.IsDecided()) return LifeCycles.NoSuchStep(row.State, request.State);
        if (step.Move == Move.ReasonedDecision && string.IsNullOrWhiteSpace(request.Reason)) return Failure.Field("reason", new("Dieser Schritt braucht eine Begründung.", "This step needs a reason."));
        if (step.Move == Move.DecisionWithoutQuorum && await QuorumOperations.RuleAsync(context, version!.ModelId, cancellation) is not null)
            return Failure.Conflict("quorum-required",
                new("Das Politikfeld verlangt eine Mitzeichnung; die Koordination gibt nicht allein frei.", "The policy field demands co-signatures; its coordination does not approve alone."),
                new("Eröffnen Sie eine Mitzeichnung (POST …/reviews).", "Open a review (POST …/reviews)."));
        if (await LifeCycles.MoveAsync(context, version!, request.State, LifeCycleTable.IsDecided, request.Reason, current.Actor, time, cancellation) is { } refused) return refused;
        await context.SaveChangesAsync(cancellation);
        return await ShowAsync(context, version!, cancellation);
    }

    /// <summary>Sets from when until when a version is valid; it is looked at again one month before the end.</summary>
    public static async Task<Results<TaggedOk<LifeCycleResponse>, ProblemResult>> SetValidityAsync(Guid id, int number, ValidityRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        var (version, row, problem) = await FindToChangeAsync(context, id, number, ifMatch, cancellation);
        if (problem is not null) return problem;
        if (row!.State is ModelState.Draft or ModelState.MethodReview or ModelState.CoSignature or ModelState.Superseded or ModelState.Withdrawn)
            return Failure.Conflict("not-approved",
                new("Eine Gültigkeit hat nur eine freigegebene Version, die weder abgelöst noch zurückgezogen ist.", "Only an approved version that is neither superseded nor withdrawn has a validity."),
                new("Geben Sie die Version zuerst frei.", "Approve the version first."));
        Validity.Set(row, request.From, request.Until);
        context.Record(current.Actor, "life-cycle.validity", "model", id.ToString(), System.Text.Json.JsonSerializer.Serialize(new { version = number, from = request.From, until = request.Until }));
        await context.SaveChangesAsync(cancellation);
        return await ShowAsync(context, version!, cancellation);
    }

    /// <summary>Starts the cycle again from a published Soll: records what it was expected to bring and what was seen, and begins a draft from it.</summary>
    public static async Task<Results<TaggedCreated<LifeCycleResponse>, ProblemResult>> RestartAsync(Guid id, int number, RestartRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var (version, row, problem) = await FindToChangeAsync(context, id, number, ifMatch, cancellation);
        if (problem is not null) return problem;
        if (!RolledOut.Contains(row!.State))
            return Failure.Conflict("not-rolled-out",
                new("Neu beginnt der Zyklus nur bei einer Version, die veröffentlicht, im Rollout oder in Kraft ist.", "The cycle starts again only from a version that is published, rolling out or in force."),
                new("Beginnen Sie sonst einen Entwurf (POST …/draft).", "Else begin a draft (POST …/draft)."));
        if (await context.ModelVersions.AnyAsync(other => other.DraftOfModelId == id, cancellation))
            return VersionOperations.DraftExists();
        var (model, now) = (await context.Models.SingleAsync(other => other.Id == id, cancellation), time.GetUtcNow().UtcDateTime);
        var document = IncomingDocuments.FromElsa(await StoredDocuments.LoadWholeAsync(context, version!, cancellation), null);
        var draft = Versions.AddDraft(context, model, document, current.Actor, now, request.Observed.Length <= 2000 ? request.Observed : request.Observed[..2000]);
        context.SollOutcomes.Add(new SollOutcome { Id = Guid.CreateVersion7(), ModelVersionId = version!.Id, Expected = request.Expected, Observed = request.Observed, NextNumber = draft.Number, At = now, By = current.Actor.Id });
        context.Entry(row).Property(changed => changed.State).IsModified = true; // a new ETag: who restarts must have seen the last outcome
        context.Record(current.Actor, "life-cycle.restart", "model", id.ToString(), System.Text.Json.JsonSerializer.Serialize(new { version = number, next = draft.Number, expected = request.Expected, observed = request.Observed }));
        await context.SaveChangesAsync(cancellation);
        return ETags.Created($"{ApiGroup.Prefix}/models/{id}/versions/{draft.Number}", await LifeCycleResponse.ShowAsync(context, row, number, cancellation), row.Version);
    }

    private static async Task<TaggedOk<LifeCycleResponse>> ShowAsync(GpmDbContext context, ModelVersion version, CancellationToken cancellation)
    {
        var row = await LifeCycles.OfAsync(context, version, cancellation);
        return ETags.Ok(await LifeCycleResponse.ShowAsync(context, row, version.Number, cancellation), row.Version);
    }

    private static async Task<(ModelVersion? Version, SollLifeCycle? Row, ProblemResult? Problem)> FindToChangeAsync(GpmDbContext context, Guid id, int number, string? ifMatch, CancellationToken cancellation)
    {
        var (version, problem) = await FindAsync(context, id, number, cancellation);
        if (problem is not null) return (null, null, problem);
        var row = await LifeCycles.OfAsync(context, version!, cancellation);
        if (ETags.Check(ifMatch, row.Version) is { } outdated) return (null, null, outdated);
        return version!.IsFrozen ? (version, row, null) : (null, null, VersionOperations.NotFrozen(number));
    }

    private static async Task<(ModelVersion? Version, ProblemResult? Problem)> FindAsync(GpmDbContext context, Guid id, int number, CancellationToken cancellation)
    {
        if (await VersionOperations.FindAsync(context, id, number, cancellation) is not { } version) return (null, VersionOperations.NotFound(id, number));
        return await context.Models.AnyAsync(model => model.Id == id && model.Stage == Stage.Soll, cancellation) ? (version, null) : (null, Failure.Conflict("not-a-soll",
            new("Nur ein Soll-Modell hat einen Lebenszyklus; dies ist ein Ist-Modell.", "Only a Soll model has a life cycle; this is an Ist model."),
            new("Nennen Sie das Soll-Modell des Prozesses.", "Name the Soll model of the process.")));
    }
}
