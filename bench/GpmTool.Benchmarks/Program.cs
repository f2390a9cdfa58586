using BenchmarkDotNet.Running;
using GpmTool.Benchmarks;

if (args is ["load", var server, .. var rest])
{
    await LoadTest.RunAsync(new Uri(server), rest is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 20_000);
    return;
}

if (args is ["bpmn", .. var options])
{
    BpmnSpeed.Run(options is [var folder, ..] ? folder : null, options is [_, var runs] ? int.Parse(runs, System.Globalization.CultureInfo.InvariantCulture) : 10);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
