using System.Diagnostics;
using System.Globalization;
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
    [Params(16, 100)]
    public int Steps { get; set; }

    [GlobalSetup]
    public void Prepare() => (_before, _after) = (SampleProcesses.Create(Steps, 1), SampleProcesses.Create(Steps, 2));

    [Benchmark]
    public int Compare() => ProcessComparison.Compare(_before, _after).Operations.Count;
}

/// <summary>How comparing grows with the size of the models: <c>dotnet run -c Release -- diff-growth</c>.</summary>
internal static class ComparisonGrowth
{
    /// <summary>Prints a table: steps, nodes, median of some runs in milliseconds.</summary>
    public static void Run()
    {
        Console.WriteLine("steps\tnodes\tms");
        foreach (var steps in (ReadOnlySpan<int>)[16, 50, 100, 200, 500, 1000, 2000])
        {
            var (before, after) = (SampleProcesses.Create(steps, 1), SampleProcesses.Create(steps, 2));
            var runs = steps <= 100 ? 200 : 3;
            for (var i = 0; i < Math.Max(1, runs / 2); i++) ProcessComparison.Compare(before, after);
            var times = new double[runs];
            for (var i = 0; i < runs; i++)
            {
                var began = Stopwatch.GetTimestamp();
                ProcessComparison.Compare(before, after);
                times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }

            Array.Sort(times);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{steps}\t{before.Nodes.Count}\t{times[runs / 2]:0.000}"));
        }
    }
}
