using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Notifications;

/// <summary>Something that somebody has to do until a time.</summary>
/// <param name="Subject">To what.</param>
/// <param name="Arguments">What the text is made of.</param>
/// <param name="DueAt">Until when (UTC).</param>
/// <param name="Waiting">Who has to do it: reminded before, and told when it is over.</param>
/// <param name="Escalation">Who is told too when it is over.</param>
/// <param name="IsResubmission">Whether a Soll is to be looked at again, and no reply is missing.</param>
internal sealed record Deadline(NoticeSubject Subject, NoticeArguments Arguments, DateTime DueAt, Audience Waiting, Audience Escalation, bool IsResubmission = false);

/// <summary>What a feature knows of deadlines. Registered as a singleton; a feature without deadlines has none.</summary>
internal interface IDeadlines
{
    /// <summary>The deadlines up to a time, past ones included, of what is still to be done.</summary>
    Task<IReadOnlyList<Deadline>> UntilAsync(GpmDbContext context, DateTime until, CancellationToken cancellation);
}

/// <summary>Reminds of deadlines and tells when they are over. Nobody is told the same twice, however often and wherever it runs.</summary>
internal sealed class DeadlineScanner(IServiceScopeFactory scopes, IEnumerable<IDeadlines> features, Notices notices, ReminderSettings settings, TimeProvider time, ILogger<DeadlineScanner> logger)
{
    /// <summary>Looks at all deadlines once.</summary>
    public async Task ScanAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        foreach (var feature in features)
        {
            foreach (var deadline in await feature.UntilAsync(context, now.AddDays(settings.ReminderDays), cancellation))
            {
                try
                {
                    await TellAsync(context, deadline, now, cancellation);
                    await context.SaveChangesAsync(cancellation);
                }
                catch (DbUpdateException exception)
                {
                    logger.LogInformation(exception, "Another host tells of the deadline of {Kind} {Id}.", deadline.Subject.Kind, deadline.Subject.Id);
                }

                context.Forget();
            }
        }
    }

    private async Task TellAsync(GpmDbContext context, Deadline deadline, DateTime now, CancellationToken cancellation)
    {
        var kind = (deadline.IsResubmission, deadline.DueAt <= now) switch
        {
            (true, true) => NotificationKind.ResubmissionDue,
            (true, false) => (NotificationKind?)null,
            (false, true) => NotificationKind.DeadlineOver,
            (false, false) => NotificationKind.DeadlineNear,
        };
        if (kind is not { } told) return;
        var audience = told == NotificationKind.DeadlineNear ? deadline.Waiting
            : new Audience([.. deadline.Waiting.Accounts, .. deadline.Escalation.Accounts], [.. deadline.Waiting.Roles, .. deadline.Escalation.Roles]);
        await notices.TellAsync(context, new Notice(told, deadline.Subject, deadline.Arguments, deadline.DueAt, IsOnce: true), audience, null, cancellation);
    }
}
