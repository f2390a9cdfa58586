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
            select new { Row = row, process.PolicyFieldId }).SingleAsync(cancellation);
        if (!HidesStaffData(context, model.Row, model.PolicyFieldId, forEverybody)) return whole;
        var graph = ElsaDocument.Read(whole).Graph;
        var without = StaffData.Remove(graph);
        return ReferenceEquals(graph, without) ? whole : ElsaDocument.Write(without, DefinitionId(whole));
    }

    /// <summary>The whole document of a version: only to store it again.</summary>
    public static async Task<byte[]> LoadWholeAsync(GpmDbContext context, ModelVersion version, CancellationToken cancellation)
    {
        if (version.Content is { } draft) return Unpack(draft, version.Encoding);
        return await LoadWholeAsync(context, version.ContentHash, cancellation);
    }

    /// <summary>The whole document of that hash: not for an answer, see <see cref="HidesStaffData"/>.</summary>
    public static async Task<byte[]> LoadWholeAsync(GpmDbContext context, byte[] hash, CancellationToken cancellation)
    {
        var stored = await context.StoredContents.AsNoTracking().SingleAsync(content => content.Hash == hash, cancellation);
        return Unpack(stored.Bytes, stored.Encoding);
    }

    /// <summary>Whether times and staffing of a model are to be taken out for the caller, or for everybody.</summary>
    public static bool HidesStaffData(GpmDbContext context, ProcessModel model, Guid policyField, bool forEverybody) =>
        model is { Stage: Stage.Ist, StaffDataReleasedAt: null } && (forEverybody || context.SeesStaffData?.Invoke(policyField, model.AuthorityId) == false);

    private static string? DefinitionId(byte[] document)
    {
        using var parsed = JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = 512 });
        return parsed.RootElement.TryGetProperty("definitionId", out var id) ? id.GetString() : null;
    }

    /// <summary>Keeps the document of a draft for ever; equal ones are kept once.</summary>
    public static async Task KeepAsync(GpmDbContext context, ModelVersion draft, CancellationToken cancellation)
    {
        var isKnown = context.StoredContents.Local.Any(content => content.Hash.AsSpan().SequenceEqual(draft.ContentHash))
            || await context.StoredContents.AnyAsync(content => content.Hash == draft.ContentHash, cancellation);
        if (!isKnown) context.StoredContents.Add(new StoredContent { Hash = draft.ContentHash, Encoding = draft.Encoding, Bytes = draft.Content!, Length = Unpack(draft.Content!, draft.Encoding).Length });
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
