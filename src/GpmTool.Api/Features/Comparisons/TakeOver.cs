using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>An operation of a comparison, as its reader saw it.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Digest">What exactly it says.</param>
internal sealed record OperationReference(string Key, string Digest);

/// <summary>Which operations of a comparison to take over, and where.</summary>
/// <param name="Before">The first version.</param>
/// <param name="After">The second version.</param>
/// <param name="Operations">The operations.</param>
/// <param name="Target">The model whose draft takes them; the first version's unless named.</param>
/// <param name="DryRun">Whether only to say what would be done.</param>
/// <param name="Note">What is done, in words.</param>
internal sealed record TakeOverRequest(VersionReference Before, VersionReference After, IReadOnlyList<OperationReference> Operations, Guid? Target = null, bool DryRun = false, string? Note = null);

internal sealed class TakeOverValidator : AbstractValidator<TakeOverRequest>
{
    public TakeOverValidator(IValidator<VersionReference> version)
    {
        RuleFor(request => request.Before).NotNull().SetValidator(version);
        RuleFor(request => request.After).NotNull().SetValidator(version);
        RuleFor(request => request.Operations).NotEmpty().Must(operations => operations is null || operations.Count <= 10_000);
        RuleForEach(request => request.Operations).NotNull().ChildRules(operation =>
        {
            operation.RuleFor(one => one.Key).NotEmpty();
            operation.RuleFor(one => one.Digest).NotEmpty();
        });
        RuleFor(request => request.Note).MaximumLength(2000);
    }
}

/// <summary>An operation that comes along because chosen ones need it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="NeededBy">The keys of the operations that need it.</param>
internal sealed record NeededOperation(OperationResponse Operation, IReadOnlyList<string> NeededBy);

/// <summary>What taking operations over did, or would do.</summary>
/// <param name="Target">The model whose draft takes them.</param>
/// <param name="IsDryRun">Whether nothing was stored.</param>
/// <param name="Draft">The draft; null in a dry run.</param>
/// <param name="Chosen">The operations that were chosen.</param>
/// <param name="Needed">The operations that come along.</param>
/// <param name="Conflicts">Where the target has changed what the operations change; only a dry run has any.</param>
/// <param name="KeyFigures">The key figures of the target before and after.</param>
/// <param name="Findings">What would block a publication of the draft.</param>
internal sealed record TakeOverResponse(
    Guid Target, bool IsDryRun, VersionResponse? Draft, IReadOnlyList<OperationResponse> Chosen, IReadOnlyList<NeededOperation> Needed, IReadOnlyList<ConflictResponse> Conflicts, FiguresChange KeyFigures, IReadOnlyList<FindingResponse> Findings);

/// <summary>Takes single operations of a comparison over into a draft.</summary>
internal static class TakeOver
{
    /// <summary>
    /// Makes chosen operations on the first version, or on the model named as target, and stores the result as that model's draft; with
    /// them come the operations they need. A draft that exists is changed with its ETag as <c>If-Match</c>, without one a draft is
    /// begun. <c>dryRun</c> only says what would be done.
    /// </summary>
    public static async Task<Results<Ok<TakeOverResponse>, ProblemResult>> HandleAsync(
        TakeOverRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, HttpResponse http, Comparer comparer, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var (target, problem) = await TargetDraft.FindAsync(context, request.Target ?? request.Before.ModelId, cancellation);
        if (problem is not null) return problem.StatusCode == StatusCodes.Status404NotFound && request.Target is null ? Sides.NotFound(request.Before.ModelId, request.Before.Version) : problem;
        var (compared, refused) = await CompareAsync(request, comparer, cancellation);
        if (refused is not null) return refused;
        var operations = OperationResponse.Of(compared!, Representations.LanguageOf(null));
        var (chosen, stale) = Choose(request.Operations, compared!.Result.Operations);
        if (stale.Count > 0) return Stale(stale);
        if (!request.DryRun && target!.Check(ifMatch) is { } outdated) return outdated;

        var script = compared.Result.Script;
        var all = script.WithNeeded(chosen);
        var present = await comparer.GraphAsync(target!.Present, cancellation);
        if (comparer.TooLarge(present, compared.Left) is { } tooLarge) return tooLarge;
        var (graph, conflicts) = Make(compared, all, target, present);
        if (conflicts.Count > 0 && !request.DryRun) return InConflict(conflicts);
        graph = Drawings.Of(graph, present, cancellation);

        var draft = request.DryRun ? null : await target.StoreAsync(context, graph, "draft.take-over", request.Note, Details(target, request, all), current, time, cancellation);
        if ((draft ?? target.Draft) is { } tagged) http.GetTypedHeaders().ETag = ETags.Of(tagged.Version);
        return TypedResults.Ok(new TakeOverResponse(
            target.Model.Id, request.DryRun, draft is null ? null : VersionResponse.Of(draft),
            [.. Show(chosen)], [.. Along(script, chosen, all).Select(one => new NeededOperation(Show([one.Operation]).Single(), one.NeededBy))],
            ConflictResponse.Of(conflicts, compared.Left), new FiguresChange(FiguresResponse.Of(present), FiguresResponse.Of(graph)),
            [.. GraphFaults.Find(graph).Where(finding => finding.Severity == Model.Severity.Error).Select(FindingResponse.Of)]));

        IEnumerable<OperationResponse> Show(IEnumerable<Operation> some)
        {
            var wanted = new HashSet<Operation>(some, ReferenceEqualityComparer.Instance);
            return operations.Where((_, i) => wanted.Contains(compared.Result.Operations[i]));
        }
    }

    private static async Task<(Compared? Compared, ProblemResult? Problem)> CompareAsync(TakeOverRequest request, Comparer comparer, CancellationToken cancellation)
    {
        var (before, problem) = await comparer.SideAsync(new ComparedInput(request.Before.ModelId, request.Before.Version), Sides.Before, cancellation);
        if (problem is not null) return (null, problem);
        (var after, problem) = await comparer.SideAsync(new ComparedInput(request.After.ModelId, request.After.Version), Sides.After, cancellation);
        if (problem is not null) return (null, problem);
        (var question, problem) = await comparer.AskAsync(before!, after!, cancellation);
        return problem is not null ? (null, problem) : await comparer.AnswerAsync(question!, cancellation);
    }

    private static (List<Operation> Chosen, List<StaleOperation> Stale) Choose(IReadOnlyList<OperationReference> wanted, IReadOnlyList<Operation> present)
    {
        var (chosen, stale) = (new List<Operation>(), new List<StaleOperation>());
        var byKey = present.ToLookup(operation => operation.Key, StringComparer.Ordinal);
        foreach (var one in wanted.Distinct())
        {
            var same = byKey[one.Key].Where(operation => operation.Digest == one.Digest).ToList();
            if (same.Count == 0) stale.Add(new StaleOperation(one.Key, one.Digest, byKey[one.Key].FirstOrDefault()?.Digest));
            chosen.AddRange(same);
        }

        return (chosen, stale);
    }

    // Onto the very model that was compared the operations are simply made. Onto another content, the same model's draft or another
    // model, they are merged: first version → target is one descendant, first version with the operations the other.
    private static (ProcessGraph Graph, IReadOnlyList<MergeConflict> Conflicts) Make(Compared compared, IReadOnlyList<Operation> operations, TargetDraft target, ProcessGraph present)
    {
        var made = compared.Result.Script.Apply(operations);
        if (target.Present.ContentHash.AsSpan().SequenceEqual(compared.Question.Before.ContentHash)) return (made, []);
        var options = new ComparisonOptions { Thesaurus = compared.Question.Thesaurus.Words };
        var merge = ThreeWayMerge.Merge(compared.Left, present, made, options);
        if (target.Model.Id == compared.Question.Before.Version.ModelId) return (merge.Merged, merge.Conflicts);
        // The merged model has the ids of the first version; the target keeps its own.
        return (ProcessComparison.Compare(present, merge.Merged, options with { Ignored = [] }).Script.Apply(), merge.Conflicts);
    }

    private static IEnumerable<(Operation Operation, IReadOnlyList<string> NeededBy)> Along(EditScript script, IReadOnlyList<Operation> chosen, IReadOnlyList<Operation> all)
    {
        var first = new HashSet<Operation>(chosen, ReferenceEqualityComparer.Instance);
        var needs = all.Select(operation => (operation.Key, Needs: new HashSet<Operation>(script.NeededBy(operation), ReferenceEqualityComparer.Instance))).ToList();
        return all.Where(operation => !first.Contains(operation)).Select(operation => (operation, (IReadOnlyList<string>)[.. needs.Where(one => one.Needs.Contains(operation)).Select(one => one.Key)]));
    }

    private static string Details(TargetDraft target, TakeOverRequest request, IReadOnlyList<Operation> operations) => JsonSerializer.Serialize(new
    {
        version = target.Draft?.Number ?? target.Model.LatestNumber + 1,
        note = request.Note,
        before = request.Before,
        after = request.After,
        operations = operations.Select(operation => operation.Key),
    });

    private static ProblemResult Stale(List<StaleOperation> stale) => Failure.Conflict("operations-stale",
        new($"{stale.Count} der gewählten Änderungen gibt es so nicht mehr; die Modelle, ihre Zuordnung oder das Verfahren sind andere.", $"{stale.Count} of the chosen changes do not exist like that any more; the models, their correspondences or the algorithm are others."),
        new("Vergleichen Sie neu und wählen Sie aus der neuen Antwort.", "Compare again and choose from the new answer."), operations: stale);

    private static ProblemResult InConflict(IReadOnlyList<MergeConflict> conflicts) => Failure.Conflict("operations-in-conflict",
        new($"Das Ziel hat dasselbe anders geändert ({conflicts.Count}): {string.Join(", ", conflicts.Select(conflict => conflict.ElementId).Distinct().Take(20))}.", $"The target has changed the same differently ({conflicts.Count}): {string.Join(", ", conflicts.Select(conflict => conflict.ElementId).Distinct().Take(20))}."),
        new("Wählen Sie diese Änderungen ab, oder ändern Sie den Entwurf selbst; dryRun zeigt die Konflikte.", "Leave these changes out, or change the draft yourself; dryRun shows the conflicts."),
        operations: [.. conflicts.Select(conflict => new StaleOperation(conflict.Theirs.Key, conflict.Theirs.Digest, null)).Distinct()]);
}
