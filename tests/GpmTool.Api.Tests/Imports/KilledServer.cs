using System.Globalization;
using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;
using Microsoft.Data.Sqlite;

namespace GpmTool.Api.Tests.Imports;

/// <summary>A server that is killed and started again on the same data folder, and what can be seen of it between two kills.</summary>
internal sealed class KilledServer(string folder, int leaseSeconds, CancellationToken cancellation) : IAsyncDisposable
{
    // Small batches: many places to break off.
    private readonly string[] settings = ["--Samples:Load=false", $"--Imports:LeaseSeconds={leaseSeconds}", "--Imports:SweepSeconds=1", "--Imports:BatchSize=3"];
    private ApiProcess? process;
    private string? leaseAtStart;
    private HttpClient? client;
    private string? key;

    public HttpClient Client => client!;

    public async Task StartAsync()
    {
        leaseAtStart = await LeaseAsync();
        process = await ApiProcess.StartAsync(folder, cancellation, settings);
        key ??= process.Key;
        client = new HttpClient { BaseAddress = process.Address, DefaultRequestHeaders = { Authorization = new("Bearer", key) } };
    }

    public async Task KillAsync()
    {
        if (process is not null) await process.DisposeAsync();
        client?.Dispose();
        (process, client) = (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) TestContext.Out.WriteLine(process.Output);
        await KillAsync();
    }

    public async Task<JsonElement> GetAsync(string path) => await (await Client.GetAsync($"/api/v1/{path}", cancellation)).JsonAsync(200);

    /// <summary>All items of a list, page by page.</summary>
    public async Task<List<JsonElement>> ListAsync(string path)
    {
        var items = new List<JsonElement>();
        for (var cursor = ""; ;)
        {
            var page = await GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=200{cursor}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            if (page.Text("nextCursor") is not { } next) return items;
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
    }

    /// <summary>All models that can be seen, by the key of their process.</summary>
    public async Task<List<JsonElement>> ModelsAsync()
    {
        var models = new List<JsonElement>();
        foreach (var process in await ListAsync("processes")) models.AddRange((await GetAsync($"processes/{process.Text("key")}/models")).EnumerateArray());
        return models;
    }

    /// <summary>A model that is listed is whole: its newest version, the document in it and its checks.</summary>
    public async Task ShouldBeWholeAsync(JsonElement model, Func<string, string> label)
    {
        var id = model.Text("id");
        model.GetProperty("latestVersion").GetInt32().ShouldBe(1, $"{model}: written twice");
        model.GetProperty("hasDraft").GetBoolean().ShouldBeFalse();
        var version = (await GetAsync($"models/{id}/versions")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        version.GetProperty("isFrozen").GetBoolean().ShouldBeTrue();
        var view = await GetAsync($"models/{id}/versions/1?form=view");
        view.GetProperty("nodes").EnumerateArray().Select(node => node.Text("name")).ShouldContain(label(model.Text("process")!));
        (await GetAsync($"models/{id}/versions/1/checks")).GetProperty("isBlocked").GetBoolean().ShouldBe(version.GetProperty("isBlocked").GetBoolean());
    }

    /// <summary>Asks for an import until <paramref name="enough"/> says so, or it has ended.</summary>
    public async Task<JsonElement> WatchAsync(string id, Func<JsonElement, bool> enough)
    {
        while (true)
        {
            var import = await GetAsync($"imports/{id}");
            if (import.Text("state") is "completed" or "failed" || enough(import)) return import;
            await Task.Delay(5, cancellation);
        }
    }

    /// <summary>
    /// Lets the program go on in small steps until so many items are done, or the import has ended: while somebody looks it is held,
    /// so that it cannot run away on a busy machine. Gives how many are done.
    /// </summary>
    public async Task<int> RunUntilAsync(int done)
    {
        while (true)
        {
            process!.Hold();
            try
            {
                var (reached, isEnded) = await ProgressAsync();
                if (isEnded || reached >= done) return reached;
            }
            finally
            {
                process.Continue();
            }

            await Task.Delay(5, cancellation);
        }
    }

    /// <summary>
    /// Waits until all is staged and its one transaction begins, or the import has ended. No answer tells that moment; the lease
    /// does, which is renewed for longer than a batch takes.
    /// </summary>
    public async Task WatchLastStepAsync(string id)
    {
        await WatchAsync(id, import => import.GetProperty("done").GetInt32() == import.GetProperty("total").GetInt32());
        while (true)
        {
            var lease = await LeaseAsync();
            if (lease is null) return;
            var ahead = DateTime.SpecifyKind(DateTime.Parse(lease, CultureInfo.InvariantCulture), DateTimeKind.Utc) - TimeProvider.System.GetUtcNow().UtcDateTime;
            if (lease != leaseAtStart && ahead > TimeSpan.FromSeconds(leaseSeconds + 0.5)) return;
            await Task.Delay(2, cancellation);
        }
    }

    private async Task<(int Done, bool IsEnded)> ProgressAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Done, FinishedAt IS NOT NULL FROM ImportJobs LIMIT 1";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt32(0), reader.GetBoolean(1)) : (0, false);
    }

    private async Task<string?> LeaseAsync()
    {
        if (!File.Exists(Database)) return null;
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT LeaseUntil FROM ImportJobs LIMIT 1";
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private string Database => Path.Combine(folder, "gpmtool.db");

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
