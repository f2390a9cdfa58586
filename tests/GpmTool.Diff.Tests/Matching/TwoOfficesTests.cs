using GpmTool.Model;

namespace GpmTool.Diff.Tests.Matching;

[TestFixture]
public class TwoOfficesTests
{
    private static readonly ComparisonResult Result = ProcessComparison.Compare(Offices.First(), Offices.Second());

    [TestCase("start", "e1")]
    [TestCase("melden", "a1")]
    [TestCase("erfassen", "a2")]
    [TestCase("voll", "g1")]
    [TestCase("frage", "a3")]
    [TestCase("prio", "a5")]
    [TestCase("auftrag", "a6")]
    [TestCase("ende", "e2")]
    public void Steps_are_found_in_other_words(string before, string after) =>
        Result.Correspondences.ShouldContain(match => match.BeforeId == before && match.AfterId == after);

    [Test]
    public void What_only_one_office_does_is_inserted_and_explains_the_flow() =>
        Result.Operations.Where(operation => operation.Kind is OperationKind.Inserted or OperationKind.Removed or OperationKind.FlowAdded or OperationKind.FlowRemoved or OperationKind.Moved)
            .Select(operation => (operation.Kind, string.Join(',', operation.AfterIds))).ShouldBe([(OperationKind.Inserted, "a4")]);

    [Test]
    public void The_medium_and_the_role_are_named()
    {
        Result.Operations.ShouldContain(operation => operation.Kind == OperationKind.MediumChanged && operation.OldValue == "Paper" && operation.NewValue == "Digital");
        Result.Operations.ShouldContain(operation => operation.Kind == OperationKind.RoleChanged && operation.OldValue == "Leitstelle" && operation.NewValue == "Objektmanagement");
    }

    [Test]
    public void The_way_back_mirrors_the_way_there()
    {
        var back = ProcessComparison.Compare(Offices.Second(), Offices.First());
        back.Correspondences.Select(match => (match.AfterId, match.BeforeId)).ShouldBe(Result.Correspondences.Select(match => (match.BeforeId, match.AfterId)), ignoreOrder: true);
        back.Operations.Count.ShouldBe(Result.Operations.Count);
        back.Operations.Single(operation => operation.Kind == OperationKind.Removed).BeforeIds.ShouldBe(["a4"]);
    }

    [Test]
    public void Two_steps_that_changed_places_are_one_operation()
    {
        var graph = Offices.First();
        var moved = graph with
        {
            Flows = graph.Flows.ConvertAll(flow => (flow.SourceId, flow.TargetId) switch
            {
                ("voll", "prio") => flow with { TargetId = "auftrag" },
                ("auftrag", "ende") => flow with { TargetId = "prio" },
                ("prio", "auftrag") => flow with { TargetId = "ende" },
                _ => flow,
            }),
        };
        var operation = ProcessComparison.Compare(graph, moved).Operations.Single();
        operation.Kind.ShouldBe(OperationKind.Swapped);
    }

    [Test]
    public void Key_and_digest_tell_what_an_operation_is_about_and_what_it_says()
    {
        var first = new Operation { Kind = OperationKind.Renamed, BeforeIds = ["a"], AfterIds = ["b"], Attribute = "name", OldValue = "x", NewValue = "y" };
        (first with { NewValue = "z" }).Key.ShouldBe(first.Key);
        (first with { NewValue = "z" }).Digest.ShouldNotBe(first.Digest);
        (first with { AfterIds = ["c"] }).Key.ShouldNotBe(first.Key);
    }

    [TestCase("Lagerbestand nachschlagen", "Verfügbaren Bestand ermitteln", "Ticket schließen")]
    [TestCase("Erfassung der Schadensmeldung", "Schadensmeldung erfassen", "Schadensmeldung ablegen")]
    [TestCase("Firma zur Nacharbeit auffordern", "Firma mit Nachfrist mahnen", "Rechnung buchen")]
    public void Of_two_candidates_the_one_that_means_the_same_is_taken(string before, string right, string wrong)
    {
        static ProcessGraph Graph(params string[] labels)
        {
            var builder = new GraphBuilder("Störung", "p");
            builder.Node(NodeKind.StartEvent, "Start", "s");
            builder.Node(NodeKind.ParallelGateway, null, "g");
            builder.Flow("s", "g");
            foreach (var label in labels)
            {
                builder.Node(NodeKind.UserTask, label, label);
                builder.Node(NodeKind.EndEvent, null, $"{label}-ende");
                builder.Chain("g", label, $"{label}-ende");
            }

            return builder.Build();
        }

        ProcessComparison.Compare(Graph(before), Graph(wrong, right)).Correspondences.Single(match => match.BeforeId == before).AfterId.ShouldBe(right);
    }
}
