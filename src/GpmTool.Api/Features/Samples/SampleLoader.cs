using GpmTool.Api.Features.Imports;
using GpmTool.Api.Infrastructure.Search;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Samples;

/// <summary>Loads the sample catalogue into an empty database, all or nothing.</summary>
internal static class SampleLoader
{
    private const string Note = "Beispieldaten (illustrativ)";

    /// <summary>Loads it when <c>Samples:Load</c> says so (default: yes with SQLite, no with SQL Server) and the catalogue is empty.</summary>
    public static async Task LoadSamplesAsync(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<StorageSettings>();
        if (!app.Configuration.GetValue("Samples:Load", settings.Provider == DatabaseProvider.Sqlite)) return;
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        var search = scope.ServiceProvider.GetRequiredService<GermanSearch>();
        if (await context.PolicyFields.AnyAsync() || await context.Processes.AnyAsync() || await context.Authorities.AnyAsync()) return;
        await LoadAsync(context, search, app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, CancellationToken.None);
    }

    private static async Task LoadAsync(GpmDbContext context, GermanSearch search, DateTime now, CancellationToken cancellation)
    {
        var source = PackageSource.OfFolder(Path.Combine(AppContext.BaseDirectory, "processes"));
        var items = await PackageListing.ReadAsync(source, new ImportChoices(null, null, null, Freezes: true), cancellation);
        var batch = await ItemPreparer.PrepareAsync(source, items, 0, items.Count, cancellation);
        var writer = new CatalogueWriter(context, search, ImportConflict.Reject, Actor.Local, now, Note);
        await writer.LoadAsync([.. batch.Select(item => item.Plan).OfType<ItemPlan>()], cancellation);
        foreach (var item in batch)
        {
            var decision = writer.Decide(item);
            if (decision.Outcome == ImportOutcome.Rejected) throw new InvalidDataException($"{item.Path}: {decision.Problem!.Detail.English}");
            if (item.Plan is { } plan) await writer.WriteAsync(plan, decision.Outcome, cancellation);
        }

        await context.SaveChangesAsync(cancellation);
    }
}
