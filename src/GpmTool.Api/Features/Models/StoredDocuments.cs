using System.IO.Compression;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Models;

/// <summary>Documents in the store.</summary>
internal static class StoredDocuments
{
    /// <summary>Most bytes of one document.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The document of a version.</summary>
    public static async Task<byte[]> LoadAsync(GpmDbContext context, ModelVersion version, CancellationToken cancellation)
    {
        if (version.Content is { } draft) return Unpack(draft, version.Encoding);
        return await LoadAsync(context, version.ContentHash, cancellation);
    }

    /// <summary>The document of that hash.</summary>
    public static async Task<byte[]> LoadAsync(GpmDbContext context, byte[] hash, CancellationToken cancellation)
    {
        var stored = await context.StoredContents.AsNoTracking().SingleAsync(content => content.Hash == hash, cancellation);
        return Unpack(stored.Bytes, stored.Encoding);
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
