using System.Diagnostics;
using System.Globalization;
using System.Xml;
using GpmTool.Bpmn;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Benchmarks;

/// <summary>
/// What reading BPMN costs beside a bare pass of the XML reader over the same bytes, and the whole way BPMN → stored
/// document → BPMN: <c>bpmn [FOLDER] [RUNS]</c>. One process, one thread, files in memory, one pass to warm up for
/// every way, medians over the runs.
/// </summary>
internal static class BpmnSpeed
{
    private const int Own = 100;

    public static void Run(string? folder, int runs)
    {
        var files = folder is null ? Samples() : [.. Directory.EnumerateFiles(folder, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {files.Sum(file => (long)file.Length) / 1e6:0.0} MB, {runs} runs"));
        Action<byte[]>[] ways = [Bare, file => BpmnDocument.Read(file), file => RoundTrip(file)];
        string[] names = ["bare XML pass", "read", "round trip"];
        var times = ways.Select(_ => new List<double>()).ToArray();
        for (var run = -3; run < runs; run++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                GC.Collect();
                var start = Stopwatch.GetTimestamp();
                foreach (var file in files) ways[way](file);
                if (run >= 0) times[way].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        var medians = times.Select(list => list.Order().ElementAt(list.Count / 2)).ToArray();
        for (var way = 0; way < ways.Length; way++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names[way],-16}{medians[way],10:0.0} ms {files.Count / medians[way] * 1000,10:0} models/s  × {medians[way] / medians[0]:0.00} of the bare pass"));
        Parts(files);
    }

    private static void Bare(byte[] file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (XmlException)
        {
            // A file in another encoding than it says: the bare pass ends here.
        }
    }

    private static ReadOnlyMemory<byte> RoundTrip(byte[] file) =>
        BpmnDocument.Write(ElsaDocument.Read(ElsaDocument.Write(BpmnDocument.Read(file).Graph, "definition")).Graph).Xml;

    /// <summary>Where the time of the round trip goes.</summary>
    private static void Parts(IReadOnlyList<byte[]> files)
    {
        var graphs = files.Select(file => BpmnDocument.Read(file).Graph).ToList();
        var documents = graphs.Select(graph => ElsaDocument.Write(graph, "definition")).ToList();
        Part("write document", () => graphs.ForEach(graph => ElsaDocument.Write(graph, "definition")));
        Part("read document", () => documents.ForEach(document => ElsaDocument.Read(document)));
        Part("write BPMN", () => graphs.ForEach(graph => BpmnDocument.Write(graph)));
    }

    private static void Part(string name, Action action)
    {
        var times = new List<double>();
        for (var run = 0; run < 5; run++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-16}{times.Order().ElementAt(times.Count / 2),10:0.0} ms"));
    }

    private static IReadOnlyList<byte[]> Samples() => [.. Enumerable.Range(0, Own).Select(seed => BpmnDocument.Write(Drawn(SampleProcesses.Create(10 + (seed % 40), seed))).Xml.ToArray())];

    /// <summary>A drawing in rows: the benchmark needs shapes, not beauty.</summary>
    private static ProcessGraph Drawn(ProcessGraph graph)
    {
        var places = graph.Nodes.Select((node, i) => (node.Id, Bounds: new Bounds(60 + (i % 10 * 160), 60 + (i / 10 * 140), 100, 80))).ToDictionary(place => place.Id, place => place.Bounds);
        return graph with
        {
            Diagrams =
            [
                new Diagram
                {
                    Id = "diagram",
                    PlaneId = "plane",
                    ElementId = graph.Processes[0].Id,
                    Shapes = graph.Nodes.Select(node => new Shape { Id = node.Id + "_di", ElementId = node.Id, Bounds = places[node.Id], Label = new Bounds(places[node.Id].X, places[node.Id].Y + 84, 90, 14) }).ToValueList(),
                    Edges = graph.Flows.Select(flow => new Edge { Id = flow.Id + "_di", ElementId = flow.Id, Waypoints = [Middle(places[flow.SourceId!]), Middle(places[flow.TargetId!])] }).ToValueList(),
                },
            ],
        };
    }

    private static Point Middle(Bounds bounds) => new(bounds.X + (bounds.Width / 2), bounds.Y + (bounds.Height / 2));
}
