using System.Net;
using System.Net.Http.Headers;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Comparisons;

/// <summary>A comparison is made once, and a client that has it is told so.</summary>
public class RememberedComparisonTests
{
    private static readonly (string, string)[] Steps = [("a", "Antrag sichten"), ("b", "Bescheid erstellen")];

    private ApiFixture api = null!;
    private HttpClient client = null!;
    private string ist = "";
    private string soll = "";

    [SetUp]
    public async Task StartAsync()
    {
        api = new ApiFixture();
        client = api.CreateClient();
        await client.PrepareAsync();
        (ist, _) = await client.ModelAsync(Variants.Elsa("i-", Steps), query: "stage=ist&authority=bezirk-a");
        (soll, _) = await client.ModelAsync(Variants.Elsa("o-", ("a", "Antrag prüfen"), ("b", "Bescheid erstellen")));
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await api.DisposeAsync();
    }

    private string Address => $"/api/v1/comparisons?beforeModel={ist}&afterModel={soll}";

    private async Task<string> TagAsync(string? address = null, string accept = "application/json", string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address ?? Address);
        request.Headers.Accept.ParseAdd(accept);
        if (language is not null) request.Headers.AcceptLanguage.ParseAdd(language);
        var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return response.ETag();
    }

    private async Task<HttpStatusCode> AskAgainAsync(string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag));
        return (await client.SendAsync(request)).StatusCode;
    }

    [Test]
    public async Task A_client_that_has_it_gets_304_until_something_changes_that_takes_part()
    {
        var tag = await TagAsync();
        (await AskAgainAsync(tag)).ShouldBe(HttpStatusCode.NotModified);

        await (await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/models/{soll}/draft", Variants.Elsa("o-", Steps), "*")).JsonAsync(200);
        (await AskAgainAsync(tag)).ShouldBe(HttpStatusCode.OK);
        tag = await TagAsync();

        await (await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/comparisons/pins?beforeModel={ist}&afterModel={soll}", new { different = new[] { new { beforeId = "i-a", afterId = "o-a" } } }, "\"0\"")).JsonAsync(200);
        (await AskAgainAsync(tag)).ShouldBe(HttpStatusCode.OK);
        tag = await TagAsync();

        await (await client.SendJsonAsync(HttpMethod.Put, "/api/v1/policy-fields/fm/terms", new { groups = new[] { new[] { "lesen", "gucken" } } }, "\"0\"")).JsonAsync(200);
        (await AskAgainAsync(tag)).ShouldBe(HttpStatusCode.OK);
        tag = await TagAsync();

        // Frozen is not other content, but the answer says it.
        await (await client.SendJsonAsync(HttpMethod.Post, $"/api/v1/models/{soll}/freeze", new { }, "*")).JsonAsync(200);
        (await AskAgainAsync(tag)).ShouldBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task Each_form_and_language_and_option_has_a_tag_of_its_own()
    {
        var tags = new[]
        {
            await TagAsync(), await TagAsync(accept: "text/markdown"), await TagAsync(Address + "&lang=en"), await TagAsync(Address + "&ignore=nothing"),
            await TagAsync($"/api/v1/comparisons?beforeModel={soll}&afterModel={ist}"),
        };
        tags.Distinct().Count().ShouldBe(tags.Length);
        (await TagAsync(language: "en")).ShouldBe(await TagAsync(Address + "&lang=en"));
    }

    [Test]
    public async Task It_is_worked_out_once()
    {
        var cache = api.Services.GetRequiredService<ComparisonCache>();
        await TagAsync();
        var before = cache.Hits;
        await TagAsync();
        cache.Hits.ShouldBe(before + 1, "the very answer is remembered");
        await TagAsync(accept: "text/markdown");
        cache.Hits.ShouldBe(before + 4, "both graphs and the result are remembered, only the form is new");
    }

    [Test]
    public async Task The_memory_is_bounded()
    {
        var cache = new ComparisonCache(new ComparisonSettings { CacheMegabytes = 1 });
        for (var i = 0; i < 100; i++) cache.Keep($"k{i}", new byte[1], 100_000);
        var kept = Enumerable.Range(0, 100).Count(i => cache.Find<byte[]>($"k{i}") is not null);
        kept.ShouldBeLessThanOrEqualTo(10);
        (await cache.GetAsync("neu", () => Task.FromResult((new byte[3], 1_000L)))).Length.ShouldBe(3, "what does not fit is still given");
    }
}
