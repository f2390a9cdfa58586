using System.Text;

namespace GpmTool.Model.Tests.View;

/// <summary>The example in the documentation is a view.</summary>
[TestFixture]
public class DocumentedViewTests
{
    [Test]
    public async Task The_example_is_read_without_a_fault_and_written_as_it_stands()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GpmTool.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("No GpmTool.sln above the tests.");
        var text = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "docs", "graph-view.md"));
        var begin = text.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var example = text[begin..text.IndexOf("\n```", begin, StringComparison.Ordinal)];
        var graph = GraphJson.Read(Encoding.UTF8.GetBytes(example));
        GraphFaults.Find(graph).ShouldBeEmpty();
        Encoding.UTF8.GetString(GraphJson.Write(graph, indented: true)).ReplaceLineEndings("\n").ShouldBe(example);
    }
}
