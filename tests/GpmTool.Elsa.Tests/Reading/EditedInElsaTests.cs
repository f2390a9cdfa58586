using System.Text;
using System.Text.Json.Nodes;
using GpmTool.Model;

namespace GpmTool.Elsa.Tests.Reading;

/// <summary>Somebody edits a definition of ours in Elsa Studio, which does not touch our own data.</summary>
[TestFixture]
public class EditedInElsaTests
{
    private static ProcessGraph Sample()
    {
        var builder = new GraphBuilder("Störung bearbeiten", "p").Lane("l", "Leitstelle");
        builder.Node(NodeKind.StartEvent, "Meldung", "start", "l");
        builder.Node(NodeKind.UserTask, "Meldung prüfen", "check", "l", with: node => node with { Gpm = new StepAttributes { Rag = RagCode.Of(3) } });
        builder.Node(NodeKind.ExclusiveGateway, "Vollständig?", "gate", "l");
        builder.Node(NodeKind.UserTask, "Rückfragen", "ask", "l");
        builder.Node(NodeKind.UserTask, "Beauftragen", "order", "l");
        builder.Node(NodeKind.EndEvent, "Fertig", "end", "l");
        builder.Flow("start", "check", id: "f1");
        builder.Flow("check", "gate", id: "f2");
        builder.Flow("gate", "ask", "nein", id: "f3");
        builder.Flow("gate", "order", "ja", id: "f4");
        builder.Flow("ask", "check", id: "f5");
        builder.Flow("order", "end", id: "f6");
        return builder.Build();
    }

    private static (ProcessGraph Graph, IReadOnlyList<Finding> Findings) Edit(Action<JsonArray, JsonArray> edit)
    {
        var document = JsonNode.Parse(ElsaDocument.Write(Sample(), "stoerung"))!;
        edit(document["root"]!["activities"]!.AsArray(), document["root"]!["connections"]!.AsArray());
        var reading = ElsaDocument.Read(Encoding.UTF8.GetBytes(document.ToJsonString()));
        return (reading.Graph, reading.Findings);
    }

    private static JsonNode Activity(JsonArray activities, string id) => activities.Single(activity => (string?)activity!["id"] == id)!;

    private static void Drop(JsonArray array, Func<JsonNode, bool> which)
    {
        foreach (var node in array.Where(node => which(node!)).ToList()) array.Remove(node);
    }

    [Test]
    public void A_renamed_activity_is_renamed_and_nothing_else_changes()
    {
        var (graph, findings) = Edit((activities, _) =>
        {
            Activity(activities, "order")["name"] = "Firma beauftragen";
            Activity(activities, "order")["metadata"]!["displayText"] = "Firma beauftragen";
        });
        var expected = Sample();
        graph.ShouldBe(expected with { Nodes = expected.Nodes.ConvertAll(node => node.Id == "order" ? node with { Name = "Firma beauftragen" } : node) });
        findings.Single().Code.ShouldBe("elsa.edited-renamed");
    }

    [Test]
    public void A_deleted_activity_and_its_connections_are_gone()
    {
        var (graph, findings) = Edit((activities, connections) =>
        {
            Drop(activities, node => (string?)node["id"] == "ask");
            Drop(connections, node => (string?)node["source"]!["activity"] == "ask" || (string?)node["target"]!["activity"] == "ask");
        });
        graph.Nodes.Select(node => node.Id).ShouldBe(["start", "check", "gate", "order", "end"]);
        graph.Flows.Select(flow => flow.Id).ShouldBe(["f1", "f2", "f4", "f6"]);
        graph.Lanes[0].MemberIds.ShouldNotContain("ask");
        findings.ShouldContain(finding => finding.Code == "elsa.edited-removed" && finding.ElementId == "ask");
        graph.Nodes.Single(node => node.Id == "check").Gpm!.Rag.ShouldBe(RagCode.Of(3));
    }

    [Test]
    public void An_added_activity_stands_where_it_was_connected()
    {
        var (graph, findings) = Edit((activities, connections) =>
        {
            activities.Add(JsonNode.Parse("""{"id":"new1","name":"Loggen","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"x"}}}"""));
            var last = connections.Single(node => (string?)node!["target"]!["activity"] == "end")!;
            last["target"]!["activity"] = "new1";
            connections.Add(JsonNode.Parse("""{"source":{"activity":"new1","port":"Done"},"target":{"activity":"end","port":"In"}}"""));
        });
        var added = graph.Nodes.Single(node => node.Id == "new1");
        added.Kind.ShouldBe(NodeKind.ServiceTask);
        added.ParentId.ShouldBe("p");
        added.Binding!.Type.ShouldBe("Elsa.WriteLine");
        graph.Flows.Single(flow => flow.Id == "f6").TargetId.ShouldBe("new1");
        graph.Flows.ShouldContain(flow => flow.SourceId == "new1" && flow.TargetId == "end");
        findings.Select(finding => finding.Code).ShouldBe(["elsa.edited-added", "elsa.edited-reconnected", "elsa.edited-connected"], ignoreOrder: true);
        ElsaDocument.Read(ElsaDocument.Write(graph, "stoerung")).Graph.ShouldBe(graph);
    }

    [Test]
    public void A_reconnected_flow_keeps_its_id()
    {
        var (graph, findings) = Edit((_, connections) =>
            connections.Single(node => (string?)node!["source"]!["activity"] == "ask")!["target"]!["activity"] = "order");
        graph.Flows.Single(flow => flow.Id == "f5").TargetId.ShouldBe("order");
        graph.Flows.Count.ShouldBe(6);
        findings.Single().Code.ShouldBe("elsa.edited-reconnected");
    }

    [Test]
    public void A_changed_type_becomes_a_binding()
    {
        var (graph, findings) = Edit((activities, _) =>
        {
            var activity = Activity(activities, "order").AsObject();
            activity["type"] = "Elsa.SendHttpRequest";
            activity.Remove("taskName");
            activity.Remove("payload");
            activity["url"] = JsonNode.Parse("""{"typeName":"Uri","expression":{"type":"Literal","value":"http://localhost"}}""");
        });
        var order = graph.Nodes.Single(node => node.Id == "order");
        order.Kind.ShouldBe(NodeKind.ServiceTask);
        order.Binding!.Type.ShouldBe("Elsa.SendHttpRequest");
        findings.Single().Code.ShouldBe("elsa.edited-type");
        Encoding.UTF8.GetString(ElsaDocument.Write(graph, "stoerung")).ShouldContain("http://localhost");
    }

    [Test]
    public void A_start_that_became_an_endpoint_stays_one()
    {
        var (graph, findings) = Edit((activities, _) =>
        {
            var activity = Activity(activities, "start").AsObject();
            activity["type"] = "Elsa.HttpEndpoint";
            activity["path"] = JsonNode.Parse("""{"typeName":"String","expression":{"type":"Literal","value":"/stoerung"}}""");
        });
        findings.Single().Code.ShouldBe("elsa.edited-type");
        var start = Activity(JsonNode.Parse(ElsaDocument.Write(graph, "stoerung"))!["root"]!["activities"]!.AsArray(), "start");
        ((string?)start["type"]).ShouldBe("Elsa.HttpEndpoint");
        ((string?)start["path"]!["expression"]!["value"]).ShouldBe("/stoerung");
        ((bool?)start["customProperties"]!["canStartWorkflow"]).ShouldBe(true);
    }

    [Test]
    public void A_condition_written_in_Elsa_replaces_the_question()
    {
        var (graph, findings) = Edit((activities, _) => Activity(activities, "gate")["cases"]![0]!["condition"]!["value"] = "getVariable('vollstaendig') === false");
        findings.Single().Code.ShouldBe("elsa.edited-inputs");
        graph.Flows.Single(flow => flow.Id == "f3").Condition.ShouldBe(new Expression("getVariable('vollstaendig') === false", "JavaScript"));
        graph.Nodes.Single(node => node.Id == "gate").DefaultFlowId.ShouldBe("f4");
        var activities = JsonNode.Parse(ElsaDocument.Write(graph, "stoerung"))!["root"]!["activities"]!.AsArray();
        activities.ShouldNotContain(activity => (string?)activity!["id"] == "gate--decision");
        ((string?)Activity(activities, "gate")["condition"]!["expression"]!["value"]).ShouldBe("getVariable('vollstaendig') === false");
    }

    [Test]
    public void A_case_added_in_Elsa_is_a_flow_with_its_condition()
    {
        var (graph, _) = Edit((activities, connections) =>
        {
            Activity(activities, "gate")["cases"]!.AsArray().Add(JsonNode.Parse("""{"label":"eilt","condition":{"type":"JavaScript","value":"true"}}"""));
            connections.Add(JsonNode.Parse("""{"source":{"activity":"gate","port":"eilt"},"target":{"activity":"end","port":"In"}}"""));
        });
        var added = graph.Flows.Single(flow => flow.SourceId == "gate" && flow.TargetId == "end");
        added.Name.ShouldBe("eilt");
        added.Condition.ShouldBe(new Expression("true", "JavaScript"));
    }

    [Test]
    public void What_a_designer_rewrites_is_no_change()
    {
        var (graph, findings) = Edit((activities, connections) =>
        {
            foreach (var activity in activities)
            {
                activity!["metadata"]!["designer"]!["position"]!["x"] = 17.5;
                activity["nodeId"] = "Workflow1:x";
                activity["customProperties"]!["logPersistenceMode"] = "Inherit";
            }

            foreach (var connection in connections) connection!["vertices"] = new JsonArray(new JsonObject { ["x"] = 1, ["y"] = 2 });
        });
        findings.ShouldBeEmpty();
        graph.ShouldBe(Sample());
    }
}
