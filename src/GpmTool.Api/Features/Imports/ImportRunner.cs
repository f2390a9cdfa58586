using System.IO.Compression;
using System.Text.Json;
using GpmTool.Api.Infrastructure.Search;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Imports;

/// <summary>
/// Works through one import in batches. What a batch does and how far the import is stand in one transaction, so a run that is
/// broken off at any moment leaves each item whole or absent and goes on behind the last batch. A lease keeps two workers apart; the
/// version of the job's row refuses the slower one should both have it.
/// </summary>
internal sealed class ImportRunner(IServiceScopeFactory scopes, ImportSettings settings, GermanSearch search, TimeProvider time, ILogger<ImportRunner> logger)
{
    private readonly string _owner = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Takes the next import that nobody works on and runs it to its end; false when there is none.</summary>
    public async Task<bool> RunNextAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        if (await TakeAsync(context, cancellation) is not { } job) return false;
        try
        {
            await RunAsync(context, job, cancellation);
        }
        catch (DbUpdateConcurrencyException exception)
        {
            logger.LogWarning(exception, "Import {Import} is worked on by somebody else.", job.Id);
        }

        return true;
    }

    private async Task<ImportJob?> TakeAsync(GpmDbContext context, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var job = await context.ImportJobs.Where(row => row.State == ImportState.Queued || (row.State == ImportState.Running && (row.LeaseUntil == null || row.LeaseUntil < now))).OrderBy(row => row.CreatedAt).FirstOrDefaultAsync(cancellation);
        if (job is null) return null;
        job.State = ImportState.Running;
        Renew(job);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return job;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private void Renew(ImportJob job) => (job.LeaseOwner, job.LeaseUntil) = (_owner, time.GetUtcNow().UtcDateTime.AddSeconds(settings.LeaseSeconds));

    private async Task RunAsync(GpmDbContext context, ImportJob job, CancellationToken cancellation)
    {
        await using var reading = scopes.CreateAsyncScope();
        await using var stream = await ChunkStream.OpenAsync(reading.ServiceProvider.GetRequiredService<GpmDbContext>(), job.Id, cancellation);
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
        var source = PackageSource.OfZip(zip);
        var items = await PackageListing.ReadAsync(source, ImportChoices.Of(job), cancellation);
        job.Total = items.Count;
        var planned = ImportRights.FieldsOf(items);
        var announced = job.Mode == ImportMode.AllOrNothing || job.IsDryRun ? await AnnouncedAsync(context, job, cancellation) : null;

        // The next batch is read and checked while this one is written.
        var next = ItemPreparer.PrepareAsync(source, items, job.Done, settings.BatchSize, cancellation);
        while (job.Done < items.Count)
        {
            var batch = await next;
            var start = job.Done + batch.Count;
            next = start < items.Count ? ItemPreparer.PrepareAsync(source, items, start, settings.BatchSize, cancellation) : Task.FromResult<IReadOnlyList<PreparedItem>>([]);
            try
            {
                job = await BatchAsync(context, job, batch, planned, announced, cancellation);
            }
            catch
            {
                await next.WaitAsync(CancellationToken.None).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                throw;
            }
        }

        if (job is { Mode: ImportMode.AllOrNothing, IsDryRun: false }) await AllOrNothing.FinishAsync(context, job, () => WriterAsync(context, job, planned, null, cancellation), time, settings, cancellation);
        else await FinishAsync(context, job, ImportState.Completed, null, time, cancellation);
    }

    private async Task<ImportJob> BatchAsync(GpmDbContext context, ImportJob job, IReadOnlyList<PreparedItem> batch, IReadOnlyDictionary<string, string> planned, HashSet<(ImportItemKind, string)>? announced, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var stages = announced is not null;
                var writer = await WriterAsync(context, job, planned, announced, cancellation);
                await writer.LoadAsync([.. batch.Select(item => item.Plan).OfType<ItemPlan>()], cancellation);
                foreach (var item in batch)
                {
                    var decision = writer.Decide(item);
                    var row = Row(job, item, decision);
                    if (stages) Stage(writer, job, item, decision, row, announced!);
                    else if (item.Plan is { } plan && decision.Outcome != ImportOutcome.Rejected) (row.ObjectId, row.VersionNumber) = await writer.WriteAsync(plan, decision.Outcome, cancellation);
                    context.ImportItems.Add(row);
                    if (decision.Outcome == ImportOutcome.Rejected) job.Rejected++;
                }

                job.Done += batch.Count;
                Renew(job);
                await context.SaveChangesAsync(cancellation);
                context.ChangeTracker.Clear();
                context.Attach(job);
                return job;
            }
            catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException && attempt < 3)
            {
                // Somebody created one of the entries meanwhile: decide again on what is there now.
                context.Forget();
                job = await context.ImportJobs.SingleAsync(row => row.Id == job.Id, cancellation);
            }
        }
    }

    private async Task<CatalogueWriter> WriterAsync(GpmDbContext context, ImportJob job, IReadOnlyDictionary<string, string> planned, IReadOnlySet<(ImportItemKind, string)>? announced, CancellationToken cancellation) =>
        new(context, search, job.Conflict, new Actor(job.CreatedBy), time.GetUtcNow().UtcDateTime, job.Note ?? $"Import {job.Id}", announced, await ImportRights.OfAsync(context, job, planned, time, cancellation));

    private static ImportItem Row(ImportJob job, PreparedItem item, Decision decision) => new()
    {
        JobId = job.Id,
        Number = item.Number,
        Path = item.Path,
        Kind = item.Kind,
        Outcome = decision.Outcome,
        ProblemJson = decision.Problem is { } problem ? JsonSerializer.Serialize(problem) : null,
        FindingsJson = (item.Faults ?? item.Plan?.Model?.Findings) is { Count: > 0 } findings ? JsonSerializer.Serialize(findings) : null,
    };

    private static void Stage(CatalogueWriter writer, ImportJob job, PreparedItem item, Decision decision, ImportItem row, HashSet<(ImportItemKind, string)> announced)
    {
        if (item.Plan is not { } plan || decision.Outcome is not (ImportOutcome.Created or ImportOutcome.NewVersion)) return;
        if (plan.Identity is { } identity && decision.Outcome == ImportOutcome.Created)
        {
            announced.Add(identity);
            row.ObjectId = identity.Key;
        }

        if (job.IsDryRun) return;
        row.PlanJson = JsonSerializer.Serialize(plan);
        if (plan.Model?.Stored is { } stored) writer.Keep(stored);
    }

    private static async Task<HashSet<(ImportItemKind, string)>> AnnouncedAsync(GpmDbContext context, ImportJob job, CancellationToken cancellation)
    {
        var known = await context.ImportItems.AsNoTracking().Where(item => item.JobId == job.Id && item.Outcome == ImportOutcome.Created && item.ObjectId != null && item.Kind != ImportItemKind.Model)
            .Select(item => new { item.Kind, item.ObjectId }).ToListAsync(cancellation);
        return [.. known.Select(item => (item.Kind, item.ObjectId!))];
    }

    /// <summary>Ends an import: its package is no longer needed.</summary>
    public static async Task FinishAsync(GpmDbContext context, ImportJob job, ImportState state, ItemProblem? problem, TimeProvider time, CancellationToken cancellation)
    {
        (job.State, job.FinishedAt, job.LeaseOwner, job.LeaseUntil) = (state, time.GetUtcNow().UtcDateTime, null, null);
        job.ProblemJson = problem is null ? null : JsonSerializer.Serialize(problem);
        foreach (var number in await context.ImportChunks.Where(chunk => chunk.JobId == job.Id).Select(chunk => chunk.Number).ToListAsync(cancellation))
            context.Remove(new ImportChunk { JobId = job.Id, Number = number, Bytes = [] });
        context.Record(new Actor(job.CreatedBy), "import.finish", "import", job.Id.ToString(), JsonSerializer.Serialize(new { state = state.ToString(), items = job.Total, rejected = job.Rejected, problem = problem?.Code }));
        await context.SaveChangesAsync(cancellation);
    }
}
