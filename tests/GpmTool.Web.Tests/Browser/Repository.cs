namespace GpmTool.Web.Tests.Browser;

/// <summary>Finds the folders that the tests read and write.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string WebRoot { get; } = Path.Combine(Root, "src", "GpmTool.Api", "wwwroot");

    /// <summary>The pictures of the documentation.</summary>
    public static string Images { get; } = Path.Combine(Root, "docs", "images");

    public static string Screenshots { get; } = Path.Combine(Root, "artifacts", "screenshots");

    /// <summary>In CI a test that cannot run is a failure; elsewhere it is skipped and says why.</summary>
    public static bool IsCi => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GpmTool.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No GpmTool.sln above {AppContext.BaseDirectory}.");
    }
}
