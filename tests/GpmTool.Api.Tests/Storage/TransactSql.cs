using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GpmTool.Api.Tests.Storage;

/// <summary>Reads T-SQL the way SQL Server does, without a server.</summary>
internal static class TransactSql
{
    /// <summary>The statements of a script, and what is wrong with it.</summary>
    public static (IReadOnlyList<TSqlStatement> Statements, IReadOnlyList<string> Errors) Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return (
            fragment is TSqlScript script ? [.. script.Batches.SelectMany(batch => batch.Statements)] : [],
            [.. errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message} in: {sql}")]);
    }

    /// <summary>The tables a statement names anywhere.</summary>
    public static IReadOnlyCollection<string> Tables(TSqlFragment fragment)
    {
        var visitor = new TableVisitor();
        fragment.Accept(visitor);
        return visitor.Found;
    }

    /// <summary>The names of the columns a SELECT gives; "" where it gives none.</summary>
    public static IReadOnlyList<string> Columns(SelectStatement select)
    {
        var query = select.QueryExpression;
        while (query is BinaryQueryExpression union) query = union.FirstQueryExpression;
        return [.. ((QuerySpecification)query).SelectElements.Cast<SelectScalarExpression>()
            .Select(element => element.ColumnName?.Value ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value ?? "")];
    }

    private sealed class TableVisitor : TSqlFragmentVisitor
    {
        public HashSet<string> Found { get; } = [];

        public override void Visit(NamedTableReference node) => Found.Add(node.SchemaObject.BaseIdentifier.Value);
    }
}
