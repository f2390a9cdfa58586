using System.Diagnostics;
using System.Globalization;
using GpmTool.Bpmn;
using GpmTool.Robustness;

namespace GpmTool.Benchmarks;

/// <summary>How long files that were made to do harm take until they are refused, and what they cost: <c>refusals</c>.</summary>
internal static class Refusals
{
    public static int Run()
    {
        var isRefused = true;
        foreach (var file in HostileFiles.Models()) isRefused &= Measure(file.Name, file.Content, () => BpmnDocument.Read(file.Content));
        foreach (var (name, content) in HostileFiles.Workbooks()) isRefused &= Measure(name, content, () => StepTable.Read(content, "bombe"));
        return isRefused ? 0 : 1;
    }

    private static bool Measure(string name, byte[] content, Action read)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var code = "read";
        try
        {
            read();
        }
        catch (BpmnFormatException exception)
        {
            code = $"{exception.Code}, line {exception.Line}";
        }
        catch (StepTableException exception)
        {
            code = exception.Faults[0].Code;
        }

        var took = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-36}{content.Length / 1e6,8:0.0} MB {took.TotalMilliseconds,8:0} ms {(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6,8:0.0} MB allocated  {code}"));
        return code != "read";
    }
}
