namespace GpmTool.Architecture.Tests;

/// <summary>What a project of src is allowed to know.</summary>
/// <param name="Name">Folder, project file and (unless <paramref name="AssemblyName"/> says otherwise) assembly.</param>
/// <param name="MayReference">The other projects that it may reference.</param>
/// <param name="IsPure">No console, no clock, no random ids: what goes in decides what comes out.</param>
/// <param name="IsHost">May use ASP.NET, EF Core and Quartz.</param>
/// <param name="AssemblyName">The name of the assembly where it differs.</param>
public sealed record ProjectRow(
    string Name, string[] MayReference, bool IsPure = false, bool IsHost = false, string? AssemblyName = null)
{
    public string Assembly => AssemblyName ?? Name;

    public override string ToString() => Name;
}

/// <summary>
/// The one table of dependency directions. A project that does not exist yet has its row already; a project without
/// a row fails the tests.
/// </summary>
internal static class ProjectTable
{
    private const string Model = "GpmTool.Model";
    private const string Elsa = "GpmTool.Elsa";
    private const string Bpmn = "GpmTool.Bpmn";
    private const string Pictures = "GpmTool.Pictures";
    private const string Diff = "GpmTool.Diff";
    private const string Analysis = "GpmTool.Analysis";
    private const string Reports = "GpmTool.Reports";
    private const string Persistence = "GpmTool.Persistence";
    private const string SqlServer = "GpmTool.Persistence.SqlServer";
    private const string Sqlite = "GpmTool.Persistence.Sqlite";

    private static readonly string[] Libraries = [Model, Elsa, Bpmn, Pictures, Diff, Analysis, Reports];

    public static readonly ProjectRow[] Rows =
    [
        new(Model, [], IsPure: true),
        new(Elsa, [Model], IsPure: true),
        new(Bpmn, [Model], IsPure: true),
        new(Pictures, [Model], IsPure: true),
        new(Diff, [Model], IsPure: true),
        new(Analysis, [Model, Diff], IsPure: true),
        new(Reports, [Model, Diff, Analysis, Pictures], IsPure: true),
        new(Persistence, [Model], IsHost: true),
        new(SqlServer, [Persistence], IsHost: true),
        new(Sqlite, [Persistence], IsHost: true),
        new("GpmTool.Api", [.. Libraries, Persistence, SqlServer, Sqlite], IsHost: true),
        new("GpmTool.Cli", Libraries, AssemblyName: "gpm"),
    ];

    /// <summary>The rows whose project exists.</summary>
    public static IEnumerable<ProjectRow> Existing => Rows.Where(row => File.Exists(Repository.ProjectFile(row.Name)));
}
