using GpmTool.Api.Infrastructure.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GpmTool.Api.Infrastructure.Hosting;

/// <summary>Whether the service is alive or ready.</summary>
/// <param name="Status">"healthy".</param>
/// <param name="Checks">The state of each part asked.</param>
internal sealed record HealthResponse(HealthStatus Status, IReadOnlyDictionary<string, HealthStatus> Checks);

/// <summary>The health endpoints.</summary>
internal static class Health
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health");
        group.MapGet("live", Live).WithName("GetLiveness").Fails(StatusCodes.Status500InternalServerError);
        group.MapGet("ready", ReadyAsync).WithName("GetReadiness").Fails(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The process runs.</summary>
    private static Ok<HealthResponse> Live() =>
        TypedResults.Ok(new HealthResponse(HealthStatus.Healthy, new Dictionary<string, HealthStatus>()));

    /// <summary>The service can work: its database answers.</summary>
    private static async Task<Results<Ok<HealthResponse>, ProblemResult>> ReadyAsync(HealthCheckService health, CancellationToken cancellation)
    {
        var report = await health.CheckHealthAsync(cancellation);
        if (report.Status == HealthStatus.Unhealthy)
        {
            var failed = string.Join(", ", report.Entries.Where(e => e.Value.Status == HealthStatus.Unhealthy).Select(e => $"{e.Key}: {e.Value.Description}"));
            return new ProblemResult(StatusCodes.Status503ServiceUnavailable, "not-ready",
                new("Nicht bereit", "Not ready"),
                new($"Nicht verfügbar: {failed}.", $"Not available: {failed}."),
                new("Prüfen Sie die Datenbank und das Protokoll des Dienstes.", "Check the database and the log of the service."));
        }

        return TypedResults.Ok(new HealthResponse(report.Status, report.Entries.ToDictionary(e => e.Key, e => e.Value.Status)));
    }
}
