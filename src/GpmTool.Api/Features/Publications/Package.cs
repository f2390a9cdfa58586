using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpmTool.Api.Features.Publications;

/// <summary>One file on its way into a package.</summary>
/// <param name="Path">Its path in the ZIP.</param>
/// <param name="Role">What it is.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record PackageFile(string Path, PartRole Role, string MediaType, byte[] Bytes)
{
    /// <summary>What the manifest says about it.</summary>
    public ManifestPart Part => new(Path, Role, MediaType, Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(Bytes)));
}

/// <summary>The ZIP of a publication. The same files and manifest always give the same bytes.</summary>
internal static class Package
{
    /// <summary>The media type of a package.</summary>
    public const string MediaType = "application/zip";

    /// <summary>The name of the manifest in the ZIP.</summary>
    public const string ManifestPath = "manifest.json";

    // The earliest time a ZIP can hold: the time of publication stands in the manifest.
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The JSON of a package, for programs and for people who open it.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Writes the manifest and the files, in this order.</summary>
    public static byte[] Write(Manifest manifest, IEnumerable<PackageFile> files)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ManifestPath, JsonSerializer.SerializeToUtf8Bytes(manifest, Json));
            foreach (var file in files) Add(zip, file.Path, file.Bytes);
        }

        return buffer.ToArray();
    }

    private static void Add(ZipArchive zip, string path, byte[] bytes)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = FixedTime;
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
