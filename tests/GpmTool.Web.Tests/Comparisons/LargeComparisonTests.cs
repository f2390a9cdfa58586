using System.Globalization;
using System.Net.Http.Json;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Pictures;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Comparisons;

/// <summary>Models of 60 nodes, and labels longer than anybody expects.</summary>
public sealed class LargeComparisonTests : ComparisonTest
{
    /// <summary>Measures in the page from the answer to the frame after both drawings are there.</summary>
    private const string Stopwatch = """
        const real = window.fetch;
        window.fetch = async (...given) => {
          const answer = await real(...given);
          if ((given[0].url ?? given[0]).toString().includes('/comparisons?')) { await answer.clone().text(); window.answered = performance.now(); }
          return answer;
        };
        new MutationObserver((_, observer) => {
          if (document.querySelector('.gpm-drawings[data-ready=true]') === null) return;
          observer.disconnect();
          window.usable = new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.answered))));
        }).observe(document, { subtree: true, childList: true, attributes: true });
        """;

    [Test]
    public async Task Models_of_60_nodes_are_usable()
    {
        using var client = await ClientAsync();
        var model = await StoreAsync(client, "/api/v1/processes/winterdienst-beauftragen/models?stage=ist&authority=muster-bezirk-a", Document(60, changed: false, ""));
        var second = await AddVersionAsync(client, model, Document(60, changed: true, ""));
        await OpenPageAsync(1440);
        await Page.AddInitScriptAsync(Stopwatch);
        await OpenAsync($"{model}@1", $"{model}@{second}");
        await ReadyAsync();
        var time = await Page.EvaluateAsync<double>("() => window.usable");
        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Two models of 60 nodes: usable {time:F0} ms after the answer."));
        await Page.Keyboard.PressAsync("j");
        await Expect(Live).ToContainTextAsync("Unterschied 1 von ");
        await SaveViewAsync("comparison-60");
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("0");
        await SaveViewAsync("comparison-60-whole");
        await ShouldBeAccessibleAsync();
    }

    [TestCase(1440)]
    [TestCase(320)]
    public async Task Long_labels_stay_on_the_page(int width)
    {
        using var client = await ClientAsync();
        var label = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsverfahren" + new string('x', 120);
        var process = width == 320 ? "umzug-durchfuehren" : "rechnung-pruefen";
        var model = await StoreAsync(client, $"/api/v1/processes/{process}/models?stage=ist&authority=muster-bezirk-a", Document(4, changed: false, label));
        var second = await AddVersionAsync(client, model, Document(4, changed: true, label + " und noch viel länger"));
        await OpenPageAsync(width);
        await OpenAsync($"{model}@1", $"{model}@{second}");
        await ReadyAsync();
        await Page.Keyboard.PressAsync("j");
        await Expect(Selected).ToHaveCountAsync(1);
        await ShouldNotScrollSidewaysAsync();
        await ShouldBeAccessibleAsync();
        await SaveViewAsync($"comparison-long-{width}");
    }

    private static byte[] Document(int nodes, bool changed, string label)
    {
        var builder = new GraphBuilder("Großer Prozess", "p").Lane("l0", "Sachbearbeitung").Lane("l1", "Leitung").Lane("l2", "Objektservice");
        var row = new List<string> { builder.Node(NodeKind.StartEvent, "Antrag ist da", "s", "l0") };
        for (var i = 1; i < nodes - 1; i++)
        {
            if (changed && i % 13 == 0) continue;
            var name = $"{(changed && i % 5 == 0 ? "Neu geregelt" : "Vorgang bearbeiten")} {i} {label}".Trim();
            row.Add(builder.Node(i % 4 == 0 ? NodeKind.ServiceTask : NodeKind.UserTask, name, $"t{i}", changed && i % 7 == 0 ? "l2" : $"l{i / 5 % 3}", with: node => node with
            {
                Gpm = new StepAttributes { ProcessingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(changed && i % 3 == 0 ? 5 : 10)) },
            }));
            if (changed && i % 11 == 0) row.Add(builder.Node(NodeKind.UserTask, $"Zusätzlich prüfen {i}", $"n{i}", "l1"));
        }

        row.Add(builder.Node(NodeKind.EndEvent, "Erledigt", "e", "l0"));
        builder.Chain([.. row]);
        return ElsaDocument.Write(GraphLayout.Apply(builder.Build()), "egal");
    }

    /// <summary>Freezes the draft that a model begins with, and begins the next with another content.</summary>
    private static async Task<int> AddVersionAsync(HttpClient client, string model, byte[] document)
    {
        using var freeze = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/models/{model}/freeze") { Content = JsonContent.Create(new { note = "für den Test" }) };
        freeze.Headers.IfMatch.Add(await DraftTagAsync(client, model));
        (await client.SendAsync(freeze)).EnsureSuccessStatusCode();
        await BeginDraftAsync(client, model);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/models/{model}/draft") { Content = new ByteArrayContent(document) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.IfMatch.Add(await DraftTagAsync(client, model));
        var stored = await client.SendAsync(request);
        stored.IsSuccessStatusCode.ShouldBeTrue(await stored.Content.ReadAsStringAsync());
        return 2;
    }
}
