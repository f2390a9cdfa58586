using GpmTool.Model;

namespace GpmTool.Catalogue.Tests.Models;

[TestFixtureSource(typeof(Catalogue), nameof(Catalogue.Models))]
public sealed class Every_model_is_sound(CatalogueModel model)
{
    [Test]
    public void It_reads_without_an_error() =>
        model.Reading.Findings.Where(finding => finding.Severity == Severity.Error).Select(Text).ShouldBeEmpty();

    [Test]
    public void The_graph_has_no_fault() => GraphFaults.Find(model.Graph).Select(Text).ShouldBeEmpty();

    [Test]
    public void It_has_eight_to_thirty_steps() => Steps.Of(model.Graph).Count().ShouldBeInRange(8, 30);

    [Test]
    public void It_says_that_it_is_an_example() => model.Graph.Description.ShouldNotBeNull().ShouldContain("Illustratives Beispiel");

    [Test]
    public void Every_step_has_a_role_a_time_and_an_activity_group()
    {
        var index = new GraphIndex(model.Graph);
        Steps.Of(model.Graph)
            .Where(step => string.IsNullOrWhiteSpace(step.Name) || string.IsNullOrWhiteSpace(index.RoleOf(step)) || step.Gpm?.ProcessingTime is null || step.Gpm.Rag is null)
            .Select(step => $"{step.Id} {step.Name}").ShouldBeEmpty();
    }

    [Test]
    public void Roles_are_no_persons()
    {
        var roles = model.Graph.Lanes.Select(lane => lane.Name).Concat(model.Graph.Pools.Select(pool => pool.Name)).Concat(model.Graph.Nodes.Select(node => node.Gpm?.Role));
        roles.Where(role => role is not null && GermanText.Fold(role).Split(' ').Any(word => word is "herr" or "herrn" or "frau" or "hr" or "fr")).ShouldBeEmpty();
    }

    [Test]
    public void The_shares_of_every_decision_add_up_to_one()
    {
        var index = new GraphIndex(model.Graph);
        foreach (var gateway in model.Graph.Nodes.Where(node => node.Kind == NodeKind.ExclusiveGateway))
        {
            var branches = index.Outgoing(gateway.Id);
            if (branches.Count < 2) continue;
            branches.ShouldAllBe(flow => flow.Probability != null && !string.IsNullOrWhiteSpace(flow.Name), gateway.Name);
            branches.Sum(flow => flow.Probability!.Value.Value).ShouldBe(1, 1e-9, gateway.Name);
        }
    }

    // Alternatives that meet in a parallel gateway would wait for each other for ever.
    [Test]
    public void A_parallel_gateway_splits_or_joins_never_both()
    {
        var index = new GraphIndex(model.Graph);
        model.Graph.Nodes.Where(node => node.Kind == NodeKind.ParallelGateway && index.Incoming(node.Id).Count > 1 && index.Outgoing(node.Id).Count > 1)
            .Select(node => node.Id).ShouldBeEmpty();
    }

    [Test]
    public void Called_processes_are_in_the_catalogue() =>
        model.Graph.Nodes.Select(node => node.CalledProcess).OfType<string>()
            .Except(Catalogue.ProcessNames.Select(name => name[(name.LastIndexOf('/') + 1)..])).ShouldBeEmpty();

    private static string Text(Finding finding) => $"{finding.Code} {finding.ElementId}: {finding.Message.German}";
}
