using System.ComponentModel;
using System.Text.Json;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Notifications;

/// <summary>A notification.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Text">What happened, in one sentence.</param>
/// <param name="ObjectKind">The kind of object it is about.</param>
/// <param name="ObjectId">The object it is about.</param>
/// <param name="Link">The path of the page about it.</param>
/// <param name="DueAt">What is due when (UTC).</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="ReadAt">When it was read (UTC).</param>
internal sealed record NotificationResponse(Guid Id, NotificationKind Kind, string Text, string ObjectKind, string ObjectId, string Link, DateTime? DueAt, DateTime CreatedAt, DateTime? ReadAt)
{
    /// <summary>Shows a row in the language of the request.</summary>
    public static NotificationResponse Of(Notification row) => new(row.Id, row.Kind, NoticeTexts.Of(row.Kind, JsonSerializer.Deserialize<NoticeArguments>(row.ArgumentsJson)!, row.DueAt).ToString(),
        row.ObjectKind, row.ObjectId, row.Link, row.DueAt, row.CreatedAt, row.ReadAt);
}

/// <summary>A page of the inbox.</summary>
/// <param name="Items">The notifications.</param>
/// <param name="NextCursor">Send it as <c>cursor</c> to get the next page; null on the last page.</param>
/// <param name="Unread">How many of all are not read.</param>
internal sealed record InboxResponse(IReadOnlyList<NotificationResponse> Items, string? NextCursor, int Unread);

/// <summary>An e-mail that was not, or perhaps not, sent.</summary>
/// <param name="Id">The notification.</param>
/// <param name="AccountId">Whose.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="State">What became of it.</param>
/// <param name="Attempts">How often sending was tried.</param>
/// <param name="Problem">Why the last try failed: the code of the mail server, or a word.</param>
/// <param name="CreatedAt">When the notification was made (UTC).</param>
internal sealed record MailProblemResponse(Guid Id, Guid AccountId, NotificationKind Kind, MailState State, int Attempts, string? Problem, DateTime CreatedAt);

/// <summary>One's own inbox.</summary>
internal static class InboxOperations
{
    private static readonly Sorting<Notification> Sorting = new(SortField<Notification>.Id("id", row => row.Id), SortField<Notification>.Time("createdAt", row => row.CreatedAt));

    /// <summary>Lists one's notifications, the newest first unless told otherwise.</summary>
    public static async Task<Results<Ok<InboxResponse>, ProblemResult>> ListAsync([Description("only what is not read")] bool? unread, [AsParameters] PageQuery query, GpmDbContext context, CurrentActor current, CancellationToken cancellation)
    {
        var rows = Own(context, current).AsNoTracking();
        var count = await rows.CountAsync(row => row.ReadAt == null, cancellation);
        var (page, problem) = await Sorting.ReadAsync(unread == true ? rows.Where(row => row.ReadAt == null) : rows, query with { Sort = query.Sort ?? "-createdAt" }, NotificationResponse.Of, cancellation);
        return problem is not null ? problem : TypedResults.Ok(new InboxResponse(page!.Items, page.NextCursor, count));
    }

    /// <summary>Marks one as read.</summary>
    public static async Task<Results<NoContent, ProblemResult>> ReadAsync(Guid id, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await Own(context, current).SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } found) return Failure.NotFound(new("Mitteilung", "Notification"), id.ToString());
        await MarkAsync(context, [found], time, cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Marks all as read.</summary>
    public static async Task<NoContent> ReadAllAsync(GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        await MarkAsync(context, await Own(context, current).Where(row => row.ReadAt == null).ToListAsync(cancellation), time, cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Lists the e-mails that failed, for administrators.</summary>
    public static async Task<Results<Ok<Page<MailProblemResponse>>, ProblemResult>> ProblemsAsync([AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation)
    {
        var rows = context.Notifications.AsNoTracking().Where(row => row.MailState == MailState.Failed || row.MailState == MailState.Uncertain);
        var (page, problem) = await Sorting.ReadAsync(rows, query with { Sort = query.Sort ?? "-createdAt" }, row => new MailProblemResponse(row.Id, row.AccountId, row.Kind, row.MailState, row.MailAttempts, row.MailProblem, row.CreatedAt), cancellation);
        return problem is not null ? problem : TypedResults.Ok(page!);
    }

    private static IQueryable<Notification> Own(GpmDbContext context, CurrentActor current)
    {
        var id = current.Caller.Id;
        return context.Notifications.Where(row => row.AccountId == id);
    }

    private static async Task MarkAsync(GpmDbContext context, List<Notification> rows, TimeProvider time, CancellationToken cancellation)
    {
        foreach (var row in rows) row.ReadAt ??= time.GetUtcNow().UtcDateTime;
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A mail is being sent: the rows are marked on what they are now.
            foreach (var row in rows) await context.Entry(row).ReloadAsync(cancellation);
            foreach (var row in rows) row.ReadAt ??= time.GetUtcNow().UtcDateTime;
            await context.SaveChangesAsync(cancellation);
        }
    }
}
