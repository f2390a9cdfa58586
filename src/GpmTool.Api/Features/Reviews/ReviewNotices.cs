using GpmTool.Api.Features.Notifications;
using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Reviews;

/// <summary>Tells people what happens in reviews.</summary>
internal sealed class ReviewNotices(GpmDbContext context, Notices notices, CurrentActor current)
{
    /// <summary>What a notice about a review is about.</summary>
    public static NoticeSubject Subject(Review review) => new("review", review.Id.ToString(), $"/reviews/{review.Id}", review.PolicyFieldId);

    /// <summary>Tells all who take part: the leads of the authorities that are asked, the senate coordination, the coordination of the field.</summary>
    public Task TellAllAsync(Review review, NotificationKind kind, IEnumerable<ReviewAuthority> authorities, DateTime? due, CancellationToken cancellation) =>
        TellAsync(review, kind, Everybody(review, authorities), due, null, cancellation);

    /// <summary>Tells the coordination of the field that an authority objects.</summary>
    public Task TellObjectionAsync(Review review, ReviewAuthority authority, CancellationToken cancellation) =>
        TellAsync(review, NotificationKind.Objection, Audience.Of(new Grant(Role.FieldCoordination, null, review.PolicyFieldId)), null, authority.Name, cancellation);

    /// <summary>Tells those who are named in a comment.</summary>
    public Task TellMentionAsync(Review review, Audience audience, CancellationToken cancellation) => TellAsync(review, NotificationKind.Mention, audience, null, null, cancellation);

    private Task<int> TellAsync(Review review, NotificationKind kind, Audience audience, DateTime? due, string? authority, CancellationToken cancellation) =>
        notices.TellAsync(context, new Notice(kind, Subject(review), new NoticeArguments(review.ProcessName, authority), due), audience, current.Caller.Id, cancellation);

    private static Audience Everybody(Review review, IEnumerable<ReviewAuthority> authorities) => Audience.Of(
    [
        new Grant(Role.FieldCoordination, null, review.PolicyFieldId),
        new Grant(Role.SenateCoordination, null, review.PolicyFieldId),
        .. authorities.Select(authority => new Grant(Role.AuthorityLead, authority.AuthorityId, review.PolicyFieldId)),
    ]);
}

/// <summary>The deadlines of open reviews: who has not taken its position is reminded, and told when the time is over.</summary>
internal sealed class ReviewDeadlines(Comparisons.ComparisonCache cache) : IDeadlines
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Deadline>> UntilAsync(GpmDbContext context, DateTime until, CancellationToken cancellation)
    {
        var due = await context.Reviews.AsNoTracking().Where(row => row.State == ReviewState.Open && row.Deadline <= until).Select(row => row.Id).ToListAsync(cancellation);
        var deadlines = new List<Deadline>();
        foreach (var id in due)
        {
            if (await ReviewFile.LoadAsync(context, cache, id, cancellation) is not { } file) continue;
            var (review, field) = (file.Row, file.Row.PolicyFieldId);
            foreach (var authority in file.Authorities.Where(authority => file.StandingOf(authority).Stance is null))
                deadlines.Add(new Deadline(
                    ReviewNotices.Subject(review), new NoticeArguments(review.ProcessName, authority.Name), review.Deadline,
                    Audience.Of(new Grant(Role.AuthorityLead, authority.AuthorityId, field), new Grant(Role.SenateCoordination, authority.AuthorityId, field)), Audience.Escalation(field, authority.AuthorityId)));
            context.Forget();
        }

        return deadlines;
    }
}

/// <summary>The days on which Soll models are looked at again.</summary>
internal sealed class ResubmissionDeadlines : IDeadlines
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Deadline>> UntilAsync(GpmDbContext context, DateTime until, CancellationToken cancellation)
    {
        var day = LifeCycle.Validity.DayOf(until);
        var due = await (
            from row in context.SollLifeCycles.AsNoTracking()
            join model in context.Models on row.ModelId equals model.Id
            join process in context.Processes on model.ProcessId equals process.Id
            where row.ResubmissionOn <= day && model.ArchivedAt == null
            where row.State == ModelState.Approved || row.State == ModelState.Published || row.State == ModelState.RollingOut || row.State == ModelState.InForce
            select new { model.Id, process.Key, process.Name, process.PolicyFieldId, Day = row.ResubmissionOn!.Value }).ToListAsync(cancellation);
        return [.. due.Select(soll => new Deadline(
            new NoticeSubject("model", soll.Id.ToString(), $"/processes/{soll.Key}", soll.PolicyFieldId), new NoticeArguments(soll.Name), LifeCycle.Validity.Beginning(soll.Day),
            Audience.Of(new Grant(Role.FieldCoordination, null, soll.PolicyFieldId)), new Audience([], []), IsResubmission: true))];
    }
}
