using BenchmarkDotNet.Running;
using GpmTool.Benchmarks;

if (args is ["load", var server, .. var rest])
{
    await LoadTest.RunAsync(new Uri(server), rest is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 20_000);
    return;
}

if (args is ["layout", .. var folder])
{
    LayoutTest.Run(folder is [var path] ? path : null);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
