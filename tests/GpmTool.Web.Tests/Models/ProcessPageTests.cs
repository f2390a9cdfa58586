using System.Text.Json;
using GpmTool.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Models;

/// <summary>The page of a process with the samples: variants, pictures, versions, downloads, and what one may do there.</summary>
public sealed class ProcessPageTests : PageTest
{
    private const string Stoerung = "stoerungsmeldung-bearbeiten";

    private RealServer _server = null!;

    [OneTimeSetUp]
    public void StartServer() => _server = RealServer.Start();

    [OneTimeTearDown]
    public async Task StopServerAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Shows_variants_with_key_figures_and_pictures()
    {
        await OpenAsync(RealServer.Coordination, Stoerung);
        await Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ist Muster-Bezirk" })).ToHaveCountAsync(12);
        await Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ist Muster-Bezirk\u00a0A" })).ToContainTextAsync("1 Std 44 Min");
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "BPMN-Diagramm mit", Exact = false })).ToHaveCountAsync(2);
        await SaveImageAsync("process");
        await ShouldLookRightAsync("process-1280");
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Bilder" }).EvaluateAsync("e => e.scrollIntoView()");
        await SaveImageAsync("process-pictures");
    }

    [TestCase(640)]
    [TestCase(768)]
    public async Task Fits_a_narrow_window(int width)
    {
        await OpenPageAsync(width);
        await OpenAsync(RealServer.Coordination, Stoerung);
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "BPMN-Diagramm mit", Exact = false })).ToHaveCountAsync(2);
        await ShouldLookRightAsync($"process-{width}");
    }

    [Test]
    public async Task Pictures_are_chosen_enlarged_and_moved_with_the_keyboard()
    {
        await OpenAsync(RealServer.Coordination, Stoerung);
        await TabToAsync(Page.GetByRole(AriaRole.Checkbox, new() { Name = "Bild zeigen: Ist Muster-Bezirk\u00a0D" }));
        await Page.Keyboard.PressAsync("Space");
        var variant = Page.GetByRole(AriaRole.Article, new() { Name = "Ist Muster-Bezirk\u00a0D" });
        await Expect(variant.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        new Uri(Page.Url).Query.ShouldContain("show=");
        await TabToAsync(variant.GetByRole(AriaRole.Button, new() { Name = "Vergrößern" }));
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Enter");
        await TabToAsync(variant.GetByRole(AriaRole.Region, new() { Name = "Bild: Ist Muster-Bezirk\u00a0D" }), 4);
        await Page.Keyboard.PressAsync("ArrowRight");
        await Expect(variant.GetByRole(AriaRole.Region)).Not.ToHaveJSPropertyAsync("scrollLeft", 0);
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task Two_variants_lead_to_their_comparison()
    {
        await OpenAsync(RealServer.Coordination, Stoerung);
        var soll = await ModelAsync(Stoerung, null);
        var first = await ModelAsync(Stoerung, "muster-bezirk-a");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Die beiden vergleichen" })).ToHaveAttributeAsync("href", $"/comparisons?left={soll}@1&right={first}@1");
    }

    [Test]
    public async Task Downloads_come_with_their_names()
    {
        await OpenAsync(RealServer.Coordination, Stoerung);
        var variant = Page.GetByRole(AriaRole.Article, new() { Name = "Ist Muster-Bezirk\u00a0A" });
        await variant.Locator("summary").Filter(new() { HasText = "Herunterladen" }).ClickAsync();
        await ShouldBeAccessibleAsync();
        foreach (var (entry, name) in new[]
        {
            ("BPMN 2.0", $"{Stoerung}.ist.muster-bezirk-a-v1.bpmn"), ("Elsa-Definition (JSON)", $"{Stoerung}.ist.muster-bezirk-a-v1.json"), ("Bild (SVG)", $"{Stoerung}.ist.muster-bezirk-a-v1.svg"),
            ("Vergleich mit dem Soll (XLSX)", $"{Stoerung}.ist.muster-bezirk-a-soll.xlsx"),
        })
        {
            var download = await Page.RunAndWaitForDownloadAsync(() => variant.GetByRole(AriaRole.Button, new() { Name = entry }).ClickAsync());
            download.SuggestedFilename.ShouldBe(name);
            new FileInfo(await download.PathAsync()).Length.ShouldBeGreaterThan(1_000);
        }
    }

    [Test]
    public async Task Only_who_may_sees_the_buttons()
    {
        await OpenAsync(RealServer.Email, Stoerung);
        await Expect(Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
        foreach (var name in new[] { "Veröffentlichen", "Einfrieren", "Modell anlegen" }) await Expect(Page.GetByRole(AriaRole.Button, new() { Name = name })).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Bearbeiten", Exact = false })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_draft_is_frozen()
    {
        var model = await BeginDraftAsync("gebaeude-begehen");
        await OpenAsync(RealServer.Modeller, $"gebaeude-begehen?show={model}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Einfrieren" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Entwurf einfrieren" });
        await SaveImageAsync("process-freeze");
        await ShouldLookRightAsync("process-freeze");
        await dialog.GetByLabel("Notiz (freiwillig)").FillAsync("Papierweg entfällt");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Einfrieren" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Version 2" })).ToContainTextAsync("eingefroren");
        await Expect(Page.GetByText("Papierweg entfällt")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Mit Version 1 vergleichen" })).ToHaveAttributeAsync("href", $"/comparisons?left={model}@1&right={model}@2");
    }

    [Test]
    public async Task A_draft_that_somebody_changed_meanwhile_is_not_frozen()
    {
        var model = await BeginDraftAsync("schulausstattung-beschaffen");
        await OpenAsync(RealServer.Modeller, $"schulausstattung-beschaffen?show={model}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Einfrieren" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Einfrieren" })).ToBeEnabledAsync();
        var api = Page.Context.APIRequest;
        var draft = await api.GetAsync(Address($"models/{model}/versions/2"));
        (await api.PutAsync(Address($"models/{model}/draft?note=anders"), new() { DataByte = await draft.BodyAsync(), Headers = [new("If-Match", draft.Headers["etag"]), new("Content-Type", "application/json")] })).Status.ShouldBe(200);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Einfrieren" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("outdated");
        await SaveImageAsync("process-outdated");
        await ShouldLookRightAsync("process-outdated");
    }

    [Test]
    public async Task A_Soll_is_approved_by_decisions_and_published_once()
    {
        await OpenAsync(RealServer.Coordination, "winterdienst-beauftragen");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Veröffentlichen" })).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Zustand ändern" }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Radio, new() { Name = "Methodische Prüfung" }).CheckAsync();
        await SaveImageAsync("process-life-cycle");
        await ShouldLookRightAsync("process-life-cycle");
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Entscheiden" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Zustand ändern" }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Radio, new() { Name = "Freigegeben", Exact = false }).CheckAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Entscheiden" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await PublishAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Veröffentlichungen" })).ToContainTextAsync("Nr. 1, Version 1");
        var package = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "Paket herunterladen: Nr. 1" }).ClickAsync());
        package.SuggestedFilename.ShouldBe("winterdienst-beauftragen-1.zip");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Veröffentlichen" })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_Soll_that_somebody_published_meanwhile_is_not_published_again()
    {
        await OpenAsync(RealServer.Coordination, "maengelansprueche-verfolgen");
        var soll = await ApproveAsync("maengelansprueche-verfolgen");
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Veröffentlichen" })).ToBeVisibleAsync();
        (await Page.Context.APIRequest.PostAsync(Address("publications"), new() { DataObject = new { modelId = soll, version = 1 } })).Status.ShouldBe(201);
        await PublishAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("already-published");
        await SaveImageAsync("process-publish-refused");
        await ShouldLookRightAsync("process-publish-refused");
    }

    [Test]
    public async Task An_Ist_is_begun_for_the_own_authority()
    {
        await OpenAsync(RealServer.Modeller, "energieverbrauch-bewerten");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Modell anlegen" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Modell anlegen" });
        await Expect(dialog.GetByLabel("Was legen Sie an?").Locator("option")).ToHaveTextAsync(["das Ist: Muster-Bezirk A"]);
        await SaveImageAsync("process-create");
        await ShouldLookRightAsync("process-create");
        await dialog.GetByLabel("Womit beginnen?").SelectOptionAsync("copy");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Anlegen und bearbeiten" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/models/[0-9a-f-]{36}/edit$"));
        await Page.GotoAsync(new Uri(_server.Address, "/processes/energieverbrauch-bewerten").ToString());
        await Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ist Muster-Bezirk\u00a0A" })).ToContainTextAsync("Entwurf");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Modell anlegen" })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_file_that_is_no_model_is_refused_in_words()
    {
        await OpenAsync(RealServer.Modeller, "flaeche-anmieten");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Modell anlegen" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Womit beginnen?").SelectOptionAsync("file");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Anlegen und bearbeiten" })).ToBeDisabledAsync();
        await dialog.GetByLabel("Datei auswählen").SetInputFilesAsync(new FilePayload { Name = "kaputt.bpmn", MimeType = "text/xml", Buffer = "kein XML"u8.ToArray() });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Anlegen und bearbeiten" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await ShouldLookRightAsync("process-file-refused");
    }

    [Test]
    public async Task What_the_server_forbids_is_said_in_words()
    {
        await LogInAsync(_server, RealServer.Coordination);
        await Page.RouteAsync("**/api/v1/publications", route => route.Request.Method == "POST"
            ? route.FulfillAsync(new() { Status = 403, ContentType = "application/problem+json", Body = """{"title":"Nicht erlaubt","status":403,"code":"not-allowed","detail":"Ihre Rollen erlauben das hier nicht.","remedy":"Die Administration vergibt Rollen."}""" })
            : route.ContinueAsync());
        await ApproveAsync("umzug-durchfuehren");
        await Page.GotoAsync(new Uri(_server.Address, "/processes/umzug-durchfuehren").ToString());
        await PublishAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("Ihre Rollen erlauben das hier nicht.");
        await Expect(Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("Ihre Rollen vergibt die Verwaltung von GpmTool.");
    }

    [Test]
    public async Task On_paper_only_the_content_is_left()
    {
        await OpenAsync(RealServer.Coordination, Stoerung);
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "BPMN-Diagramm mit", Exact = false })).ToHaveCountAsync(2);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "Hauptnavigation" })).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await SaveScreenshotAsync("process-print");
    }

    private async Task<string> ApproveAsync(string process)
    {
        var soll = await ModelAsync(process, null);
        foreach (var (tag, state) in new[] { ("\"0\"", "methodReview"), ("\"1\"", "approved") })
            (await Page.Context.APIRequest.PostAsync(Address($"models/{soll}/versions/1/life-cycle"), new() { DataObject = new { state }, Headers = [new("If-Match", tag)] })).Status.ShouldBe(200);
        return soll;
    }

    private async Task PublishAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Veröffentlichen" }).ClickAsync();
        var button = Page.GetByRole(AriaRole.Dialog, new() { Name = "Soll veröffentlichen" }).GetByRole(AriaRole.Button, new() { Name = "Veröffentlichen" });
        await Expect(button).ToBeEnabledAsync();
        await button.ClickAsync();
    }

    private async Task OpenAsync(string email, string process)
    {
        await LogInAsync(_server, email);
        await Page.GotoAsync(new Uri(_server.Address, $"/processes/{process}").ToString());
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Varianten" })).ToBeVisibleAsync();
    }

    /// <summary>A draft of the Ist of Muster-Bezirk A.</summary>
    private async Task<string> BeginDraftAsync(string process)
    {
        await LogInAsync(_server, RealServer.Modeller);
        var model = await ModelAsync(process, "muster-bezirk-a");
        (await Page.Context.APIRequest.PostAsync(Address($"models/{model}/draft"), new() { DataObject = new { } })).Status.ShouldBe(201);
        return model;
    }

    private async Task<string> ModelAsync(string process, string? authority)
    {
        using var models = JsonDocument.Parse(await (await Page.Context.APIRequest.GetAsync(Address($"processes/{process}/models"))).TextAsync());
        return models.RootElement.EnumerateArray().Single(model => model.GetProperty("authority").GetString() == authority).GetProperty("id").GetString()!;
    }

    private string Address(string path) => new Uri(_server.Address, $"/api/v1/{path}").ToString();

    private async Task ShouldLookRightAsync(string name)
    {
        await SaveScreenshotAsync(name);
        await ShouldNotScrollSidewaysAsync();
        await ShouldBeAccessibleAsync();
    }
}
