using System.Text;
using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa.Tests.Documentation;

/// <summary>The mapping table of the documentation is total and says what the writer does.</summary>
[TestFixture]
public class MappingTableTests
{
    private const string Begin = "<!-- mapping table: begin -->\n";
    private const string End = "<!-- mapping table: end -->";

    private static string File => Path.Combine(Repository.Root, "docs", "document-format.md");

    [Test]
    public async Task The_documented_table_is_what_the_writer_does()
    {
        var text = await System.IO.File.ReadAllTextAsync(File);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        (begin >= Begin.Length && end >= begin).ShouldBeTrue("docs/document-format.md has lost the marks of its mapping table.");
        var table = Table();
        if (Environment.GetEnvironmentVariable("GPM_UPDATE_SNAPSHOTS") == "1") await System.IO.File.WriteAllTextAsync(File, text = text[..begin] + table + text[end..], new UTF8Encoding(false));
        else text[begin..end].ShouldBe(table, "The table in docs/document-format.md is out of date: run this test with GPM_UPDATE_SNAPSHOTS=1 and review the difference.");
    }

    [Test]
    public void Every_construct_is_written_read_and_reported()
    {
        foreach (var one in MappingCases.All())
        {
            ElsaDocument.Read(ElsaDocument.Write(one.Graph, "d")).Graph.ShouldBe(one.Graph, one.Name);
            ElsaDocument.Executability(one.Graph, "d").Select(element => element.ElementId).ShouldBe(one.Graph.Nodes.Select(node => node.Id), one.Name);
            GraphFaults.Find(one.Graph).Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty(one.Name);
        }
    }

    [Test]
    public void What_cannot_run_as_drawn_says_why()
    {
        foreach (var one in MappingCases.All())
            foreach (var element in ElsaDocument.Executability(one.Graph, "d").Where(element => element.Level != ExecutionLevel.Executable))
                element.Reasons.ShouldNotBeEmpty($"{one.Name}: {element.ElementId}");
    }

    private static string Table()
    {
        var text = new StringBuilder("| BPMN | Elsa | executability | why not as drawn |\n|---|---|---|---|\n");
        foreach (var one in MappingCases.All())
        {
            var element = ElsaDocument.Executability(one.Graph, "d").Single(element => element.ElementId == MappingCase.Element);
            text.Append($"| {one.Name} | {string.Join(" + ", Activities(one.Graph))} | {Level(element.Level)} | {string.Join(' ', element.Reasons.Select(reason => reason.English))} |\n");
        }

        return text.ToString();
    }

    private static string Level(ExecutionLevel level) => level switch
    {
        ExecutionLevel.Executable => "executable",
        ExecutionLevel.WithNote => "executable with a note",
        ExecutionLevel.DocumentationOnly => "documentation only",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>The types of the activities an element becomes, the technical ones included.</summary>
    private static List<string> Activities(ProcessGraph graph)
    {
        using var document = JsonDocument.Parse(ElsaDocument.Write(graph, "d"));
        var found = Walk(document.RootElement.GetProperty("root"))
            .Where(activity => activity.Id == MappingCase.Element || activity.Id.StartsWith(MappingCase.Element + "--", StringComparison.Ordinal))
            .OrderBy(activity => activity.Id.Length).GroupBy(activity => activity.Type).Select(group => group.Count() == 1 ? $"`{group.Key}`" : $"`{group.Key}` × {group.Count()}").ToList();
        var index = new GraphIndex(graph);
        if (index.ProcessOf(index.Node(MappingCase.Element)!) != index.MainProcessId) return found.Count == 0 ? ["–"] : found;
        found.ShouldNotBeEmpty();
        foreach (var companion in ElsaDocument.Companions(graph, "d"))
        {
            using var other = JsonDocument.Parse(companion.Json);
            found.AddRange(Walk(other.RootElement.GetProperty("root")).Where(activity => activity.Id == MappingCase.Element).Select(activity => $"`{activity.Type}`").DefaultIfEmpty("the events").Select(type => $"{type} in a companion"));
        }

        return found;
    }

    private static IEnumerable<(string Id, string Type)> Walk(JsonElement chart)
    {
        if (!chart.TryGetProperty("activities", out var activities)) yield break;
        foreach (var activity in activities.EnumerateArray())
        {
            yield return (activity.GetProperty("id").GetString()!, activity.GetProperty("type").GetString()!);
            foreach (var inner in Walk(activity)) yield return inner;
        }
    }
}
