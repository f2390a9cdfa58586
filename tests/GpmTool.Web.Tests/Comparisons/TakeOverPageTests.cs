using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Comparisons;

/// <summary>Taking chosen changes over into a draft.</summary>
public sealed class TakeOverPageTests : ComparisonTest
{
    private const string Process = "schluessel-ausgeben";
    private string _soll = "";
    private string _other = "";

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    [OneTimeSetUp]
    public async Task FindModelsAsync()
    {
        using var client = await ClientAsync();
        var models = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/processes/{Process}/models")).EnumerateArray().ToList();
        _soll = models.First(model => model.GetProperty("authority").GetString() is null).GetProperty("id").GetString()!;
        _other = models.First(model => model.GetProperty("authority").GetString() is not null).GetProperty("id").GetString()!;
    }

    [SetUp]
    public async Task WithoutDraftAsync()
    {
        using var client = await ClientAsync();
        var model = await client.GetFromJsonAsync<JsonElement>($"/api/v1/models/{_soll}");
        if (!model.GetProperty("hasDraft").GetBoolean()) return;
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/models/{_soll}/draft");
        request.Headers.IfMatch.Add(await DraftTagAsync(client, _soll));
        (await client.SendAsync(request)).EnsureSuccessStatusCode();
    }

    [Test]
    public async Task Chosen_changes_stand_in_the_draft_with_what_they_need()
    {
        await OpenAsync($"{_soll}@1", $"{_other}@1", "&tone=added&subject=step");
        await ReadyAsync();
        var sentence = await Page.Locator(".gpm-difference__sentence").First.InnerTextAsync();
        await Page.Locator(".gpm-difference__check").First.CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Übernehmen …" }).ClickAsync();
        await Expect(Dialog.GetByRole(AriaRole.Heading, new() { Name = "Eine Änderung vorgemerkt" })).ToBeVisibleAsync();
        await Expect(Dialog.GetByText("Ohne sie ließen sich die vorgemerkten nicht übernehmen.").Or(Dialog.GetByText(sentence)).First).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync();
        await SaveViewAsync("comparison-take-over");
        await Dialog.GetByLabel("Notiz (wenn gewünscht)").FillAsync("aus dem Vergleich");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Übernehmen", Exact = true }).ClickAsync();
        await Expect(Dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("jetzt im Entwurf von");
        await ShouldBeAccessibleAsync();
        var link = Dialog.GetByRole(AriaRole.Link, new() { Name = "Zum Entwurf" });
        (await link.GetAttributeAsync("href")).ShouldEndWith($"/models/{_soll}/edit");
        using var client = await ClientAsync();
        var name = sentence.Split('„', '“')[1];
        (await client.GetStringAsync($"/api/v1/models/{_soll}/versions/2")).ShouldContain(JsonEncodedText.Encode(name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Schließen", Exact = true }).Last.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "In einen Entwurf übernehmen" })).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_draft_that_was_changed_meanwhile_is_not_overwritten()
    {
        using var client = await ClientAsync();
        await BeginDraftAsync(client, _soll);
        await OpenAsync($"{_soll}@1", $"{_other}@1", "&tone=changed&subject=step");
        await ReadyAsync();
        await Page.Locator(".gpm-difference__check").First.CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Übernehmen …" }).ClickAsync();
        await Expect(Dialog.GetByRole(AriaRole.Heading, new() { Name = "vorgemerkt" })).ToBeVisibleAsync();
        var body = await client.GetByteArrayAsync(new Uri($"/api/v1/models/{_soll}/versions/1", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/models/{_soll}/draft?note=schneller") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.IfMatch.Add(await DraftTagAsync(client, _soll));
        (await client.SendAsync(request)).EnsureSuccessStatusCode();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Übernehmen", Exact = true }).ClickAsync();
        await Expect(Dialog.GetByText("Der Entwurf hat sich geändert, seit hier geprüft wurde.")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Erneut versuchen" }).ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Übernehmen", Exact = true }).ClickAsync();
        await Expect(Dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("jetzt im Entwurf von");
    }

    [Test]
    public async Task What_the_draft_has_changed_differently_is_named()
    {
        using var client = await ClientAsync();
        await OpenAsync($"{_soll}@1", $"{_other}@1", "&tone=changed&subject=step&details=main");
        await ReadyAsync();
        // The draft gives the step another name than the one that would be taken over.
        var renamed = Page.GetByRole(AriaRole.Button, new() { Name = "Umbenannt: Schritt" }).First;
        var name = (await renamed.InnerTextAsync()).Split('„', '“')[1];
        await BeginDraftAsync(client, _soll);
        using var read = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/models/{_soll}/versions/2");
        read.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/bpmn+xml"));
        var xml = await (await client.SendAsync(read)).Content.ReadAsStringAsync();
        xml.ShouldContain($"name=\"{name}\"");
        using var write = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/models/{_soll}/draft") { Content = new StringContent(xml.Replace($"name=\"{name}\"", "name=\"Ganz anders\"", StringComparison.Ordinal)) };
        write.Content.Headers.ContentType = new MediaTypeHeaderValue("application/bpmn+xml");
        write.Headers.IfMatch.Add(await DraftTagAsync(client, _soll));
        (await client.SendAsync(write)).EnsureSuccessStatusCode();

        await renamed.Locator("xpath=..").GetByRole(AriaRole.Checkbox).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Übernehmen …" }).ClickAsync();
        await Expect(Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("„Ganz anders“");
        await Expect(Dialog.GetByRole(AriaRole.Button, new() { Name = "Übernehmen", Exact = true })).ToBeDisabledAsync();
        await ShouldBeAccessibleAsync();
        await SaveViewAsync("comparison-conflict");
    }
}
