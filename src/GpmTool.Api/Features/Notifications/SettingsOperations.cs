using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Notifications;

/// <summary>What somebody wants to be told by e-mail.</summary>
/// <param name="Mail">Whether and when.</param>
/// <param name="Language">The language of the e-mails: <c>de</c> or <c>en</c>.</param>
internal sealed record NotificationSettingsBody(MailChoice Mail, string Language);

internal sealed class NotificationSettingsValidator : AbstractValidator<NotificationSettingsBody>
{
    public NotificationSettingsValidator()
    {
        RuleFor(body => body.Mail).IsInEnum();
        RuleFor(body => body.Language).Must(language => language is "de" or "en").WithMessage(_ => new Text("language ist „de“ oder „en“.", "language is \"de\" or \"en\".").ToString());
    }
}

/// <summary>One's own settings.</summary>
internal static class SettingsOperations
{
    private static readonly NotificationSettingsBody Default = new(MailChoice.AtOnce, "de");

    /// <summary>Reads the settings.</summary>
    public static async Task<TaggedOk<NotificationSettingsBody>> GetAsync(GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        var id = current.Caller.Id;
        var row = await context.NotificationSettings.AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == id, cancellation);
        return ETags.Ok(row is null ? Default : new NotificationSettingsBody(row.Mail, row.Language), row?.Version ?? 0);
    }

    /// <summary>Changes the settings; mails that wait go by the new ones.</summary>
    public static async Task<Results<TaggedOk<NotificationSettingsBody>, ProblemResult>> ChangeAsync(NotificationSettingsBody body, [FromHeader(Name = "If-Match")] string? ifMatch, MailSettings mail, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var id = current.Caller.Id;
        if (!await context.Accounts.AnyAsync(row => row.Id == id, cancellation)) return Refusals.NotAllowed(); // a key gets no mail
        var row = await context.NotificationSettings.SingleOrDefaultAsync(row => row.AccountId == id, cancellation);
        if (ETags.Check(ifMatch, row?.Version ?? 0) is { } outdated) return outdated;
        row ??= context.NotificationSettings.Add(new NotificationSettings { AccountId = id, Language = body.Language }).Entity;
        (row.Mail, row.Language) = (body.Mail, body.Language);
        foreach (var waiting in await context.Notifications.Where(notification => notification.AccountId == id && notification.MailState == MailState.Pending).ToListAsync(cancellation))
            (waiting.MailState, waiting.MailAt) = MailPlan.For(mail, body.Mail, time.GetUtcNow().UtcDateTime);
        context.Record(current.Actor, "notification-settings.change", "account", id.ToString(), JsonSerializer.Serialize(new { mail = body.Mail.ToString(), body.Language }));
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(body, row.Version);
    }
}
