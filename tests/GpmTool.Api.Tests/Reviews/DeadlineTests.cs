using GpmTool.Api.Features.LifeCycle;
using GpmTool.Api.Features.Notifications;
using GpmTool.Api.Features.Reviews;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Reviews;

/// <summary>Who has not taken its position is reminded, and silence counts where the rule says so.</summary>
public class DeadlineTests : ReviewTest
{
    [Test]
    public async Task Who_has_not_said_anything_is_waited_for()
    {
        await OpenAsync();
        await SayAsync("lead-a", "bezirk-a", "agreed");
        (await DueAsync(Deadline.AddDays(-1))).ShouldBeEmpty();
        var due = await DueAsync(Deadline.AddMinutes(1));
        due.Select(deadline => deadline.Arguments.Authority).ShouldBe(["bezirk-b", "Senatsverwaltung A"], ignoreOrder: true);
        await SteerAsync("conclude", new { outcome = "withdrawn", remark = "ruht" });
        (await DueAsync(Deadline.AddMinutes(1))).ShouldBeEmpty();
    }

    [Test]
    public async Task Silence_counts_after_the_deadline_where_the_rule_says_so()
    {
        await QuorumAsync(new { parts = new[] { new { authorities = new[] { "bezirk-a", "bezirk-b", "senat-a" } } }, silenceCounts = true });
        await OpenAsync(new { deadline = Api.Clock.GetUtcNow().UtcDateTime.AddMinutes(10) });
        var review = await (await SayAsync("lead-a", "bezirk-a", "agreed")).JsonAsync(200);
        review.GetProperty("quorum").GetProperty("parts")[0].GetProperty("needed").GetInt32().ShouldBe(3);
        Api.Clock.Ahead = TimeSpan.FromMinutes(11);
        try
        {
            (await (await SteerAsync("conclude", new { outcome = "coSigned" })).JsonAsync(200)).GetProperty("quorum").GetProperty("holds").GetBoolean().ShouldBeTrue();
        }
        finally
        {
            Api.Clock.Ahead = TimeSpan.Zero;
        }
    }

    [Test]
    public async Task A_Soll_is_due_for_resubmission_on_its_day()
    {
        await using var scope = Api.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        var id = Guid.Parse(Soll);
        var version = await context.ModelVersions.SingleAsync(row => row.ModelId == id);
        var row = new SollLifeCycle { ModelVersionId = version.Id, ModelId = id, State = ModelState.InForce };
        Validity.Set(row, new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31));
        context.Add(row);
        context.Record(Actor.Local, "test", "test", "test");
        await context.SaveChangesAsync();
        var feature = new ResubmissionDeadlines();
        (await feature.UntilAsync(context, new DateTime(2027, 11, 29, 22, 59, 0, DateTimeKind.Utc), CancellationToken.None)).ShouldBeEmpty();
        var due = (await feature.UntilAsync(context, new DateTime(2027, 11, 30, 12, 0, 0, DateTimeKind.Utc), CancellationToken.None)).Single();
        (due.IsResubmission, due.DueAt, due.Subject.Id).ShouldBe((true, new DateTime(2027, 11, 29, 23, 0, 0, DateTimeKind.Utc), Soll));
    }

    private async Task<IReadOnlyList<Deadline>> DueAsync(DateTime until)
    {
        await using var scope = Api.Services.CreateAsyncScope();
        var feature = Api.Services.GetServices<IDeadlines>().OfType<ReviewDeadlines>().Single();
        return [.. (await feature.UntilAsync(scope.ServiceProvider.GetRequiredService<GpmDbContext>(), until, CancellationToken.None)).Where(deadline => Review.EndsWith(deadline.Subject.Id, StringComparison.Ordinal))];
    }
}
