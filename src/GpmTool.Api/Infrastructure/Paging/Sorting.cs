using System.Linq.Expressions;
using GpmTool.Api.Infrastructure.Problems;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Infrastructure.Paging;

/// <summary>
/// The orders a list offers, the first being the default, and a unique field that breaks ties, so that paging neither
/// repeats nor skips an entry while others are added.
/// </summary>
internal sealed class Sorting<T>(SortField<T> tie, params SortField<T>[] fields)
    where T : class
{
    /// <summary>
    /// Reads one page. Fails with 400 when the sort field or the cursor is unknown.
    /// </summary>
    public async Task<(Page<TItem>? Page, ProblemResult? Problem)> ReadAsync<TItem>(
        IQueryable<T> rows, PageQuery query, Func<T, TItem> show, CancellationToken cancellation)
    {
        var sort = query.Sort ?? fields[0].Name;
        var descending = sort.StartsWith('-');
        var field = fields.FirstOrDefault(f => f.Name == sort.TrimStart('-'));
        if (field is null) return (null, UnknownSort(sort));

        if (query.Cursor is not null)
        {
            if (After(query.Cursor, sort, field, descending) is not { } after) return (null, UnknownCursor());
            rows = rows.Where(after);
        }

        var limit = query.Limit ?? PageQuery.DefaultLimit;
        var ordered = tie.ThenOrder(field.Order(rows, descending), descending);
        var found = await ordered.Take(limit + 1).ToListAsync(cancellation);
        var shown = found.Take(limit).Select(show).ToList();
        var next = found.Count > limit ? new Cursor(sort, field.Read(found[limit - 1]), tie.Read(found[limit - 1])).Encode() : null;
        return (new Page<TItem>(shown, next), null);
    }

    private Expression<Func<T, bool>>? After(string text, string sort, SortField<T> field, bool descending)
    {
        if (Cursor.Decode(text) is not { } cursor || cursor.Sort != sort) return null;
        var row = Expression.Parameter(typeof(T), "row");
        return field.Compare(row, cursor.Value, descending) is { } first && tie.Compare(row, cursor.Tie, descending) is { } second
            ? Expression.Lambda<Func<T, bool>>(Expression.OrElse(first.Beyond, Expression.AndAlso(first.Equal, second.Beyond)), row)
            : null;
    }

    private ProblemResult UnknownSort(string sort) => Failure.Field("sort", new(
        $"„{sort}“ ist kein Sortierfeld. Möglich: {string.Join(", ", fields.Select(f => f.Name))}, auch mit „-“ davor.",
        $"\"{sort}\" is no sort field. Possible: {string.Join(", ", fields.Select(f => f.Name))}, also with \"-\" before."));

    private static ProblemResult UnknownCursor() => Failure.Field("cursor", new(
        "Der Cursor gehört nicht zu dieser Liste und Sortierung. Beginnen Sie ohne Cursor von vorn.",
        "The cursor does not belong to this list and order. Start again without a cursor."));
}
