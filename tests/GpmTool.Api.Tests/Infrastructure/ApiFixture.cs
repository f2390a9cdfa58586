using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Infrastructure;

/// <summary>
/// The real program over real HTTP on a fresh SQLite file of its own. Derive a test class from <see cref="ApiTests"/>, or create one
/// with settings, e.g. <c>new ApiFixture(("Samples:Load", "true"))</c>.
/// </summary>
public sealed class ApiFixture : WebApplicationFactory<Program>
{
    private readonly (string Key, string Value)[] settings;

    /// <summary>Starts empty unless a setting says otherwise.</summary>
    public ApiFixture(params (string Key, string Value)[] settings)
    {
        this.settings = settings;
        Directory.CreateDirectory(Folder);
    }

    /// <summary>The data folder of this fixture.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "gpmtool-tests", Path.GetRandomFileName());

    /// <summary>The time of this fixture: the system's, until a test puts it forward.</summary>
    internal TestClock Clock { get; } = new();

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", Folder);
        builder.UseSetting("Samples:Load", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Accounts:FirstAccess", "none");
        builder.UseSetting("Limits:RequestsPerSecond", "100000");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    /// <summary>Clients have a key that may do everything; <see cref="Anonymous"/> has none.</summary>
    protected override void ConfigureClient(HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        base.ConfigureClient(client);
        TestKey.StoreOnce(Services);
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestKey.Text.ToString());
    }

    /// <summary>A client nobody knows; keeps cookies.</summary>
    public HttpClient Anonymous()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        client.DefaultRequestHeaders.Authorization = null;
        return client;
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A test class with a running API of its own.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public abstract class ApiTests
{
    private ApiFixture? api;
    private HttpClient? client;

    /// <summary>The running API.</summary>
    protected ApiFixture Api => api!;

    /// <summary>A client of it; does not follow redirects.</summary>
    protected HttpClient Client => client!;

    /// <summary>Settings that differ from the fixture's.</summary>
    protected virtual (string Key, string Value)[] Settings => [];

    [OneTimeSetUp]
    public void StartApi()
    {
        api = new ApiFixture(Settings);
        client = api.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    [OneTimeTearDown]
    public async Task StopApi()
    {
        client?.Dispose();
        if (api is not null) await api.DisposeAsync();
    }

    /// <summary>GET that must succeed.</summary>
    protected async Task<JsonElement> GetAsync(string path) => await (await Client.GetAsync(path)).JsonAsync(200);

    /// <summary>POST of a JSON body.</summary>
    protected Task<HttpResponseMessage> PostAsync(string path, object? body = null, string? ifMatch = null) =>
        Client.SendJsonAsync(HttpMethod.Post, path, body, ifMatch);

    /// <summary>PUT of a JSON body.</summary>
    protected Task<HttpResponseMessage> PutAsync(string path, object? body, string? ifMatch = null) =>
        Client.SendJsonAsync(HttpMethod.Put, path, body, ifMatch);
}

/// <summary>What tests ask of answers.</summary>
public static class HttpExtensions
{
    /// <summary>Sends JSON; a string body is sent as it is.</summary>
    public static async Task<HttpResponseMessage> SendJsonAsync(this HttpClient client, HttpMethod method, string path, object? body, string? ifMatch = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = new HttpRequestMessage(method, path);
        if (body is string text) request.Content = new StringContent(text, System.Text.Encoding.UTF8, "application/json");
        else if (body is not null) request.Content = JsonContent.Create(body);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request);
    }

    /// <summary>The body as JSON, after checking the status.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, int status)
    {
        ArgumentNullException.ThrowIfNull(response);
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, body);
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>Checks that the answer is a complete problem with this status and code, and gives it.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, int status, string code)
    {
        var problem = await response.JsonAsync(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        problem.GetProperty("code").GetString().ShouldBe(code, problem.ToString());
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        foreach (var text in new[] { "title", "detail", "remedy", "traceId", "instance" })
            problem.GetProperty(text).GetString().ShouldNotBeNullOrWhiteSpace(text);
        return problem;
    }

    /// <summary>The ETag of an answer.</summary>
    public static string ETag(this HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Headers.ETag.ShouldNotBeNull().ToString();
    }

    /// <summary>A text field of a JSON object.</summary>
    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    /// <summary>The values of one text field over a page's items.</summary>
    public static IReadOnlyList<string?> Items(this JsonElement page, string field) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(field).GetString())];
}
