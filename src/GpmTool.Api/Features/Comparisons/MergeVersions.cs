using System.Text;
using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Features.Terms;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Bpmn;
using GpmTool.Diff;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>The forms of a merged document.</summary>
internal enum MergedForm
{
    /// <summary>An Elsa definition.</summary>
    Elsa,

    /// <summary>A GPM view.</summary>
    View,

    /// <summary>BPMN 2.0, as a text.</summary>
    Bpmn,
}

/// <summary>What to merge, and where to put it.</summary>
/// <param name="Base">What both descendants began with.</param>
/// <param name="Ours">The first descendant.</param>
/// <param name="Theirs">The second descendant.</param>
/// <param name="Into">The model whose draft becomes the merged one; its present content has to be one of the descendants. Nothing is stored unless named.</param>
/// <param name="AcceptConflicts">Whether to store it in spite of conflicts, with the base in their places.</param>
/// <param name="DryRun">Whether only to say what would be done.</param>
/// <param name="Note">What is done, in words.</param>
internal sealed record MergeRequest(MergeBase Base, ComparedInput Ours, ComparedInput Theirs, Guid? Into = null, bool AcceptConflicts = false, bool DryRun = false, string? Note = null);

internal sealed class MergeValidator : AbstractValidator<MergeRequest>
{
    public MergeValidator(IValidator<ComparedInput> input)
    {
        RuleFor(request => request.Base).NotNull();
        RuleFor(request => request.Base.Input).SetValidator(input).OverridePropertyName("base").When(request => request.Base is not null);
        RuleFor(request => request.Ours).NotNull().SetValidator(input);
        RuleFor(request => request.Theirs).NotNull().SetValidator(input);
        RuleFor(request => request.Note).MaximumLength(2000);
    }
}

/// <summary>What merging gave.</summary>
/// <param name="Document">The merged model, in the form that was asked for.</param>
/// <param name="Conflicts">Where both descendants disagree; the base stands there.</param>
/// <param name="LeftOut">Changes that were not made because they need one in conflict.</param>
/// <param name="IsStored">Whether it was stored as the draft.</param>
/// <param name="Draft">The draft it was stored as.</param>
internal sealed record MergeResponse(JsonElement Document, IReadOnlyList<ConflictResponse> Conflicts, IReadOnlyList<MergedChange> LeftOut, bool IsStored, VersionResponse? Draft);

/// <summary>Merges two descendants of a model.</summary>
internal static class MergeVersions
{
    /// <summary>
    /// Three-way merge: the changes of both descendants on their common base. Who got 412 for a draft sends as base the ETag it began
    /// with, its own document as ours, the model as theirs and as <c>into</c>, with the draft's present ETag as <c>If-Match</c>.
    /// With conflicts nothing is stored unless <c>acceptConflicts</c> says so.
    /// </summary>
    public static async Task<Results<Ok<MergeResponse>, ProblemResult>> HandleAsync(
        MergeRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, HttpResponse http, Comparer comparer, FieldThesauruses thesauruses, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation,
        [FromQuery] Word<MergedForm>? form = null)
    {
        var (origin, problem) = await BaseAsync(request.Base, comparer, context, cancellation);
        if (problem is not null) return problem;
        (var ours, problem) = await comparer.SideAsync(request.Ours, new("Eigener Stand (ours)", "ours"), cancellation);
        if (problem is not null) return problem;
        (var theirs, problem) = await comparer.SideAsync(request.Theirs, new("Anderer Stand (theirs)", "theirs"), cancellation);
        if (problem is not null) return problem;
        TargetDraft? target = null;
        if (request.Into is { } into)
        {
            (target, problem) = await TargetDraft.FindAsync(context, into, cancellation);
            if (problem is not null) return problem;
            if (!request.DryRun && target!.Check(ifMatch) is { } outdated) return outdated;
            if (new[] { ours!, theirs! }.All(side => !side.ContentHash.AsSpan().SequenceEqual(target!.Present.ContentHash))) return Differs();
        }

        var (root, one, other) = (await comparer.GraphAsync(origin!, cancellation), await comparer.GraphAsync(ours!, cancellation), await comparer.GraphAsync(theirs!, cancellation));
        if ((comparer.TooLarge(root, one) ?? comparer.TooLarge(root, other) ?? comparer.TooLarge(one, other)) is { } tooLarge) return tooLarge;
        var words = await thesauruses.OfAsync(context, target?.Present.PolicyFieldId ?? origin!.PolicyFieldId, null, cancellation);
        var result = ThreeWayMerge.Merge(root, one, other, new ComparisonOptions { Thesaurus = words.Words });
        var merged = Pictures.GraphLayout.Complete(result.Merged, cancellation: cancellation);

        var isStored = target is not null && !request.DryRun && (result.Conflicts.Count == 0 || request.AcceptConflicts);
        var draft = isStored ? await target!.StoreAsync(context, merged, "draft.merge", request.Note, null, current, time, cancellation) : null;
        if ((draft ?? target?.Draft) is { } tagged) http.GetTypedHeaders().ETag = ETags.Of(tagged.Version);
        return TypedResults.Ok(new MergeResponse(
            Document(merged, form?.Value ?? MergedForm.Elsa, target ?? null, cancellation), ConflictResponse.Of(result.Conflicts, root), [.. result.LeftOut.Select(MergedChange.Of)], isStored, draft is null ? null : VersionResponse.Of(draft)));
    }

    // A draft's earlier contents are kept while it is one.
    private static async Task<(ComparedSide? Side, ProblemResult? Problem)> BaseAsync(MergeBase origin, Comparer comparer, GpmDbContext context, CancellationToken cancellation)
    {
        var (side, problem) = await comparer.SideAsync(origin.Input, new("Ausgangsmodell (base)", "base"), cancellation);
        if (problem is not null || origin.ETag is not { } text) return (side, problem);
        if (!EntityTagHeaderValue.TryParse(text.StartsWith('"') ? text : $"\"{text}\"", out var tag) || !int.TryParse(tag.Tag.AsSpan().Trim('"'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var revision) || side!.RowId is not { } row)
            return (null, Failure.Field("base.eTag", new($"„{text}“ ist kein ETag eines Entwurfs.", $"\"{text}\" is not the ETag of a draft.")));
        if (revision == side.RowVersion) return (side, null);
        if (await context.DraftRevisions.AsNoTracking().SingleOrDefaultAsync(kept => kept.ModelVersionId == row && kept.Revision == revision, cancellation) is not { } found)
        {
            return (null, new ProblemResult(StatusCodes.Status404NotFound, "revision-gone",
                new("Früherer Stand nicht vorhanden", "Earlier content not there"),
                new($"Der Entwurf hat keinen Stand {tag} mehr; aufgehoben werden die letzten {DraftRevision.Kept}, bis er eingefroren oder verworfen wird.", $"The draft has no content {tag} any more; the last {DraftRevision.Kept} are kept until it is frozen or discarded."),
                new("Senden Sie das Ausgangsmodell selbst (base.document).", "Send the base itself (base.document).")));
        }

        return (ComparedSide.Earlier(side, found.ContentHash, ElsaDocument.Read(StoredDocuments.Unpack(found.Content, found.Encoding)).Graph), null);
    }

    private static JsonElement Document(ProcessGraph graph, MergedForm form, TargetDraft? target, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (form == MergedForm.Bpmn) return JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(BpmnDocument.Write(graph).Xml.Span));
        ReadOnlyMemory<byte> json = form == MergedForm.View ? GraphJson.Write(graph) : ElsaDocument.Write(graph, target is null ? null : Versions.DefinitionId(target.Process, target.Model.OwnerKey));
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
        return document.RootElement.Clone();
    }

    private static ProblemResult Differs() => Failure.Conflict("target-differs",
        new("Der jetzige Inhalt des Zielmodells ist keiner der beiden Nachfolger; sein Inhalt ginge verloren.", "The present content of the target is neither of the descendants; it would be lost."),
        new("Nennen Sie das Zielmodell als theirs.", "Name the target as theirs."));
}
