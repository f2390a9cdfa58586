using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace GpmTool.Benchmarks;

/// <summary>
/// Many people at once: each logs in, lists processes, compares an Ist with the Soll and comments in a review, with a second or two between two
/// requests. Run the server in a process of its own with the sample catalogue, a key that may do everything in GPM_API_KEY, and
/// <c>--Limits:LogInsPerMinute=100000 --Limits:RequestsPerSecond=100000</c>, since all come from one address here.
/// </summary>
internal static class PeopleLoad
{
    private const string Password = "ein langes Kennwort";
    private const string Field = "facility-management";
    private static readonly ConcurrentDictionary<string, ConcurrentBag<double>> Times = new();
    private static readonly string[] Reviewers = ["muster-bezirk-a"];
    private static int errors;

    public static async Task RunAsync(Uri server, int people, int seconds)
    {
        using var admin = new HttpClient { BaseAddress = new Uri(server, "/api/v1/"), DefaultRequestHeaders = { Authorization = new("Bearer", Environment.GetEnvironmentVariable("GPM_API_KEY")) } };
        var pairs = await PairsAsync(admin);
        var review = await ReviewAsync(admin);
        var run = Guid.NewGuid().ToString("N")[..8];
        var clients = new ConcurrentBag<(HttpClient Client, string Email)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, cancellation) =>
        {
            var email = $"last-{run}-{i}@example.org";
            var invited = await admin.PostAsJsonAsync("accounts", new { email, name = $"Last {i}", roles = new[] { new { role = "senateCoordination", policyField = Field } } }, cancellation);
            var token = (await Json(invited)).GetProperty("token").GetString();
            var client = new HttpClient { BaseAddress = admin.BaseAddress };
            (await client.PostAsJsonAsync("invitations/accept", new { token, password = Password }, cancellation)).EnsureSuccessStatusCode();
            clients.Add((client, email));
        });

        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await Task.WhenAll(clients.Select((one, i) => LiveAsync(one.Client, one.Email, pairs, review, new Random(i), end.Token)));
        Console.WriteLine($"{people} people, {seconds} s, {Times.Values.Sum(bag => bag.Count)} requests, {errors} errors; milliseconds");
        Console.WriteLine($"{"call",-12}{"requests",10}{"median",10}{"p99",10}{"max",10}");
        foreach (var (name, bag) in Times.OrderBy(pair => pair.Key, StringComparer.Ordinal).Append(new("all", [.. Times.Values.SelectMany(bag => bag)])))
        {
            var sorted = bag.Order().ToList();
            Console.WriteLine($"{name,-12}{sorted.Count,10}{sorted[sorted.Count / 2],10:0.0}{sorted[(int)(sorted.Count * 0.99)],10:0.0}{sorted[^1],10:0.0}");
        }
    }

    private static async Task LiveAsync(HttpClient client, string email, List<(Guid Ist, Guid Soll)> pairs, Guid review, Random random, CancellationToken end)
    {
        try
        {
            await Task.Delay(random.Next(5000), end);
            while (!end.IsCancellationRequested)
            {
                await TimedAsync("log in", () => client.PostAsJsonAsync("session", new { email, password = Password }), random, end);
                for (var i = 0; i < 8; i++)
                {
                    await TimedAsync("list", () => client.GetAsync($"processes?limit=50&policyField={Field}"), random, end);
                    var (ist, soll) = pairs[random.Next(pairs.Count)];
                    await TimedAsync("compare", () => client.GetAsync($"comparisons?beforeModel={ist}&afterModel={soll}"), random, end);
                    await TimedAsync("comment", () => client.PostAsJsonAsync($"reviews/{review}/threads", new { round = 1, text = "Wer vertritt die Stelle?" }), random, end);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    private static async Task TimedAsync(string name, Func<Task<HttpResponseMessage>> send, Random random, CancellationToken end)
    {
        end.ThrowIfCancellationRequested();
        var watch = Stopwatch.StartNew();
        try
        {
            using var answer = await send();
            await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
            if (!answer.IsSuccessStatusCode) Interlocked.Increment(ref errors);
        }
        catch (HttpRequestException)
        {
            Interlocked.Increment(ref errors);
        }

        Times.GetOrAdd(name, _ => []).Add(watch.Elapsed.TotalMilliseconds);
        await Task.Delay(1000 + random.Next(1000), end);
    }

    private static async Task<List<(Guid Ist, Guid Soll)>> PairsAsync(HttpClient admin)
    {
        var pairs = new List<(Guid, Guid)>();
        foreach (var process in (await Json(await admin.GetAsync($"processes?limit=50&policyField={Field}"))).GetProperty("items").EnumerateArray())
        {
            var models = (await Json(await admin.GetAsync($"processes/{process.GetProperty("key").GetString()}/models"))).EnumerateArray().ToList();
            Guid Id(JsonElement model) => model.GetProperty("id").GetGuid();
            var soll = Id(models.Find(model => model.GetProperty("stage").GetString() == "soll"));
            pairs.AddRange(models.Where(model => model.GetProperty("stage").GetString() == "ist").Select(model => (Id(model), soll)));
        }

        return pairs;
    }

    private static async Task<Guid> ReviewAsync(HttpClient admin)
    {
        var open = (await Json(await admin.GetAsync("reviews?state=open&limit=1"))).GetProperty("items");
        if (open.GetArrayLength() > 0) return open[0].GetProperty("id").GetGuid();
        var models = (await Json(await admin.GetAsync("processes/stoerungsmeldung-bearbeiten/models"))).EnumerateArray().ToList();
        var soll = models.Find(model => model.GetProperty("stage").GetString() == "soll").GetProperty("id").GetGuid();
        using var submit = new HttpRequestMessage(HttpMethod.Post, $"models/{soll}/versions/1/life-cycle") { Content = JsonContent.Create(new { state = "methodReview" }), Headers = { { "If-Match", "\"0\"" } } };
        (await admin.SendAsync(submit)).EnsureSuccessStatusCode();
        return (await Json(await admin.PostAsJsonAsync($"models/{soll}/versions/1/reviews", new { deadline = TimeProvider.System.GetUtcNow().AddDays(30), authorities = Reviewers }))).GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>())!;
}
