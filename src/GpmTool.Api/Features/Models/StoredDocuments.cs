using System.IO.Compression;
using System.Text.Json;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Models;

/// <summary>Documents in the store.</summary>
internal static class StoredDocuments
{
    /// <summary>Most bytes of one document.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>
    /// The document of a version as the caller may see it: without times and staffing of an Ist that are not released, unless the caller
    /// may read them. <paramref name="forEverybody"/>: as everybody may see it, for what is handed on.
    /// </summary>
    public static async Task<byte[]> LoadAsync(GpmDbContext context, ModelVersion version, CancellationToken cancellation, bool forEverybody = false)
    {
        var whole = await LoadWholeAsync(context, version, cancellation);
        if (context.SeesStaffData is null && !forEverybody) return whole;
        var model = await (
            from row in context.Models.AsNoTracking()
            join process in context.Processes on row.ProcessId equals process.Id
            where row.Id == version.ModelId
            select new { row.Stage, row.AuthorityId, row.StaffDataReleasedAt, process.PolicyFieldId }).SingleAsync(cancellation);
        if (model.Stage == Stage.Soll || model.StaffDataReleasedAt is not null) return whole;
        if (!forEverybody && context.SeesStaffData!(model.PolicyFieldId, model.AuthorityId)) return whole;
        var graph = ElsaDocument.Read(whole).Graph;
        var without = StaffData.Remove(graph);
        return ReferenceEquals(graph, without) ? whole : ElsaDocument.Write(without, DefinitionId(whole));
    }

    /// <summary>The whole document of a version: only to store it again.</summary>
    public static async Task<byte[]> LoadWholeAsync(GpmDbContext context, ModelVersion version, CancellationToken cancellation)
    {
        if (version.Content is { } draft) return Unpack(draft, version.Encoding);
        var stored = await context.StoredContents.AsNoTracking().SingleAsync(content => content.Hash == version.ContentHash, cancellation);
        return Unpack(stored.Bytes, stored.Encoding);
    }

    private static string? DefinitionId(byte[] document)
    {
        using var parsed = JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = 512 });
        return parsed.RootElement.TryGetProperty("definitionId", out var id) ? id.GetString() : null;
    }

    /// <summary>Compresses bytes for the store.</summary>
    public static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Undoes <see cref="Pack"/>.</summary>
    public static byte[] Unpack(byte[] bytes, ContentEncoding encoding)
    {
        if (encoding == ContentEncoding.Identity) return bytes;
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        brotli.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
