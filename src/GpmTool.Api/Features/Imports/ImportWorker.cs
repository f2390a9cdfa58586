using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Imports;

/// <summary>Works through the imports, one after the other, as long as the program runs.</summary>
internal sealed class ImportWorker(ImportRunner runner, ImportQueue queue, ImportSettings settings, TimeProvider time, ILogger<ImportWorker> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await runner.RunNextAsync(stoppingToken))
                {
                    // Go on until nothing is left.
                }

                await queue.WaitAsync(TimeSpan.FromSeconds(settings.SweepSeconds), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is DbUpdateException or InvalidOperationException or System.Data.Common.DbException)
            {
                logger.LogError(exception, "An import was interrupted; it goes on later.");
                await Task.Delay(TimeSpan.FromSeconds(settings.SweepSeconds), time, stoppingToken);
            }
        }
    }
}
