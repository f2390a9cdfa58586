using GpmTool.Persistence.Sqlite;
using GpmTool.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Schema;

/// <summary>The migrations of both providers say what the model says; needs no server.</summary>
public sealed class MigrationTests
{
    [TestCase(Provider.Sqlite)]
    [TestCase(Provider.SqlServer)]
    public async Task The_model_has_no_change_without_a_migration(Provider provider)
    {
        await using var context = Unconnected(provider);
        context.Database.HasPendingModelChanges().ShouldBeFalse($"run: dotnet ef migrations add <Name> --project src/GpmTool.Persistence.{provider}");
    }

    [Test]
    public async Task Both_providers_have_the_same_migrations()
    {
        await using var sqlite = Unconnected(Provider.Sqlite);
        await using var server = Unconnected(Provider.SqlServer);
        Names(sqlite).ShouldNotBeEmpty();
        Names(sqlite).ShouldBe(Names(server));
    }

    private static IEnumerable<string> Names(GpmDbContext context) => context.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static GpmDbContext Unconnected(Provider provider)
    {
        var options = new DbContextOptionsBuilder<GpmDbContext>();
        if (provider == Provider.Sqlite) options.UseGpmSqlite("Data Source=:memory:");
        else options.UseGpmSqlServer("Server=none;Database=none");
        return new GpmDbContext(options.Options);
    }
}
