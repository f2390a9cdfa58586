using System.Diagnostics;
using System.Text;

namespace GpmTool.Cli.Tests.Infrastructure;

/// <summary>What a run of gpm gave.</summary>
internal sealed record GpmRun(int ExitCode, byte[] Bytes, string Error)
{
    /// <summary>The standard output as text.</summary>
    public string Output => Encoding.UTF8.GetString(Bytes);
}

/// <summary>Runs gpm as a process of its own, as a user does.</summary>
internal static class Gpm
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Task<GpmRun> RunAsync(params string[] args) => RunAsync(args, input: null);

    public static async Task<GpmRun> RunAsync(string[] args, byte[]? input, Dictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gpm.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        // The tests do not depend on the machine's language or keys.
        start.Environment["LC_ALL"] = "de_DE.UTF-8";
        start.Environment.Remove("GPM_SERVER");
        start.Environment["GPM_API_KEY"] = RealServer.Key;
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value; // null: not set
        using var process = Process.Start(start)!;
        using var cancellation = new CancellationTokenSource(Patience);
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellation.Token);
        var error = process.StandardError.ReadToEndAsync(cancellation.Token);
        try
        {
            if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input, cancellation.Token);
        }
        catch (IOException)
        {
            // It ended without reading its input; the exit code says whether that is right.
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation.Token);
        await reading;
        return new GpmRun(process.ExitCode, output.ToArray(), await error);
    }
}
