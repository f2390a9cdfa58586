using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GpmTool.Api.Tests.Storage;

/// <summary>
/// Stands where SQL Server would: takes every command EF Core's provider sends, parses it, and answers each query with one
/// row, so that the program goes on and sends the next one. It knows T-SQL, but no data.
/// </summary>
internal sealed class FakeSqlServer : DbConnectionInterceptor
{
    private readonly ConcurrentQueue<(string Sql, IReadOnlyList<TSqlStatement> Statements)> commands = new();
    private readonly ConcurrentQueue<string> errors = new();

    /// <summary>The commands that were sent so far, in their order.</summary>
    public IReadOnlyList<(string Sql, IReadOnlyList<TSqlStatement> Statements)> Commands => [.. commands];

    /// <summary>What a server would not have read.</summary>
    public IReadOnlyCollection<string> Errors => [.. errors.Distinct()];

    /// <summary>The tables in which nothing exists, when asked whether something does.</summary>
    public IReadOnlyCollection<string> Empty { get; set; } = [];

    /// <summary>The tables in which no row is found.</summary>
    public IReadOnlyCollection<string> Missing { get; set; } = [];

    /// <summary>The columns that hold nothing.</summary>
    public IReadOnlyCollection<string> Nulls { get; set; } = [];

    /// <summary>Whether versions are frozen.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>The state of life cycles.</summary>
    public string LifeCycle { get; set; } = "Draft";

    /// <summary>The migrations that were run.</summary>
    public IReadOnlyList<string> Applied { get; set; } = [];

    /// <inheritdoc />
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new FakeConnection(this));

    /// <summary>Takes a command and gives the results of its statements.</summary>
    public IReadOnlyList<FakeResult> Take(string sql)
    {
        var (statements, wrong) = TransactSql.Parse(sql);
        commands.Enqueue((sql, statements));
        foreach (var error in wrong) errors.Enqueue(error);
        return [.. statements.Select(Answer).OfType<FakeResult>()];
    }

    private FakeResult? Answer(TSqlStatement statement) => statement switch
    {
        SelectStatement select when TransactSql.Tables(select).Contains("__EFMigrationsHistory") => new FakeResult(TransactSql.Columns(select), Applied.Count) { Texts = Applied },
        SelectStatement select when TransactSql.Tables(select).Any(Missing.Contains) => new FakeResult(TransactSql.Columns(select), select.QueryExpression is QuerySpecification { FromClause: null } ? 1 : 0) { Exists = false }, // whether something exists is answered without
        SelectStatement select => new FakeResult(TransactSql.Columns(select), 1) { Exists = !TransactSql.Tables(select).Any(Empty.Contains), Nulls = Nulls, IsFrozen = IsFrozen, LifeCycle = LifeCycle },
        UpdateStatement { UpdateSpecification.OutputClause: not null } or DeleteStatement { DeleteSpecification.OutputClause: not null } => new FakeResult([""], 1),
        _ => null,
    };
}

/// <summary>Rows that all look alike.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">How many rows.</param>
internal sealed record FakeResult(IReadOnlyList<string> Columns, int Rows)
{
    /// <summary>What a column that says yes or no says.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>The columns that hold nothing.</summary>
    public IReadOnlyCollection<string> Nulls { get; init; } = [];

    /// <summary>Whether versions are frozen.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>The state of life cycles.</summary>
    public string LifeCycle { get; init; } = "Draft";

    /// <summary>The texts of the rows, where they differ.</summary>
    public IReadOnlyList<string>? Texts { get; init; }
}
