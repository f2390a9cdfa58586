using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>A decision about two elements.</summary>
/// <param name="BeforeId">The element of the first version.</param>
/// <param name="AfterId">The element of the second version.</param>
/// <param name="Note">Why.</param>
internal sealed record PinPair(string BeforeId, string AfterId, string? Note = null);

/// <summary>Decisions about correspondences.</summary>
/// <param name="Same">Pairs that stand for the same thing; an element may be in several (one step there, several here).</param>
/// <param name="Different">Pairs that do not.</param>
/// <param name="DropVanished">Whether decisions are forgotten of which an element is gone in these versions; otherwise they stay.</param>
internal sealed record PinsContent(IReadOnlyList<PinPair>? Same = null, IReadOnlyList<PinPair>? Different = null, bool DropVanished = false)
{
    /// <summary>As the comparison takes them.</summary>
    public Pins ToPins() => new() { Same = Pairs(Same), Different = Pairs(Different) };

    private static ValueList<Pin> Pairs(IReadOnlyList<PinPair>? pairs) => (pairs ?? []).Select(pair => new Pin(pair.BeforeId, pair.AfterId)).ToValueList();
}

internal sealed class PinPairValidator : AbstractValidator<PinPair>
{
    public PinPairValidator()
    {
        RuleFor(pair => pair.BeforeId).NotEmpty().MaximumLength(300);
        RuleFor(pair => pair.AfterId).NotEmpty().MaximumLength(300);
        RuleFor(pair => pair.Note).MaximumLength(2000);
    }
}

internal sealed class PinsValidator : AbstractValidator<PinsContent>
{
    private const int Most = 2000;

    public PinsValidator(IValidator<PinPair> pair)
    {
        RuleFor(pins => pins.Same).Must(HasRoom).WithMessage(_ => TooMany()).Must(IsOneToMany).WithMessage(_ => Tangled());
        RuleFor(pins => pins.Different).Must(HasRoom).WithMessage(_ => TooMany()).Must((pins, different) => !(pins.Same ?? []).Select(Ids).Intersect((different ?? []).Select(Ids)).Any())
            .WithMessage(_ => new Text("Ein Paar steht in beiden Listen.", "A pair is in both lists.").ToString());
        RuleForEach(pins => pins.Same).NotNull().SetValidator(pair);
        RuleForEach(pins => pins.Different).NotNull().SetValidator(pair);
    }

    private static bool HasRoom(IReadOnlyList<PinPair>? pairs) => pairs is null || pairs.Count <= Most;

    private static (string?, string?) Ids(PinPair pair) => (pair?.BeforeId, pair?.AfterId);

    // One step there, several here: but not several to several, which says nothing about the single step.
    private static bool IsOneToMany(IReadOnlyList<PinPair>? pairs)
    {
        var there = (pairs ?? []).Where(pair => pair is not null).Distinct().ToList();
        var (before, after) = (there.ToLookup(pair => pair.BeforeId), there.ToLookup(pair => pair.AfterId));
        return there.Select(Ids).Distinct().Count() == there.Count && there.TrueForAll(pair => before[pair.BeforeId].Count() == 1 || after[pair.AfterId].Count() == 1);
    }

    private static string TooMany() => new Text($"Höchstens {Most} Paare.", $"At most {Most} pairs.").ToString();

    private static string Tangled() => new Text("Ein Paar steht doppelt, oder mehrere Elemente entsprechen mehreren.", "A pair is there twice, or several elements stand for several.").ToString();
}

/// <summary>The decisions about a pair of models, in the two versions named.</summary>
/// <param name="Before">The first version.</param>
/// <param name="After">The second version.</param>
/// <param name="Pins">The decisions.</param>
/// <param name="ChangedAt">When they were changed last (UTC).</param>
/// <param name="ChangedBy">Who changed them last (opaque id).</param>
internal sealed record PinsResponse(ComparedVersion Before, ComparedVersion After, IReadOnlyList<PinResponse> Pins, DateTime? ChangedAt, string? ChangedBy);

/// <summary>What persons decide about correspondences, stored with the pair of models.</summary>
internal static class PinOperations
{
    /// <summary>
    /// Reads the decisions about a pair of models as they apply to the two versions named, the newest unless a number is given. What
    /// vanished is listed with them. Nothing decided yet: ETag "0".
    /// </summary>
    public static async Task<Results<TaggedOk<PinsResponse>, ProblemResult>> GetAsync(
        [FromQuery] Guid beforeModel, [FromQuery] Guid afterModel, Comparer comparer, CancellationToken cancellation, [FromQuery] int? beforeVersion = null, [FromQuery] int? afterVersion = null)
    {
        var (question, problem) = await AskAsync(beforeModel, beforeVersion, afterModel, afterVersion, comparer, cancellation);
        return problem is not null ? problem : await ShowAsync(question!, comparer, cancellation);
    }

    /// <summary>
    /// Replaces the decisions that apply to the two versions named. Those that stay keep who took them and when; those of which an
    /// element is gone in these versions stay unless <c>dropVanished</c> says otherwise.
    /// </summary>
    public static async Task<Results<TaggedOk<PinsResponse>, ProblemResult>> ChangeAsync(
        [FromQuery] Guid beforeModel, [FromQuery] Guid afterModel, PinsContent request, [FromHeader(Name = "If-Match")] string? ifMatch, Comparer comparer, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation,
        [FromQuery] int? beforeVersion = null, [FromQuery] int? afterVersion = null)
    {
        var (question, problem) = await AskAsync(beforeModel, beforeVersion, afterModel, afterVersion, comparer, cancellation);
        if (problem is not null) return problem;
        var (before, after, stored) = (question!.Before, question.After, question.Stored);
        if (ETags.Check(ifMatch, stored.Set?.Version ?? 0) is { } outdated) return outdated;
        foreach (var side in new[] { before, after })
            if (side.ArchivedAt is not null) return Failure.Archived(Kinds.Model, side.Version.ModelId!.Value.ToString());
        if (before.Version.ModelId == after.Version.ModelId && before.Version.Version == after.Version.Version) return Failure.Field("afterVersion", new("Eine Version entspricht sich selbst; darüber ist nichts zu entscheiden.", "A version corresponds to itself; there is nothing to decide."));
        var (left, right) = (await comparer.GraphAsync(before, cancellation), await comparer.GraphAsync(after, cancellation));
        if (Unknown(request, left, right) is { Count: > 0 } unknown) return Failure.Validation(unknown);
        if (comparer.TooLarge(left, right) is { } tooLarge) return tooLarge;

        var wanted = (request.Same ?? []).Select(pair => (Pair: pair, IsSame: true)).Concat((request.Different ?? []).Select(pair => (Pair: pair, IsSame: false))).ToDictionary(one => (one.Pair.BeforeId, one.Pair.AfterId, one.IsSame), one => one.Pair);
        var removed = new List<CarriedPin>();
        foreach (var pin in await comparer.PinsAsync(question, cancellation))
        {
            if (pin.State != PinState.Vanished && wanted.Remove((pin.BeforeId, pin.AfterId, pin.Row.IsSame), out var stays)) pin.Row.Note = stays.Note ?? pin.Row.Note;
            else if (pin.State != PinState.Vanished || request.DropVanished) removed.Add(pin);
        }

        context.ElementPins.RemoveRange(removed.Select(pin => pin.Row));
        var set = stored.Set ?? context.PinSets.Add(NewSet(before, after, stored.IsMirrored, current.Actor)).Entity;
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var ((beforeId, afterId, isSame), pair) in wanted) context.ElementPins.Add(NewPin(set, before, after, stored.IsMirrored, beforeId, afterId, isSame, pair.Note, now, current.Actor));
        if (wanted.Count > 0)
        {
            await KeepAsync(context, before, cancellation);
            await KeepAsync(context, after, cancellation);
        }

        (set.ChangedAt, set.ChangedBy) = (now, current.Actor.Id);
        if (stored.Set is not null) context.Entry(set).Property(row => row.ChangedAt).IsModified = true; // the ETag counts every change
        context.Record(current.Actor, "pins.change", "pins", set.Id.ToString(), Details(before, after, wanted.Keys, removed));
        await context.SaveChangesAsync(cancellation);
        (question, _) = await comparer.AskAsync(before, after, cancellation);
        return await ShowAsync(question!, comparer, cancellation);
    }

    private static async Task<(Question? Question, ProblemResult? Problem)> AskAsync(Guid beforeModel, int? beforeVersion, Guid afterModel, int? afterVersion, Comparer comparer, CancellationToken cancellation)
    {
        var (before, problem) = await comparer.SideAsync(new ComparedInput(beforeModel, beforeVersion), Sides.Before, cancellation);
        if (problem is not null) return (null, problem);
        (var after, problem) = await comparer.SideAsync(new ComparedInput(afterModel, afterVersion), Sides.After, cancellation);
        return problem is not null ? (null, problem) : await comparer.AskAsync(before!, after!, cancellation);
    }

    private static async Task<TaggedOk<PinsResponse>> ShowAsync(Question question, Comparer comparer, CancellationToken cancellation)
    {
        var pins = await comparer.PinsAsync(question, cancellation);
        var (left, right) = (new GraphIndex(await comparer.GraphAsync(question.Before, cancellation)), new GraphIndex(await comparer.GraphAsync(question.After, cancellation)));
        return ETags.Ok(new PinsResponse(question.Before.Version, question.After.Version, PinResponse.Of(pins, left, right), question.Stored.Set?.ChangedAt, question.Stored.Set?.ChangedBy), question.Stored.Set?.Version ?? 0);
    }

    private static Dictionary<string, string[]> Unknown(PinsContent request, ProcessGraph left, ProcessGraph right)
    {
        var (before, after) = (left.Nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal), right.Nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal));
        var errors = new Dictionary<string, string[]>();
        foreach (var (list, pairs) in new[] { ("same", request.Same), ("different", request.Different) })
            foreach (var (i, pair) in (pairs ?? []).Index())
            {
                if (!before.Contains(pair.BeforeId)) errors[$"{list}[{i}].beforeId"] = [Missing(pair.BeforeId)];
                if (!after.Contains(pair.AfterId)) errors[$"{list}[{i}].afterId"] = [Missing(pair.AfterId)];
            }

        return errors;
    }

    private static string Missing(string id) => new Text($"Die Version hat keinen Knoten „{id}“.", $"The version has no node \"{id}\".").ToString();

    private static PinSet NewSet(ComparedSide before, ComparedSide after, bool isMirrored, Actor actor)
    {
        var (first, second) = isMirrored ? (after, before) : (before, after);
        return new PinSet { Id = Guid.CreateVersion7(), FirstModelId = first.Version.ModelId!.Value, SecondModelId = second.Version.ModelId!.Value, ChangedBy = actor.Id };
    }

    private static ElementPin NewPin(PinSet set, ComparedSide before, ComparedSide after, bool isMirrored, string beforeId, string afterId, bool isSame, string? note, DateTime now, Actor actor)
    {
        var (first, second) = isMirrored ? ((after, afterId), (before, beforeId)) : ((before, beforeId), (after, afterId));
        return new ElementPin
        {
            PinSetId = set.Id,
            Number = ++set.LastNumber,
            FirstElementId = first.Item2,
            SecondElementId = second.Item2,
            IsSame = isSame,
            FirstContentHash = first.Item1.ContentHash,
            SecondContentHash = second.Item1.ContentHash,
            Note = note,
            DecidedAt = now,
            DecidedBy = actor.Id,
        };
    }

    // A draft's content changes; the one that was decided on is kept, so that its elements can be found again later.
    private static async Task KeepAsync(GpmDbContext context, ComparedSide side, CancellationToken cancellation)
    {
        if (side.Version.IsFrozen) return;
        var row = await context.ModelVersions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == side.RowId && row.ContentHash == side.ContentHash, cancellation)
            ?? throw new DbUpdateConcurrencyException($"The draft {side.Version.ModelId}/{side.Version.Version} was changed since it was found.");
        if (row.Content is not null) await StoredDocuments.KeepAsync(context, row, cancellation);
    }

    private static string Details(ComparedSide before, ComparedSide after, IEnumerable<(string, string, bool)> added, IEnumerable<CarriedPin> removed) => JsonSerializer.Serialize(new
    {
        before = new { modelId = before.Version.ModelId, version = before.Version.Version },
        after = new { modelId = after.Version.ModelId, version = after.Version.Version },
        added = added.Select(pin => new { beforeId = pin.Item1, afterId = pin.Item2, isSame = pin.Item3 }),
        removed = removed.Select(pin => new { beforeId = pin.BeforeId, afterId = pin.AfterId, isSame = pin.Row.IsSame }),
    });
}
