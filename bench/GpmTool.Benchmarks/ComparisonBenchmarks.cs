using BenchmarkDotNet.Attributes;
using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Benchmarks;

/// <summary>Two processes of two offices.</summary>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private ProcessGraph _before = null!;
    private ProcessGraph _after = null!;

    /// <summary>Steps of each process.</summary>
    [Params(30, 100)]
    public int Steps { get; set; }

    [GlobalSetup]
    public void Prepare() => (_before, _after) = (SampleProcesses.Create(Steps, 1), SampleProcesses.Create(Steps, 2));

    [Benchmark]
    public int Compare() => ProcessComparison.Compare(_before, _after).Operations.Count;
}
