using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace GpmTool.Api.Infrastructure.Hosting;

/// <summary>Logs, traces and metrics.</summary>
internal static class Telemetry
{
    /// <summary>
    /// JSON lines on the console in production, readable lines in development. Traces and metrics leave the process only
    /// when OTEL_EXPORTER_OTLP_ENDPOINT names a collector.
    /// </summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment()) builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
        else builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);

        var export = !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing =>
            {
                tracing.AddAspNetCoreInstrumentation();
                if (export) tracing.AddOtlpExporter();
            })
            .WithMetrics(metrics =>
            {
                metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation();
                if (export) metrics.AddOtlpExporter();
            });
    }
}
