using GpmTool.Api.Infrastructure.Hosting;
using GpmTool.Api.Infrastructure.Storage;

namespace GpmTool.Api.Tests.Storage;

/// <summary>On SQL Server the program changes no schema: it says what is missing.</summary>
public class SchemaBehindTests
{
    [Test]
    public async Task A_schema_that_is_behind_refuses_the_start_and_names_the_missing_migrations()
    {
        var all = SqlServerHost.Migrations();
        var server = new FakeSqlServer { Applied = [.. all.SkipLast(1)] };
        await using var app = StorageHost.SqlServer(server);
        var refusal = await Should.ThrowAsync<StartRefusedException>(() => app.PrepareStorageAsync());
        refusal.Message.ShouldContain(all[^1]);
        refusal.Message.ShouldContain("startet nicht");
        refusal.Message.ShouldContain("schema is behind");
        refusal.Message.ShouldContain("database script");
        server.Errors.ShouldBeEmpty();
        server.Commands.ShouldNotBeEmpty();
    }

    [Test]
    public async Task A_schema_that_is_up_to_date_is_accepted()
    {
        await using var app = StorageHost.SqlServer(new FakeSqlServer { Applied = SqlServerHost.Migrations() });
        await Should.NotThrowAsync(() => app.PrepareStorageAsync());
    }
}
