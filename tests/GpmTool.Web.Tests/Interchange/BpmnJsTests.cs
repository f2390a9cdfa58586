using System.Text;
using GpmTool.Bpmn;
using GpmTool.Bpmn.Tests;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Pictures;
using GpmTool.Web.Tests.Browser;

namespace GpmTool.Web.Tests.Interchange;

/// <summary>What we write opens in bpmn-js as the file did that we read: no warning is new, and there is something to see.</summary>
public class BpmnJsTests : PageTest
{
    private const int FilesOfOthers = 30;

    private static IEnumerable<string> Fixtures() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "GpmTool.Web.Tests", "Interchange", "Fixtures"), "*.bpmn")
        .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static string Fixture(string name) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "GpmTool.Web.Tests", "Interchange", "Fixtures", name));

    private static IEnumerable<string> Catalogue() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "processes"), "soll.json", SearchOption.AllDirectories)
        .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Fixtures))]
    public async Task Files_in_the_styles_of_several_tools_open_as_before(string name) =>
        (await FaultAsync(await BpmnJs.OpenAsync(Page), Encoding.UTF8.GetBytes(Fixture(name)))).ShouldBeNull();

    [TestCaseSource(nameof(Catalogue))]
    public async Task Processes_of_the_catalogue_open_without_a_warning(string process)
    {
        var file = Directory.EnumerateFiles(Path.Combine(Repository.Root, "processes"), "soll.json", SearchOption.AllDirectories).Single(path => Path.GetFileName(Path.GetDirectoryName(path)) == process);
        var viewer = await BpmnJs.OpenAsync(Page);
        var answer = await viewer.ShowAsync(Written(ElsaDocument.Read(await File.ReadAllBytesAsync(file)).Graph));
        answer.Error.ShouldBeNull();
        answer.Warnings.ShouldBeEmpty();
        (await viewer.LookAsync()).Pixels.ShouldBeGreaterThan(2000);
    }

    [Test]
    public async Task Files_of_other_tools_open_as_before()
    {
        var files = PublicCorpora.Files("miwg/Reference").ToList();
        var vendors = PublicCorpora.Files("miwg/vendors").ToList();
        var missing = FilesOfOthers - files.Count;
        files.AddRange(Enumerable.Range(0, missing).Select(i => vendors[(2 * i + 1) * vendors.Count / (2 * missing)]));
        var viewer = await BpmnJs.OpenAsync(Page);
        var faults = new List<string>();
        foreach (var file in files)
            if (await FaultAsync(viewer, await File.ReadAllBytesAsync(file)) is { } fault) faults.Add($"{file}: {fault}");
        files.Count.ShouldBe(FilesOfOthers);
        faults.ShouldBeEmpty();
    }

    [Test]
    public async Task Our_attributes_are_typed_in_bpmn_moddle()
    {
        var viewer = await BpmnJs.OpenAsync(Page);
        var answer = await viewer.ShowAsync(Written(BpmnDocument.Read(Encoding.UTF8.GetBytes(Fixture("undrawn.bpmn"))).Graph));
        (answer.Error, answer.Warnings.Length).ShouldBe((null, 0), string.Join('\n', answer.Warnings));
        (await viewer.OwnAttributesAsync()).ShouldBe(
            [
                "bpmn:Definitions gpm:description string Winterdienst ohne Zeichnung", "gpm:Process gpm:casesPerYear number 40", "gpm:Staffing gpm:role string Einsatzleitung",
                "gpm:Staffing gpm:fullTimeEquivalents number 1.5", "gpm:Lane gpm:organisationUnit string FM 2", "gpm:Step gpm:role string Einsatzleitung", "gpm:Step gpm:cost string 3.5 EUR",
                "gpm:Step gpm:rag number 2", "gpm:Step gpm:automation string supported", "gpm:Description gpm:text string Täglich.", "gpm:ProcessingTime gpm:kind string triangular",
                "gpm:ProcessingTime gpm:min string PT5M", "gpm:ProcessingTime gpm:mode string PT10M", "gpm:ProcessingTime gpm:max string PT1H", "gpm:System gpm:name string Wetterdienst",
                "gpm:Document gpm:name string Warnung", "gpm:Document gpm:direction string input", "gpm:Document gpm:medium string digital", "gpm:LegalBasis gpm:citation string StrReinG § 3",
                "gpm:LegalBasis gpm:verified boolean true", "gpm:Responsibility gpm:role string Leitung", "gpm:Responsibility gpm:kind string accountable", "gpm:Risk gpm:description string übersehen",
                "gpm:Risk gpm:control string Vertretung", "gpm:Call gpm:process string rechnung-pruefen", "gpm:Flow gpm:probability number 0.25", "gpm:Data gpm:medium string paper",
            ],
            ignoreOrder: true);
    }

    [Test]
    public async Task Ids_of_Elsa_are_typed_in_bpmn_moddle()
    {
        var foreign = ElsaDocument.Read(Encoding.UTF8.GetBytes("""
            {"definitionId":"d","name":"Fremd","root":{"id":"1 a","type":"Elsa.Flowchart","activities":[{"id":"7f","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":"9 x"},{"id":"8f","type":"Elsa.Event","eventName":{"expression":{"type":"Literal","value":"Antwort"}}}],
             "connections":[{"source":{"activity":"7f","port":"Done"},"target":{"activity":"8f","port":"In"}}]}}
            """)).Graph;
        var viewer = await BpmnJs.OpenAsync(Page);
        var answer = await viewer.ShowAsync(Written(foreign));
        (answer.Error, answer.Warnings.Length).ShouldBe((null, 0), string.Join('\n', answer.Warnings));
        (await viewer.OwnAttributesAsync()).Where(line => line.StartsWith("bpmn:", StringComparison.Ordinal)).ShouldBe(
            [
                "bpmn:Definitions gpm:mainProcess string 1 a", "bpmn:Process gpm:elementId string 1 a", "bpmn:CallActivity gpm:calledDefinition string 9 x", "bpmn:CallActivity gpm:elementId string 7f",
                "bpmn:IntermediateCatchEvent gpm:elementId string 8f", "bpmn:MessageEventDefinition gpm:eventName string Antwort", $"bpmn:SequenceFlow gpm:elementId string {foreign.Flows[0].Id}",
            ],
            ignoreOrder: true);
    }

    /// <summary>The whole way through the stored document; what has no drawing gets one, as when it is imported.</summary>
    private static string Written(ProcessGraph graph)
    {
        if (!graph.Diagrams.Any(diagram => !diagram.Edges.IsEmpty)) graph = GraphLayout.Apply(graph);
        return Encoding.UTF8.GetString(BpmnDocument.Write(ElsaDocument.Read(ElsaDocument.Write(graph, "definition")).Graph).Xml.Span);
    }

    private static async Task<string?> FaultAsync(BpmnJs viewer, byte[] original)
    {
        var graph = BpmnDocument.Read(original).Graph;
        var before = await viewer.ShowAsync(Encoding.UTF8.GetString(original).TrimStart('\uFEFF'));
        var shown = (await viewer.LookAsync()).Pixels;
        var after = await viewer.ShowAsync(Written(graph));
        if (after.Error is { } error && error != before.Error) return error;
        if (after.Warnings.Except(before.Warnings).FirstOrDefault() is { } warning) return warning;
        if (after.Warnings.Length > before.Warnings.Length) return $"{after.Warnings.Length} warnings instead of {before.Warnings.Length}";
        var (colours, pixels) = await viewer.LookAsync();
        // bpmn-moddle does not resolve references with a prefix, which a few tools write: then the original shows nothing, either.
        return (colours < 2 || pixels < 500) && (before.Error is not null || shown > 0) ? $"{pixels} pixels in {colours} colours" : null;
    }
}
