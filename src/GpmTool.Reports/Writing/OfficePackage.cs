using System.IO.Compression;

namespace GpmTool.Reports;

/// <summary>What packages of Office Open XML (ISO/IEC 29500) need beyond their library.</summary>
internal static class OfficePackage
{
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies a package with its entries in a fixed order and without times: it notes when it was written, a report does not know the time.</summary>
    public static void CopyTimeless(Stream package, Stream output)
    {
        using var file = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read))
        using (var to = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName == "[Content_Types].xml" ? 0 : 1).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName);
                copy.LastWriteTime = Stamp;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        file.Position = 0;
        file.CopyTo(output);
    }

    /// <summary>Text without what XML 1.0 cannot hold.</summary>
    public static string Clean(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(letter).Append(text[++i]);
            else if (!char.IsSurrogate(letter) && (letter is '\n' or '\t' || letter is >= ' ' and < '\uFFFE')) clean.Append(letter);
        }

        return clean.ToString();
    }
}
