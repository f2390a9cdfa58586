using GpmTool.Api.Features.Notifications;
using GpmTool.Api.Tests.Accounts;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GpmTool.Api.Tests.Notifications;

/// <summary>People of the field "fm", a mail server and a clock.</summary>
public abstract class NotificationTest : ApiTests
{
    private protected Dictionary<string, Guid> Ids { get; } = [];

    private protected Guid Fm { get; private set; }

    private protected Guid BezirkA { get; private set; }

    private protected SmtpSink Sink { get; private set; } = null!;

    private protected Clock Clock { get; private set; } = null!;

    private protected MailSettings Mail => new MailSettings { Host = "127.0.0.1", Port = Sink.Port, Security = "None", From = "gpm@example.org", BaseAddress = "https://gpm.example.org/" }.Checked();

    [OneTimeSetUp]
    public async Task AddPeopleAsync()
    {
        await Client.PrepareAsync();
        await PostAsync("/api/v1/policy-fields", new { key = "other", name = "Anderes" });
        await PostAsync("/api/v1/authorities", new { key = "bezirk-b", name = "B", kind = "districtOffice", validFrom = "2026-01-01" });
        foreach (var (name, role, authority, field) in new (string, Role, string?, string)[]
        {
            ("coordination", Role.FieldCoordination, null, "fm"), ("lead-a", Role.AuthorityLead, "bezirk-a", "fm"), ("lead-b", Role.AuthorityLead, "bezirk-b", "fm"),
            ("senate", Role.SenateCoordination, null, "fm"), ("elsewhere", Role.FieldCoordination, null, "other"), ("gone", Role.SenateCoordination, null, "fm"),
        }) Ids[name] = await Api.AddAsync($"{name}@example.org", role, authority, field);
        Ids["nobody"] = await Api.AddAsync("nobody@example.org");
        await WithAsync(async context =>
        {
            Fm = (await context.PolicyFields.SingleAsync(row => row.Key == "fm")).Id;
            BezirkA = (await context.Authorities.SingleAsync(row => row.Key == "bezirk-a")).Id;
            (await context.Accounts.SingleAsync(row => row.Id == Ids["gone"])).DisabledAt = DateTime.UnixEpoch;
            context.Record(Actor.Local, "account.disable", "account", "test");
            await context.SaveChangesAsync();
        });
    }

    [SetUp]
    public async Task StartAnewAsync()
    {
        (Sink, Clock) = (new SmtpSink(), new Clock(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero)));
        await WithAsync(async context =>
        {
            context.Notifications.RemoveRange(await context.Notifications.ToListAsync());
            context.NotificationSettings.RemoveRange(await context.NotificationSettings.ToListAsync());
            context.Record(Actor.Local, "test", "test", "test");
            await context.SaveChangesAsync();
        });
    }

    [TearDown]
    public async Task StopSinkAsync() => await Sink.DisposeAsync();

    private protected async Task WithAsync(Func<GpmDbContext, Task> work)
    {
        await using var scope = Api.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<GpmDbContext>());
    }

    private protected Notice Opened(string process = "Störungsmeldung prüfen", DateTime? due = null) =>
        new(NotificationKind.ReviewOpened, new NoticeSubject("review", "r1", "/reviews/r1", Fm), new NoticeArguments(process), due);

    private protected async Task<int> TellAsync(Notice notice, Audience audience, string? cause = null)
    {
        var told = 0;
        await WithAsync(async context =>
        {
            told = await new Notices(Mail, Clock).TellAsync(context, notice, audience, cause is null ? null : Ids[cause], CancellationToken.None);
            await context.SaveChangesAsync();
        });
        return told;
    }

    private protected Audience To(params string[] names) => Audience.Of([.. names.Select(name => Ids[name])]);

    private protected MailSender Sender() => new(Api.Services.GetRequiredService<IServiceScopeFactory>(), Mail, Clock, NullLogger<MailSender>.Instance);

    private protected async Task ChooseAsync(string name, MailChoice choice, string language = "de") => await WithAsync(async context =>
    {
        context.NotificationSettings.Add(new NotificationSettings { AccountId = Ids[name], Mail = choice, Language = language });
        context.Record(Actor.Local, "test", "test", "test");
        await context.SaveChangesAsync();
    });

    private protected async Task<List<Notification>> RowsAsync()
    {
        List<Notification> rows = [];
        await WithAsync(async context => rows = await context.Notifications.AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync());
        return rows;
    }
}
