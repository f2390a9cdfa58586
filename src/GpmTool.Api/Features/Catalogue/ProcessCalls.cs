using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Catalogue;

/// <summary>A call from one process to another.</summary>
/// <param name="Process">The key of the other process.</param>
/// <param name="Name">Its name; null when it is not in the catalogue.</param>
/// <param name="ModelId">The model that calls.</param>
/// <param name="Version">The number of the calling version.</param>
/// <param name="ElementId">The calling element.</param>
internal sealed record ProcessCall(string Process, string? Name, Guid ModelId, int Version, string ElementId);

/// <summary>Who calls a process, and whom it calls, in the newest version of each model.</summary>
internal static class ProcessCalls
{
    /// <summary>The processes whose models call this one.</summary>
    public static async Task<Results<Ok<IReadOnlyList<ProcessCall>>, ProblemResult>> CallersAsync(string key, GpmDbContext context, CancellationToken cancellation)
    {
        if (!await context.Processes.AnyAsync(row => row.Key == key, cancellation)) return Failure.NotFound(Kinds.Process, key);
        var calls = await Newest(context).Where(call => call.Called == key).OrderBy(call => call.Caller).ToListAsync(cancellation);
        return TypedResults.Ok<IReadOnlyList<ProcessCall>>([.. calls.Select(call => new ProcessCall(call.Caller, call.CallerName, call.ModelId, call.Number, call.ElementId))]);
    }

    /// <summary>The processes that the models of this one call.</summary>
    public static async Task<Results<Ok<IReadOnlyList<ProcessCall>>, ProblemResult>> CalleesAsync(string key, GpmDbContext context, CancellationToken cancellation)
    {
        if (!await context.Processes.AnyAsync(row => row.Key == key, cancellation)) return Failure.NotFound(Kinds.Process, key);
        var calls = await Newest(context).Where(call => call.Caller == key).OrderBy(call => call.Called).ToListAsync(cancellation);
        var called = calls.Select(call => call.Called).Distinct().ToList();
        var names = await context.Processes.AsNoTracking().Where(row => called.Contains(row.Key)).ToDictionaryAsync(row => row.Key, row => row.Name, cancellation);
        return TypedResults.Ok<IReadOnlyList<ProcessCall>>([.. calls.Select(call => new ProcessCall(call.Called, names.GetValueOrDefault(call.Called), call.ModelId, call.Number, call.ElementId))]);
    }

    private static IQueryable<Call> Newest(GpmDbContext context) =>
        from call in context.ModelCalls
        join version in context.ModelVersions on call.ModelVersionId equals version.Id
        join model in context.Models on version.ModelId equals model.Id
        join process in context.Processes on model.ProcessId equals process.Id
        where version.Number == model.LatestNumber && model.ArchivedAt == null
        select new Call { Caller = process.Key, CallerName = process.Name, Called = call.CalledProcessKey, ModelId = model.Id, Number = version.Number, ElementId = call.ElementId };

    private sealed class Call
    {
        public required string Caller { get; init; }

        public required string CallerName { get; init; }

        public required string Called { get; init; }

        public Guid ModelId { get; init; }

        public int Number { get; init; }

        public required string ElementId { get; init; }
    }
}
