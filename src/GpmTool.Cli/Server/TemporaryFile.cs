namespace GpmTool.Cli.Server;

/// <summary>Files that vanish when they are closed.</summary>
internal static class TemporaryFile
{
    /// <summary>Makes one in the system's folder, readable by this user only.</summary>
    public static FileStream Create() => new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
}
