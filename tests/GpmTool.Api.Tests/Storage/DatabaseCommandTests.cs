using System.Diagnostics;
using GpmTool.Api.Infrastructure.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GpmTool.Api.Tests.Storage;

/// <summary>The commands an administrator runs, as a process of their own.</summary>
public class DatabaseCommandTests
{
    private DirectoryInfo? folder;

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("gpmtool-command-");

    [TearDown]
    public void DeleteFolder() => folder?.Delete(recursive: true);

    [Test, CancelAfter(600_000)]
    public async Task The_script_for_SQL_Server_is_readable_and_runs_each_migration_once(CancellationToken cancellation)
    {
        var (code, output, error) = await RunAsync(["database", "script", "--Database:Provider", "SqlServer", "--ConnectionStrings:GpmTool", "Server=none"], cancellation);
        code.ShouldBe(0, error);
        var (statements, errors) = TransactSql.Parse(output);
        errors.ShouldBeEmpty();
        statements.OfType<IfStatement>().Count().ShouldBeGreaterThan(10, "every step asks whether its migration was run");
        statements.Where(statement => statement is CreateTableStatement or InsertStatement).ShouldBeEmpty("nothing but the history is unconditional");
        foreach (var migration in SqlServerHost.Migrations()) output.ShouldContain($"VALUES (N'{migration}'");
    }

    [Test, CancelAfter(600_000)]
    public async Task The_script_for_SQLite_makes_the_tables_of_an_empty_file(CancellationToken cancellation)
    {
        var (code, output, error) = await RunAsync(["database", "script"], cancellation);
        code.ShouldBe(0, error);
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = output;
        await command.ExecuteNonQueryAsync(cancellation);
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name IN ('Processes', 'AuditHeads', '__EFMigrationsHistory')";
        (await command.ExecuteScalarAsync(cancellation)).ShouldBe(3L);
    }

    [Test, CancelAfter(600_000)]
    public async Task The_status_tells_pending_from_applied_migrations(CancellationToken cancellation)
    {
        var (code, output, error) = await RunAsync(["database", "status"], cancellation);
        code.ShouldBe(0, error);
        output.Trim().Split('\n').ShouldAllBe(line => line.StartsWith("pending ", StringComparison.Ordinal));
        File.Exists(Path.Combine(folder!.FullName, "gpmtool.db")).ShouldBeFalse("asking creates nothing");

        await using (var app = StorageHost.Sqlite(folder.FullName)) await app.PrepareStorageAsync();
        (code, output, error) = await RunAsync(["database", "status"], cancellation);
        code.ShouldBe(0, error);
        output.Trim().Split('\n').ShouldAllBe(line => line.StartsWith("applied ", StringComparison.Ordinal));
    }

    [Test, CancelAfter(600_000)]
    public async Task An_unknown_command_is_refused_in_a_sentence(CancellationToken cancellation)
    {
        var (code, output, error) = await RunAsync(["database", "drop"], cancellation);
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("database drop");
        error.ShouldNotContain("   at ", Case.Sensitive, "a stack trace helps nobody here");
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(StorageSetup).Assembly.Location, .. arguments, "--Data:Folder", folder!.FullName]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await output, await error);
    }
}
