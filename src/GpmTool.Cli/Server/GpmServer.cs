using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GpmTool.Cli.Output;

namespace GpmTool.Cli.Server;

/// <summary>A GpmTool server over HTTP. Every failure of it is a <see cref="CommandFailure"/> with the server's own words.</summary>
internal sealed class GpmServer : IDisposable
{
    private readonly HttpClient _client;

    /// <summary>Makes the client.</summary>
    public GpmServer(Uri address)
    {
        _client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false }) { BaseAddress = new Uri(address, "api/v1/"), Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("gpm/" + typeof(GpmServer).Assembly.GetName().Version);
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(Say.In("de", "en"));
        if (ServerOptions.Key is not { } key) return;
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (address.Scheme == "http" && !address.IsLoopback)
            Terminal.Error.Line(Say.In("gpm: Der Schlüssel geht unverschlüsselt über das Netz; besser https.", "gpm: the key goes over the network in the clear; https is better."));
    }

    /// <summary>Reads something.</summary>
    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancellation);
        return await ReadAsync(answer, type, cancellation);
    }

    /// <summary>One object with its ETag, for a change of it.</summary>
    public async Task<(T Value, EntityTagHeaderValue? ETag)> GetTaggedAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancellation);
        return (await ReadAsync(answer, type, cancellation), answer.Headers.ETag);
    }

    /// <summary>All items of a list, page by page, at most <paramref name="limit"/>.</summary>
    public async IAsyncEnumerable<JsonElement> ListAsync(string path, int limit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string? cursor = null;
        var left = limit;
        do
        {
            var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await GetAsync($"{path}{separator}limit={Math.Min(left, 100)}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", CliJson.Compact.ServerPage, cancellation);
            foreach (var item in page.Items)
            {
                yield return item;
                if (--left == 0) yield break;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    /// <summary>Sends JSON.</summary>
    public async Task<JsonElement> PostAsync<T>(string path, T body, JsonTypeInfo<T> type, CancellationToken cancellation, EntityTagHeaderValue? ifMatch = null)
    {
        using var answer = await SendAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, type) };
            if (ifMatch is not null) request.Headers.IfMatch.Add(ifMatch);
            return request;
        }, cancellation);
        return await ReadAsync(answer, CliJson.Compact.JsonElement, cancellation);
    }

    /// <summary>Sends a package. A lost connection is tried again with the same key: it stays one import.</summary>
    public async Task<ServerImport> ImportAsync(string query, Func<HttpContent> content, string idempotencyKey, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Post, "imports" + query) { Content = content(), Headers = { { "Idempotency-Key", idempotencyKey } } }, cancellation);
                return await ReadAsync(answer, CliJson.Compact.ServerImport, cancellation);
            }
            catch (CommandFailure failure) when (failure.Code == "server-unreachable" && attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellation);
            }
        }
    }

    /// <summary>Reads bytes into a stream.</summary>
    public async Task DownloadAsync(string path, Stream target, CancellationToken cancellation)
    {
        using var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancellation);
        try
        {
            await answer.Content.CopyToAsync(target, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw Unreachable(exception);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        using var message = request();
        HttpResponseMessage answer;
        try
        {
            answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw Unreachable(exception);
        }

        if (answer.IsSuccessStatusCode) return answer;
        using (answer) throw await RefusedAsync(answer, cancellation);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync(type, cancellation) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new CommandFailure("server-strange",
                new($"Die Antwort des Servers ist nicht verständlich: {exception.Message}", $"The server's answer makes no sense: {exception.Message}"), new("Ist die Adresse die eines GpmTool-Servers?", "Is the address that of a GpmTool server?"));
        }
    }

    private CommandFailure Unreachable(HttpRequestException exception) => new("server-unreachable",
        new($"{_client.BaseAddress}: nicht erreichbar ({exception.Message})", $"{_client.BaseAddress}: not reachable ({exception.Message})"),
        new("Läuft der Server, und stimmt die Adresse?", "Is the server running, and is the address right?"));

    private static async Task<CommandFailure> RefusedAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        ServerProblem? problem = null;
        try
        {
            if (answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true)
                problem = await answer.Content.ReadFromJsonAsync(CliJson.Compact.ServerProblem, cancellation);
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException)
        {
            // What it says cannot be read: the status is what is left.
        }

        var status = (int)answer.StatusCode;
        var detail = problem?.Detail ?? Say.In($"{answer.RequestMessage?.RequestUri}: Der Server antwortet mit {status}.", $"{answer.RequestMessage?.RequestUri}: the server answers {status}.");
        if (problem?.Errors is { } errors) detail += string.Concat(errors.Select(error => $"\n     {error.Key}: {string.Join(' ', error.Value)}"));
        var remedy = problem?.Remedy ?? (answer.StatusCode == HttpStatusCode.Unauthorized
            ? Say.In("Setzen Sie GPM_API_KEY.", "Set GPM_API_KEY.")
            : Say.In("Ist die Adresse die eines GpmTool-Servers?", "Is the address that of a GpmTool server?"));
        return new CommandFailure(problem?.Code ?? $"http-{status}", new(detail, detail), new(remedy, remedy));
    }
}
