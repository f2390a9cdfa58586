using System.Text.RegularExpressions;
using GpmTool.Api.Features.Notifications;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GpmTool.Api.Tests.Storage;

/// <summary>Whatever the API sends to SQL Server is T-SQL that a server reads, without having one: each command is parsed.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public partial class SqlServerStatementTests
{
    private readonly FakeSqlServer server = new() { Applied = SqlServerHost.Migrations() };
    private readonly List<string> failures = [];
    private string[] tables = [];

    [OneTimeSetUp]
    public async Task UseEveryOperationAsync()
    {
        await using var host = new SqlServerHost(server);
        using var client = host.CreateClient();
        foreach (var call in ApiCall.All())
        {
            (server.Empty, server.Missing, server.Nulls, server.IsFrozen, server.LifeCycle) = (call.Empty, call.Missing, call.Nulls, call.IsFrozen, call.LifeCycle);
            using var response = await client.SendJsonAsync(new HttpMethod(call.Method), "/api/v1/" + call.Path, call.Body, call.IfMatch);
            if (!response.IsSuccessStatusCode) failures.Add($"{call.Method} {call.Path}: {await response.Content.ReadAsStringAsync()}");
        }

        (server.Empty, server.Missing, server.Nulls, server.IsFrozen, server.LifeCycle) = ([], [], [], false, "Draft");
        foreach (var (method, path) in Routes(host.Services))
        {
            using var response = await client.SendJsonAsync(new HttpMethod(method), path, method == "GET" ? null : new { }, "\"1\"");
            if ((int)response.StatusCode >= 500) failures.Add($"{method} {path}: {await response.Content.ReadAsStringAsync()}");
        }

        await using var scope = host.Services.CreateAsyncScope();
        await TellAndSendAsync(scope.ServiceProvider);
        await SpeakAsync(scope.ServiceProvider.GetRequiredService<GpmDbContext>());
        tables = [.. scope.ServiceProvider.GetRequiredService<GpmDbContext>().Model.GetEntityTypes().Select(type => type.GetTableName()!)];
    }

    /// <summary>What features tell, and what the sender of mails asks before it looks for its server.</summary>
    private static async Task TellAndSendAsync(IServiceProvider services)
    {
        var context = services.GetRequiredService<GpmDbContext>();
        var notice = new Notice(NotificationKind.DeadlineNear, new NoticeSubject("review", FakeReader.Key, "/", FakeReader.Id), new NoticeArguments("prüfen"), TimeProvider.System.GetUtcNow().UtcDateTime, IsOnce: true);
        (await services.GetRequiredService<Notices>().TellAsync(context, notice, Audience.Of(FakeReader.Id), null, CancellationToken.None)).ShouldBe(1);
        await context.SaveChangesAsync();
        var nowhere = new MailSettings { Host = "127.0.0.1", Port = 1, Security = "None", From = "gpm@example.org", BaseAddress = "https://gpm.example.org" };
        await new MailSender(services.GetRequiredService<IServiceScopeFactory>(), nowhere, TimeProvider.System, NullLogger<MailSender>.Instance).SendDueAsync(CancellationToken.None);
    }

    /// <summary>What people say in reviews; the key that asks here is no person.</summary>
    private static async Task SpeakAsync(GpmDbContext context)
    {
        context.ChangeTracker.Clear();
        var (now, id) = (TimeProvider.System.GetUtcNow().UtcDateTime, FakeReader.Id);
        var thread = new ReviewThread { Id = id, ReviewId = id, Round = 1, CreatedAt = now };
        context.AddRange(
            new ReviewPosition { ReviewId = id, Number = 1, Round = 1, AuthorityId = id, At = now, SignedBy = FakeReader.Key },
            thread, new ReviewComment { ThreadId = id, Number = 1, Text = "?", At = now, WrittenBy = FakeReader.Key });
        context.Record(Actor.Local, "test", "test", "test");
        await context.SaveChangesAsync();
        context.ChangeTracker.Clear(); // the store gives every entry of the chain the same place
        context.Attach(thread).Entity.ResolvedAt = now;
        context.Record(Actor.Local, "test", "test", "test");
        await context.SaveChangesAsync();
    }

    [Test]
    public void Every_operation_gets_through() => failures.ShouldBeEmpty();

    [Test]
    public void Every_command_is_readable_T_SQL()
    {
        server.Errors.ShouldBeEmpty();
        server.Commands.Select(command => command.Sql).Distinct().Count().ShouldBeGreaterThan(80, "too few commands: are the operations still called?");
    }

    [Test]
    public void Every_table_is_read() => Tables<SelectStatement>().ShouldBe(tables.Append("__EFMigrationsHistory").Except(["ImportChunks"]), ignoreOrder: true); // read by the worker of imports, which needs a real store

    [Test]
    public void What_the_API_writes_is_inserted_changed_and_deleted()
    {
        Tables<InsertStatement>().ShouldBe(tables.Except(["Publications", "AuditHeads", "ImportItems"]), ignoreOrder: true);
        Tables<UpdateStatement>().ShouldBe(["PolicyFields", "ProcessGroups", "Authorities", "Processes", "Models", "ModelVersions", "PinSets", "FieldTerms", "Accounts", "ApiKeys", "AuditHeads", "Notifications", "NotificationSettings", "SollLifeCycles", "FieldQuorums", "Reviews", "ReviewThreads", "GuestLinks"], ignoreOrder: true);
        Tables<DeleteStatement>().ShouldBe(["ModelVersions", "ModelCalls", "ElementPins", "DraftRevisions", "RoleGrants", "ActorNames"], ignoreOrder: true);
    }

    [Test]
    public void Every_save_takes_the_head_of_the_audit_chain_before_it_reads_it()
    {
        // Otherwise two saves on SQL Server read the same head, and the second fails though it changes other rows.
        var commands = server.Commands.Select(command => command.Sql).ToList();
        var saves = commands.Select((sql, index) => (sql, index)).Where(command => command.sql.Contains("INSERT INTO [AuditEntries]", StringComparison.Ordinal)).ToList();
        saves.Count.ShouldBeGreaterThan(15);
        foreach (var (_, index) in saves) commands[..index].FindLastIndex(IsLock).ShouldBe(index - 3, "the lock, the query of the head, the savepoint, the save");
    }

    [Test]
    public async Task The_sample_catalogue_is_loaded_in_batches()
    {
        var samples = new FakeSqlServer { Applied = SqlServerHost.Migrations(), Empty = ["PolicyFields", "Processes", "Authorities", "StoredContents"] };
        await using var host = new SqlServerHost(samples, samples: true);
        using var client = host.CreateClient();
        (await client.GetAsync("/health/ready")).EnsureSuccessStatusCode();
        samples.Errors.ShouldBeEmpty();
        var rows = samples.Commands.SelectMany(command => command.Statements).OfType<InsertStatement>()
            .Select(insert => ((ValuesInsertSource)insert.InsertSpecification.InsertSource).RowValues.Count).ToList();
        rows.Sum().ShouldBeGreaterThan(50);
        rows.Max().ShouldBeGreaterThan(10, "one round trip a row would take long");
    }

    private static bool IsLock(string sql) => sql.StartsWith("UPDATE AuditHeads SET Sequence = Sequence", StringComparison.Ordinal);

    private HashSet<string> Tables<T>()
        where T : TSqlStatement =>
        [.. server.Commands.SelectMany(command => command.Statements).OfType<T>().SelectMany(TransactSql.Tables)];

    /// <summary>All routes of the API, so that a feature nobody listed is at least asked.</summary>
    private static IEnumerable<(string Method, string Path)> Routes(IServiceProvider services) =>
        from endpoint in services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where pattern.StartsWith("/api/v1/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select (method, Parameter().Replace(pattern, match => match.Value.Contains("guid", StringComparison.Ordinal) ? FakeReader.Id.ToString() : match.Value.Contains("int", StringComparison.Ordinal) ? "1" : FakeReader.Key));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
