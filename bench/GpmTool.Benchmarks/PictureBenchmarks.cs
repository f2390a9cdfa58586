using BenchmarkDotNet.Attributes;
using GpmTool.Model;
using GpmTool.Pictures;

namespace GpmTool.Benchmarks;

/// <summary>Layout and picture of a process in lanes.</summary>
[MemoryDiagnoser]
public class PictureBenchmarks
{
    private ProcessGraph _graph = null!;
    private ProcessGraph _drawn = null!;

    /// <summary>Steps of the process.</summary>
    [Params(30, 300, 2000)]
    public int Steps { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _graph = SampleProcesses.Create(Steps, 1) with { Diagrams = [] };
        _drawn = GraphLayout.Apply(_graph);
    }

    [Benchmark]
    public ProcessGraph Layout() => GraphLayout.Apply(_graph);

    [Benchmark]
    public void Picture() => SvgPicture.Write(_drawn, PictureOptions.Default, TextWriter.Null);
}
