using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace GpmTool.Client.Sample;

/// <summary>The calls of the REST API that this program needs. Its HttpClient comes from the factory, with the base address <c>…/api/v1/</c>.</summary>
internal sealed class GpmClient(HttpClient http)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Finds processes; the search knows German.</summary>
    public async Task<IReadOnlyList<Process>> SearchAsync(string words, CancellationToken cancellation) =>
        (await GetAsync<Page<Process>>($"processes?search={Uri.EscapeDataString(words)}", cancellation)).Items;

    /// <summary>The models of a process.</summary>
    public Task<IReadOnlyList<Model>> ModelsAsync(string process, CancellationToken cancellation) => GetAsync<IReadOnlyList<Model>>($"processes/{process}/models", cancellation);

    /// <summary>Records an Ist; the document is an Elsa definition.</summary>
    public Task<Model> RecordAsync(string process, string authority, byte[] document, CancellationToken cancellation) =>
        SendAsync<Model>(HttpMethod.Post, $"processes/{process}/models?stage=ist&authority={authority}", Body(document, "application/json"), cancellation);

    /// <summary>Begins a draft from the newest version.</summary>
    public async Task BeginDraftAsync(Guid model, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"models/{model}/draft") { Content = JsonContent.Create(new { note = "Neuer Stand" }) };
        using var response = await AnswerAsync(request, cancellation);
    }

    /// <summary>A document and its tag.</summary>
    public async Task<Tagged<JsonElement>> DocumentAsync(Guid model, int version, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"models/{model}/versions/{version}");
        using var response = await AnswerAsync(request, cancellation);
        var tag = response.Headers.ETag ?? throw new InvalidDataException("The answer has no ETag.");
        return new Tagged<JsonElement>(await ReadAsync<JsonElement>(response, cancellation), tag.ToString());
    }

    /// <summary>What checks find in a version.</summary>
    public Task<CheckResult> ChecksAsync(Guid model, int version, CancellationToken cancellation) => GetAsync<CheckResult>($"models/{model}/versions/{version}/checks", cancellation);

    /// <summary>Freezes the draft in the state that the tag names; refused with <c>outdated</c> when somebody else was quicker.</summary>
    public async Task<ModelVersion> FreezeAsync(Guid model, string etag, string note, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"models/{model}/freeze") { Content = JsonContent.Create(new { note }) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(etag));
        using var response = await AnswerAsync(request, cancellation);
        return await ReadAsync<ModelVersion>(response, cancellation);
    }

    /// <summary>Compares the newest versions of two models.</summary>
    public Task<Comparison> CompareAsync(Guid before, Guid after, CancellationToken cancellation) => GetAsync<Comparison>($"comparisons?beforeModel={before}&afterModel={after}", cancellation);

    /// <summary>The same as a German report in Markdown.</summary>
    public async Task<string> ReportAsync(Guid before, Guid after, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"comparisons?beforeModel={before}&afterModel={after}");
        request.Headers.Accept.ParseAdd("text/markdown");
        using var response = await AnswerAsync(request, cancellation);
        return await response.Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>How far a version of a Soll is, and the tag that moving it needs.</summary>
    public async Task<Tagged<LifeCycle>> LifeCycleAsync(Guid model, int version, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"models/{model}/versions/{version}/life-cycle");
        using var response = await AnswerAsync(request, cancellation);
        return new Tagged<LifeCycle>(await ReadAsync<LifeCycle>(response, cancellation), response.Headers.ETag!.ToString());
    }

    /// <summary>Decides that a version of a Soll goes on to another state.</summary>
    public async Task MoveAsync(Guid model, int version, string etag, string state, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"models/{model}/versions/{version}/life-cycle") { Content = JsonContent.Create(new { state }) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(etag));
        using var response = await AnswerAsync(request, cancellation);
    }

    /// <summary>Publishes a frozen, approved Soll version.</summary>
    public async Task PublishAsync(Guid model, int version, string note, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "publications") { Content = JsonContent.Create(new { modelId = model, version, note }) };
        using var response = await AnswerAsync(request, cancellation);
    }

    /// <summary>The publication of a process that is current.</summary>
    public async Task<Publication> CurrentPublicationAsync(string process, CancellationToken cancellation) =>
        (await GetAsync<Page<Publication>>($"publications?process={process}&current=true", cancellation)).Items[0];

    /// <summary>The package of a publication: a ZIP.</summary>
    public Task<byte[]> PackageAsync(Guid publication, CancellationToken cancellation) => BytesAsync($"publications/{publication}/package", cancellation);

    /// <summary>Sends a package and waits until the import has ended. With the same key a request that got lost can be sent again.</summary>
    public async Task<Import> ImportAsync(byte[] zip, bool dryRun, string key, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"imports?dryRun={(dryRun ? "true" : "false")}") { Content = Body(zip, "application/zip") };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await AnswerAsync(request, cancellation);
        var import = await ReadAsync<Import>(response, cancellation);
        while (!import.HasEnded)
        {
            await Task.Delay(Pause, cancellation);
            import = await GetAsync<Import>($"imports/{import.Id}", cancellation);
        }

        return import;
    }

    /// <summary>A policy field of the catalogue as ZIP.</summary>
    public Task<byte[]> ExportAsync(string policyField, CancellationToken cancellation) => BytesAsync($"exports?policyField={policyField}", cancellation);

    /// <summary>Recomputes the audit chain.</summary>
    public Task<AuditVerification> VerifyAuditAsync(CancellationToken cancellation) => GetAsync<AuditVerification>("audit/verification", cancellation);

    private static ByteArrayContent Body(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    private Task<T> GetAsync<T>(string path, CancellationToken cancellation) => SendAsync<T>(HttpMethod.Get, path, null, cancellation);

    private async Task<byte[]> BytesAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await AnswerAsync(request, cancellation);
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }

    private async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await AnswerAsync(request, cancellation);
        return await ReadAsync<T>(response, cancellation);
    }

    /// <summary>The answer, when it is a success; a problem is an exception.</summary>
    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var response = await http.SendAsync(request, cancellation);
        if (response.IsSuccessStatusCode) return response;
        using (response)
        {
            if (response.Content.Headers.ContentType?.MediaType != "application/problem+json") response.EnsureSuccessStatusCode();
            throw new GpmProblemException(response.StatusCode, await ReadAsync<Problem>(response, cancellation));
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation) =>
        await response.Content.ReadFromJsonAsync<T>(cancellation) ?? throw new InvalidDataException("The answer is empty.");
}
