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

    [Test]
    public void The_digest_says_all_of_a_value_not_only_what_is_shown_of_it()
    {
        var constant = Timed(TimeDistribution.Constant(IsoDuration.FromMinutes(10)));
        var narrow = Only(constant, Timed(TimeDistribution.Triangular(IsoDuration.FromMinutes(19), IsoDuration.FromMinutes(20), IsoDuration.FromMinutes(21))));
        var wide = Only(constant, Timed(TimeDistribution.Triangular(IsoDuration.FromMinutes(5), IsoDuration.FromMinutes(20), IsoDuration.FromMinutes(35))));
        (narrow.Key, narrow.OldValue, narrow.NewValue).ShouldBe((wide.Key, wide.OldValue, wide.NewValue));
        narrow.Digest.ShouldNotBe(wide.Digest);

        static ProcessGraph Timed(TimeDistribution time) => Of("prio", node => node with { Gpm = new StepAttributes { ProcessingTime = time } });
    }

    [Test]
    public void The_digest_of_a_new_step_changes_with_its_attributes_and_role_but_not_with_what_comes_beside_it()
    {
        var before = Offices.First();
        var added = Added(new StepAttributes { Documents = [new DocumentUse("Vermerk", DataDirection.Output, Medium.Paper)] });
        var digest = Inserted(added).Digest;
        Inserted(Added(new StepAttributes { Documents = [new DocumentUse("Vermerk", DataDirection.Output, Medium.Paper)] })).Digest.ShouldBe(digest);
        Inserted(Added(new StepAttributes { Documents = [new DocumentUse("Vermerk", DataDirection.Output, Medium.Digital)] })).Digest.ShouldNotBe(digest);
        Inserted(added with { Lanes = added.Lanes.ConvertAll(lane => lane with { MemberIds = lane.Id == "l1" ? lane.MemberIds.Add("neu") : lane.MemberIds.RemoveAll(id => id == "neu") }) }).Digest.ShouldNotBe(digest);
        Inserted(added with { Nodes = added.Nodes.ConvertAll(node => node.Id == "melden" ? node with { Name = "Schadensmeldung abgeben" } : node) }).Digest.ShouldBe(digest);

        Operation Inserted(ProcessGraph after) => ProcessComparison.Compare(before, after).Operations.Single(operation => operation.Kind == OperationKind.Inserted);

        ProcessGraph Added(StepAttributes attributes) => before with
        {
            Nodes = before.Nodes.Add(new FlowNode { Id = "neu", Kind = NodeKind.UserTask, Name = "Vermerk anfertigen", ParentId = "p", Gpm = attributes }),
            Lanes = before.Lanes.ConvertAll(lane => lane.Id == "l2" ? lane with { MemberIds = lane.MemberIds.Add("neu") } : lane),
            Flows = before.Flows.ConvertAll(flow => flow.SourceId == "auftrag" ? flow with { TargetId = "neu" } : flow).Add(new SequenceFlow { Id = "neu_f", ParentId = "p", SourceId = "neu", TargetId = "ende" }),
        };
    }

    private static ProcessGraph Of(string id, Func<FlowNode, FlowNode> change)
    {
        var graph = Offices.First();
        return graph with { Nodes = graph.Nodes.ConvertAll(node => node.Id == id ? change(node) : node) };
    }

    private static Operation Only(ProcessGraph before, ProcessGraph after) => ProcessComparison.Compare(before, after).Operations.ShouldHaveSingleItem();

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
