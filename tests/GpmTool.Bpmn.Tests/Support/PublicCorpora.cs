namespace GpmTool.Bpmn.Tests;

/// <summary>Files other people made, from the folder that GPM_CORPORA names.</summary>
internal static class PublicCorpora
{
    public static string Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("GPM_CORPORA");
        if (string.IsNullOrEmpty(root)) Assert.Ignore("SKIPPED: set GPM_CORPORA to the folder of the public model corpora to run this test.");
        return Path.Combine(root!, name);
    }

    public static IEnumerable<string> Files(string folder, string pattern = "*.bpmn") =>
        Directory.EnumerateFiles(Folder(folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
