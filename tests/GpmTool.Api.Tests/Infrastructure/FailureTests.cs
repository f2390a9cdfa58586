namespace GpmTool.Api.Tests.Infrastructure;

/// <summary>Failures no feature knows of: routing, headers, pages.</summary>
public class FailureTests : ApiTests
{
    [TestCase("/api/v1/nothing")]
    [TestCase("/api/nothing")]
    [TestCase("/health/nothing")]
    [TestCase("/nothing.css")]
    public async Task An_unknown_address_is_a_problem(string path) =>
        await (await Client.GetAsync(path)).ProblemAsync(404, "unknown-route");

    [Test]
    public async Task A_method_an_address_does_not_know_is_a_problem_and_Allow_names_those_it_knows()
    {
        var response = await Client.DeleteAsync("/health/live");
        await response.ProblemAsync(405, "method-not-allowed");
        response.Content.Headers.Allow.ShouldContain("GET");
    }

    [TestCase(null, "Adresse unbekannt")]
    [TestCase("de-DE", "Adresse unbekannt")]
    [TestCase("fr", "Adresse unbekannt")]
    [TestCase("en-GB,de;q=0.5", "Unknown address")]
    [TestCase("en;q=0.5,de", "Adresse unbekannt")]
    public async Task Messages_are_German_unless_English_is_asked_for(string? language, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/nothing");
        if (language is not null) request.Headers.Add("Accept-Language", language);
        var problem = await (await Client.SendAsync(request)).ProblemAsync(404, "unknown-route");
        problem.Text("title").ShouldBe(title);
    }

    [Test]
    public async Task A_member_that_occurs_twice_is_refused()
    {
        using var body = new StringContent("""{"key":"a","name":"Eins","name":"Zwei"}""", System.Text.Encoding.UTF8, "application/json");
        await (await Client.PostAsync("/api/v1/policy-fields", body)).ProblemAsync(400, "malformed-json");
    }

    [TestCase("/health/live", "script-src 'self';")]
    [TestCase("/api/nothing", "style-src-attr 'unsafe-inline'")]
    [TestCase("/swagger/index.html", "script-src 'self' 'unsafe-inline'")]
    public async Task Every_answer_carries_the_security_headers(string path, string policy)
    {
        var headers = (await Client.GetAsync(path)).Headers;
        headers.GetValues("Content-Security-Policy").Single().ShouldContain(policy);
        headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
    }

    [Test]
    public async Task The_service_says_that_it_lives_and_is_ready()
    {
        (await GetAsync("/health/live")).Text("status").ShouldBe("healthy");
        var ready = await GetAsync("/health/ready");
        ready.GetProperty("checks").GetProperty("database").GetString().ShouldBe("healthy");
    }
}
