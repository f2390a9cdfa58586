using GpmTool.Model;

namespace GpmTool.Analysis.Tests.Metrics;

[TestFixture]
public class KeyFiguresTests
{
    private static FlowNode Timed(FlowNode node, double minutes, Medium input = Medium.Unspecified, Medium output = Medium.Unspecified, Automation? automation = null) => node with
    {
        Gpm = new StepAttributes
        {
            ProcessingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(minutes)),
            WaitingTime = TimeDistribution.Constant(IsoDuration.FromMinutes(100)),
            Automation = automation,
            Documents = [new DocumentUse("Rein", DataDirection.Input, input), new DocumentUse("Raus", DataDirection.Output, output)],
        },
    };

    /// <summary>start → a → check → (0.2) a again, (0.8) b → end.</summary>
    private static ProcessGraph Loop(double again)
    {
        var builder = new GraphBuilder("x", "p").Lane("l1", "Eins").Lane("l2", "Zwei");
        builder.Node(NodeKind.StartEvent, null, "s", "l1");
        builder.Node(NodeKind.UserTask, "A", "a", "l1", with: node => Timed(node, 10, Medium.Paper, Medium.Digital));
        builder.Node(NodeKind.ExclusiveGateway, "gut?", "g", "l1");
        builder.Node(NodeKind.UserTask, "B", "b", "l2", with: node => Timed(node, 6, Medium.Paper, Medium.Paper, Automation.Automatic));
        builder.Node(NodeKind.EndEvent, null, "e", "l2");
        builder.Chain("s", "a", "g");
        builder.Flow("g", "a", "nein", share: again);
        builder.Flow("g", "b", "ja", share: 1 - again);
        builder.Chain("b", "e");
        return builder.Build();
    }

    [Test]
    public void A_loop_counts_with_its_share()
    {
        var figures = KeyFigures.Of(Loop(0.2));
        // a is visited 1 / (1 − 0.2) = 1.25 times, b once.
        figures.ExpectedProcessingTime.ShouldBe(TimeSpan.FromMinutes(12.5 + 6));
        figures.ExpectedCycleTime.ShouldBe(TimeSpan.FromMinutes(12.5 + 6 + 125 + 100));
        (figures.Steps, figures.Roles, figures.Handovers, figures.Loops, figures.Decisions, figures.AutomationShare).ShouldBe((2, 2, 1, 1, 1, 0.5));
    }

    [Test]
    public void Media_breaks_are_counted_inside_a_step_and_between_steps() =>
        KeyFigures.Of(Loop(0.2)).MediaBreaks.ShouldBe(3, "paper in and digital out in A, digital to paper from A to B, digital back to paper from A to A");

    [Test]
    public void The_roles_are_named_in_the_order_of_their_steps()
    {
        KeyFigures.RolesOf(Loop(0.2)).ShouldBe(["Eins", "Zwei"]);
        KeyFigures.RolesOf(new GraphBuilder("x", "p").Build()).ShouldBeEmpty();
    }

    [Test]
    public void A_loop_that_is_always_taken_has_no_expected_time() => KeyFigures.Of(Loop(1)).ExpectedProcessingTime.ShouldBeNull();

    [Test]
    public void Parallel_branches_all_run_and_their_join_counts_once()
    {
        var builder = new GraphBuilder("x", "p");
        builder.Node(NodeKind.StartEvent, null, "s");
        builder.Node(NodeKind.ParallelGateway, null, "f");
        foreach (var name in new[] { "a", "b", "c" }) builder.Node(NodeKind.UserTask, name, name, with: node => Timed(node, 10));
        builder.Node(NodeKind.ParallelGateway, null, "j");
        builder.Node(NodeKind.UserTask, "d", "d", with: node => Timed(node, 7));
        builder.Chain("s", "f");
        foreach (var name in new[] { "a", "b", "c" }) builder.Chain("f", name, "j");
        builder.Chain("j", "d");
        KeyFigures.Of(builder.Build()).ExpectedProcessingTime.ShouldBe(TimeSpan.FromMinutes(37));
    }

    [Test]
    public void Steps_inside_a_sub_process_count_as_often_as_it_runs()
    {
        var builder = new GraphBuilder("x", "p");
        builder.Node(NodeKind.StartEvent, null, "s");
        builder.Node(NodeKind.ExclusiveGateway, null, "g");
        builder.Node(NodeKind.SubProcess, "Teil", "sub");
        builder.Node(NodeKind.StartEvent, null, "s2", parent: "sub");
        builder.Node(NodeKind.UserTask, "a", "a", parent: "sub", with: node => Timed(node, 20));
        builder.Node(NodeKind.EndEvent, null, "e");
        builder.Chain("s", "g");
        builder.Flow("g", "sub", share: 0.25);
        builder.Flow("g", "e");
        builder.Chain("sub", "e");
        builder.Chain("s2", "a");
        KeyFigures.Of(builder.Build()).ExpectedProcessingTime.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Test]
    public void What_is_not_recorded_is_null()
    {
        var builder = new GraphBuilder("x", "p");
        builder.Node(NodeKind.StartEvent, null, "s");
        builder.Node(NodeKind.UserTask, "a", "a");
        builder.Chain("s", "a");
        KeyFigures.Of(builder.Build()).ShouldSatisfyAllConditions(figures => figures.ExpectedProcessingTime.ShouldBeNull(), figures => figures.Cost.ShouldBeNull());
        KeyFigures.Of(new ProcessGraph()).ShouldBe(new KeyFigures());
    }
}
