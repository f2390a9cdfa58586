using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using GpmTool.Api.Tests.Imports;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Bpmn;
using GpmTool.Bpmn.Tests;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Api.Tests.Interchange;

/// <summary>
/// Every file of the public sets is imported over the API and exported again as BPMN. Compared is what the files say, element by
/// element, and the graph.
/// </summary>
public class OtherPeoplesFilesTests : ApiTests
{
    private const int PackageSize = 120;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // The number of files that the public sets held when the test was written.
    [TestCase("miwg", "*.bpmn", 426)]
    [TestCase("variants", "*.bpmn", 490)]
    [TestCase("mutations", "*.bpmn", 600)]
    [TestCase("pmmc", "*.bpmn", 108)]
    [TestCase("fim", "*.bpmn", 1)]
    [TestCase("elsa", "*.json", 54)]
    public async Task Come_back_over_the_API_as_they_went_in(string set, string pattern, int atLeast)
    {
        var watch = Stopwatch.StartNew();
        var files = PublicCorpora.Files(set, pattern).ToList();
        files.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        var faults = new List<string>();
        foreach (var package in files.Index().Chunk(PackageSize))
        {
            var import = await Client.ImportAsync(Package(set, package), "mode=bestEffort");
            foreach (var rejected in (await GetAsync($"/api/v1/imports/{import.Text("id")}/items?outcome=rejected&limit=200")).GetProperty("items").EnumerateArray()) faults.Add(rejected.ToString());
            foreach (var (number, file) in package)
            {
                var models = await GetAsync($"/api/v1/processes/{Key(set, number)}/models");
                if (models.GetArrayLength() == 0) continue;
                var version = $"/api/v1/models/{models[0].Text("id")}/versions/1";
                var stored = ElsaDocument.Read(await Client.GetByteArrayAsync(version)).Graph;
                if (Difference(await File.ReadAllBytesAsync(file), stored, await Client.GetByteArrayAsync($"{version}?form=bpmn")) is { } difference) faults.Add($"{file}: {difference}");
            }
        }

        TestContext.Out.WriteLine($"{set}: {files.Count} files in {watch.Elapsed.TotalSeconds:0} s");
        faults.ShouldBeEmpty($"{faults.Count} of {files.Count} files\n{string.Join('\n', faults.Take(20))}");
    }

    private static string Key(string set, int number) => $"{set}-{number}";

    /// <summary>A catalogue in which every file is the Soll of a process of its own.</summary>
    private static byte[] Package(string set, IEnumerable<(int Number, string File)> files)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("authorities.json", Encoding.UTF8.GetBytes(Packages.Authorities));
            Add("policy-fields.json", Encoding.UTF8.GetBytes(Packages.Fields));
            foreach (var (number, file) in files)
            {
                Add($"fm/{Key(set, number)}/process.json", Encoding.UTF8.GetBytes(Packages.Process(Key(set, number))));
                Add($"fm/{Key(set, number)}/soll{Path.GetExtension(file)}", File.ReadAllBytes(file));
            }

            void Add(string path, byte[] content)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return buffer.ToArray();
    }

    private static string? Difference(byte[] original, ProcessGraph stored, byte[] exported)
    {
        var after = BpmnDocument.Read(exported).Graph;
        var isBpmn = BpmnDocument.IsXml(original);
        // The order of attributes and of elements of different processes is form. A definition gets the id of its model.
        var before = isBpmn ? BpmnDocument.Read(BpmnDocument.Write(BpmnDocument.Read(original).Graph).Xml).Graph : ElsaDocument.Read(original).Graph with { Definition = stored.Definition };
        var isDrawn = isBpmn && before.Diagrams.Any(diagram => !diagram.Shapes.IsEmpty);
        if (!isDrawn)
        {
            // What comes without a drawing of BPMN gets one.
            var shown = after.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId).ToHashSet(StringComparer.Ordinal);
            if (after.Nodes.FirstOrDefault(node => !shown.Contains(node.Id)) is { } hidden) return $"{hidden.Id} is not drawn";
            (before, after) = (before with { Diagrams = [] }, after with { Diagrams = [] });
        }

        if (before != after) return FirstDifference(before, after);
        if (!isBpmn && before != stored with { Diagrams = [] }) return FirstDifference(before, stored);
        if (!isBpmn || Facts(original, isDrawn) is not { } said) return null;
        var now = Facts(exported, isDrawn)!;
        return now.SequenceEqual(said) ? null : $"lost {string.Join(" | ", said.Except(now).Take(2))}, new {string.Join(" | ", now.Except(said).Take(2))}";
    }

    private static string FirstDifference(ProcessGraph before, ProcessGraph after)
    {
        var (left, right) = (Lines(before), Lines(after));
        var at = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => left[i] != right[i]);
        return $"{Around(left, at)} ≠ {Around(right, at)}";

        static string[] Lines(ProcessGraph graph) => JsonSerializer.Serialize(JsonDocument.Parse(GraphJson.Write(graph)).RootElement, Indented).Split('\n');
        static string Around(string[] lines, int at) => string.Join(' ', lines[Math.Max(0, at - 3)..Math.Min(lines.Length, at + 3)].Select(line => line.Trim()));
    }

    // A file in another encoding than it says cannot be compared this way.
    private static IReadOnlyList<string>? Facts(byte[] file, bool isDrawn)
    {
        try
        {
            return [.. XmlFacts.Of(file).Where(line => isDrawn || !line.Contains("}BPMNDiagram[", StringComparison.Ordinal))];
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
