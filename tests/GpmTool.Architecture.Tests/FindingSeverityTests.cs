using System.Text.RegularExpressions;

namespace GpmTool.Architecture.Tests;

/// <summary>The severity that docs/checks.md gives a finding is the one in the code.</summary>
public sealed partial class FindingSeverityTests
{
    [Test]
    public void Every_documented_severity_is_the_one_given()
    {
        var given = Given();
        var rows = Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "checks.md")))
            .Select(match => (Code: match.Groups[1].Value, Severities: match.Groups[2].Value.Split(" or ", StringSplitOptions.TrimEntries))).ToList();
        rows.Count.ShouldBeGreaterThan(60);
        rows.Select(row => row.Code).ShouldBeUnique();
        foreach (var (code, severities) in rows) severities.ShouldBe(given[code], ignoreOrder: true, code);
    }

    /// <summary>The severities that stand beside a code in its statement; a helper's own where none does.</summary>
    private static Dictionary<string, string[]> Given()
    {
        var found = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var path in Repository.Files("src", ".cs"))
        {
            foreach (var statement in File.ReadAllText(path).Split(';'))
            {
                foreach (var code in Code().Matches(statement).Select(match => match.Groups[1].Value))
                {
                    var severities = Severity().Matches(statement).Select(match => Word(match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
                    // Missing(…) of the graph's faults is an error unless told; Report(…) of the edits is always an info.
                    if (severities.Count == 0) severities.Add(code.StartsWith("elsa.edited-", StringComparison.Ordinal) ? "info" : "error");
                    if (!found.TryAdd(code, severities)) found[code].UnionWith(severities);
                }
            }
        }

        // The one code whose severity comes as a parameter: an error for flows, a warning for associations.
        found["graph.flow-dangling"] = ["error", "warning"];
        return found.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    private static string Word(string severity) => severity switch
    {
        "Error" => "error",
        "Warning" or "DocumentationOnly" => "warning",
        _ => "info",
    };

    [GeneratedRegex(@"^\| `([a-z]+\.[a-z-]+)` \| ([a-z ]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("\"((?:elsa|graph|method|publication)\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(?:Severity|ExecutionLevel)\.(Error|Warning|Info|WithNote|DocumentationOnly)\b")]
    private static partial Regex Severity();
}
