using System.Globalization;
using BenchmarkDotNet.Running;
using GpmTool.Benchmarks;

switch (args)
{
    case ["fuzz", var seconds, var corpus, .. var seed]:
        return Fuzzer.Run(Number(seconds), corpus, seed is [var first] ? Number(first) : 0);
    case ["refusals"]:
        return Refusals.Run();
    case ["load", var server, .. var rest]:
        await LoadTest.RunAsync(new Uri(server), rest is [var count] ? Number(count) : 20_000);
        return 0;
    case ["people", var host, .. var rest]:
        await PeopleLoad.RunAsync(new Uri(host), rest is [var people, ..] ? Number(people) : 200, rest is [_, var duration] ? Number(duration) : 60);
        return 0;
    case ["import", var target, var definitions, var mode, .. var process]:
        await ImportLoad.RunAsync(new Uri(target), Number(definitions), mode, process is [var id] ? Number(id) : null);
        return 0;
    case ["bpmn", .. var options]:
        BpmnSpeed.Run(options is [var folder, ..] ? folder : null, options is [_, var runs] ? Number(runs) : 10);
        return 0;
    case ["layout", .. var models]:
        LayoutTest.Run(models is [var path] ? path : null);
        return 0;
    case ["diff-growth"]:
        ComparisonGrowth.Run();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
