using System.IO.Compression;
using System.IO.Hashing;

namespace GpmTool.Api.Features.Imports;

/// <summary>The files of a package, wherever they are: read one at a time, by path with forward slashes.</summary>
internal sealed class PackageSource(IReadOnlyList<string> paths, Func<string, CancellationToken, Task<byte[]>> read)
{
    /// <summary>All paths, in the order of the package.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>Reads one file.</summary>
    public Task<byte[]> ReadAsync(string path, CancellationToken cancellation) => read(path, cancellation);

    /// <summary>
    /// The files of a ZIP that was checked. Not more is read of a file than its entry says, and a file is only given out whole: its
    /// checksum shows where an entry says less than there is.
    /// </summary>
    public static PackageSource OfZip(ZipArchive zip)
    {
        var entries = zip.Entries.Where(entry => !entry.FullName.EndsWith('/')).ToDictionary(entry => entry.FullName, StringComparer.Ordinal);
        return new PackageSource([.. entries.Keys], async (path, cancellation) =>
        {
            var entry = entries[path];
            var bytes = new byte[entry.Length];
            await using var stream = await entry.OpenAsync(cancellation);
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
            return length == bytes.Length && Crc32.HashToUInt32(bytes) == entry.Crc32 ? bytes : throw new InvalidDataException($"{path} is not what its entry says.");
        });
    }

    /// <summary>The files of a folder.</summary>
    public static PackageSource OfFolder(string folder) => new(
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)],
        (path, cancellation) => File.ReadAllBytesAsync(Path.Combine(folder, path), cancellation));
}
