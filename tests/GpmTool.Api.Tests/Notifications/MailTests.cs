using GpmTool.Api.Features.Notifications;
using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Persistence;

namespace GpmTool.Api.Tests.Notifications;

/// <summary>E-mail of notifications, to a real mail server of the test.</summary>
public sealed class MailTests : NotificationTest
{
    [Test]
    public async Task A_mail_says_what_happened_and_where_in_german()
    {
        await TellAsync(Opened("Störung <b> & \"mehr\"", new DateTime(2026, 12, 1, 22, 59, 0, DateTimeKind.Utc)), To("lead-a"));
        (await Sender().SendDueAsync(CancellationToken.None)).ShouldBe(1);
        var mail = Sink.Messages.ShouldHaveSingleItem();
        mail.To.ToString().ShouldBe("lead-a@example.org");
        mail.From.ToString().ShouldBe("gpm@example.org");
        mail.Subject.ShouldBe("GpmTool: Die Mitzeichnung von „Störung <b> & \"mehr\"“ ist eröffnet. Frist: 01.12.2026, 23:59 Uhr.");
        mail.TextBody!.ShouldContain("Die Mitzeichnung von „Störung <b> & \"mehr\"“ ist eröffnet.");
        mail.TextBody!.ShouldContain("https://gpm.example.org/reviews/r1");
        mail.HtmlBody!.ShouldContain("<a href=\"https://gpm.example.org/reviews/r1\">");
        mail.HtmlBody!.ShouldNotContain("<b>");
        System.Net.WebUtility.HtmlDecode(mail.HtmlBody!).ShouldContain("„Störung <b> & \"mehr\"“");
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        (await RowsAsync()).ShouldHaveSingleItem().MailState.ShouldBe(MailState.Sent);
        (await Sender().SendDueAsync(CancellationToken.None)).ShouldBe(0);
        Sink.Messages.Count.ShouldBe(1);
    }

    [Test]
    public async Task The_language_of_the_account_decides()
    {
        await ChooseAsync("senate", MailChoice.AtOnce, "en");
        await TellAsync(Opened(), To("senate"));
        await Sender().SendDueAsync(CancellationToken.None);
        Sink.Messages.ShouldHaveSingleItem().TextBody!.ShouldContain("The review of \"Störungsmeldung prüfen\" is open.");
    }

    [Test]
    public async Task A_bad_address_does_not_stop_the_others_and_is_shown_to_administrators()
    {
        Sink.Reply = line => line.Contains("lead-a", StringComparison.Ordinal) ? "550 no such user" : null;
        await TellAsync(Opened(), To("lead-a", "lead-b", "senate"));
        (await Sender().SendDueAsync(CancellationToken.None)).ShouldBe(2);
        var failed = (await RowsAsync()).Single(row => row.MailState == MailState.Failed);
        failed.AccountId.ShouldBe(Ids["lead-a"]);
        var shown = (await GetAsync("/api/v1/notifications/mail-problems")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        shown.Text("id").ShouldBe(failed.Id.ToString());
        shown.Text("state").ShouldBe("failed");
        shown.Text("problem").ShouldBe("550 RecipientNotAccepted");
    }

    [Test]
    public async Task What_fails_for_now_is_tried_again_later_and_given_up_at_last()
    {
        Sink.Reply = _ => "451 busy";
        await TellAsync(Opened(), To("lead-a"));
        var waits = new List<double>();
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            (await Sender().SendDueAsync(CancellationToken.None)).ShouldBe(0);
            var row = (await RowsAsync()).Single();
            row.MailAttempts.ShouldBe(attempt);
            (await Sender().SendDueAsync(CancellationToken.None)).ShouldBe(0);
            (await RowsAsync()).Single().MailAttempts.ShouldBe(attempt, "not before its time");
            row.MailState.ShouldBe(attempt < 8 ? MailState.Pending : MailState.Failed);
            if (attempt == 8) break;
            waits.Add((row.MailAt - Clock.Now.UtcDateTime).TotalMinutes);
            Clock.Now = new DateTimeOffset(row.MailAt, TimeSpan.Zero);
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64]);
    }

    [Test]
    public async Task A_server_that_does_not_answer_costs_no_attempt()
    {
        await TellAsync(Opened(), To("lead-a"));
        var sender = Sender();
        await Sink.DisposeAsync();
        (await sender.SendDueAsync(CancellationToken.None)).ShouldBe(0);
        var row = (await RowsAsync()).Single();
        (row.MailState, row.MailAttempts).ShouldBe((MailState.Pending, 0));
    }

    [Test]
    public async Task Killed_between_sending_and_marking_nothing_is_sent_twice()
    {
        using var kill = new CancellationTokenSource();
        Sink.Taken = kill.Cancel;
        await TellAsync(Opened(), To("lead-a"));
        await Should.ThrowAsync<OperationCanceledException>(Sender().SendDueAsync(kill.Token));
        Sink.Messages.Count.ShouldBe(1);
        (await RowsAsync()).Single().MailState.ShouldBe(MailState.Sending);

        Sink.Taken = () => { };
        await Sender().SendDueAsync(CancellationToken.None);
        (await RowsAsync()).Single().MailState.ShouldBe(MailState.Sending, "another host may still be at it");
        Clock.Now = Clock.Now.AddSeconds(121);
        await Sender().SendDueAsync(CancellationToken.None);
        (await RowsAsync()).Single().MailState.ShouldBe(MailState.Uncertain);
        Sink.Messages.Count.ShouldBe(1);
        (await GetAsync("/api/v1/notifications/mail-problems")).Items("state").ShouldBe(["uncertain"]);
    }

    [Test]
    public async Task Two_hosts_send_each_mail_once()
    {
        for (var i = 0; i < 10; i++) await TellAsync(Opened($"Prozess {i}"), To("lead-a", "lead-b"));
        var sent = await Task.WhenAll(Task.Run(() => Sender().SendDueAsync(CancellationToken.None)), Task.Run(() => Sender().SendDueAsync(CancellationToken.None)));
        sent.Sum().ShouldBe(20);
        Sink.Messages.Select(mail => mail.MessageId).Distinct().Count().ShouldBe(20);
        Sink.Messages.Count.ShouldBe(20);
        (await RowsAsync()).ShouldAllBe(row => row.MailState == MailState.Sent && row.MailAttempts == 1);
    }

    [Test]
    public async Task A_digest_is_one_mail_a_day_at_its_hour_in_Berlin()
    {
        await ChooseAsync("lead-a", MailChoice.Daily);
        await TellAsync(Opened("Erster"), To("lead-a"));
        Clock.Now = Clock.Now.AddHours(1);
        await TellAsync(Opened("Zweiter"), To("lead-a"));
        Clock.Now = new DateTimeOffset(2026, 11, 27, 5, 59, 0, TimeSpan.Zero);
        (await Sender().SendDueAsync(CancellationToken.None)).ShouldBe(0);
        Clock.Now = new DateTimeOffset(2026, 11, 27, 6, 0, 0, TimeSpan.Zero);
        (await Sender().SendDueAsync(CancellationToken.None)).ShouldBe(1);
        var mail = Sink.Messages.ShouldHaveSingleItem();
        mail.Subject.ShouldBe("GpmTool: 2 Mitteilungen");
        mail.TextBody!.IndexOf("Erster", StringComparison.Ordinal).ShouldBeInRange(1, mail.TextBody!.IndexOf("Zweiter", StringComparison.Ordinal));
        (await RowsAsync()).ShouldAllBe(row => row.MailState == MailState.Sent);
    }

    [TestCase("2026-07-01T04:59:00Z", "2026-07-01T05:00:00Z")]
    [TestCase("2026-07-01T05:00:00Z", "2026-07-02T05:00:00Z")]
    [TestCase("2026-12-01T06:30:00Z", "2026-12-02T06:00:00Z")]
    public void The_digest_follows_summer_and_winter_time(string now, string next) =>
        MailPlan.NextDigest(7, DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime()).ShouldBe(DateTime.Parse(next, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime());

    [Test]
    public void The_hour_that_summer_time_leaves_out_is_the_next() =>
        MailPlan.NextDigest(2, new DateTime(2026, 3, 29, 0, 0, 0, DateTimeKind.Utc)).ShouldBe(new DateTime(2026, 3, 29, 1, 0, 0, DateTimeKind.Utc));

    [Test]
    public async Task Who_wants_none_or_may_no_longer_read_gets_none()
    {
        await ChooseAsync("lead-a", MailChoice.None);
        await TellAsync(Opened(), To("lead-a", "lead-b"));
        await WithAsync(async context =>
        {
            context.Notifications.Single(row => row.AccountId == Ids["lead-b"]).FieldId = Guid.CreateVersion7(); // as if the role had gone meanwhile
            await context.SaveChangesAsync();
        });
        (await Sender().SendDueAsync(CancellationToken.None)).ShouldBe(0);
        Sink.Messages.ShouldBeEmpty();
        (await RowsAsync()).ShouldAllBe(row => row.MailState == MailState.None);
    }

    [Test]
    public void Wrong_settings_refuse_the_start()
    {
        var right = Mail;
        foreach (var (wrong, name) in new[]
        {
            (right with { Port = 0 }, "Mail:Port"), (right with { Security = "ssl" }, "Mail:Security"), (right with { User = "u" }, "Mail:User"), (right with { User = "u", Password = "p" }, "Mail:Security"),
            (right with { From = "nobody" }, "Mail:From"), (right with { BaseAddress = "gpm" }, "Mail:BaseAddress"), (right with { DigestHour = 24 }, "Mail:DigestHour"), (right with { MaxAttempts = 0 }, "Mail:MaxAttempts"),
        }) Should.Throw<StartRefusedException>(() => wrong.Checked()).Message.ShouldContain(name);
        (right with { User = "u", Password = "p", Security = "starttls" }).Checked().Socket.ShouldBe(MailKit.Security.SecureSocketOptions.StartTls);
    }
}
