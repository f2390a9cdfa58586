using System.Linq.Expressions;

namespace GpmTool.Api.Infrastructure.Search;

/// <summary>Applies a German query to a column in the database.</summary>
internal static class SearchFilter
{
    private static readonly System.Reflection.MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    /// <summary>Keeps the rows whose search column matches all words of the query; an empty query keeps all.</summary>
    public static IQueryable<T> Search<T>(this IQueryable<T> rows, string? query, Expression<Func<T, string>> column)
    {
        foreach (var fragments in GermanSearch.Query(query ?? ""))
        {
            var any = fragments
                .Select(fragment => (Expression)Expression.Call(column.Body, Contains, Expression.Property(Expression.Constant(new Fragment(fragment)), nameof(Fragment.Text))))
                .Aggregate(Expression.OrElse);
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(any, column.Parameters));
        }

        return rows;
    }

    // A property of a holder becomes a query parameter, so that the statement stays the same for every query.
    private sealed record Fragment(string Text);
}
