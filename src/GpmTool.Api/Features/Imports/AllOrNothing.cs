using System.Text.Json;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Imports;

/// <summary>
/// The end of an import that is all or nothing: the documents are stored already but nothing refers to them; one transaction writes
/// the rows that do.
/// </summary>
internal static class AllOrNothing
{
    // Only rows are written here, so more of them fit into memory than while documents are read.
    private const int Factor = 5;

    /// <summary>Writes everything, or ends the import without an effect.</summary>
    /// <param name="context">The context.</param>
    /// <param name="job">The import.</param>
    /// <param name="writer">Makes a writer that knows what the one who started the import may write now.</param>
    /// <param name="time">The clock.</param>
    /// <param name="settings">The limits.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task FinishAsync(GpmDbContext context, ImportJob job, Func<Task<CatalogueWriter>> writer, TimeProvider time, ImportSettings settings, CancellationToken cancellation)
    {
        if (job.Rejected > 0)
        {
            await ImportRunner.FinishAsync(context, job, ImportState.Failed, ItemsRejected(job.Rejected), time, cancellation);
            return;
        }

        // Writing takes longer than a batch.
        job.LeaseUntil = time.GetUtcNow().UtcDateTime.AddSeconds(settings.LeaseSeconds + (job.Total!.Value / 100));
        await context.SaveChangesAsync(cancellation);
        var size = Factor * settings.BatchSize;
        var changed = await context.Database.CreateExecutionStrategy().ExecuteAsync<ItemProblem?>(async () =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            for (var start = 0; start < job.Total; start += size)
                if (await WriteAsync(context, await writer(), job, start, size, cancellation) is { } refused) return refused;
            context.ChangeTracker.Clear();
            context.Attach(job);
            await ImportRunner.FinishAsync(context, job, ImportState.Completed, null, time, cancellation);
            await transaction.CommitAsync(cancellation);
            return null;
        });
        if (changed is null) return;
        context.Forget();
        var present = await context.ImportJobs.SingleAsync(row => row.Id == job.Id, cancellation);
        await ImportRunner.FinishAsync(context, present, ImportState.Failed, changed, time, cancellation);
    }

    private static async Task<ItemProblem?> WriteAsync(GpmDbContext context, CatalogueWriter writer, ImportJob job, int start, int size, CancellationToken cancellation)
    {
        context.ChangeTracker.Clear();
        var rows = await context.ImportItems.Where(item => item.JobId == job.Id && item.Number >= start && item.Number < start + size && item.PlanJson != null).OrderBy(item => item.Number).ToListAsync(cancellation);
        if (rows.Count == 0) return null;
        var plans = rows.ConvertAll(row => JsonSerializer.Deserialize<ItemPlan>(row.PlanJson!)!);
        await writer.LoadAsync(plans, cancellation);
        for (var i = 0; i < rows.Count; i++)
        {
            var decision = writer.Decide(new PreparedItem(rows[i].Number, rows[i].Path, rows[i].Kind, plans[i], null));
            if (decision.Outcome == ImportOutcome.Rejected) return decision.Problem is { Code: "not-allowed" } problem ? problem : ChangedMeanwhile(rows[i].Path);
            (rows[i].ObjectId, rows[i].VersionNumber) = await writer.WriteAsync(plans[i], decision.Outcome, cancellation);
            (rows[i].Outcome, rows[i].PlanJson) = (decision.Outcome, null);
        }

        await context.SaveChangesAsync(cancellation);
        return null;
    }

    private static ItemProblem ItemsRejected(int count) => new("items-rejected",
        new($"{count} Teil(e) können nicht importiert werden; importiert wurde nichts.", $"{count} item(s) cannot be imported; nothing was imported."),
        new("Berichtigen Sie die abgelehnten Teile (…/items?outcome=rejected), oder wählen Sie mode=bestEffort.", "Correct the rejected items (…/items?outcome=rejected), or choose mode=bestEffort."));

    private static ItemProblem ChangedMeanwhile(string path) => new("changed-meanwhile",
        new($"Der Katalog wurde während des Imports geändert; „{path}“ passt nicht mehr. Importiert wurde nichts.", $"The catalogue was changed during the import; \"{path}\" does not fit any more. Nothing was imported."),
        new("Wiederholen Sie den Import.", "Import again."));
}
