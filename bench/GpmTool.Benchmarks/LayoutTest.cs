using System.Diagnostics;
using System.Globalization;
using GpmTool.Bpmn;
using GpmTool.Model;
using GpmTool.Pictures;

namespace GpmTool.Benchmarks;

/// <summary>
/// How many models a second get a drawing and a picture, on one core: those of a folder (BPMN files, their drawings taken away), or
/// sample processes of 10 to 60 steps. <c>layout FOLDER</c>.
/// </summary>
internal static class LayoutTest
{
    private const int Passes = 9;
    private const int WarmUp = 9;

    public static void Run(string? folder)
    {
        var graphs = folder is null
            ? [.. Enumerable.Range(0, 200).Select(i => SampleProcesses.Create(10 + i % 51, i))]
            : Directory.EnumerateFiles(folder, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read).OfType<ProcessGraph>().ToList();
        graphs = graphs.ConvertAll(graph => graph with { Diagrams = [] });
        var drawn = graphs.ConvertAll(graph => GraphLayout.Apply(graph));
        Console.WriteLine($"{graphs.Count} models, {graphs.Sum(graph => graph.Nodes.Count) / Math.Max(1, graphs.Count)} nodes on average; median of {Passes} passes after as many to warm up");
        Measure("layout", graphs, graph => GraphLayout.Apply(graph));
        Measure("picture", drawn, graph => SvgPicture.Write(graph, PictureOptions.Default, TextWriter.Null));
    }

    private static void Measure(string what, List<ProcessGraph> graphs, Action<ProcessGraph> work)
    {
        var rates = new double[Passes];
        for (var pass = -WarmUp; pass < Passes; pass++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var graph in graphs) work(graph);
            if (pass >= 0) rates[pass] = graphs.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(rates);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-10}{rates[Passes / 2],10:0} models/s"));
    }

    private static ProcessGraph? Read(string file)
    {
        try
        {
            return BpmnDocument.Read(File.ReadAllBytes(file)).Graph;
        }
        catch (BpmnFormatException)
        {
            return null;
        }
    }
}
