using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GpmTool.Elsa;

namespace GpmTool.Benchmarks;

/// <summary>
/// How fast a running server takes a catalogue in: a ZIP of different definitions of 30 steps, from the first byte of the upload to the
/// last commit. Run the server in a process of its own on an empty data folder: <c>import http://localhost:5080 20000 allOrNothing</c>.
/// With the server's process id as a fourth argument (Linux) its largest resident memory is printed, too.
/// </summary>
internal static class ImportLoad
{
    private const string Field = "last";

    public static async Task RunAsync(Uri server, int count, string mode, int? serverProcess)
    {
        var path = Path.Combine(Path.GetTempPath(), $"gpmtool-import-{Environment.ProcessId}.zip");
        try
        {
            Pack(path, count);
            Say($"{count} definitions of 30 steps, {new FileInfo(path).Length / 1024.0 / 1024:0.0} MB as a ZIP, {mode}");
            using var client = new HttpClient { BaseAddress = new Uri(server, "/api/v1/"), Timeout = Timeout.InfiniteTimeSpan, DefaultRequestHeaders = { Authorization = new("Bearer", Environment.GetEnvironmentVariable("GPM_API_KEY")) } };
            var watch = Stopwatch.StartNew();
            var address = await SendAsync(client, path, mode);
            var sent = watch.Elapsed;
            var result = await WaitAsync(client, address);
            var whole = watch.Elapsed;
            Say($"upload {sent.TotalSeconds:0.0} s, whole {whole.TotalSeconds:0.0} s: {count / whole.TotalSeconds:0} definitions a second; {result.GetProperty("counts")}");
            if (serverProcess is { } id) Say($"largest resident memory of the server: {PeakMegabytes(id):0} MB");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Pack(string path, int count)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, "policy-fields.json", new[] { new { key = Field, name = "Lasttest", groups = new[] { new { key = Field, name = "Lasttest" } } } });
        for (var i = 0; i < count; i++)
        {
            var key = $"{Field}-{i}";
            Add(zip, $"{Field}/{key}/process.json", new { key, name = $"Lastprozess Nummer{i} bearbeiten", group = Field, policyField = Field });
            Add(zip, $"{Field}/{key}/soll.json", ElsaDocument.Write(SampleProcesses.Create(30, i), key));
        }
    }

    private static void Add<T>(ZipArchive zip, string name, T value) => Add(zip, name, JsonSerializer.SerializeToUtf8Bytes(value));

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        entry.Write(bytes);
    }

    private static async Task<Uri> SendAsync(HttpClient client, string path, string mode)
    {
        using var body = new StreamContent(File.OpenRead(path));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var answer = await client.PostAsync($"imports?mode={mode}", body);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!;
    }

    private static async Task<JsonElement> WaitAsync(HttpClient client, Uri address)
    {
        while (true)
        {
            var import = await client.GetFromJsonAsync<JsonElement>(address);
            if (import.GetProperty("state").GetString() is "completed") return import;
            if (import.GetProperty("state").GetString() is "failed") throw new InvalidOperationException(import.ToString());
            await Task.Delay(50);
        }
    }

    private static double PeakMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
