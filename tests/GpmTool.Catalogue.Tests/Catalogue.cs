using System.Text.Json;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Catalogue.Tests;

/// <summary>A stored model of the catalogue; the name is its path inside <c>processes/</c>.</summary>
public sealed record CatalogueModel(string Name, string Path)
{
    private ElsaReading? _reading;

    public string Process => Name[..Name.LastIndexOf('/')];

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

    public static IReadOnlyList<string> ProcessFolders { get; } =
        [.. Directory.EnumerateFiles(Root, "process.json", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<CatalogueModel> Models { get; } =
        [.. ProcessFolders.SelectMany(Directory.EnumerateFiles)
            .Where(file => Path.GetFileName(file) is var name && (name == "soll.json" || name.StartsWith("ist-", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(file => new CatalogueModel(NameOf(file), file))];

    public static IEnumerable<CatalogueModel> SollModels => Models.Where(model => model.IsSoll);

    public static IEnumerable<TestFixtureData> PairsOfIst =>
        from one in Models
        from other in Models
        where !one.IsSoll && !other.IsSoll && one.Process == other.Process && string.CompareOrdinal(one.Name, other.Name) < 0
        select new TestFixtureData(one, other);

    public static IEnumerable<string> ProcessNames => ProcessFolders.Select(NameOf);

    public static JsonElement Json(string relative)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, relative)));
        return document.RootElement.Clone();
    }

    private static string NameOf(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
