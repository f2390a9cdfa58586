using System.Diagnostics;
using System.Globalization;
using System.Text;
using GpmTool.Robustness;

namespace GpmTool.Benchmarks;

/// <summary>
/// Breaks files for a while: <c>fuzz SECONDS FOLDER [SEED]</c>. Prints every file that is neither refused nor comes back,
/// and every one that takes longer than two seconds; the exit code says whether there was one.
/// </summary>
internal static class Fuzzer
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    public static int Run(int seconds, string folder, int seed)
    {
        var files = Directory.EnumerateFiles(folder, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(file => file.Length < 100_000).ToList();
        var (faults, refused, runs, slowest) = (0, 0L, 0L, TimeSpan.Zero);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < seconds; seed++, runs++)
        {
            var broken = new Mutations(seed).Break(files[(int)((uint)seed % files.Count)]);
            var start = Stopwatch.GetTimestamp();
            string? fault;
            try
            {
                fault = Mutations.Fault(broken, out var isRefused);
                if (isRefused) refused++;
            }
            catch (Exception exception)
            {
                fault = exception.ToString();
            }

            var took = Stopwatch.GetElapsedTime(start);
            if (took > slowest) slowest = took;
            if (took > Slow) fault ??= string.Create(CultureInfo.InvariantCulture, $"It took {took.TotalSeconds:0.0} s.");
            if (fault is null) continue;
            faults++;
            Console.WriteLine($"seed {seed}: {fault}");
            File.WriteAllBytes(Path.Combine(Path.GetTempPath(), $"fuzz-{seed}.bpmn"), broken);
            Console.WriteLine(Encoding.UTF8.GetString(broken.AsSpan(0, Math.Min(200, broken.Length))));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} broken files of {files.Count}, {refused} refused, {faults} faults, the slowest took {slowest.TotalMilliseconds:0} ms"));
        return faults == 0 ? 0 : 1;
    }
}
