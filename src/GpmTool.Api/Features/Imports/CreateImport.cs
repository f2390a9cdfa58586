using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Imports;

/// <summary>How a package is to be imported.</summary>
/// <param name="Mode">allOrNothing (unless told) or bestEffort.</param>
/// <param name="Conflict">newVersion (unless told), skip or reject: what happens to an item that exists with other content.</param>
/// <param name="DryRun">Only say what would happen.</param>
/// <param name="Freeze">Freeze imported versions (yes unless told); a package of an export says it for each model itself.</param>
/// <param name="Process">The process of files outside the layout.</param>
/// <param name="Stage">Their stage: ist or soll.</param>
/// <param name="Authority">Their authority.</param>
/// <param name="Note">The note of imported versions.</param>
internal sealed record ImportQuery(
    [property: FromQuery(Name = "mode")] Word<ImportMode>? Mode,
    [property: FromQuery(Name = "conflict")] Word<ImportConflict>? Conflict,
    [property: FromQuery(Name = "dryRun")] bool? DryRun,
    [property: FromQuery(Name = "freeze")] bool? Freeze,
    [property: FromQuery(Name = "process")] string? Process,
    [property: FromQuery(Name = "stage")] Word<Stage>? Stage,
    [property: FromQuery(Name = "authority")] string? Authority,
    [property: FromQuery(Name = "note")] string? Note);

internal sealed class ImportQueryValidator : FluentValidation.AbstractValidator<ImportQuery>
{
    public ImportQueryValidator()
    {
        FluentValidation.DefaultValidatorExtensions.MaximumLength(RuleFor(query => query.Process), 100);
        FluentValidation.DefaultValidatorExtensions.MaximumLength(RuleFor(query => query.Authority), 100);
        FluentValidation.DefaultValidatorExtensions.MaximumLength(RuleFor(query => query.Note), 2000);
    }
}

/// <summary>Accepts a package; the work is done by a job.</summary>
internal static class CreateImport
{
    private const int ChunkSize = 1024 * 1024;
    private const int LongestKey = 200;

    /// <summary>
    /// Takes a ZIP (application/zip), a single document (application/json, or the GPM view's type), or several files (multipart/form-data).
    /// Limits and names are checked before work begins. The same Idempotency-Key with the same content gives the same import.
    /// </summary>
    public static async Task<Results<Accepted<ImportResponse>, ProblemResult>> HandleAsync(
        [AsParameters] ImportQuery query, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, HttpRequest request, GpmDbContext context, ImportSettings limits, ImportQueue queue, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (idempotencyKey?.Length > LongestKey) return Failure.Field("Idempotency-Key", new($"Höchstens {LongestKey} Zeichen.", $"At most {LongestKey} characters."));
        var (upload, refused) = await PackageUpload.ReceiveAsync(request, limits, cancellation);
        if (refused is not null) return refused;
        await using var received = upload!;
        if (await PackageChecks.FindAsync(received.File, limits, cancellation) is { } unusable) return unusable;
        var hash = SHA256.HashData([.. await received.HashAsync(cancellation), .. Encoding.UTF8.GetBytes(query.ToString())]);
        if (await KnownAsync(context, idempotencyKey, hash, current.Actor, cancellation) is { } known) return known;
        var job = New(query, idempotencyKey, hash, current.Actor, time.GetUtcNow().UtcDateTime);
        await StoreAsync(context, job, received.File, current.Actor, cancellation);
        queue.Wake();
        return TypedResults.Accepted(Address(job), ImportResponse.Of(job, new Dictionary<ImportOutcome, int>()));
    }

    private static async Task<Results<Accepted<ImportResponse>, ProblemResult>?> KnownAsync(GpmDbContext context, string? key, byte[] hash, Actor actor, CancellationToken cancellation)
    {
        if (key is null || await context.ImportJobs.AsNoTracking().SingleOrDefaultAsync(job => job.IdempotencyKey == key, cancellation) is not { } known) return null;
        if (known.CreatedBy == actor.Id && known.RequestHash.AsSpan().SequenceEqual(hash)) return TypedResults.Accepted(Address(known), await ImportOperations.ShowAsync(context, known, cancellation));
        return Failure.Conflict("idempotency-key-reused",
            new("Der Idempotency-Key gehört zu einer anderen Anfrage.", "The Idempotency-Key belongs to another request."),
            new("Verwenden Sie für jede Anfrage einen eigenen.", "Use one of its own for each request."));
    }

    private static string Address(ImportJob job) => $"{ApiGroup.Prefix}/imports/{job.Id}";

    private static ImportJob New(ImportQuery query, string? key, byte[] hash, Actor actor, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Mode = query.Mode?.Value ?? ImportMode.AllOrNothing,
        Conflict = query.Conflict?.Value ?? ImportConflict.NewVersion,
        IsDryRun = query.DryRun ?? false,
        Freezes = query.Freeze ?? true,
        ProcessKey = query.Process,
        Stage = query.Stage?.Value,
        AuthorityKey = query.Authority,
        Note = query.Note,
        IdempotencyKey = key,
        RequestHash = hash,
        CreatedAt = now,
        CreatedBy = actor.Id,
    };

    private static Task StoreAsync(GpmDbContext context, ImportJob job, FileStream file, Actor actor, CancellationToken cancellation) =>
        context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            context.ChangeTracker.Clear();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            context.ImportJobs.Add(job);
            context.Record(actor, "import.create", "import", job.Id.ToString(), JsonSerializer.Serialize(new { mode = job.Mode.ToString(), conflict = job.Conflict.ToString(), dryRun = job.IsDryRun, bytes = file.Length }));
            await context.SaveChangesAsync(cancellation);
            file.Position = 0;
            for (var number = 0; file.Position < file.Length; number++)
            {
                var bytes = new byte[Math.Min(ChunkSize, file.Length - file.Position)];
                await file.ReadExactlyAsync(bytes, cancellation);
                context.ImportChunks.Add(new ImportChunk { JobId = job.Id, Number = number, Bytes = bytes });
                await context.SaveChangesAsync(cancellation);
                context.ChangeTracker.Clear();
            }

            await transaction.CommitAsync(cancellation);
        });
}
