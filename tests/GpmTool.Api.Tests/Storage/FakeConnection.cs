using System.Data;
using System.Data.Common;

namespace GpmTool.Api.Tests.Storage;

/// <summary>A connection that is open when EF Core opens it.</summary>
internal sealed class FakeConnection(FakeSqlServer server) : DbConnection
{
    private ConnectionState state;

    [System.Diagnostics.CodeAnalysis.AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "none";

    public override string DataSource => "none";

    public override string ServerVersion => "16.00.0000";

    public override ConnectionState State => state;

    public FakeSqlServer Server => server;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => state = ConnectionState.Open;

    public override void Close() => state = ConnectionState.Closed;

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new FakeTransaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new FakeCommand(this);
}

/// <summary>A transaction in which nothing happens.</summary>
internal sealed class FakeTransaction(FakeConnection connection, IsolationLevel level) : DbTransaction
{
    public override IsolationLevel IsolationLevel => level;

    protected override DbConnection DbConnection => connection;

    public override void Commit()
    {
    }

    public override void Rollback()
    {
    }
}
