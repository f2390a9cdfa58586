using System.Text.RegularExpressions;

namespace GpmTool.Architecture.Tests;

/// <summary>What the documents say about the code is true.</summary>
public sealed partial class DocumentationTests
{
    [Test]
    public void Every_finding_is_documented_and_every_documented_finding_exists()
    {
        var given = Repository.Files("src", ".cs").SelectMany(path => Quoted().Matches(File.ReadAllText(path))).Select(match => match.Groups[1].Value)
            .Where(code => code != "publication.create") // an action of the audit chain
            .ToHashSet(StringComparer.Ordinal);
        var documented = Backticked().Matches(Read("docs/checks.md")).Select(match => match.Groups[1].Value).Where(code => code != "elsa.edited-").ToHashSet(StringComparer.Ordinal);
        given.Count.ShouldBeGreaterThan(50);
        documented.Except(given).ShouldBeEmpty("documented, but nothing gives them");
        given.Except(documented).ShouldBeEmpty("given, but not in docs/checks.md");
    }

    [Test]
    public void The_table_of_projects_is_the_one_that_is_enforced()
    {
        var text = Read("docs/architecture.md");
        foreach (var row in ProjectTable.Existing)
        {
            var line = text.Split('\n').SingleOrDefault(line => line.StartsWith($"| `{row.Name}` |", StringComparison.Ordinal)).ShouldNotBeNull($"{row.Name} is not in docs/architecture.md");
            var documented = line.Split('|')[3].Split(',', StringSplitOptions.TrimEntries).Where(name => name is not ("" or "–")).Select(name => $"GpmTool.{name}");
            documented.ShouldBe(row.MayReference.Where(name => ProjectTable.Existing.Any(existing => existing.Name == name)), ignoreOrder: true, row.Name);
        }
    }

    [Test]
    public void Links_inside_the_documents_lead_somewhere()
    {
        string[] documents = [.. Repository.Files("docs", ".md"), .. Directory.GetFiles(Repository.Root, "*.md"), Path.Combine(Repository.Root, "processes", "README.md"), Path.Combine(Repository.Root, "samples", "README.md")];
        documents.Length.ShouldBeGreaterThan(10);
        foreach (var document in documents)
        {
            foreach (var link in Link().Matches(File.ReadAllText(document)).Select(match => match.Groups[1].Value))
            {
                if (link.StartsWith("http", StringComparison.Ordinal) || link.StartsWith('#')) continue;
                var target = Path.GetFullPath(link.Split('#')[0], Path.GetDirectoryName(document)!);
                (File.Exists(target) || Directory.Exists(target)).ShouldBeTrue($"{Repository.Relative(document)} links to {link}");
            }
        }
    }

    [Test]
    public void Every_setting_that_is_read_is_documented()
    {
        var read = Repository.Files("src/GpmTool.Api", ".cs").SelectMany(path => Setting().Matches(File.ReadAllText(path))).Select(match => match.Groups[1].Value).Distinct().ToList();
        read.Count.ShouldBeGreaterThan(4);
        var text = Read("docs/operating.md");
        foreach (var name in read) text.ShouldContain(name);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("\"((?:elsa|graph|method|publication)\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("`((?:elsa|graph|method|publication)\\.[a-z-]+)`")]
    private static partial Regex Backticked();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("[cC]onfiguration(?:\\[|\\.GetValue\\(|, )\"([A-Za-z_]+(?::[A-Za-z]+)*)\"")]
    private static partial Regex Setting();
}
