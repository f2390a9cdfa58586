namespace GpmTool.Cli.Tests.Infrastructure;

/// <summary>Models to work on.</summary>
internal static class Samples
{
    /// <summary>The sample catalogue.</summary>
    public static string Catalogue { get; } = Find();

    /// <summary>A Soll of it.</summary>
    public static string Soll { get; } = Path.Combine(Catalogue, "facility-management", "schluessel-ausgeben", "soll.json");

    /// <summary>An Ist of the same process.</summary>
    public static string Ist { get; } = Path.Combine(Catalogue, "facility-management", "schluessel-ausgeben", "ist-muster-bezirk-b.json");

    /// <summary>A small model without findings: start, one step, end.</summary>
    public const string View = """
        {"name":"Schaden melden","processes":[{"id":"p","name":"Schaden melden"}],
         "lanes":[{"ownerId":"p","memberIds":["s","t","e"],"id":"l","name":"Leitstelle"}],
         "nodes":[{"kind":"startEvent","parentId":"p","id":"s","name":"Schaden bemerkt"},
                  {"kind":"userTask","parentId":"p","id":"t","name":"Meldung prüfen"},
                  {"kind":"endEvent","parentId":"p","id":"e","name":"Meldung erfasst"}],
         "flows":[{"parentId":"p","sourceId":"s","targetId":"t","id":"f1"},{"parentId":"p","sourceId":"t","targetId":"e","id":"f2"}]}
        """;

    /// <summary>The same with a flow that leads nowhere.</summary>
    public static string Dangling { get; } = View.Replace("\"targetId\":\"e\",", "", StringComparison.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GpmTool.sln"))) return Path.Combine(folder.FullName, "processes");
        throw new InvalidOperationException("The repository was not found.");
    }
}
