using GpmTool.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GpmTool.Persistence.Tests.Schema;

/// <summary>What was published before there was a life cycle has one afterwards.</summary>
public sealed class PublishedBeforeLifeCyclesTests
{
    [Test]
    public async Task The_newest_publication_is_published_and_the_older_one_superseded()
    {
        var folder = Directory.CreateTempSubdirectory("gpmtool-migration-");
        var options = new DbContextOptionsBuilder<GpmDbContext>();
        options.UseGpmSqlite($"Data Source={Path.Combine(folder.FullName, "gpmtool.db")}");
        await using (var context = new GpmDbContext(options.Options))
        {
            await context.GetService<IMigrator>().MigrateAsync("Notifications");
            // By hand: the present model no longer fits the old schema.
            await context.Database.ExecuteSqlRawAsync("""
                PRAGMA foreign_keys=OFF;
                INSERT INTO Publications (Id, ProcessId, ModelVersionId, Number, PackageHash, ManifestJson, PublishedAt, PublishedBy) VALUES
                  ('P1', 'A', '00000000-0000-0000-0000-000000000001', 1, x'01', '', '2026-01-01', 'x'), ('P2', 'A', '00000000-0000-0000-0000-000000000002', 2, x'02', '', '2026-01-01', 'x'), ('P3', 'B', '00000000-0000-0000-0000-000000000003', 1, x'03', '', '2026-01-01', 'x');
                INSERT INTO ModelVersions (Id, ModelId, Number, IsFrozen, CreatedAt, CreatedBy, ContentHash, ModelHash, ShapeHash, Encoding, StepCount, IsBlocked, Version) VALUES
                  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-00000000000A', 1, 1, '2026-01-01', 'x', x'01', x'01', x'01', 'Brotli', 1, 0, 1),
                  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-00000000000A', 2, 1, '2026-01-01', 'x', x'02', x'01', x'01', 'Brotli', 1, 0, 1),
                  ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-00000000000B', 1, 1, '2026-01-01', 'x', x'03', x'01', x'01', 'Brotli', 1, 0, 1);
                """);
            await context.Database.MigrateAsync();
            var states = await context.SollLifeCycles.IgnoreQueryFilters().OrderBy(row => row.ModelVersionId).Select(row => row.State).ToListAsync();
            states.ShouldBe([ModelState.Superseded, ModelState.Published, ModelState.Published]);
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
