using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GpmTool.Architecture.Tests;

/// <summary>Rules for the files of the repository.</summary>
public sealed partial class RepositoryTests
{
    private const int LinesToQuestion = 400;
    private const int LinesNever = 800;

    [Test]
    public void Banned_symbols_reach_every_project()
    {
        var props = Repository.Xml("Directory.Build.props");
        Unconditional(props, "PackageReference").ShouldContain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Unconditional(props, "AdditionalFiles").ShouldContain(path => path.EndsWith("BannedSymbols.txt", StringComparison.Ordinal));

        var banned = File.ReadAllText(Path.Combine(Repository.Root, "BannedSymbols.txt"));
        foreach (var property in (string[])["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"])
            banned.ShouldContain($"P:System.{property};");
        foreach (var method in (string[])["ExecuteDelete", "ExecuteDeleteAsync", "ExecuteUpdate", "ExecuteUpdateAsync"])
            banned.ShouldContain($"M:Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.{method}``1(", customMessage: "it passes the guard of the context by");
    }

    [Test]
    public void No_project_switches_the_banned_symbols_off() =>
        ConfigurationFiles()
            .Where(path => File.ReadAllText(path).Contains("RS0030", StringComparison.Ordinal))
            .Select(Repository.Relative)
            .ShouldBeEmpty();

    [Test]
    public void NuGet_versions_are_exact_and_central()
    {
        Repository.Xml("Directory.Packages.props").Descendants("PackageVersion")
            .Select(package => ((string?)package.Attribute("Include"), (string?)package.Attribute("Version")))
            .Where(package => !ExactVersion().IsMatch(package.Item2 ?? ""))
            .ShouldBeEmpty();

        Projects()
            .SelectMany(path => XDocument.Load(path).Descendants("PackageReference")
                .Where(package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null)
                .Select(package => $"{Repository.Relative(path)}: {(string?)package.Attribute("Include")}"))
            .ShouldBeEmpty();
    }

    [Test]
    public void Npm_versions_are_exact()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "GpmTool.Web", "package.json")));
        var versions = ((string[])["dependencies", "devDependencies"])
            .SelectMany(group => package.RootElement.GetProperty(group).EnumerateObject())
            .Select(entry => (entry.Name, Version: entry.Value.GetString() ?? ""))
            .ToList();
        versions.ShouldNotBeEmpty();
        versions.Where(entry => !ExactVersion().IsMatch(entry.Version)).ShouldBeEmpty();
    }

    [Test]
    public void No_file_of_src_is_longer_than_anyone_reads()
    {
        var lengths = Repository.Files("src", ".cs", ".ts", ".tsx", ".css")
            .Select(path => (File: Repository.Relative(path), Lines: File.ReadLines(path).Count()))
            .Where(file => !file.File.Contains("/Migrations/", StringComparison.Ordinal) && !file.File.EndsWith("/api/schema.d.ts", StringComparison.Ordinal)) // made by programs
            .OrderByDescending(file => file.Lines)
            .ToList();
        lengths.ShouldNotBeEmpty();

        foreach (var (file, lines) in lengths.Where(file => file.Lines > LinesToQuestion))
            TestContext.Progress.WriteLine($"{lines} lines, more than {LinesToQuestion}: {file}");
        lengths.Where(file => file.Lines > LinesNever).ShouldBeEmpty();
    }

    [Test]
    public void No_committed_file_names_a_folder_of_one_machine()
    {
        if (Repository.CommittedFiles() is not { } files)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail("git cannot list the committed files here.");
            Assert.Ignore("SKIPPED: git cannot list the committed files here.");
            return;
        }

        files.ShouldContain("GpmTool.sln");
        files.Select(file => Path.Combine(Repository.Root, file))
            .Where(File.Exists)
            .SelectMany(path => File.ReadLines(path)
                .Select((line, index) => (line, place: $"{Repository.Relative(path)}:{index + 1}"))
                .Where(entry => MachinePath().IsMatch(entry.line))
                .Select(entry => entry.place))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Projects() =>
        Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj"));

    private static IEnumerable<string> ConfigurationFiles() =>
        Projects().Concat([Path.Combine(Repository.Root, "Directory.Build.props"), Path.Combine(Repository.Root, ".editorconfig")]);

    private static IEnumerable<string> Unconditional(XDocument props, string item) =>
        props.Descendants(item)
            .Where(element => element.AncestorsAndSelf().All(ancestor => ancestor.Attribute("Condition") is null))
            .Select(element => (string?)element.Attribute("Include") ?? "");

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex ExactVersion();

    // A home folder or the like at the start of a path; the middle of an address or of a relative path is fine.
    [GeneratedRegex(@"(?<![\w./:~-])(?:/(?:home|Users|work)/[\w.-]+|[A-Za-z]:\\+Users\\)")]
    private static partial Regex MachinePath();
}
