using System.IO.Compression;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Features.Imports;

/// <summary>Looks at the directory of a ZIP before any work begins: names, count, sizes, depth, compression.</summary>
internal static class PackageChecks
{
    /// <summary>What forbids to work on the package; null when nothing does.</summary>
    public static async Task<ProblemResult?> FindAsync(Stream stream, ImportSettings limits, CancellationToken cancellation)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
            return Find(zip, limits);
        }
        catch (InvalidDataException exception)
        {
            return Bad("package-unreadable", $"Das Paket ist kein lesbares ZIP: {exception.Message}", $"The package is no readable ZIP: {exception.Message}", "Packen Sie es neu.", "Pack it anew.");
        }
    }

    private static ProblemResult? Find(ZipArchive zip, ImportSettings limits)
    {
        if (zip.Entries.Count == 0) return Bad("package-empty", "Das Paket enthält keine Datei.", "The package has no file.", "Packen Sie mindestens ein Dokument ein.", "Pack at least one document.");
        if (zip.Entries.Count > limits.MaxFiles) return Large("package-too-many-files", $"Das Paket enthält {zip.Entries.Count} Dateien; erlaubt sind {limits.MaxFiles}.", $"The package has {zip.Entries.Count} files; {limits.MaxFiles} are allowed.");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (!IsSafe(name)) return Bad("package-name-unsafe", $"Der Name „{name}“ führt aus dem Paket heraus oder enthält unerlaubte Zeichen.", $"The name \"{name}\" leads out of the package or has characters that are not allowed.", "Verwenden Sie einfache Namen ohne .. und ohne Laufwerk.", "Use plain names without .. and without a drive.");
            if (name.Count(c => c == '/') > limits.MaxDepth) return Bad("package-too-deep", $"„{name}“ liegt tiefer als {limits.MaxDepth} Ordner.", $"\"{name}\" is deeper than {limits.MaxDepth} folders.", "Verwenden Sie weniger Ordner.", "Use fewer folders.");
            if (!names.Add(name)) return Bad("package-name-doubled", $"„{name}“ kommt mehrfach vor (Groß- und Kleinschreibung zählt nicht).", $"\"{name}\" occurs more than once (case does not count).", "Geben Sie jeder Datei einen eigenen Namen.", "Give every file a name of its own.");
            if (entry.IsEncrypted) return Bad("package-encrypted", $"„{name}“ ist verschlüsselt.", $"\"{name}\" is encrypted.", "Packen Sie ohne Kennwort.", "Pack without a password.");
            if (entry.Length > StoredDocuments.MaxBytes) return Large("package-file-too-large", $"„{name}“ hat {entry.Length} Byte; erlaubt sind {StoredDocuments.MaxBytes}.", $"\"{name}\" has {entry.Length} bytes; {StoredDocuments.MaxBytes} are allowed.");
            if (entry.Length > 64 * 1024 && entry.Length / Math.Max(1, entry.CompressedLength) > limits.MaxRatio)
                return Bad("package-ratio", $"„{name}“ ist entpackt mehr als {limits.MaxRatio}-mal so groß.", $"\"{name}\" is more than {limits.MaxRatio} times as large unpacked.", "Packen Sie mit einer üblichen Kompression.", "Pack with a usual compression.");
            if ((total += entry.Length) > limits.MaxTotalBytes) return Large("package-too-large", $"Das Paket hat entpackt mehr als {limits.MaxTotalBytes} Byte.", $"The package has more than {limits.MaxTotalBytes} bytes unpacked.");
        }

        return null;
    }

    private static bool IsSafe(string name) =>
        name.Length is > 0 and <= 500 && name[0] != '/' && !name.Contains('\\') && !name.Contains(':') && !name.Any(char.IsControl)
        && name.TrimEnd('/').Split('/').All(part => part.Length > 0 && part is not ("." or ".."));

    private static ProblemResult Bad(string code, string german, string english, string remedy, string remedyEnglish) =>
        new(StatusCodes.Status400BadRequest, code, new("Paket nicht verwendbar", "Package not usable"), new(german, english), new(remedy, remedyEnglish));

    private static ProblemResult Large(string code, string german, string english) =>
        new(StatusCodes.Status413PayloadTooLarge, code, new("Paket zu groß", "Package too large"), new(german, english), new("Teilen Sie das Paket auf.", "Split the package."));
}
