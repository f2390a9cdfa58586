using BenchmarkDotNet.Running;
using GpmTool.Benchmarks;

if (args is ["load", var server, .. var rest])
{
    await LoadTest.RunAsync(new Uri(server), rest is [var count] ? Number(count) : 20_000);
    return;
}

if (args is ["import", var target, var number, var mode, .. var process])
{
    await ImportLoad.RunAsync(new Uri(target), Number(number), mode, process is [var id] ? Number(id) : null);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
