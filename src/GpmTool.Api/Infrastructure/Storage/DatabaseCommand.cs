using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GpmTool.Api.Infrastructure.Storage;

/// <summary><c>database script</c> writes the idempotent script, <c>database status</c> which migrations are applied.</summary>
internal static class DatabaseCommand
{
    /// <summary>Runs the command when the arguments name it; false otherwise.</summary>
    public static async Task<bool> TryRunAsync(WebApplication app, string[] args)
    {
        if (args is not ["database", var command, ..]) return false;
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        switch (command)
        {
            case "script":
                // SQLite knows no conditional statements: its script starts from an empty database.
                var options = context.Database.IsSqlite() ? MigrationsSqlGenerationOptions.Default : MigrationsSqlGenerationOptions.Idempotent;
                await Console.Out.WriteLineAsync(context.GetService<IMigrator>().GenerateScript(options: options));
                return true;
            case "status":
                var applied = (await context.Database.GetAppliedMigrationsAsync()).ToHashSet(StringComparer.Ordinal);
                foreach (var migration in context.Database.GetMigrations())
                    await Console.Out.WriteLineAsync($"{(applied.Contains(migration) ? "applied" : "pending")} {migration}");
                return true;
            default:
                throw new Hosting.StartRefusedException($"Unbekannter Befehl „database {command}“; möglich sind script und status. / Unknown command 'database {command}'; use script or status.");
        }
    }
}
