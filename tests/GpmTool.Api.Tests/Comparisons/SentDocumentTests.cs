using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Model;

namespace GpmTool.Api.Tests.Comparisons;

/// <summary>Documents that are sent along are compared without being stored, whatever form they have.</summary>
public class SentDocumentTests : ApiTests
{
    private static readonly (string, string)[] Before = [("a", "Antrag prüfen")];
    private static readonly (string, string)[] After = [("b", "Antrag prüfen"), ("c", "Gebühr übermitteln")];

    private static MultipartFormDataContent Form(string before, string after, string beforeName = "ist.bpmn", string afterName = "soll.json") => new()
    {
        { new ByteArrayContent(Encoding.UTF8.GetBytes(before)), "before", beforeName },
        { new ByteArrayContent(Encoding.UTF8.GetBytes(after)), "after", afterName },
    };

    private static void ShouldTellTheDifference(JsonElement comparison) =>
        comparison.GetProperty("operations").EnumerateArray().Select(operation => (operation.Text("kind"), operation.Text("newValue"))).ShouldContain(("inserted", "Gebühr übermitteln"));

    [Test]
    public async Task Two_files_of_different_forms()
    {
        using var form = Form(Variants.Bpmn("x", Before), Variants.Elsa("y", After));
        var comparison = await (await Client.PostAsync("/api/v1/comparisons/files", form)).JsonAsync(200);
        ShouldTellTheDifference(comparison);
        comparison.GetProperty("before").Text("title").ShouldBe("ist.bpmn");
        comparison.GetProperty("before").GetProperty("modelId").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Test]
    public async Task Two_documents_in_JSON()
    {
        var view = JsonSerializer.Deserialize<JsonElement>(GraphJson.Write(Variants.Graph("y", After)));
        var comparison = await (await PostAsync("/api/v1/comparisons", new { before = new { document = Variants.Bpmn("x", Before).Replace("UTF-8", "ISO-8859-1", StringComparison.OrdinalIgnoreCase), name = "Bezirk A" }, after = new { document = view } })).JsonAsync(200);
        ShouldTellTheDifference(comparison);
        comparison.GetProperty("before").Text("title").ShouldBe("Bezirk A");
        comparison.GetProperty("after").Text("title").ShouldBe("Störung bearbeiten");
        comparison.GetProperty("matches").EnumerateArray().ShouldContain(match => match.Text("beforeName") == "Antrag prüfen" && match.Text("afterName") == "Antrag prüfen");
    }

    [Test]
    public async Task A_document_and_a_version()
    {
        await Client.PrepareAsync();
        var (model, _) = await Client.ModelAsync(Variants.Elsa("x", Before));
        var comparison = await (await PostAsync("/api/v1/comparisons", new { before = new { modelId = model }, after = new { document = Variants.Bpmn("y", After) } })).JsonAsync(200);
        ShouldTellTheDifference(comparison);
        comparison.GetProperty("before").Text("modelId").ShouldBe(model);
    }

    [Test]
    public async Task Decisions_can_be_sent_along()
    {
        var comparison = await (await PostAsync("/api/v1/comparisons", new
        {
            before = new { document = Variants.Bpmn("x", Before) },
            after = new { document = Variants.Bpmn("y", After) },
            pins = new { same = new[] { new { beforeId = "xa", afterId = "yc" } } },
        })).JsonAsync(200);
        comparison.GetProperty("matches").EnumerateArray().Single(match => match.Text("beforeId") == "xa").Text("afterId").ShouldBe("yc");
    }

    [TestCase("<definitions><process/></definitions>", "not-bpmn", "not-bpmn")]
    [TestCase("<a><b></a>", "not-bpmn", "not-bpmn")]
    [TestCase("{\"root\":7}", "not-a-definition", "not-a-definition")]
    [TestCase("{\"nodes\":7}", "not-a-view", "not-a-view")]
    [TestCase("", "not-bpmn", "not-a-definition")]
    public async Task What_cannot_be_read_is_named(string text, string asXml, string asJson)
    {
        using var first = Form(text, Variants.Elsa("y", After), beforeName: "kaputt.xml");
        (await (await Client.PostAsync("/api/v1/comparisons/files", first)).ProblemAsync(400, asXml)).Text("detail")!.ShouldStartWith("Vorher (before) „kaputt.xml“: ");
        using var second = Form(Variants.Elsa("y", After), text, afterName: "auch-kaputt.json");
        (await (await Client.PostAsync("/api/v1/comparisons/files", second)).ProblemAsync(400, asJson)).Text("detail")!.ShouldStartWith("Nachher (after) „auch-kaputt.json“: ");
    }

    [Test]
    public async Task What_is_missing_doubled_or_too_large_is_named()
    {
        using var half = new MultipartFormDataContent { { new ByteArrayContent("x"u8.ToArray()), "davor", "a.bpmn" } };
        (await (await Client.PostAsync("/api/v1/comparisons/files", half)).ProblemAsync(400, "validation-failed")).GetProperty("errors").TryGetProperty("before", out _).ShouldBeTrue();
        using var large = Form(Variants.Elsa("y", After), new string(' ', 10 * 1024 * 1024) + "{}");
        (await (await Client.PostAsync("/api/v1/comparisons/files", large)).ProblemAsync(413, "document-too-large")).Text("detail")!.ShouldContain("soll.json");
        await (await PostAsync("/api/v1/comparisons/files", new { })).ProblemAsync(415, "unsupported-media-type");
        (await (await PostAsync("/api/v1/comparisons", new { before = new { }, after = new { document = "<a/>", modelId = Guid.NewGuid() } })).ProblemAsync(400, "validation-failed"))
            .GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe(["before.modelId", "after.modelId"]);
        (await (await PostAsync("/api/v1/comparisons", new { before = new { document = 7 }, after = new { document = "<a/>" } })).ProblemAsync(400, "validation-failed")).ToString().ShouldContain("before.document");
    }

    [Test]
    public async Task The_form_of_the_answer_is_chosen_by_Accept()
    {
        async Task<HttpResponseMessage> AskAsync(string accept)
        {
            using var form = Form(Variants.Bpmn("x", Before), Variants.Elsa("y", After));
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/comparisons/files") { Content = form };
            request.Headers.TryAddWithoutValidation("Accept", accept);
            return await Client.SendAsync(request);
        }

        (await AskAsync("*/*")).Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await AskAsync("text/markdown")).Content.Headers.ContentType.ShouldBe(MediaTypeHeaderValue.Parse("text/markdown; charset=utf-8"));
        (await AskAsync("application/json;q=0.2, text/markdown;q=0.8")).Content.Headers.ContentType!.MediaType.ShouldBe("text/markdown");
        (await AskAsync("application/json;q=0, */*")).Content.Headers.ContentType!.MediaType.ShouldNotBe("application/json");
        (await (await AskAsync("image/png")).ProblemAsync(406, "not-acceptable")).Text("remedy")!.ShouldContain("text/markdown");
    }

    [Test]
    public async Task As_HTML_it_stands_alone_and_a_browser_gets_that_form()
    {
        using var form = Form(Variants.Bpmn("x", Before), Variants.Elsa("y", After));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/comparisons/files") { Content = form };
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8");
        var response = await Client.SendAsync(request);
        response.Content.Headers.ContentType.ShouldBe(MediaTypeHeaderValue.Parse("text/html; charset=utf-8"));
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldContain("<svg");
        html.ShouldContain("Gebühr übermitteln");
        html.ShouldNotContain("<script");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'unsafe-inline'");
    }

    [Test]
    public async Task As_a_workbook_it_is_a_ZIP_with_its_changes()
    {
        using var form = Form(Variants.Bpmn("x", Before), Variants.Elsa("y", After));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/comparisons/files") { Content = form };
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var response = await Client.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("vergleich.xlsx");
        using var workbook = new System.IO.Compression.ZipArchive(await response.Content.ReadAsStreamAsync());
        workbook.Entries.ShouldContain(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
    }

    [Test]
    public async Task Sentences_are_in_the_language_asked_for()
    {
        async Task<string?> AskAsync(string query, string? language = null)
        {
            using var form = Form(Variants.Bpmn("x", Before), Variants.Elsa("y", After));
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/comparisons/files" + query) { Content = form };
            if (language is not null) request.Headers.AcceptLanguage.ParseAdd(language);
            var response = await Client.SendAsync(request);
            response.Content.Headers.ContentLanguage.ShouldBe([query.Contains("en", StringComparison.Ordinal) || (query.Length == 0 && language == "en") ? "en" : "de"]);
            return (await response.JsonAsync(200)).GetProperty("operations").EnumerateArray().First(operation => operation.Text("kind") == "inserted").Text("sentence");
        }

        var (german, english) = (await AskAsync(""), await AskAsync("?lang=en"));
        german.ShouldNotBe(english);
        (await AskAsync("", "en")).ShouldBe(english);
        (await AskAsync("?lang=de", "en")).ShouldBe(german);
    }

    [Test]
    public async Task Unknown_words_are_refused()
    {
        using var form = Form(Variants.Bpmn("x", Before), Variants.Elsa("y", After));
        form.Add(new StringContent("layout,farbe"), "ignore");
        (await (await Client.PostAsync("/api/v1/comparisons/files", form)).ProblemAsync(400, "validation-failed")).ToString().ShouldContain("farbe");
        using var other = Form(Variants.Bpmn("x", Before), Variants.Elsa("y", After));
        (await (await Client.PostAsync("/api/v1/comparisons/files?lang=fr", other)).ProblemAsync(400, "validation-failed")).ToString().ShouldContain("lang");
        await (await PostAsync("/api/v1/comparisons", new { before = new { document = "<a/>" }, after = new { document = "<a/>" }, policyField = "x" })).ProblemAsync(400, "not-bpmn");
    }
}
