using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.LifeCycle;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Severity = GpmTool.Model.Severity;

namespace GpmTool.Api.Features.Publications;

/// <summary>Which version to publish.</summary>
/// <param name="ModelId">The Soll model.</param>
/// <param name="Version">The number of a frozen version.</param>
/// <param name="Note">What is published, in words.</param>
internal sealed record PublishRequest(Guid ModelId, int Version, string? Note = null);

internal sealed class PublishValidator : AbstractValidator<PublishRequest>
{
    public PublishValidator()
    {
        RuleFor(request => request.ModelId).NotEmpty();
        RuleFor(request => request.Version).GreaterThan(0);
        RuleFor(request => request.Note).MaximumLength(2000);
    }
}

/// <summary>Publishes a frozen Soll version.</summary>
internal static class Publish
{
    /// <summary>
    /// Makes the immutable package of a frozen Soll version without blocking findings. It supersedes the process's earlier publications,
    /// which stay as they are.
    /// </summary>
    public static async Task<Results<Created<PublicationResponse>, ProblemResult>> HandleAsync(PublishRequest request, GpmDbContext context, Comparer comparer, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await context.Models.SingleOrDefaultAsync(row => row.Id == request.ModelId, cancellation) is not { } model) return Failure.NotFound(Kinds.Model, request.ModelId.ToString());
        if (await VersionOperations.FindAsync(context, model.Id, request.Version, cancellation) is not { } version) return VersionOperations.NotFound(model.Id, request.Version);
        if (await RefusalAsync(context, model, version, cancellation) is { } refusal) return refusal;
        var process = await context.Processes.AsNoTracking().SingleAsync(row => row.Id == model.ProcessId, cancellation);
        var bytes = await StoredDocuments.LoadAsync(context, version, cancellation);
        var document = IncomingDocuments.FromElsa(bytes, null);
        IReadOnlyList<Finding> findings = [.. document.Findings, .. await CalleeFindings.OfAsync(context, document.Graph, process.Key, cancellation)];
        if (findings.Any(finding => finding.Severity == Severity.Error)) return Blocked(findings);

        var soll = (await ComparedSide.StoredAsync(context, model.Id, version.Number, cancellation))!;
        var (comparisons, notCompared) = await PackageContent.ComparisonsAsync(context, comparer, process.Id, soll, cancellation);
        if (notCompared is not null) return notCompared;
        var files = PackageContent.OfSoll(bytes, document.Graph, process.Key);
        files.AddRange(comparisons.SelectMany(PackageContent.Files));
        var previous = await context.Publications.Where(row => row.ProcessId == process.Id).MaxAsync(row => (int?)row.Number, cancellation);
        var field = await context.PolicyFields.Where(row => row.Id == process.PolicyFieldId).Select(row => row.Key).SingleAsync(cancellation);
        var manifest = new Manifest(
            Manifest.PresentSchema, process.Key, process.Name, field, (previous ?? 0) + 1, model.Id, version.Number, process.Key,
            Convert.ToHexStringLower(version.ContentHash), Convert.ToHexStringLower(version.ModelHash), previous,
            time.GetUtcNow().UtcDateTime, current.Actor.Id, request.Note, ProcessComparison.AlgorithmVersion,
            [.. comparisons.Select(PackageContent.Entry)], [.. files.Select(file => file.Part)]);
        var row = Store(context, manifest, Package.Write(manifest, files), version, process);
        if (await LifeCycles.MoveAsync(context, version, ModelState.Published, step => step.Move == Move.Published, request.Note, current.Actor, time, cancellation) is { } notApproved) return notApproved;
        context.Record(current.Actor, "publication.create", "process", process.Key, JsonSerializer.Serialize(new { publication = manifest.Number, version = version.Number, note = request.Note, sha256 = Convert.ToHexStringLower(row.PackageHash) }));
        context.Record(current.Actor, "version.publish", "model", model.Id.ToString(), AuditDetails.Of(version.Number, request.Note));
        await context.SaveChangesAsync(cancellation);
        return TypedResults.Created($"{ApiGroup.Prefix}/publications/{row.Id}", new PublicationResponse(row.Id, Convert.ToHexStringLower(row.PackageHash), null, manifest, [.. findings.Select(FindingResponse.Of)]));
    }

    private static Publication Store(GpmDbContext context, Manifest manifest, byte[] package, ModelVersion version, Process process)
    {
        var row = new Publication
        {
            Id = Guid.CreateVersion7(),
            ProcessId = process.Id,
            ModelVersionId = version.Id,
            Number = manifest.Number,
            PackageHash = SHA256.HashData(package),
            ManifestJson = JsonSerializer.Serialize(manifest, Package.Json),
            Note = manifest.Note,
            PublishedAt = manifest.PublishedAt,
            PublishedBy = manifest.PublishedBy,
        };
        context.StoredContents.Add(new StoredContent { Hash = row.PackageHash, Encoding = ContentEncoding.Identity, Bytes = package, Length = package.Length });
        context.Publications.Add(row);
        return row;
    }

    private static async Task<ProblemResult?> RefusalAsync(GpmDbContext context, ProcessModel model, ModelVersion version, CancellationToken cancellation)
    {
        if (model.Stage != Stage.Soll)
            return Failure.Conflict("not-a-soll",
                new("Veröffentlicht wird nur ein Soll-Modell; dies ist ein Ist-Modell.", "Only a Soll model is published; this is an Ist model."),
                new("Nennen Sie das Soll-Modell des Prozesses.", "Name the Soll model of the process."));
        if (model.ArchivedAt is not null) return Failure.Archived(Kinds.Model, model.Id.ToString());
        if (!version.IsFrozen)
            return VersionOperations.NotFrozen(version.Number);
        var known = await context.Publications.AsNoTracking().Where(row => row.ModelVersionId == version.Id).Select(row => (int?)row.Number).SingleOrDefaultAsync(cancellation);
        if (known is not null)
            return Failure.Conflict("already-published",
                new($"Version {version.Number} ist schon veröffentlicht (Nr. {known}).", $"Version {version.Number} is published already (no. {known})."),
                new("Veröffentlichen Sie eine neue Version.", "Publish a new version."));
        return (await LifeCycles.OfAsync(context, version, cancellation)).State == ModelState.Approved ? null : Failure.Conflict("not-approved",
            new($"Version {version.Number} ist nicht freigegeben.", $"Version {version.Number} is not approved."),
            new("Geben Sie sie frei: durch eine Mitzeichnung oder, wo das Politikfeld keine verlangt, durch die Koordination (POST …/life-cycle).", "Approve it: by a review or, where the policy field demands none, by the coordination (POST …/life-cycle)."));
    }

    private static ProblemResult Blocked(IReadOnlyList<Finding> findings)
    {
        var errors = findings.Where(finding => finding.Severity == Severity.Error).Select(FindingResponse.Of).ToList();
        return new ProblemResult(
            StatusCodes.Status409Conflict, "publication-blocked",
            new("Befunde verhindern die Veröffentlichung", "Findings block the publication"),
            new($"{errors.Count} Befund(e) verhindern die Veröffentlichung; der erste: {errors[0].Message}", $"{errors.Count} finding(s) block the publication; the first: {errors[0].Message}"),
            new("Beheben Sie die Befunde (findings) in einer neuen Version.", "Resolve the findings in a new version."))
        { Findings = errors };
    }
}
