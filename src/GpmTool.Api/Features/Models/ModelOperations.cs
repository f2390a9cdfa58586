using System.Text.Json;
using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Models;

/// <summary>Something that was done with a model.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Actor">Who (opaque id).</param>
/// <param name="Action">What.</param>
/// <param name="Version">The version it concerned.</param>
/// <param name="Note">What was noted.</param>
internal sealed record HistoryEntry(DateTime At, string Actor, string Action, int? Version, string? Note);

/// <summary>Reading a model.</summary>
internal static class ModelOperations
{
    /// <summary>Reads a model.</summary>
    public static async Task<Results<TaggedOk<ModelResponse>, ProblemResult>> GetAsync(Guid id, GpmDbContext context, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is not var (model, process)) return Failure.NotFound(Kinds.Model, id.ToString());
        var hasDraft = await context.ModelVersions.AnyAsync(version => version.DraftOfModelId == id, cancellation);
        // Freezing leaves the model as it is, and yet the answer is another.
        return ETags.Ok(ModelResponse.Of(model, process, hasDraft), (2 * model.Version) + (hasDraft ? 1 : 0));
    }

    /// <summary>What was done with a model, the newest first.</summary>
    public static async Task<Results<Ok<IReadOnlyList<HistoryEntry>>, ProblemResult>> HistoryAsync(Guid id, GpmDbContext context, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is null) return Failure.NotFound(Kinds.Model, id.ToString());
        var key = id.ToString();
        var entries = await context.AuditEntries.AsNoTracking().Where(entry => entry.ObjectKind == "model" && entry.ObjectId == key).OrderByDescending(entry => entry.Sequence).Take(1000).ToListAsync(cancellation);
        return TypedResults.Ok<IReadOnlyList<HistoryEntry>>([.. entries.Select(Show)]);
    }

    /// <summary>A model and the key of its process; null when there is none.</summary>
    public static async Task<(ProcessModel Model, string Process)?> FindAsync(GpmDbContext context, Guid id, CancellationToken cancellation) =>
        await context.Models.SingleOrDefaultAsync(model => model.Id == id, cancellation) is { } model
            ? (model, await context.Processes.Where(process => process.Id == model.ProcessId).Select(process => process.Key).SingleAsync(cancellation))
            : null;

    private static HistoryEntry Show(AuditEntry entry)
    {
        var details = entry.DetailsJson is { } json ? JsonSerializer.Deserialize<JsonElement>(json) : default;
        return new HistoryEntry(
            entry.At, entry.Actor, entry.Action,
            details.ValueKind == JsonValueKind.Object && details.TryGetProperty("version", out var version) && version.TryGetInt32(out var number) ? number : null,
            details.ValueKind == JsonValueKind.Object && details.TryGetProperty("note", out var note) ? note.GetString() : null);
    }
}
