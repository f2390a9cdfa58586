using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace GpmTool.Model.Tests.View;

/// <summary>The example in the documentation is a view.</summary>
[TestFixture]
public class DocumentedViewTests
{
    [Test]
    public async Task The_example_is_read_without_a_fault_and_written_as_it_stands()
    {
        var text = await DocumentAsync();
        var begin = text.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var example = text[begin..text.IndexOf("\n```", begin, StringComparison.Ordinal)];
        var graph = GraphJson.Read(Encoding.UTF8.GetBytes(example));
        GraphFaults.Find(graph).ShouldBeEmpty();
        Encoding.UTF8.GetString(GraphJson.Write(graph, indented: true)).ReplaceLineEndings("\n").ShouldBe(example);
    }

    [Test]
    public async Task Every_member_and_every_word_of_the_view_is_named()
    {
        var text = await DocumentAsync();
        var missing = Words(typeof(ProcessGraph), []).Distinct().Where(word => !Regex.IsMatch(text, $"[`\"]{word}[`\"]")).ToList();
        missing.ShouldBeEmpty();
    }

    /// <summary>The members of a type and of those it holds, and the values of enumerations.</summary>
    private static IEnumerable<string> Words(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) type = type.GetGenericArguments()[0];
        // A drawing's points and what is carried, not understood, are no words of the view.
        if (type.Assembly != typeof(ProcessGraph).Assembly || type == typeof(RawElement) || type == typeof(Bounds) || type == typeof(Point) || !seen.Add(type)) return [];
        if (type.IsEnum) return Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);
        var info = GraphJson.Options.GetTypeInfo(type);
        return info.Kind != JsonTypeInfoKind.Object ? [] : info.Properties.SelectMany(property => Words(property.PropertyType, seen).Prepend(property.Name)).ToList();
    }

    private static Task<string> DocumentAsync()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GpmTool.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("No GpmTool.sln above the tests.");
        return File.ReadAllTextAsync(Path.Combine(folder.FullName, "docs", "graph-view.md"));
    }
}
