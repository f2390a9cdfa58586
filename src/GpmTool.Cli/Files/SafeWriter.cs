namespace GpmTool.Cli.Files;

/// <summary>Writes a file whole or not at all.</summary>
internal static class SafeWriter
{
    /// <summary>Writes beside it first, then takes its place; folders are made.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var part = path + ".part";
        try
        {
            await File.WriteAllBytesAsync(part, bytes, cancellation);
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
