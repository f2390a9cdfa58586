namespace GpmTool.Elsa.Tests;

/// <summary>The folder of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GpmTool.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No GpmTool.sln above {AppContext.BaseDirectory}.");
    }
}
