using System.Diagnostics;
using System.Xml.Linq;

namespace GpmTool.Architecture.Tests;

/// <summary>The files of the repository.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["node_modules", "wwwroot", "bin", "obj", "artifacts"];

    public static string Root { get; } = FindRoot();

    public static string ProjectFile(string project) => Path.Combine(Root, "src", project, project + ".csproj");

    public static XDocument Xml(params string[] path) => XDocument.Load(Path.Combine([Root, .. path]));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder))).Where(path => extensions.Contains(Path.GetExtension(path)));

    /// <summary>The committed files, as git lists them; null where there is no git repository.</summary>
    public static string[]? CommittedFiles()
    {
        var git = new ProcessStartInfo("git", ["-C", Root, "ls-files", "-z"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(git)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // git is not installed
        }
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(Walk));

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
