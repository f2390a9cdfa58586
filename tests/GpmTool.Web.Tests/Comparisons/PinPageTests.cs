using System.Net.Http.Headers;
using System.Net.Http.Json;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Comparisons;

/// <summary>Deciding what corresponds.</summary>
public sealed class PinPageTests : ComparisonTest
{
    private ILocator Decisions => Page.GetByRole(AriaRole.Region, new() { Name = "Entsprechungen festlegen" });

    [TearDown]
    public async Task ForgetAsync()
    {
        using var client = await ClientAsync();
        await DecideAsync(client, []);
    }

    [Test]
    public async Task A_presumed_pair_is_confirmed_and_the_confirmation_undone()
    {
        await OpenSampleAsync();
        var confirm = Page.GetByRole(AriaRole.Button, new() { Name = "Bestätigen: Schritt „Bereich absperren“ ist dasselbe wie Schritt „Gefahrenstelle sichern“" });
        await confirm.ClickAsync();
        await Expect(Page.GetByText("Festgelegt, der Vergleich ist neu berechnet.").First).ToBeVisibleAsync();
        await Expect(confirm).ToHaveCountAsync(0);
        await Expect(Decisions.GetByRole(AriaRole.Listitem)).ToContainTextAsync("Gefahrenstelle sichern");
        await ShouldBeAccessibleAsync();
        await SaveViewAsync("comparison-pinned");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Rückgängig machen" }).ClickAsync();
        await Expect(confirm).ToBeVisibleAsync();
        await Expect(Decisions).ToContainTextAsync("Noch nichts festgelegt.");
    }

    [Test]
    public async Task A_presumed_pair_is_rejected()
    {
        await OpenSampleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ablehnen: Schritt „Bereich absperren“" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Entfällt: Schritt „Bereich absperren“" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Neu: Schritt „Gefahrenstelle sichern“" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Two_elements_that_are_clicked_are_the_same_until_that_is_lifted()
    {
        await OpenSampleAsync();
        await SwitchAsync("Durch Klicken in den Zeichnungen wählen");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Entfällt: Schritt „Angebot am Telefon einholen“" }).ClickAsync();
        await Page.Locator("[data-element-id=n14] .djs-hit").First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Neu: Schritt „Haushaltsmittel vormerken“" }).ClickAsync();
        await Page.Locator("[data-element-id=st_070] .djs-hit").First.ClickAsync();
        await Expect(Decisions.GetByLabel("Element vorher")).ToHaveValueAsync("n14");
        await Expect(Decisions.GetByLabel("Element nachher")).ToHaveValueAsync("st_070");
        await Expect(Decisions).ToContainTextAsync("Dazu ist bisher kein entsprechendes Element gefunden.");
        await Decisions.GetByRole(AriaRole.Button, new() { Name = "Ist dasselbe" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "„Angebot am Telefon einholen“ heißt jetzt „Haushaltsmittel vormerken“" })).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Festlegung aufheben: Schritt „Angebot am Telefon einholen“" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Entfällt: Schritt „Angebot am Telefon einholen“" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task By_keyboard_both_elements_are_chosen_from_lists()
    {
        await OpenSampleAsync();
        await Decisions.GetByLabel("Element vorher").SelectOptionAsync("n2");
        await Expect(Decisions.GetByRole(AriaRole.Status)).ToContainTextAsync("Bisher: Schritt „Auf Doppelmeldung prüfen“");
        await Decisions.GetByLabel("Element nachher").SelectOptionAsync("st_010");
        await Decisions.GetByRole(AriaRole.Button, new() { Name = "Ist dasselbe" }).PressAsync("Enter");
        await Expect(Decisions.GetByRole(AriaRole.Listitem)).ToContainTextAsync("Meldung mit Objekt, Raum und Gewerk registrieren");
        await Expect(Live).ToHaveTextAsync("Festgelegt, der Vergleich ist neu berechnet.");
    }

    [Test]
    public async Task Who_is_late_sees_the_new_state_before_trying_again()
    {
        await OpenSampleAsync();
        await Expect(Decisions).ToContainTextAsync("Noch nichts festgelegt.");
        using var other = await ClientAsync();
        await DecideAsync(other, [new { beforeId = "n7", afterId = "st_055" }]);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Bestätigen: Schritt „Bereich absperren“" }).ClickAsync();
        var notice = Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Jemand anderes hat inzwischen Entsprechungen festgelegt" });
        await Expect(notice).ToBeVisibleAsync();
        await Expect(Decisions.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await ShouldBeAccessibleAsync();
        await notice.GetByRole(AriaRole.Button, new() { Name = "Noch einmal festlegen" }).ClickAsync();
        await Expect(Decisions.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Expect(notice).ToHaveCountAsync(0);
    }

    [Test]
    public async Task What_the_server_refuses_is_told_in_its_words()
    {
        using var other = await ClientAsync();
        await DecideAsync(other, [new { beforeId = "n2", afterId = "st_010" }, new { beforeId = "n2", afterId = "st_020" }]);
        await OpenSampleAsync();
        await Decisions.GetByLabel("Element vorher").SelectOptionAsync("n3");
        await Decisions.GetByLabel("Element nachher").SelectOptionAsync("st_020");
        await Decisions.GetByRole(AriaRole.Button, new() { Name = "Ist dasselbe" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("mehrere Elemente entsprechen mehreren");
    }

    [Test]
    public async Task Who_lost_the_right_meanwhile_is_told_and_nothing_is_stored()
    {
        const string account = "nicht-mehr@example.org";
        await StoreAccountAsync(account);
        await OpenSampleAsync(account: account);
        await Expect(Decisions).ToContainTextAsync("Noch nichts festgelegt.");
        await TakeCoordinationAsync(account);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Bestätigen: Schritt „Bereich absperren“" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not-allowed");
        await ShouldBeAccessibleAsync();
        await SaveViewAsync("comparison-forbidden");
        await Expect(Decisions).ToContainTextAsync("Noch nichts festgelegt.");
    }

    [Test]
    public async Task Decisions_about_what_is_gone_rest_until_they_are_forgotten()
    {
        using var client = await ClientAsync();
        await DecideAsync(client, [new { beforeId = "n2", afterId = "st_010" }]);
        // A draft of the Soll in which the element is gone.
        await BeginDraftAsync(client, Soll);
        var small = new GraphBuilder("Störungsmeldung bearbeiten", "p");
        small.Chain(small.Node(NodeKind.StartEvent, "Störung gemeldet", "s"), small.Node(NodeKind.EndEvent, "behoben", "e"));
        using var write = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/models/{Soll}/draft") { Content = new ByteArrayContent(ElsaDocument.Write(small.Build(), "egal")) };
        write.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        write.Headers.IfMatch.Add(await DraftTagAsync(client, Soll));
        (await client.SendAsync(write)).EnsureSuccessStatusCode();

        await OpenAsync($"{Ist}@1", $"{Soll}@2");
        await ReadyAsync();
        await Expect(Decisions.GetByRole(AriaRole.Listitem)).ToContainTextAsync("die Festlegung ruht");
        await Decisions.GetByRole(AriaRole.Button, new() { Name = "Eine ruhende Festlegung vergessen" }).ClickAsync();
        await Expect(Decisions).ToContainTextAsync("Noch nichts festgelegt.");
        using var discard = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/models/{Soll}/draft");
        discard.Headers.IfMatch.Add(await DraftTagAsync(client, Soll));
        (await client.SendAsync(discard)).EnsureSuccessStatusCode();
    }

    [Test]
    public async Task Who_may_not_decide_reads_who_may()
    {
        await OpenSampleAsync(account: RealServer.Email);
        await Expect(Page.GetByText("Festlegen kann das die Koordination.")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Bestätigen" })).ToHaveCountAsync(0);
        await ShouldBeAccessibleAsync();
    }

    private async Task DecideAsync(HttpClient client, object[] same)
    {
        var address = $"/api/v1/comparisons/pins?beforeModel={Ist}&beforeVersion=1&afterModel={Soll}&afterVersion=1";
        var tag = (await client.GetAsync(new Uri(address, UriKind.Relative))).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(new { same }) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue(tag.Tag));
        (await client.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
