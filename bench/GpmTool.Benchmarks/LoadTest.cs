using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GpmTool.Elsa;

namespace GpmTool.Benchmarks;

/// <summary>
/// What a client of a running server waits for: fills it with definitions of 30 steps where they are missing, then one client asks
/// one request after the other. Run the server in a process of its own: <c>load http://localhost:5080 20000</c>.
/// </summary>
internal static class LoadTest
{
    private const int Requests = 1000;
    private const int Writers = 4;
    private static readonly string[] Objects = ["Störungsmeldung", "Unterhaltsreinigung", "Schlüsselausgabe", "Wartungsvertrag", "Energieverbrauch", "Raumvergabe", "Winterdienst", "Rechnung", "Mängelanspruch", "Umzug"];
    private static readonly string[] Actions = ["bearbeiten", "prüfen", "erfassen", "beauftragen", "abrechnen", "planen", "kontrollieren", "dokumentieren"];

    public static async Task RunAsync(Uri server, int count)
    {
        using var client = new HttpClient { BaseAddress = new Uri(server, "/api/v1/"), DefaultRequestHeaders = { Authorization = new("Bearer", Environment.GetEnvironmentVariable("GPM_API_KEY")) } };
        await FillAsync(client, count);
        var models = new List<Guid>();
        for (var i = 0; i < Requests; i++)
        {
            var key = Key((int)((long)i * 7919 % count));
            models.Add((await client.GetFromJsonAsync<JsonElement>($"processes/{key}/models"))[0].GetProperty("id").GetGuid());
        }

        Console.WriteLine($"{count} definitions of 30 steps; one client, {Requests} requests per call after as many to warm up; milliseconds");
        Console.WriteLine($"{"call",-22}{"median",10}{"p99",10}{"max",10}");
        await MeasureAsync(client, "get a definition", i => $"models/{models[i]}/versions/1");
        await MeasureAsync(client, "get a GPM view", i => $"models/{models[i]}/versions/1?form=view");
        await MeasureAsync(client, "list 50", i => i % 2 == 0 ? "processes?limit=50" : "processes?limit=50&sort=-name");
        await MeasureAsync(client, "search", i => $"processes?search={Uri.EscapeDataString((i % 4) switch { 0 => "reinigung", 1 => "stoerung prüfen", 2 => "vertrag", _ => $"nummer{i * 17 % count}" })}");
    }

    private static async Task FillAsync(HttpClient client, int count)
    {
        await client.PostAsJsonAsync("policy-fields", new { key = "last", name = "Lasttest" });
        await client.PostAsJsonAsync("process-groups", new { key = "last", name = "Lasttest", policyField = "last" });
        var document = ElsaDocument.Write(SampleProcesses.Create(30, 1), "definition");
        var watch = Stopwatch.StartNew();
        var made = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (i, cancellation) =>
        {
            var name = $"{Objects[i % Objects.Length]} {Actions[i / Objects.Length % Actions.Length]} Nummer{i}";
            var created = await client.PostAsJsonAsync("processes", new { key = Key(i), policyField = "last", group = "last", content = new { name } }, cancellation);
            if ((int)created.StatusCode == 409) return; // there since an earlier run
            created.EnsureSuccessStatusCode();
            using var body = new ByteArrayContent(document);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            (await client.PostAsync($"processes/{Key(i)}/models?stage=soll", body, cancellation)).EnsureSuccessStatusCode();
            Interlocked.Increment(ref made);
        });
        if (made > 0) Console.WriteLine($"filled: {made} processes with a definition each in {watch.Elapsed.TotalSeconds:0} s");
    }

    private static async Task MeasureAsync(HttpClient client, string call, Func<int, string> address)
    {
        var times = new double[Requests];
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < Requests; i++)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await client.GetAsync(address(i));
                await response.Content.ReadAsByteArrayAsync();
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                response.EnsureSuccessStatusCode();
            }
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{call,-22}{times[Requests / 2],10:0.00}{times[Requests * 99 / 100],10:0.00}{times[^1],10:0.00}"));
    }

    private static string Key(int i) => $"last-{i}";
}
