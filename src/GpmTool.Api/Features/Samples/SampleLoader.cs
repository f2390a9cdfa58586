using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Search;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Samples;

/// <summary>Loads the sample catalogue into an empty database, all or nothing.</summary>
internal static class SampleLoader
{
    private const string Note = "Beispieldaten (illustrativ)";

    /// <summary>Loads it when <c>Samples:Load</c> says so (default: yes with SQLite, no with SQL Server) and the catalogue is empty.</summary>
    public static async Task LoadSamplesAsync(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<StorageSettings>();
        if (!app.Configuration.GetValue("Samples:Load", settings.Provider == DatabaseProvider.Sqlite)) return;
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GpmDbContext>();
        var search = scope.ServiceProvider.GetRequiredService<GermanSearch>();
        if (await context.PolicyFields.AnyAsync() || await context.Processes.AnyAsync() || await context.Authorities.AnyAsync()) return;
        await LoadAsync(context, search, app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, CancellationToken.None);
    }

    private static async Task LoadAsync(GpmDbContext context, GermanSearch search, DateTime now, CancellationToken cancellation)
    {
        var groups = new Dictionary<string, ProcessGroup>(StringComparer.OrdinalIgnoreCase);
        var fields = new Dictionary<string, PolicyField>(StringComparer.Ordinal);
        foreach (var field in await SampleFiles.ReadAsync<List<SampleField>>(Path.Combine(SampleFiles.Folder, "policy-fields.json"), cancellation))
        {
            var row = fields[field.Key] = new PolicyField { Id = Guid.CreateVersion7(), Key = field.Key, Name = field.Name, Description = field.Description };
            context.PolicyFields.Add(row);
            context.Record(Actor.Local, "policy-field.create", "policy-field", row.Key);
            foreach (var (group, order) in field.Groups.Select((group, order) => (group, order)))
            {
                groups[group.Key] = new ProcessGroup { Id = Guid.CreateVersion7(), Key = group.Key.ToLowerInvariant(), Name = group.Name, PolicyFieldId = row.Id, Standard = field.Standard, SortOrder = order };
                context.ProcessGroups.Add(groups[group.Key]);
                context.Record(Actor.Local, "process-group.create", "process-group", groups[group.Key].Key);
            }
        }

        var authorities = new Dictionary<string, Authority>(StringComparer.Ordinal);
        foreach (var authority in await SampleFiles.ReadAsync<List<SampleAuthority>>(Path.Combine(SampleFiles.Folder, "authorities.json"), cancellation))
        {
            authorities[authority.Key] = new Authority { Id = Guid.CreateVersion7(), Key = authority.Key, Name = authority.Name, Kind = authority.Kind, IsSample = authority.IsSample };
            context.Authorities.Add(authorities[authority.Key]);
            context.Record(Actor.Local, "authority.create", "authority", authority.Key);
        }

        foreach (var file in Directory.EnumerateFiles(SampleFiles.Folder, "process.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var sample = await SampleFiles.ReadAsync<SampleProcess>(file, cancellation);
            var process = ProcessOperations.New(sample.Key, sample.Content, fields[sample.PolicyField].Id, groups[sample.Group].Id, search);
            context.Processes.Add(process);
            context.Record(Actor.Local, "process.create", "process", process.Key);
            foreach (var model in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "*.json").Order(StringComparer.Ordinal))
                await LoadModelAsync(context, process, model, authorities, now, cancellation);
        }

        await context.SaveChangesAsync(cancellation);
    }

    private static async Task LoadModelAsync(GpmDbContext context, Process process, string file, Dictionary<string, Authority> authorities, DateTime now, CancellationToken cancellation)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (name != "soll" && !name.StartsWith("ist-", StringComparison.Ordinal)) return;
        var owner = name == "soll" ? null : authorities[name["ist-".Length..]];
        var document = StoredDocuments.FromElsa(await File.ReadAllBytesAsync(file, cancellation), Versions.DefinitionId(process.Key, owner?.Key ?? ""));
        var model = CreateModel.New(process, owner is null ? Stage.Soll : Stage.Ist, owner, document.Graph.Name ?? process.Name);
        context.Models.Add(model);
        var version = Versions.AddDraft(context, model, document, Actor.Local, now, Note);
        await Versions.FreezeAsync(context, version, Actor.Local, now, Note, cancellation);
        context.Record(Actor.Local, "model.create", "model", model.Id.ToString(), AuditDetails.Of(1, Note));
        context.Record(Actor.Local, "version.freeze", "model", model.Id.ToString(), AuditDetails.Of(1, Note));
    }
}
