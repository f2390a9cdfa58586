using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace GpmTool.Api.Tests.Storage;

/// <summary>A command whose parameters are those of the real client, as the provider configures them.</summary>
internal sealed class FakeCommand(FakeConnection connection) : DbCommand
{
    private readonly SqlCommand parameters = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => parameters.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery()
    {
        connection.Server.Take(CommandText);
        return 1;
    }

    public override object? ExecuteScalar()
    {
        connection.Server.Take(CommandText);
        return 1;
    }

    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => new FakeReader(connection.Server.Take(CommandText));

    protected override void Dispose(bool disposing)
    {
        if (disposing) parameters.Dispose();
        base.Dispose(disposing);
    }
}
