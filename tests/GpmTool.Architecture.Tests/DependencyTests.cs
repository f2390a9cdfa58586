using System.Xml.Linq;

namespace GpmTool.Architecture.Tests;

/// <summary>The table of dependency directions against project files and built assemblies.</summary>
public sealed class DependencyTests
{
    private static readonly string[] HostTechnology = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Data.", "Quartz"];

    private static readonly string[] Impure =
    [
        "System.Console.",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Random.get_Shared",
    ];

    private static IEnumerable<ProjectRow> Existing => ProjectTable.Existing;

    private static IEnumerable<ProjectRow> Pure => ProjectTable.Existing.Where(row => row.IsPure);

    private static IEnumerable<ProjectRow> Libraries => ProjectTable.Existing.Where(row => !row.IsHost);

    [Test]
    public void Every_project_of_src_has_a_row() =>
        Repository.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension)
            .ShouldBeSubsetOf(ProjectTable.Rows.Select(row => row.Name));

    [Test]
    public void The_solution_holds_every_project_of_src_tests_and_samples()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "GpmTool.sln")).Replace('\\', '/');
        string[] projects = [.. Repository.Files("src", ".csproj"), .. Repository.Files("tests", ".csproj"), .. Repository.Files("samples", ".csproj")];
        projects.Select(Repository.Relative)
            .Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Existing))]
    public void Project_file_references_only_what_the_table_allows(ProjectRow project)
    {
        Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .ShouldBeSubsetOf(project.MayReference);
    }

    [TestCaseSource(nameof(Existing))]
    public void Assembly_uses_only_what_the_table_allows(ProjectRow project)
    {
        var ours = ProjectTable.Rows.ToDictionary(other => other.Assembly, other => other.Name);
        BuiltAssembly.Read(project.Assembly).References.Where(ours.ContainsKey).Select(name => ours[name])
            .ShouldBeSubsetOf(project.MayReference);
    }

    [TestCaseSource(nameof(Libraries))]
    public void ASP_NET_EF_Core_and_Quartz_stay_in_the_hosts(ProjectRow project)
    {
        string[] used =
        [
            .. BuiltAssembly.Read(project.Assembly).References,
            .. Items(project, "PackageReference"),
            .. Items(project, "FrameworkReference"),
        ];
        used.Where(IsHostTechnology).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Pure))]
    public void Pure_library_uses_no_console_clock_or_chance(ProjectRow project) =>
        BuiltAssembly.Read(project.Assembly).Members
            .Where(member => Impure.Any(banned => member.StartsWith(banned, StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Test]
    public void The_model_needs_nothing_but_the_base_class_library()
    {
        var model = ProjectTable.Rows.Single(row => row.Name == "GpmTool.Model");
        Items(model, "PackageReference").ShouldBeEmpty();
        BuiltAssembly.Read(model.Assembly).References.ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
    }

    [Test]
    public void No_Elsa_package_is_referenced() =>
        Repository.Xml("Directory.Packages.props").Descendants("PackageVersion").Select(Include)
            .Where(name => name.Equals("Elsa", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Elsa.", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();

    [Test]
    public void The_check_of_assemblies_sees_what_is_there()
    {
        // The rules above are about absence: this one fails when the reader itself stops seeing.
        var api = BuiltAssembly.Read("GpmTool.Api");
        api.References.ShouldContain(name => IsHostTechnology(name));
        api.Members.ShouldContain(member => member.StartsWith("Microsoft.AspNetCore.Builder.WebApplication.", StringComparison.Ordinal));
    }

    private static bool IsHostTechnology(string name) =>
        HostTechnology.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<string> Items(ProjectRow project, string item) =>
        XDocument.Load(Repository.ProjectFile(project.Name)).Descendants(item).Select(Include);

    private static string Include(XElement element) => (string?)element.Attribute("Include") ?? "";
}
