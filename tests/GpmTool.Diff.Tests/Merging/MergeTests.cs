using GpmTool.Model;

namespace GpmTool.Diff.Tests.Merging;

[TestFixture]
public class MergeTests
{
    private static readonly ProcessGraph Origin = Offices.First();

    [Test]
    public void Changes_in_different_places_are_both_made()
    {
        var merge = ThreeWayMerge.Merge(Origin, Named("frage", "Melder anrufen"), Named("auftrag", "Firma bestellen"));
        merge.Conflicts.ShouldBeEmpty();
        merge.Merged.Nodes.Single(node => node.Id == "frage").Name.ShouldBe("Melder anrufen");
        merge.Merged.Nodes.Single(node => node.Id == "auftrag").Name.ShouldBe("Firma bestellen");
    }

    [Test]
    public void Two_names_for_one_step_are_a_conflict_and_the_old_one_stays()
    {
        var merge = ThreeWayMerge.Merge(Origin, Named("frage", "Melder anrufen"), Named("frage", "Nachfragen"));
        var conflict = merge.Conflicts.Single();
        conflict.ElementId.ShouldBe("frage");
        conflict.Ours.NewValue.ShouldBe("Melder anrufen");
        conflict.Theirs.NewValue.ShouldBe("Nachfragen");
        merge.Merged.Nodes.Single(node => node.Id == "frage").Name.ShouldBe("Rückfrage stellen");
    }

    [Test]
    public void Whoever_removes_what_the_other_changes_is_in_conflict()
    {
        var merge = ThreeWayMerge.Merge(Origin, Without("prio"), Named("prio", "Dringlichkeit bestimmen und vermerken"));
        merge.Conflicts.Single().ElementId.ShouldBe("prio");
        merge.Merged.Nodes.ShouldContain(node => node.Id == "prio");
    }

    [Test]
    public void The_same_step_inserted_by_both_is_inserted_once()
    {
        var merge = ThreeWayMerge.Merge(Origin, Inserted("x1"), Inserted("x2"));
        merge.Conflicts.ShouldBeEmpty();
        merge.Merged.Nodes.Count(node => node.Name == "Kosten schätzen").ShouldBe(1);
        merge.Merged.Flows.Count.ShouldBe(Origin.Flows.Count + 1);
    }

    [Test]
    public void Different_steps_with_the_same_id_both_come()
    {
        var one = Inserted("x", after: "melden", name: "Foto machen");
        var other = Inserted("x", after: "prio", name: "Kosten schätzen");
        var merge = ThreeWayMerge.Merge(Origin, one, other);
        merge.Conflicts.ShouldBeEmpty();
        merge.Merged.Nodes.Where(node => node.Name is "Foto machen" or "Kosten schätzen").Select(node => node.Id).ShouldBe(["x", "x-2"], ignoreOrder: true);
    }

    private static ProcessGraph Named(string id, string name) => Origin with { Nodes = Origin.Nodes.ConvertAll(node => node.Id == id ? node with { Name = name } : node) };

    private static ProcessGraph Without(string id) => Origin with
    {
        Nodes = Origin.Nodes.RemoveAll(node => node.Id == id),
        Lanes = Origin.Lanes.ConvertAll(lane => lane with { MemberIds = lane.MemberIds.RemoveAll(member => member == id) }),
        Flows = Origin.Flows.RemoveAll(flow => flow.SourceId == id).ConvertAll(flow => flow.TargetId == id ? flow with { TargetId = "auftrag" } : flow),
    };

    private static ProcessGraph Inserted(string id, string after = "prio", string name = "Kosten schätzen")
    {
        var flow = Origin.Flows.Single(flow => flow.SourceId == after);
        return Origin with
        {
            Nodes = Origin.Nodes.Add(new FlowNode { Id = id, Name = name, Kind = NodeKind.UserTask, ParentId = "p" }),
            Flows = Origin.Flows.ConvertAll(one => one.Id == flow.Id ? one with { TargetId = id } : one).Add(new SequenceFlow { Id = id + "f", ParentId = "p", SourceId = id, TargetId = flow.TargetId }),
        };
    }
}
