using System.Text.Json;

namespace GpmTool.Api.Tests.Samples;

/// <summary>The sample catalogue as files, so that no test counts what an author may add.</summary>
internal static class SampleFiles
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "processes");

    /// <summary>The folders of the processes below the root, in order of the key.</summary>
    public static IReadOnlyList<string> Processes { get; } =
        [.. Directory.EnumerateFiles(Root, "process.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!).Replace('\\', '/')).OrderBy(Path.GetFileName, StringComparer.Ordinal)];

    /// <summary>The keys of the authorities.</summary>
    public static IReadOnlyList<string> Authorities { get; } = [.. Directory.EnumerateFiles(Root, "authorities*.json").SelectMany(Keys)];

    /// <summary>The authorities that recorded a process.</summary>
    public static IReadOnlyList<string> IstOf(string process) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, Processes.Single(folder => Path.GetFileName(folder) == process)), "ist-*.json").Select(file => Path.GetFileNameWithoutExtension(file)["ist-".Length..])];

    private static List<string> Keys(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. document.RootElement.EnumerateArray().Select(authority => authority.GetProperty("key").GetString()!)];
    }
}
