using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GpmTool.Api.Tests.Imports;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Api.Tests.Models;
using GpmTool.Bpmn;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Pictures;

namespace GpmTool.Api.Tests.Interchange;

/// <summary>What other tools draw and offices list goes in, and BPMN comes out.</summary>
public class InterchangeTests
{
    private const string Bpmn = "application/bpmn+xml";

    // Drawn elsewhere: no layout, a vendor's attribute, an element nobody knows, a flow without an end.
    private const string Drawn =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:acme="http://acme.example/tool" id="d" targetNamespace="http://acme.example">
          <process id="p" acme:owner="Leitstelle">
            <startEvent id="s" name="Meldung &#xA;eingegangen"/>
            <userTask id="t" name="Angaben prüfen"><extensionElements><acme:note>wichtig</acme:note></extensionElements></userTask>
            <sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
            <sequenceFlow id="f2" sourceRef="t"/>
          </process>
        </definitions>
        """;

    private ApiFixture api = null!;
    private HttpClient client = null!;

    [SetUp]
    public void Start()
    {
        api = new ApiFixture();
        client = api.CreateClient();
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await api.DisposeAsync();
    }

    [Test]
    public async Task BPMN_goes_in_and_comes_out_whole()
    {
        await client.PrepareAsync("stoerung");
        var created = await (await SendAsync(HttpMethod.Post, "processes/stoerung/models?stage=soll", Drawn)).JsonAsync(201);
        var id = created.Text("id");
        created.Text("definitionId").ShouldBe("stoerung");
        var written = await GetAsync($"models/{id}/versions/1", Bpmn);
        written.ShouldBe(await client.GetByteArrayAsync($"/api/v1/models/{id}/versions/1?form=bpmn"));
        var graph = BpmnDocument.Read(written).Graph;
        graph.Nodes.Single(node => node.Id == "s").Name.ShouldBe("Meldung \neingegangen");
        graph.Flows.Single(flow => flow.Id == "f2").TargetId.ShouldBeNull();
        Encoding.UTF8.GetString(written).ShouldContain("acme:owner=\"Leitstelle\"");
        Encoding.UTF8.GetString(written).ShouldContain("<acme:note>wichtig</acme:note>");
        graph.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId).ShouldBe(["s", "t"], ignoreOrder: true, "what comes without a drawing gets one");
    }

    [Test]
    public async Task A_draft_is_replaced_by_BPMN_when_the_ETag_fits()
    {
        await client.PrepareAsync("stoerung");
        var (id, etag) = await client.ModelAsync(Documents.Elsa(), "stoerung");
        (await SendAsync(HttpMethod.Put, $"models/{id}/draft", Drawn, "\"99\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        await (await SendAsync(HttpMethod.Put, $"models/{id}/draft", Drawn, etag)).JsonAsync(200);
        ElsaDocument.Read(await client.GetByteArrayAsync($"/api/v1/models/{id}/versions/1")).Graph.Nodes.Select(node => node.Id).ShouldBe(["s", "t"]);
    }

    [Test]
    public async Task A_step_that_was_added_in_Elsa_is_drawn_and_nothing_else_moves()
    {
        await client.PrepareAsync("stoerung");
        var drawn = GraphLayout.Apply(Documents.Graph());
        var (id, etag) = await client.ModelAsync(Encoding.UTF8.GetString(ElsaDocument.Write(drawn, "egal")), "stoerung");
        var edited = JsonNode.Parse(await client.GetStringAsync($"/api/v1/models/{id}/versions/1"))!;
        edited["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{"id":"7f","type":"Elsa.WriteLine","version":1,"name":"Nachtrag"}"""));
        edited["root"]!["connections"]!.AsArray().Add(JsonNode.Parse("""{"source":{"activity":"t","port":"Done"},"target":{"activity":"7f","port":"In"}}"""));
        await (await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/models/{id}/draft", edited.ToJsonString(), etag)).JsonAsync(200);
        var graph = BpmnDocument.Read(await GetAsync($"models/{id}/versions/1", Bpmn)).Graph;
        graph.Nodes.Select(node => node.Id).ShouldContain("7f");
        var shapes = graph.Diagrams[0].Shapes.ToDictionary(shape => shape.ElementId, shape => shape.Bounds);
        shapes.ShouldContainKey("7f");
        foreach (var node in drawn.Nodes) shapes[node.Id].ShouldBe(drawn.Diagrams[0].Shapes.Single(shape => shape.ElementId == node.Id).Bounds, node.Id);
        graph.Diagrams[0].Edges.Select(edge => edge.ElementId).ShouldBe(graph.Flows.Select(flow => flow.Id), ignoreOrder: true);
    }

    [Test]
    public async Task A_step_that_was_added_in_the_view_is_drawn()
    {
        await client.PrepareAsync("stoerung");
        var drawn = GraphLayout.Apply(Documents.Graph());
        var wider = drawn with { Nodes = drawn.Nodes.Add(new FlowNode { Id = "neu", Kind = NodeKind.Task, ParentId = "p", Name = "Nachtrag" }) };
        var import = await client.ImportAsync(GraphJson.Write(wider), "process=stoerung&stage=soll", "application/vnd.gpmtool.graph+json");
        import.Counts().ShouldBe([1, 0, 0, 0, 0], import.ToString());
        var models = await (await client.GetAsync("/api/v1/processes/stoerung/models")).JsonAsync(200);
        var graph = BpmnDocument.Read(await GetAsync($"models/{models[0].Text("id")}/versions/1", Bpmn)).Graph;
        graph.Diagrams[0].Shapes.ShouldContain(shape => shape.ElementId == "neu");
    }

    [Test]
    public async Task Checks_report_what_became_of_BPMN()
    {
        var checks = await (await SendAsync(HttpMethod.Post, "checks", Drawn)).JsonAsync(200);
        checks.GetProperty("findings").EnumerateArray().Select(finding => (finding.Text("code"), finding.Text("elementId"), finding.Text("outcome"), finding.GetProperty("line").ToString())).ShouldBe(
            [("graph.flow-dangling", "f2", null, ""), ("bpmn.layout-missing", "d", "kept", "2"), ("bpmn.extension", "t", "kept", "5")], ignoreOrder: true);
        checks.GetProperty("isBlocked").GetBoolean().ShouldBeTrue("a flow without an end cannot be published");
    }

    [TestCase("<html/>", "not-bpmn")]
    [TestCase("<definitions", "not-bpmn")]
    [TestCase("<!DOCTYPE definitions [<!ENTITY a 'b'>]><definitions/>", "not-bpmn")]
    public async Task What_is_no_BPMN_is_refused_with_its_place(string content, string code)
    {
        var problem = await (await SendAsync(HttpMethod.Post, "checks", content)).JsonAsync(400);
        problem.Text("code").ShouldBe(code);
        problem.Text("detail")!.ShouldContain("Zeile 1");
    }

    [Test]
    public async Task Forms_may_be_mixed_in_a_package()
    {
        var workbook = StepTable.WorkbookTemplate();
        var package = Mixed(
            ("authorities.json", Encoding.UTF8.GetBytes(Packages.Authorities)), ("policy-fields.json", Encoding.UTF8.GetBytes(Packages.Fields)),
            ("fm/stoerung/process.json", Encoding.UTF8.GetBytes(Packages.Process("stoerung"))), ("fm/stoerung/soll.bpmn", Encoding.UTF8.GetBytes(Drawn)),
            ("fm/stoerung/ist-bezirk-a.xlsx", workbook), ("fm/stoerung/ist-bezirk-b.csv", StepTable.TextTemplate()));
        var dryRun = await client.ImportAsync(package, "dryRun=true");
        dryRun.Counts().ShouldBe([8, 0, 0, 0, 0], dryRun.ToString());
        (await client.GetAsync("/api/v1/processes/stoerung")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "nothing was stored");
        (await client.ImportAsync(package)).Counts().ShouldBe([8, 0, 0, 0, 0]);
        (await client.ImportAsync(package)).Counts().ShouldBe([0, 0, 8, 0, 0]);
        var models = (await (await client.GetAsync("/api/v1/processes/stoerung/models")).JsonAsync(200)).EnumerateArray().ToDictionary(model => model.Text("authority") ?? "", model => model.Text("id"));
        var table = ElsaDocument.Read(await client.GetByteArrayAsync($"/api/v1/models/{models["bezirk-a"]}/versions/1")).Graph;
        table.Nodes.ShouldContain(node => node.Name == "Schaden prüfen");
        table.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId).ShouldBeSubsetOf(table.Nodes.Select(node => node.Id).Concat(table.Lanes.Select(lane => lane.Id)));
        table.Nodes.Select(node => node.Id).ShouldBeSubsetOf(table.Diagrams.SelectMany(diagram => diagram.Shapes).Select(shape => shape.ElementId), "a list is laid out");
    }

    [TestCase(Bpmn, Drawn)]
    [TestCase("text/csv", "Schritt;Rolle\r\nAngaben prüfen;Leitstelle\r\n")]
    public async Task A_single_file_takes_its_process_from_the_request(string type, string content)
    {
        await client.PrepareAsync("stoerung");
        var import = await client.ImportAsync(Encoding.UTF8.GetBytes(content), "process=stoerung&stage=soll", type);
        import.Counts().ShouldBe([1, 0, 0, 0, 0], import.ToString());
        var models = await (await client.GetAsync("/api/v1/processes/stoerung/models")).JsonAsync(200);
        ElsaDocument.Read(await client.GetByteArrayAsync($"/api/v1/models/{models[0].Text("id")}/versions/1")).Graph.Nodes.ShouldContain(node => node.Name == "Angaben prüfen");
    }

    [Test]
    public async Task A_faulty_table_is_rejected_and_every_cell_is_named()
    {
        await client.PrepareAsync("stoerung");
        var import = await client.ImportAsync(Encoding.UTF8.GetBytes("Nr.;Schritt;Weiter mit;Minuten\r\n1;Prüfen;9;bald\r\n2;Ablegen;;\r\n"), "process=stoerung&stage=soll&mode=bestEffort", "text/csv");
        var item = (await (await client.GetAsync($"/api/v1/imports/{import.Text("id")}/items")).JsonAsync(200)).GetProperty("items")[0];
        item.Text("outcome").ShouldBe("rejected");
        item.GetProperty("problem").Text("code").ShouldBe("table-faulty");
        item.GetProperty("findings").EnumerateArray().Select(finding => (finding.Text("code"), finding.Text("place"), finding.GetProperty("line").GetInt32())).ShouldBe(
            [("table.not-minutes", "Zeile 2, Spalte „Bearbeitungszeit (Min.)“", 2), ("table.next-unknown", "Zeile 2, Spalte „Weiter mit“", 2)], ignoreOrder: true);
        (await (await client.GetAsync("/api/v1/processes/stoerung/models")).JsonAsync(200)).GetArrayLength().ShouldBe(0);
    }

    [TestCase("", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "schritttabelle.xlsx")]
    [TestCase("?form=csv", "text/csv", "schritttabelle.csv")]
    public async Task The_template_is_a_table_that_can_be_read(string query, string type, string file)
    {
        var response = await client.GetAsync($"/api/v1/imports/step-table-template{query}");
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(file);
        StepTable.Read(await response.Content.ReadAsByteArrayAsync(), "Vorlage").Findings.ShouldBeEmpty();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string content, string? etag = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Bpmn);
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await client.SendAsync(request);
    }

    private async Task<byte[]> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}");
        request.Headers.Accept.ParseAdd(accept);
        var response = await client.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(accept);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static byte[] Mixed(params (string Path, byte[] Content)[] files)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return buffer.ToArray();
    }
}
