using System.Globalization;
using GpmTool.Persistence;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace GpmTool.Api.Features.Notifications;

/// <summary>
/// Sends the mails that are due. A row is marked before its mail is sent and again after; whoever loses the race for the first mark sends
/// nothing. What was being sent when a program ended is not sent again: one mail at most, and the inbox has the notification anyway.
/// </summary>
internal sealed class MailSender(IServiceScopeFactory scopes, MailSettings settings, TimeProvider time, ILogger<MailSender> logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Sends what is due; gives how many mails the server took.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        await EndLostAsync(context, cancellation);
        if (!await Due(context).AnyAsync(cancellation)) return 0;
        using var smtp = new SmtpClient { Timeout = settings.LeaseSeconds * 500 };
        var sent = 0;
        while (await ConnectAsync(smtp, cancellation) && await TakeAsync(context, cancellation) is { } batch)
        {
            if (batch.Count > 0 && await SendAsync(context, smtp, batch, cancellation)) sent++;
            context.Forget();
        }

        if (smtp.IsConnected) await smtp.DisconnectAsync(quit: true, cancellation);
        return sent;
    }

    private IQueryable<Notification> Due(GpmDbContext context)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return context.Notifications.Where(row => row.MailState == MailState.Pending && row.MailAt <= now);
    }

    private async Task EndLostAsync(GpmDbContext context, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var row in await context.Notifications.Where(row => row.MailState == MailState.Sending && row.MailLeaseUntil < now).ToListAsync(cancellation))
            (row.MailState, row.MailLeaseUntil, row.MailProblem) = (MailState.Uncertain, null, "interrupted");
        await SaveIfFirstAsync(context, cancellation);
    }

    // A server that does not answer costs no attempt: all mails wait for it.
    private async Task<bool> ConnectAsync(SmtpClient smtp, CancellationToken cancellation)
    {
        if (smtp.IsConnected) return true;
        try
        {
            await smtp.ConnectAsync(settings.Host!, settings.Port, settings.Socket, cancellation);
            if (settings.User is { } user) await smtp.AuthenticateAsync(user, settings.Password!, cancellation);
            return true;
        }
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or NotSupportedException or TimeoutException)
        {
            logger.LogError(exception, "The mail server {Host}:{Port} cannot be used; mails wait.", settings.Host, settings.Port);
            return false;
        }
    }

    /// <summary>Marks the rows of the next mail as being sent. Empty when somebody else was quicker, null when nothing is due.</summary>
    private async Task<List<Notification>?> TakeAsync(GpmDbContext context, CancellationToken cancellation)
    {
        if (await Due(context).OrderBy(row => row.MailAt).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellation) is not { } first) return null;
        var isDaily = await context.NotificationSettings.AsNoTracking().AnyAsync(row => row.AccountId == first.AccountId && row.Mail == MailChoice.Daily, cancellation);
        var batch = isDaily ? await Due(context).Where(row => row.AccountId == first.AccountId).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellation) : [first];
        var until = time.GetUtcNow().UtcDateTime.AddSeconds(settings.LeaseSeconds);
        foreach (var row in batch) (row.MailState, row.MailLeaseUntil, row.MailAttempts) = (MailState.Sending, until, row.MailAttempts + 1);
        return await SaveIfFirstAsync(context, cancellation) ? batch : [];
    }

    private async Task<bool> SendAsync(GpmDbContext context, SmtpClient smtp, List<Notification> batch, CancellationToken cancellation)
    {
        var account = await context.Accounts.AsNoTracking().SingleAsync(row => row.Id == batch[0].AccountId, cancellation);
        var wishes = await context.NotificationSettings.AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account.Id, cancellation);
        var readable = await Recipients.ReadableAsync(context, account.Id, batch, cancellation);
        var (state, problem) = (MailState.None, (string?)null);
        if (account is { LogInName: { } address, DisabledAt: null } && wishes?.Mail != MailChoice.None && readable.Count > 0)
            (state, problem) = await TrySendAsync(smtp, readable, address, wishes?.Language == "en", cancellation);

        var now = time.GetUtcNow().UtcDateTime;
        foreach (var row in batch)
        {
            var isAgain = state == MailState.Pending && row.MailAttempts >= settings.MaxAttempts ? MailState.Failed : state;
            (row.MailState, row.MailProblem, row.MailLeaseUntil) = (readable.Contains(row) ? isAgain : MailState.None, problem, null);
            if (row.MailState == MailState.Pending) row.MailAt = now + Wait(row.MailAttempts);
        }

        await SaveIfFirstAsync(context, cancellation);
        return state == MailState.Sent;
    }

    private async Task<(MailState State, string? Problem)> TrySendAsync(SmtpClient smtp, List<Notification> rows, string address, bool isEnglish, CancellationToken cancellation)
    {
        try
        {
            await smtp.SendAsync(MailTexts.Of(rows, settings, address, isEnglish, time.GetUtcNow().UtcDateTime), cancellation);
            return (MailState.Sent, null);
        }
        catch (ParseException)
        {
            return (MailState.Failed, "address-malformed");
        }
        catch (SmtpCommandException exception)
        {
            // RFC 5321, 4.2.1: 5yz is for good, 4yz for now. The server's text may hold the address, so only the code is kept.
            return ((int)exception.StatusCode >= 500 ? MailState.Failed : MailState.Pending, string.Create(CultureInfo.InvariantCulture, $"{(int)exception.StatusCode} {exception.ErrorCode}"));
        }
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException or ProtocolException or TimeoutException or ServiceNotConnectedException)
        {
            return (MailState.Pending, exception.GetType().Name);
        }
    }

    private static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts - 1), LongestWait.TotalMinutes));

    private static async Task<bool> SaveIfFirstAsync(GpmDbContext context, CancellationToken cancellation)
    {
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            context.Forget();
            return false;
        }
    }
}
