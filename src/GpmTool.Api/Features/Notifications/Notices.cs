using System.Globalization;
using System.Text.Json;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Notifications;

/// <summary>What a notification is about.</summary>
/// <param name="Kind">The kind of object, as in the audit chain.</param>
/// <param name="Id">The object.</param>
/// <param name="Link">The path of the page about it; begins with a slash.</param>
/// <param name="FieldId">The policy field it belongs to; null: none.</param>
internal sealed record NoticeSubject(string Kind, string Id, string Link, Guid? FieldId);

/// <summary>What is to be told.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">To what.</param>
/// <param name="Arguments">What the text is made of.</param>
/// <param name="DueAt">What is due when (UTC).</param>
/// <param name="IsOnce">Whether nobody is told the same of the same object and due date again.</param>
internal sealed record Notice(NotificationKind Kind, NoticeSubject Subject, NoticeArguments Arguments, DateTime? DueAt = null, bool IsOnce = false);

/// <summary>Who is to be told.</summary>
/// <param name="Accounts">These accounts.</param>
/// <param name="Roles">Everybody with one of these roles; null for authority or field stands for any.</param>
internal sealed record Audience(IReadOnlyCollection<Guid> Accounts, IReadOnlyCollection<Grant> Roles)
{
    /// <summary>These accounts.</summary>
    public static Audience Of(params Guid[] accounts) => new(accounts, []);

    /// <summary>Everybody with one of these roles.</summary>
    public static Audience Of(params Grant[] roles) => new([], roles);

    /// <summary>Who is told when an authority let a deadline pass: its leads and the coordination of the field.</summary>
    public static Audience Escalation(Guid field, Guid? authority) => authority is null
        ? Of(new Grant(Role.FieldCoordination, null, field))
        : Of(new Grant(Role.AuthorityLead, authority, field), new Grant(Role.FieldCoordination, null, field));

    /// <summary>Whether somebody with these grants belongs to it.</summary>
    public bool Has(Guid account, IEnumerable<Grant> grants) => Accounts.Contains(account) || grants.Any(grant => Roles.Any(role =>
        role.Role == grant.Role
        && (role.AuthorityId is null || role.AuthorityId == grant.AuthorityId)
        && (role.FieldId is null || grant.FieldId is null || role.FieldId == grant.FieldId)));
}

/// <summary>Tells people what happened.</summary>
internal sealed class Notices(MailSettings mail, TimeProvider time)
{
    private static readonly HashSet<Scope> NoScopes = [];

    /// <summary>
    /// Adds the notifications; they are stored with the caller's next save, so with what they tell. Nobody is told about what it may not
    /// read, nor whoever caused it, nor disabled accounts.
    /// </summary>
    /// <param name="context">The context of the cause.</param>
    /// <param name="notice">What.</param>
    /// <param name="audience">Whom.</param>
    /// <param name="cause">The account that caused it; null: nobody in particular.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>How many are told.</returns>
    public async Task<int> TellAsync(GpmDbContext context, Notice notice, Audience audience, Guid? cause, CancellationToken cancellation)
    {
        var recipients = await RecipientsAsync(context, notice, audience, cause, cancellation);
        if (recipients.Count == 0) return 0;
        var keys = recipients.ToDictionary(account => account, account => notice.IsOnce ? OnceKey(notice, account) : null);
        if (notice.IsOnce)
        {
            var wanted = keys.Values.ToList();
            var told = await context.Notifications.IgnoreQueryFilters().Where(row => wanted.Contains(row.OnceKey)).Select(row => row.OnceKey).ToListAsync(cancellation);
            told.AddRange(context.Notifications.Local.Select(row => row.OnceKey));
            recipients.RemoveAll(account => told.Contains(keys[account]));
        }

        var choices = await context.NotificationSettings.AsNoTracking().Where(row => recipients.Contains(row.AccountId)).ToDictionaryAsync(row => row.AccountId, row => row.Mail, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var account in recipients)
        {
            var (state, at) = MailPlan.For(mail, choices.GetValueOrDefault(account, MailChoice.AtOnce), now);
            context.Notifications.Add(new Notification
            {
                Id = Guid.CreateVersion7(),
                AccountId = account,
                Kind = notice.Kind,
                ObjectKind = notice.Subject.Kind,
                ObjectId = notice.Subject.Id,
                FieldId = notice.Subject.FieldId,
                Link = notice.Subject.Link,
                DueAt = notice.DueAt,
                ArgumentsJson = JsonSerializer.Serialize(notice.Arguments),
                OnceKey = keys[account],
                CreatedAt = now,
                MailState = state,
                MailAt = at,
            });
        }

        return recipients.Count;
    }

    private static async Task<List<Guid>> RecipientsAsync(GpmDbContext context, Notice notice, Audience audience, Guid? cause, CancellationToken cancellation)
    {
        var (accounts, roles) = (audience.Accounts.ToList(), audience.Roles.Select(role => role.Role).Distinct().ToList());
        var grants = await context.RoleGrants.AsNoTracking()
            .Where(row => context.Accounts.Any(account => account.Id == row.AccountId && account.DisabledAt == null))
            .Where(row => accounts.Contains(row.AccountId) || context.RoleGrants.Any(other => other.AccountId == row.AccountId && roles.Contains(other.Role)))
            .Select(row => new { row.AccountId, Grant = new Grant(row.Role, row.AuthorityId, row.PolicyFieldId) }).ToListAsync(cancellation);
        return [.. grants.GroupBy(row => row.AccountId, row => row.Grant)
            .Where(person => person.Key != cause && audience.Has(person.Key, person) && MayRead(new Caller(person.Key, IsProgram: false, [.. person], NoScopes), notice.Subject))
            .Select(person => person.Key).Order()];
    }

    private static bool MayRead(Caller caller, NoticeSubject subject) => subject.FieldId is { } field
        ? RightsTable.May(caller, Right.ReadContent, new Subject(field))
        : RightsTable.MayAnywhere(caller, Right.ReadContent);

    private static string OnceKey(Notice notice, Guid account) =>
        string.Create(CultureInfo.InvariantCulture, $"{notice.Kind}|{notice.Subject.Kind}|{notice.Subject.Id}|{account:N}|{notice.DueAt:yyyy-MM-dd}");
}

/// <summary>When a mail is to be sent.</summary>
internal static class MailPlan
{
    /// <summary>State and time of a mail for somebody with this choice.</summary>
    public static (MailState State, DateTime At) For(MailSettings mail, MailChoice choice, DateTime now) =>
        !mail.IsConfigured || choice == MailChoice.None ? (MailState.None, now)
        : (MailState.Pending, choice == MailChoice.Daily ? NextDigest(mail.DigestHour, now) : now);

    /// <summary>The next daily mail after a time (UTC).</summary>
    public static DateTime NextDigest(int hour, DateTime now)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, NoticeTexts.Berlin);
        for (var day = local.Date; ; day = day.AddDays(1))
        {
            var wanted = DateTime.SpecifyKind(day.AddHours(hour), DateTimeKind.Unspecified);
            if (NoticeTexts.Berlin.IsInvalidTime(wanted)) wanted = wanted.AddHours(1); // the hour that summer time leaves out
            var at = TimeZoneInfo.ConvertTimeToUtc(wanted, NoticeTexts.Berlin);
            if (at > now) return at;
        }
    }
}
