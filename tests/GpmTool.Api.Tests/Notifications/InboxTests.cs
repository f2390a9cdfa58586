using GpmTool.Api.Features.Notifications;
using GpmTool.Api.Tests.Accounts;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GpmTool.Api.Tests.Notifications;

/// <summary>Who is told what, and one's own inbox.</summary>
public sealed class InboxTests : NotificationTest
{
    [Test]
    public async Task People_are_found_by_role_field_and_authority()
    {
        await TellAsync(Opened(), Audience.Escalation(Fm, BezirkA));
        (await RowsAsync()).Select(row => row.AccountId).ShouldBe([Ids["lead-a"], Ids["coordination"]], ignoreOrder: true);
    }

    [Test]
    public async Task Nobody_is_told_of_what_it_may_not_read_nor_the_cause_nor_disabled_accounts()
    {
        (await TellAsync(Opened(), To("elsewhere", "nobody", "gone", "senate", "lead-a"), cause: "lead-a")).ShouldBe(1);
        (await RowsAsync()).ShouldHaveSingleItem().AccountId.ShouldBe(Ids["senate"]);
    }

    [Test]
    public async Task A_notification_is_there_with_its_cause_or_not_at_all()
    {
        await WithAsync(async context =>
        {
            await new Notices(Mail, Clock).TellAsync(context, Opened(), To("senate"), null, CancellationToken.None);
            // The cause is not stored, so the notification is not either.
        });
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task The_inbox_is_ones_own_in_the_language_of_the_request()
    {
        await TellAsync(Opened("Erster"), To("senate", "lead-a"));
        Clock.Now = Clock.Now.AddMinutes(1);
        await TellAsync(Opened("Zweiter"), To("senate"));
        using var senate = await Api.LogInAsync("senate@example.org");
        var inbox = await (await senate.GetAsync("/api/v1/me/notifications?limit=1")).JsonAsync(200);
        inbox.GetProperty("unread").GetInt32().ShouldBe(2);
        inbox.Items("text").ShouldBe(["Die Mitzeichnung von „Zweiter“ ist eröffnet."]);
        senate.DefaultRequestHeaders.Add("Accept-Language", "en");
        var next = await (await senate.GetAsync($"/api/v1/me/notifications?limit=1&cursor={Uri.EscapeDataString(inbox.Text("nextCursor")!)}")).JsonAsync(200);
        next.Items("text").ShouldBe(["The review of \"Erster\" is open."]);
        next.Items("link").ShouldBe(["/reviews/r1"]);

        await senate.SendJsonAsync(HttpMethod.Post, $"/api/v1/me/notifications/{next.Items("id")[0]}/read", null);
        (await (await senate.GetAsync("/api/v1/me/notifications?unread=true")).JsonAsync(200)).Items("id").ShouldBe(inbox.Items("id"));
        ((int)(await senate.SendJsonAsync(HttpMethod.Post, "/api/v1/me/notifications/read", null)).StatusCode).ShouldBe(204);
        (await (await senate.GetAsync("/api/v1/me/notifications")).JsonAsync(200)).GetProperty("unread").GetInt32().ShouldBe(0);
        var foreign = (await RowsAsync()).Single(row => row.AccountId == Ids["lead-a"]);
        foreign.ReadAt.ShouldBeNull();
        await (await senate.SendJsonAsync(HttpMethod.Post, $"/api/v1/me/notifications/{foreign.Id}/read", null)).ProblemAsync(404, "not-found");
    }

    [Test]
    public async Task Settings_are_changed_with_their_tag_and_hold_for_what_waits()
    {
        using var lead = await Api.LogInAsync("lead-b@example.org");
        var first = await lead.GetAsync("/api/v1/me/notification-settings");
        (await first.JsonAsync(200)).Text("mail").ShouldBe("atOnce");
        await TellAsync(Opened(), To("lead-b"));
        await (await lead.SendJsonAsync(HttpMethod.Put, "/api/v1/me/notification-settings", new { mail = "none", language = "de" })).ProblemAsync(428, "if-match-missing");
        await (await lead.SendJsonAsync(HttpMethod.Put, "/api/v1/me/notification-settings", new { mail = "none", language = "fr" }, first.ETag())).ProblemAsync(400, "validation-failed");
        await (await lead.SendJsonAsync(HttpMethod.Put, "/api/v1/me/notification-settings", new { mail = "none", language = "en" }, first.ETag())).JsonAsync(200);
        (await RowsAsync()).ShouldHaveSingleItem().MailState.ShouldBe(MailState.None);
        await (await lead.SendJsonAsync(HttpMethod.Put, "/api/v1/me/notification-settings", new { mail = "daily", language = "en" }, first.ETag())).ProblemAsync(412, "outdated");
        (await (await lead.GetAsync("/api/v1/me/notification-settings")).JsonAsync(200)).Text("language").ShouldBe("en");
    }

    [Test]
    public async Task Deadlines_remind_before_and_escalate_after_once_each()
    {
        var due = Clock.Now.UtcDateTime.AddDays(2);
        var subject = new NoticeSubject("review", "r9", "/reviews/r9", Fm);
        var deadlines = new Fixed(
            new Deadline(subject, new NoticeArguments("Störung", "Bezirk A"), due, To("senate"), Audience.Escalation(Fm, BezirkA)),
            new Deadline(subject with { Id = "soll" }, new NoticeArguments("Störung"), due, To("coordination"), Audience.Of(Array.Empty<Guid>()), IsResubmission: true),
            new Deadline(subject with { Id = "later" }, new NoticeArguments("Später"), due.AddDays(30), To("senate"), To("lead-a")));
        var scopes = Api.Services.GetRequiredService<IServiceScopeFactory>();
        var (one, other) = (Scanner(), Scanner());
        await Task.WhenAll(one.ScanAsync(CancellationToken.None), other.ScanAsync(CancellationToken.None));
        await one.ScanAsync(CancellationToken.None);
        (await RowsAsync()).Select(row => (row.Kind, row.AccountId)).ShouldBe([(NotificationKind.DeadlineNear, Ids["senate"])]);

        Clock.Now = new DateTimeOffset(due, TimeSpan.Zero);
        await one.ScanAsync(CancellationToken.None);
        await other.ScanAsync(CancellationToken.None);
        (await RowsAsync()).Skip(1).Select(row => (row.Kind, row.AccountId)).ShouldBe(
            [(NotificationKind.DeadlineOver, Ids["senate"]), (NotificationKind.DeadlineOver, Ids["lead-a"]), (NotificationKind.DeadlineOver, Ids["coordination"]), (NotificationKind.ResubmissionDue, Ids["coordination"])], ignoreOrder: true);

        DeadlineScanner Scanner() => new(scopes, [deadlines], new Notices(Mail, Clock), new ReminderSettings(), Clock, NullLogger<DeadlineScanner>.Instance);
    }

    private sealed class Fixed(params Deadline[] deadlines) : IDeadlines
    {
        public Task<IReadOnlyList<Deadline>> UntilAsync(GpmDbContext context, DateTime until, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Deadline>>([.. deadlines.Where(deadline => deadline.DueAt <= until)]);
    }
}
