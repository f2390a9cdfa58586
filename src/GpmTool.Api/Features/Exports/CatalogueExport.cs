using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using GpmTool.Api.Features.Catalogue.Layout;
using GpmTool.Api.Features.Imports;
using GpmTool.Api.Features.Models;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Exports;

/// <summary>Writes the catalogue as a ZIP, process by process: memory does not grow with the catalogue.</summary>
internal sealed class CatalogueExport(GpmDbContext context, ExportFilter filter)
{
    private const int PageSize = 100;

    // The earliest time a ZIP can hold, so that the same catalogue gives the same bytes.
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    /// <summary>Writes the package.</summary>
    public async Task WriteAsync(Stream body, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var authorities = await context.Authorities.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellation);
        var fields = await context.PolicyFields.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellation);
        var groups = await context.ProcessGroups.AsNoTracking().OrderBy(row => row.SortOrder).ThenBy(row => row.Key).ToListAsync(cancellation);
        await AddAsync(zip, LayoutPaths.Authorities, LayoutJson.Write(Authorities(authorities)), cancellation);
        await AddAsync(zip, LayoutPaths.Fields, LayoutJson.Write(Fields(fields, groups, authorities)), cancellation);
        var fieldKeys = fields.ToDictionary(row => row.Id, row => row.Key);
        var groupKeys = groups.ToDictionary(row => row.Id, row => row.Key);
        string? last = null;
        while (true)
        {
            var page = await Processes(last).OrderBy(row => row.Key).Take(PageSize).ToListAsync(cancellation);
            foreach (var process in page) await ProcessAsync(zip, process, fieldKeys[process.PolicyFieldId], groupKeys[process.ProcessGroupId], cancellation);
            if (page.Count < PageSize) return;
            last = page[^1].Key;
        }
    }

    private IQueryable<Process> Processes(string? after)
    {
        var rows = context.Processes.AsNoTracking();
        if (filter.PolicyField is { } field) rows = rows.Where(row => context.PolicyFields.Any(other => other.Id == row.PolicyFieldId && other.Key == field));
        if (filter.Process is { } key) rows = rows.Where(row => row.Key == key);
        if (filter.Authority is { } authority) rows = rows.Where(row => context.Models.Any(model => model.ProcessId == row.Id && model.OwnerKey == authority));
        return after is null ? rows : rows.Where(row => row.Key.CompareTo(after) > 0);
    }

    private List<LayoutAuthority> Authorities(List<Authority> rows)
    {
        var keys = rows.ToDictionary(row => row.Id, row => row.Key);
        var wanted = filter.Authority is null ? rows : Closure(rows, filter.Authority);
        return [.. wanted.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => Plans.Of(row, row.SuccessorId is { } successor ? keys[successor] : null))];
    }

    private static List<Authority> Closure(List<Authority> rows, string key)
    {
        var chain = new List<Authority>();
        for (var row = rows.Find(row => row.Key == key); row is not null && !chain.Contains(row); row = rows.Find(other => other.Id == row.SuccessorId)) chain.Add(row);
        return chain;
    }

    private List<LayoutField> Fields(List<PolicyField> rows, List<ProcessGroup> groups, List<Authority> authorities) =>
    [
        .. rows.Where(row => filter.PolicyField is null || row.Key == filter.PolicyField).OrderBy(row => row.Key, StringComparer.Ordinal).Select(row =>
            Plans.Of(row, filter.Authority is null ? authorities.Find(authority => authority.Id == row.CoordinatingAuthorityId)?.Key : null) with
            {
                Groups = [.. groups.Where(group => group.PolicyFieldId == row.Id).OrderBy(group => group.SortOrder).ThenBy(group => group.Key, StringComparer.Ordinal).Select(Plans.Of)],
            }),
    ];

    private async Task ProcessAsync(ZipArchive zip, Process process, string field, string group, CancellationToken cancellation)
    {
        var models = await context.Models.AsNoTracking().Where(model => model.ProcessId == process.Id && (filter.Authority == null || model.OwnerKey == "" || model.OwnerKey == filter.Authority)).ToListAsync(cancellation);
        var files = new List<(string Name, byte[] Bytes)>();
        var said = new List<LayoutModel>();
        foreach (var model in models.OrderBy(model => model.OwnerKey, StringComparer.Ordinal))
        {
            var versions = context.ModelVersions.AsNoTracking().Where(version => version.ModelId == model.Id);
            var version = await versions.Where(version => version.IsFrozen).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation) ?? await versions.SingleAsync(cancellation);
            var document = await StoredDocuments.LoadAsync(context, version, cancellation);
            var file = LayoutPaths.ModelFile(model.OwnerKey);
            var (bytes, name) = WithoutEnvelope(document);
            files.Add((file, bytes));
            if (!version.IsFrozen || model.Name != name) said.Add(new LayoutModel(file, model.Name == name ? null : model.Name, !version.IsFrozen));
        }

        var folder = LayoutPaths.Folder(field, process.Key);
        await AddAsync(zip, $"{folder}/{LayoutPaths.Process}", LayoutJson.Write(LayoutProcess.Of(process, field, group, said)), cancellation);
        foreach (var (name, bytes) in files) await AddAsync(zip, $"{folder}/{name}", bytes, cancellation);
    }

    private static (byte[] Bytes, string? Name) WithoutEnvelope(byte[] document)
    {
        using var parsed = JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = 512 });
        using var buffer = new MemoryStream(document.Length);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var member in parsed.RootElement.EnumerateObject())
                if (member.Name is not ("id" or "version" or "createdAt" or "isLatest" or "isPublished" or "toolVersion")) member.WriteTo(writer);
            writer.WriteEndObject();
        }

        var name = parsed.RootElement.TryGetProperty("name", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        return (buffer.ToArray(), name);
    }

    private static async Task AddAsync(ZipArchive zip, string path, byte[] bytes, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = FixedTime;
        await using var stream = await entry.OpenAsync(cancellation);
        await stream.WriteAsync(bytes, cancellation);
    }
}
