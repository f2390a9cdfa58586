using System.IO.Compression;

namespace GpmTool.Cli.Server;

/// <summary>Makes a package of a folder; the same folder gives the same bytes.</summary>
internal static class FolderPackage
{
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the ZIP into a stream. Hidden files and links are left out; the server says what it skips of the rest.</summary>
    public static async Task WriteAsync(string folder, Stream target, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), CompressionLevel.Optimal);
            entry.LastWriteTime = FixedTime;
            await using var source = File.OpenRead(file);
            await using var stream = await entry.OpenAsync(cancellation);
            await source.CopyToAsync(stream, cancellation);
        }
    }
}
