using BenchmarkDotNet.Running;
using GpmTool.Benchmarks;

if (args is ["fuzz", var seconds, var corpus, .. var seed])
    return Fuzzer.Run(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture), corpus, seed is [var first] ? int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) : 0);

if (args is ["load", var server, .. var rest])
{
    await LoadTest.RunAsync(new Uri(server), rest is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 20_000);
    return 0;
}

if (args is ["diff-growth"])
{
    ComparisonGrowth.Run();
    return 0;
}

if (args is ["bpmn", .. var options])
{
    BpmnSpeed.Run(options is [var folder, ..] ? folder : null, options is [_, var runs] ? int.Parse(runs, System.Globalization.CultureInfo.InvariantCulture) : 10);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
