using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace GpmTool.Api.Tests.Infrastructure;

/// <summary>The program as a process of its own, on a free port: what it is in operation, and what can be killed.</summary>
internal sealed partial class ApiProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The program ended before it listened:\n{Output}"));
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => address.Task.Result;

    /// <summary>The key it printed at its first start on this folder; null at later ones.</summary>
    public string? Key => KeyLine().Match(Output) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get { lock (output) return output.ToString(); }
    }

    /// <summary>Starts it on a data folder and waits until it listens.</summary>
    public static async Task<ApiProcess> StartAsync(string folder, CancellationToken cancellation, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", $"--Data:Folder={folder}", "--Accounts:FirstAccess=demo", "--Limits:RequestsPerSecond=100000", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["TMPDIR"] = folder; // what a killed process leaves behind goes with the folder
        var api = new ApiProcess(start);
        api.process.Start();
        api.process.BeginOutputReadLine();
        api.process.BeginErrorReadLine();
        try
        {
            await api.address.Task.WaitAsync(cancellation);
            return api;
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, without any notice (SIGKILL on Unix).</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Holds it where it is (SIGSTOP), until <see cref="Continue"/>; nothing happens where there are no signals.</summary>
    public void Hold() => Signal(linux: 19, mac: 17);

    /// <summary>Lets it go on (SIGCONT).</summary>
    public void Continue() => Signal(linux: 18, mac: 19);

    private void Signal(int linux, int mac)
    {
        if (OperatingSystem.IsLinux()) _ = Send(process.Id, linux);
        else if (OperatingSystem.IsMacOS()) _ = Send(process.Id, mac);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int process, int signal);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (output) output.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match) address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"GPM_API_KEY=(\S+)")]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
