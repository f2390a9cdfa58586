namespace GpmTool.Api.Features.Notifications;

/// <summary>Looks at deadlines and sends mails as long as the program runs.</summary>
internal sealed class NotificationWorker(DeadlineScanner scanner, MailSender sender, MailSettings mail, ReminderSettings reminders, TimeProvider time, ILogger<NotificationWorker> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var nextScan = time.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (time.GetUtcNow() >= nextScan)
                {
                    nextScan = time.GetUtcNow().AddMinutes(reminders.ScanMinutes);
                    await scanner.ScanAsync(stoppingToken);
                }

                if (mail.IsConfigured) await sender.SendDueAsync(stoppingToken);
                await Task.Delay(TimeSpan.FromSeconds(mail.SweepSeconds), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Whatever it is, the others must get theirs: a background service that ends would take the program with it.
                logger.LogError(exception, "Notifications were interrupted; they go on later.");
                await Task.Delay(TimeSpan.FromSeconds(mail.SweepSeconds), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
