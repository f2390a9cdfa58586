namespace GpmTool.Diff.Tests.Matching;

[TestFixture]
public class PinsTests
{
    [Test]
    public void A_pinned_pair_is_kept_whatever_else_speaks_against_it()
    {
        var options = new ComparisonOptions { Pins = new Pins { Same = [new Pin("prio", "a4")] } };
        var match = ProcessComparison.Compare(Offices.First(), Offices.Second(), options).Correspondences.Single(match => match.BeforeId == "prio");
        match.AfterId.ShouldBe("a4");
        match.Evidence.ShouldBe(Evidence.Pinned);
        match.Score.ShouldBe(1);
    }

    [Test]
    public void A_pair_pinned_as_different_is_never_made()
    {
        var options = new ComparisonOptions { Pins = new Pins { Different = [new Pin("erfassen", "a2")] } };
        ProcessComparison.Compare(Offices.First(), Offices.Second(), options).Correspondences.ShouldNotContain(match => match.BeforeId == "erfassen" && match.AfterId == "a2");
    }

    [Test]
    public void One_step_pinned_to_two_is_split()
    {
        var options = new ComparisonOptions { Pins = new Pins { Same = [new Pin("prio", "a5"), new Pin("prio", "a4")] } };
        var result = ProcessComparison.Compare(Offices.First(), Offices.Second(), options);
        result.Correspondences.Single(match => match.BeforeId == "prio").AfterIds.ShouldBe(["a5", "a4"]);
        var split = result.Operations.Single(operation => operation.Kind == OperationKind.StepSplit);
        split.AfterIds.ShouldBe(["a5", "a4"]);
        split.Parts.Single().Kind.ShouldBe(OperationKind.Inserted);
    }

    [Test]
    public void What_is_pinned_as_a_further_step_is_nobody_elses_partner()
    {
        var natural = ProcessComparison.Compare(Offices.First(), Offices.Second()).Correspondences.Single(match => match.BeforeId == "melden").AfterId;
        var options = new ComparisonOptions { Pins = new Pins { Same = [new Pin("prio", "a5"), new Pin("prio", natural)] } };
        var matches = ProcessComparison.Compare(Offices.First(), Offices.Second(), options).Correspondences;
        matches.Single(match => match.BeforeId == "prio").AfterIds.ShouldBe(["a5", natural]);
        matches.ShouldNotContain(match => match.BeforeId != "prio" && match.AfterIds.Contains(natural));
        var mirrored = ProcessComparison.Compare(Offices.Second(), Offices.First(), options with { Pins = options.Pins.Mirrored() }).Correspondences;
        mirrored.Single(match => match.AfterId == "prio").BeforeIds.ShouldBe(["a5", natural]);
    }

    [Test]
    public void Pins_that_name_what_is_not_there_do_nothing()
    {
        var options = new ComparisonOptions { Pins = new Pins { Same = [new Pin("weg", "a4")], Different = [new Pin("weg", "auch weg")] } };
        ProcessComparison.Compare(Offices.First(), Offices.Second(), options).Correspondences.Select(match => (match.BeforeId, match.AfterId))
            .ShouldBe(ProcessComparison.Compare(Offices.First(), Offices.Second()).Correspondences.Select(match => (match.BeforeId, match.AfterId)));
    }

    [Test]
    public void Reasons_are_given()
    {
        var match = ProcessComparison.Compare(Offices.First(), Offices.Second()).Correspondences.Single(match => match.BeforeId == "melden");
        match.Reasons.Single(reason => reason.Evidence == Evidence.Documents).Value.ShouldBe(1);
        match.Reasons.Single(reason => reason.Evidence == Evidence.Type).Value.ShouldBe(0);
        match.Reasons.Single(reason => reason.Evidence == Evidence.Label).Value.ShouldBe(1);
    }
}
