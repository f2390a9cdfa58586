using System.Text;
using GpmTool.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Catalogue;

/// <summary>The catalogue with the samples: search, filters, groups, pages, import and export.</summary>
public sealed class CataloguePageTests : PageTest
{
    private const string StepTable = "Nr.;Schritt;Rolle;Weiter mit\n1;Meldung aufnehmen;Leitstelle;\n2;Schaden prüfen;Objektmanagement;\n";

    private RealServer _server = null!;

    [OneTimeSetUp]
    public void StartServer() => _server = RealServer.Start();

    [OneTimeTearDown]
    public async Task StopServerAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Search_and_filters_stand_in_the_address()
    {
        await OpenAsync(RealServer.Coordination);
        await Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "14 Prozesse gefunden" })).ToBeVisibleAsync();
        await SaveImageAsync("catalogue");
        await Page.GetByLabel("Suchen").FillAsync("reinigung");
        await Expect(Page.GetByText("Ein Prozess gefunden")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("Unterhaltsreinigung vergeben");
        await Page.GetByLabel("Prozessgruppe").SelectOptionAsync("Infrastrukturelles Gebäudemanagement");
        await Expect(Page).ToHaveURLAsync(new Uri(_server.Address, "/processes?q=reinigung&group=igm").ToString());
        await Page.ReloadAsync();
        await Expect(Page.GetByLabel("Suchen")).ToHaveValueAsync("reinigung");
        await Expect(Page.GetByText("Ein Prozess gefunden")).ToBeVisibleAsync();
        await Page.GoBackAsync();
        await Expect(Page.GetByLabel("Prozessgruppe")).ToHaveValueAsync("");
        await ShouldLookRightAsync("catalogue-found");
    }

    [TestCase(640)]
    [TestCase(768)]
    public async Task Fits_a_narrow_window(int width)
    {
        await OpenPageAsync(width);
        await OpenAsync(RealServer.Coordination);
        await Expect(Page.GetByText("14 Prozesse gefunden")).ToBeVisibleAsync();
        await ShouldLookRightAsync($"catalogue-{width}");
    }

    [Test]
    public async Task Says_what_to_do_when_nothing_is_found()
    {
        await OpenAsync(RealServer.Coordination, "/processes?q=gibtesnicht");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Nichts gefunden" })).ToBeVisibleAsync();
        await SaveImageAsync("catalogue-nothing-found");
        await ShouldBeAccessibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Filter zurücksetzen" }).First.ClickAsync();
        await Expect(Page.GetByText("14 Prozesse gefunden")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Shows_the_processes_by_group()
    {
        await OpenAsync(RealServer.Coordination);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Nach Gruppen" }).ClickAsync();
        await TabToAsync(Page.Locator("summary").Filter(new() { HasText = "Technisches Gebäudemanagement" }));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Störungsmeldung bearbeiten" })).ToBeVisibleAsync();
        await SaveImageAsync("catalogue-groups");
        await ShouldLookRightAsync("catalogue-groups");
    }

    [Test]
    public async Task A_step_table_is_tried_and_then_imported()
    {
        await OpenAsync(RealServer.Modeller);
        var dialog = await OpenImportAsync();
        await SaveImageAsync("import");
        await ShouldLookRightAsync("import-choice");
        await ChooseAsync(dialog, "tabelle.csv", StepTable, "energieverbrauch-bewerten");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Prüfen, ohne zu speichern" }).ClickAsync();
        await Expect(dialog.GetByText("Geprüft. Gespeichert ist noch nichts.")).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "tabelle.csv" })).ToContainTextAsync("neu");
        await SaveImageAsync("import-trial");
        await ShouldLookRightAsync("import-trial");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Jetzt importieren" }).ClickAsync();
        await Expect(dialog.GetByText("Importiert.")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Fertig" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Energieverbrauch bewerten" })).ToContainTextAsync("4");
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_rejected_in_words()
    {
        await OpenAsync(RealServer.Modeller);
        var dialog = await OpenImportAsync();
        await ChooseAsync(dialog, "kaputt.bpmn", "kein XML", "flaeche-anmieten");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Prüfen, ohne zu speichern" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "kaputt.bpmn" })).ToContainTextAsync("abgelehnt");
        await Expect(dialog.GetByText("So würde nichts importiert", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Jetzt importieren" })).ToHaveCountAsync(0);
        await SaveImageAsync("import-rejected");
        await ShouldLookRightAsync("import-rejected");
    }

    [Test]
    public async Task What_one_may_not_import_is_rejected_in_words()
    {
        await OpenAsync(RealServer.Modeller);
        var dialog = await OpenImportAsync();
        await ChooseAsync(dialog, "tabelle.csv", StepTable, "umzug-durchfuehren", "soll");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Prüfen, ohne zu speichern" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "tabelle.csv" })).ToContainTextAsync("abgelehnt");
        await Expect(dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "tabelle.csv" })).ToContainTextAsync("erlaub", new() { IgnoreCase = true });
    }

    [Test]
    public async Task Files_can_be_dropped_on_the_page()
    {
        await OpenAsync(RealServer.Coordination);
        await Expect(Page.GetByText("14 Prozesse gefunden")).ToBeVisibleAsync();
        await Page.EvaluateAsync(
            """
            () => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File(['x'], 'gezogen.bpmn'));
              const drag = (type) => window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
              drag('dragover');
              setTimeout(() => drag('drop'), 50);
            }
            """);
        await Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "Importieren" }).GetByText("gezogen.bpmn")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_dialog_takes_the_focus_and_gives_it_back()
    {
        await OpenAsync(RealServer.Coordination);
        var button = Page.GetByRole(AriaRole.Button, new() { Name = "Prozess anlegen" });
        await TabToAsync(button);
        await Page.Keyboard.PressAsync("Enter");
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Prozess anlegen" });
        await Expect(dialog).ToBeVisibleAsync();
        (await dialog.EvaluateAsync<bool>("e => e.contains(document.activeElement)")).ShouldBeTrue();
        await SaveImageAsync("create-process");
        await ShouldLookRightAsync("create-process");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
    }

    [Test]
    public async Task A_process_is_created_and_a_key_that_is_taken_is_refused_in_words()
    {
        await OpenAsync(RealServer.Coordination);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Prozess anlegen" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name").FillAsync("Müll abholen");
        await dialog.GetByLabel("Schlüssel").FillAsync("stoerungsmeldung-bearbeiten");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Anlegen" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("stoerungsmeldung-bearbeiten");
        await ShouldBeAccessibleAsync();
        await dialog.GetByLabel("Schlüssel").FillAsync("muell-abholen");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Anlegen" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Müll abholen" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Noch kein Modell" })).ToBeVisibleAsync();
        await SaveImageAsync("process-empty");
        await ShouldBeAccessibleAsync();
        (await Page.Context.APIRequest.PostAsync(new Uri(_server.Address, "api/v1/processes/muell-abholen/archive").ToString(), new() { Headers = [new("If-Match", "\"1\"")] })).Status.ShouldBe(200); // others count 14
    }

    [Test]
    public async Task The_catalogue_is_exported()
    {
        await OpenAsync(RealServer.Coordination);
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Exportieren" }).ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".zip");
        new FileInfo(await download.PathAsync()).Length.ShouldBeGreaterThan(10_000);
    }

    [Test]
    public async Task Twenty_thousand_processes_come_in_pages()
    {
        var items = Enumerable.Range(1, 50).Select(number => new { key = $"p-{number}", name = $"Prozess {number}", policyField = "fm", group = "tgm", istModels = 2, sollState = "draft" });
        await using var server = await FakeServer.StartAsync(new Answers().Json("/api/v1/processes", new { items, nextCursor = "weiter", total = 20_000 }));
        await Page.GotoAsync(new Uri(server.Address, "/processes").ToString());
        await Expect(Page.GetByText("20.000 Prozesse gefunden")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(51);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Weiter" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Uri(server.Address, "/processes?cursor=weiter").ToString());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Zurück" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Uri(server.Address, "/processes").ToString());
        await ShouldBeAccessibleAsync();
    }

    [Test]
    public async Task Says_that_the_server_is_gone()
    {
        await using (var server = await FakeServer.StartAsync(new Answers()))
        {
            await Page.GotoAsync(new Uri(server.Address, "/processes").ToString());
            await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Der Katalog ist leer" })).ToBeVisibleAsync();
            await SaveImageAsync("catalogue-empty");
            await ShouldBeAccessibleAsync();
        }

        await Page.GetByLabel("Suchen").FillAsync("x");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Der Server antwortet nicht");
        await ShouldBeAccessibleAsync();
    }

    private async Task OpenAsync(string email, string path = "/processes")
    {
        await LogInAsync(_server, email);
        await Page.GotoAsync(new Uri(_server.Address, path).ToString());
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Katalog" })).ToBeVisibleAsync();
    }

    private async Task<ILocator> OpenImportAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Importieren" }).ClickAsync();
        return Page.GetByRole(AriaRole.Dialog, new() { Name = "Importieren" });
    }

    private static async Task ChooseAsync(ILocator dialog, string name, string content, string process, string stage = "ist")
    {
        await dialog.GetByLabel("Dateien auswählen").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });
        await dialog.GetByLabel("Prozess (Schlüssel)").FillAsync(process);
        await dialog.GetByLabel("Art", new() { Exact = true }).SelectOptionAsync(stage);
        if (stage == "ist") await dialog.GetByLabel("Behörde").SelectOptionAsync("muster-bezirk-a");
    }

    private async Task ShouldLookRightAsync(string name)
    {
        await SaveScreenshotAsync(name);
        await ShouldNotScrollSidewaysAsync();
        await ShouldBeAccessibleAsync();
    }
}
