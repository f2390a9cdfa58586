using System.Text.Json;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Catalogue.Tests;

/// <summary>A stored model of the catalogue; the name is its path inside <c>processes/</c>.</summary>
public sealed record CatalogueModel(string Name, string Path)
{
    private ElsaReading? _reading;

    public string Process => Name[..Name.LastIndexOf('/')];

    public string ProcessKey => Process[(Process.LastIndexOf('/') + 1)..];

    /// <summary>The authority of an Ist model; null for a Soll.</summary>
    public string? Authority => IsSoll ? null : System.IO.Path.GetFileNameWithoutExtension(Path)["ist-".Length..];

    public bool IsSoll => Name.EndsWith("/soll.json", StringComparison.Ordinal);

    public ElsaReading Reading => _reading ??= ElsaDocument.Read(File.ReadAllBytes(Path));

    public ProcessGraph Graph => Reading.Graph;

    public override string ToString() => Name;
}

/// <summary>What is work for somebody: tasks and calls. A sub-process is the sum of its steps.</summary>
public static class Steps
{
    public static IEnumerable<FlowNode> Of(ProcessGraph graph) => graph.Nodes.Where(node => node.Kind.IsActivity() && !node.Kind.IsContainer());
}

/// <summary>The files below <c>processes/</c>, as they stand next to the tests.</summary>
public static class Catalogue
{
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "processes");

    /// <summary>The authorities of a file, by key.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Authorities(string file) => Json(file).EnumerateArray().ToDictionary(authority => authority.GetProperty("key").GetString()!);

    public static IReadOnlyList<string> ProcessFolders { get; } =
        [.. Directory.EnumerateFiles(Root, "process.json", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<CatalogueModel> Models { get; } =
        [.. ProcessFolders.SelectMany(Directory.EnumerateFiles)
            .Where(file => Path.GetFileName(file) is var name && (name == "soll.json" || name.StartsWith("ist-", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(file => new CatalogueModel(NameOf(file), file))];

    public static IEnumerable<CatalogueModel> SollModels => Models.Where(model => model.IsSoll);

    public static IEnumerable<string> ProcessesWithVariants => ProcessNames.Where(process => IstOf(process).Count > 1);

    public static IReadOnlyList<CatalogueModel> IstOf(string process) => [.. Models.Where(model => model.Process == process && !model.IsSoll)];

    public static IEnumerable<string> ProcessNames => ProcessFolders.Select(NameOf);

    public static JsonElement Json(string relative)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, relative)));
        return document.RootElement.Clone();
    }

    private static string NameOf(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
