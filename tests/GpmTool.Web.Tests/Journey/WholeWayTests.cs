using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using GpmTool.Web.Tests.Comparisons;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Journey;

/// <summary>The whole way on the pages: an Ist from nothing, the Soll as a file, their comparison, a decision, a change taken over.</summary>
public sealed class WholeWayTests : ComparisonTest
{
    private const string Process = "fundsachen-verwahren";

    private const string SollFile =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test"><bpmn:process id="p" name="Fundsachen verwahren">
        <bpmn:startEvent id="s" name="Fundsache gebracht"/><bpmn:userTask id="a" name="Fundsache annehmen"/><bpmn:userTask id="b" name="Fund digital erfassen"/><bpmn:serviceTask id="c" name="Eigentümer benachrichtigen"/><bpmn:endEvent id="e" name="verwahrt"/>
        <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="b"/><bpmn:sequenceFlow id="f3" sourceRef="b" targetRef="c"/><bpmn:sequenceFlow id="f4" sourceRef="c" targetRef="e"/>
        </bpmn:process></bpmn:definitions>
        """;

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    private ILocator Elements => Page.GetByRole(AriaRole.Listbox, new() { Name = "Elemente" }).GetByRole(AriaRole.Option);

    [Test]
    public async Task From_an_empty_drawing_to_a_change_that_is_taken_over()
    {
        using var client = await ClientAsync();
        (await client.PostAsJsonAsync("/api/v1/processes", new { key = Process, policyField = "facility-management", group = "igm", content = new { name = "Fundsachen verwahren" } })).EnsureSuccessStatusCode();
        await LogInAsync();
        await ModelAsync();
        await ImportAsync();
        await CompareAsync();
        await DecideAsync();
        await TakeOverAsync();
    }

    private async Task ModelAsync()
    {
        await GoToAsync($"/processes/{Process}");
        await Button("Modell anlegen").First.ClickAsync();
        await Dialog.GetByLabel("Was legen Sie an?").SelectOptionAsync(new SelectOptionValue { Label = "das Ist: Muster-Bezirk A" });
        await Button("Anlegen und bearbeiten").ClickAsync();
        await Expect(Elements).ToHaveCountAsync(2);
        await Button("Schritt anfügen").ClickAsync();
        foreach (var step in new[] { "Fundsache annehmen", "Zettel anheften" })
        {
            await Dialog.GetByLabel("Name").FillAsync(step);
            await Dialog.GetByLabel("Rolle").FillAsync("Pforte");
            await Button("Anfügen und weiter").ClickAsync();
            await Expect(Dialog.GetByLabel("Name")).ToHaveValueAsync("");
        }

        await Page.Keyboard.PressAsync("Escape");
        await Expect(Elements).ToHaveCountAsync(4);
        await Expect(Page.Locator("[data-saving]")).ToHaveTextAsync(new Regex("^gespeichert um"));
        await Button("Einfrieren").ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Einfrieren" }).ClickAsync();
        await Expect(Dialog).ToHaveCountAsync(0);
    }

    private async Task ImportAsync()
    {
        await GoToAsync("/processes");
        await Button("Importieren").ClickAsync();
        await Dialog.GetByLabel("Dateien auswählen").SetInputFilesAsync(new FilePayload { Name = "soll.bpmn", MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(SollFile) });
        await Dialog.GetByLabel("Prozess (Schlüssel)").FillAsync(Process);
        await Dialog.GetByLabel("Art", new() { Exact = true }).SelectOptionAsync("soll");
        await Button("Prüfen, ohne zu speichern").ClickAsync();
        await Expect(Dialog.GetByText("Geprüft. Gespeichert ist noch nichts.")).ToBeVisibleAsync();
        await Button("Jetzt importieren").ClickAsync();
        await Expect(Dialog.GetByText("Importiert.")).ToBeVisibleAsync();
        await Button("Fertig").ClickAsync();
    }

    private async Task CompareAsync()
    {
        await GoToAsync($"/processes/{Process}");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Die beiden vergleichen" }).ClickAsync();
        await ReadyAsync();
    }

    private async Task DecideAsync()
    {
        var decisions = Page.GetByRole(AriaRole.Region, new() { Name = "Entsprechungen festlegen" });
        foreach (var (side, name) in new[] { ("Element vorher", "Fund digital erfassen"), ("Element nachher", "Zettel anheften") })
        {
            var list = decisions.GetByLabel(side);
            await list.SelectOptionAsync((await list.Locator("option").Filter(new() { HasText = name }).GetAttributeAsync("value"))!);
        }

        await decisions.GetByRole(AriaRole.Button, new() { Name = "Ist dasselbe" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "„Fund digital erfassen“ heißt jetzt „Zettel anheften“" })).ToBeVisibleAsync();
    }

    private async Task TakeOverAsync()
    {
        var renamed = Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "heißt jetzt „Zettel anheften“" });
        await renamed.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Button("Übernehmen …").ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Übernehmen", Exact = true }).ClickAsync();
        await Expect(Dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("jetzt im Entwurf von");
        await Dialog.GetByRole(AriaRole.Link, new() { Name = "Zum Entwurf" }).ClickAsync();
        await Expect(Elements.Filter(new() { HasText = "Zettel anheften" })).ToBeVisibleAsync();
        await Expect(Elements.Filter(new() { HasText = "Fund digital erfassen" })).ToHaveCountAsync(0);
    }

    private Task<IResponse?> GoToAsync(string path) => Page.GotoAsync(new Uri(Server.Address, path).ToString());

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
