using BenchmarkDotNet.Attributes;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Benchmarks;

/// <summary>What every import and every save does with a document.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private byte[] _document = [];
    private ProcessGraph _graph = null!;

    /// <summary>Steps of the process.</summary>
    [Params(30)]
    public int Steps { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _graph = SampleProcesses.Create(Steps, 1);
        _document = ElsaDocument.Write(_graph, "definition");
    }

    [Benchmark]
    public ProcessGraph Read() => ElsaDocument.Read(_document).Graph;

    [Benchmark]
    public int Check() => ElsaDocument.Check(_document).Count;

    [Benchmark]
    public byte[] Write() => ElsaDocument.Write(_graph, "definition");

    [Benchmark]
    public byte[] ReadCheckWrite()
    {
        var (reading, _, _) = ElsaDocument.Examine(_document);
        return ElsaDocument.Write(reading.Graph, "definition");
    }
}
