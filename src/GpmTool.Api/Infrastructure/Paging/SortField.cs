using System.Globalization;
using System.Linq.Expressions;

namespace GpmTool.Api.Infrastructure.Paging;

/// <summary>A field a list can be sorted by: text, a whole number, a time or an id, never null.</summary>
internal abstract class SortField<T>(string name)
{
    /// <summary>The field's name in the query string.</summary>
    public string Name => name;

    /// <summary>A text field.</summary>
    public static SortField<T> Text(string name, Expression<Func<T, string>> value) => new TextField(name, value);

    /// <summary>A whole-number field.</summary>
    public static SortField<T> Number(string name, Expression<Func<T, long>> value) =>
        new OrderedField<long>(name, value, text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>A time (UTC).</summary>
    public static SortField<T> Time(string name, Expression<Func<T, DateTime>> value) =>
        new OrderedField<DateTime>(name, value, text => DateTime.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null);

    /// <summary>An id: no order anybody asks for, but one that breaks ties.</summary>
    public static SortField<T> Id(string name, Expression<Func<T, Guid>> value) =>
        new OrderedField<Guid>(name, value, text => Guid.TryParse(text, out var id) ? id : null);

    /// <summary>The value of a row as text, for the cursor.</summary>
    public abstract string Read(T row);

    /// <summary>Orders by this field first.</summary>
    public abstract IOrderedQueryable<T> Order(IQueryable<T> rows, bool descending);

    /// <summary>Orders by this field next.</summary>
    public abstract IOrderedQueryable<T> ThenOrder(IOrderedQueryable<T> rows, bool descending);

    /// <summary>"field &gt; value" (or &lt;) and "field = value"; null when the text is no value of this field.</summary>
    public abstract (Expression Beyond, Expression Equal)? Compare(ParameterExpression row, string value, bool descending);

    private abstract class Field<TValue>(string name, Expression<Func<T, TValue>> value) : SortField<T>(name)
    {
        private readonly Func<T, TValue> read = value.Compile();

        public override string Read(T row) => read(row) switch
        {
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };

        public override IOrderedQueryable<T> Order(IQueryable<T> rows, bool descending) =>
            descending ? rows.OrderByDescending(value) : rows.OrderBy(value);

        public override IOrderedQueryable<T> ThenOrder(IOrderedQueryable<T> rows, bool descending) =>
            descending ? rows.ThenByDescending(value) : rows.ThenBy(value);

        protected Expression On(ParameterExpression row) => new Replace(value.Parameters[0], row).Visit(value.Body);

        // A member access on a holder becomes a query parameter; a bare constant would give a new statement per page.
        protected static MemberExpression Parameter<TConstant>(TConstant constant) =>
            Expression.Property(Expression.Constant(new Holder<TConstant>(constant)), nameof(Holder<>.Value));
    }

    private sealed class TextField(string name, Expression<Func<T, string>> value) : Field<string>(name, value)
    {
        private static readonly System.Reflection.MethodInfo Comparing =
            typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

        public override (Expression Beyond, Expression Equal)? Compare(ParameterExpression row, string value, bool descending)
        {
            var (field, parameter, zero) = (On(row), Parameter(value), Expression.Constant(0));
            var order = Expression.Call(Comparing, field, parameter);
            return (descending ? Expression.LessThan(order, zero) : Expression.GreaterThan(order, zero), Expression.Equal(field, parameter));
        }
    }

    private sealed class OrderedField<TValue>(string name, Expression<Func<T, TValue>> value, Func<string, TValue?> parse) : Field<TValue>(name, value)
        where TValue : struct
    {
        public override (Expression Beyond, Expression Equal)? Compare(ParameterExpression row, string value, bool descending)
        {
            if (parse(value) is not { } known) return null;
            var (field, parameter) = (On(row), Parameter(known));
            return (descending ? Expression.LessThan(field, parameter) : Expression.GreaterThan(field, parameter), Expression.Equal(field, parameter));
        }
    }

    private sealed record Holder<TConstant>(TConstant Value);

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
