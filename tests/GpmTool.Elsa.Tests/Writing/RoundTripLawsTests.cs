using System.Text.Json;
using CsCheck;
using GpmTool.Model;

namespace GpmTool.Elsa.Tests.Writing;

[TestFixture]
public class RoundTripLawsTests
{
    [Test]
    public void Reading_what_was_written_gives_the_same_graph() =>
        RandomGraphs.Any.Sample(graph =>
        {
            var reading = ElsaDocument.Read(ElsaDocument.Write(graph, "prozess"));
            reading.Findings.ShouldBeEmpty();
            reading.Graph.ShouldBe(graph);
        }, iter: 400);

    [Test]
    public void The_view_keeps_the_graph() =>
        RandomGraphs.Any.Sample(graph => GraphJson.Read(GraphJson.Write(graph)).ShouldBe(graph), iter: 200);

    [Test]
    public void The_same_graph_gives_the_same_bytes() =>
        RandomGraphs.Any.Sample(graph => ElsaDocument.Write(graph, "prozess").ShouldBe(ElsaDocument.Write(graph with { Name = graph.Name }, "prozess")), iter: 50);

    [Test]
    public void Every_activity_is_of_a_standard_type_and_has_an_id_of_its_own() =>
        RandomGraphs.Any.Sample(graph =>
        {
            foreach (var document in All(graph))
            {
                using var json = JsonDocument.Parse(document);
                var ids = new HashSet<string>();
                Walk(json.RootElement.GetProperty("root"), activity =>
                {
                    ids.Add(activity.GetProperty("id").GetString()!).ShouldBeTrue(activity.GetProperty("id").GetString());
                    ActivityTable.Find(activity.GetProperty("type").GetString()).ShouldNotBeNull();
                    activity.GetProperty("nodeId").GetString().ShouldEndWith(activity.GetProperty("id").GetString()!);
                });
            }
        }, iter: 400);

    [Test]
    public void Nothing_that_is_written_is_dropped_by_the_server() =>
        RandomGraphs.Any.Sample(graph =>
        {
            string[] never =
            [
                "elsa.connection-dropped", "elsa.port-unknown", "elsa.input-lost", "elsa.input-unknown", "elsa.duration-form", "elsa.id-doubled", "elsa.id-missing",
                "elsa.switch-without-default", "elsa.join-any-in-loop", "elsa.join-wait-all-active", "elsa.script-evaluated-twice", "elsa.readonly", "elsa.variable-value",
                "elsa.variable-type", "elsa.activity-unknown", "elsa.several-start-activities", "elsa.end-kills-branches",
            ];
            foreach (var document in All(graph))
            {
                using var json = JsonDocument.Parse(document);
                DocumentTraps.Find(json.RootElement).Where(finding => never.Contains(finding.Code)).Select(finding => $"{finding.Code} {finding.Place} {finding.Message.English}").ShouldBeEmpty();
            }
        }, iter: 400);

    [Test]
    public void The_mapping_is_total_every_node_of_the_main_process_has_its_activity() =>
        RandomGraphs.Any.Sample(graph =>
        {
            var index = new GraphIndex(graph);
            using var json = JsonDocument.Parse(ElsaDocument.Write(graph, "prozess"));
            var ids = new HashSet<string>();
            Walk(json.RootElement.GetProperty("root"), activity => ids.Add(activity.GetProperty("id").GetString()!));
            var companions = ElsaDocument.Companions(graph, "prozess");
            foreach (var companion in companions)
            {
                using var document = JsonDocument.Parse(companion.Json);
                Walk(document.RootElement.GetProperty("root"), activity => ids.Add(activity.GetProperty("id").GetString()!));
            }

            foreach (var node in index.NodesWithin("p1")) ids.ShouldContain(node.Id, $"{node.Kind}");
        }, iter: 400);

    private static IEnumerable<byte[]> All(ProcessGraph graph) =>
        ElsaDocument.Companions(graph, "prozess").Select(companion => companion.Json).Prepend(ElsaDocument.Write(graph, "prozess"));

    private static void Walk(JsonElement activity, Action<JsonElement> visit)
    {
        visit(activity);
        if (activity.TryGetProperty("activities", out var children))
            foreach (var child in children.EnumerateArray()) Walk(child, visit);
    }
}
