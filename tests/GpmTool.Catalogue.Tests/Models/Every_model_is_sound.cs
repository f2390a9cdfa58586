using System.Text.RegularExpressions;
using GpmTool.Analysis;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Catalogue.Tests.Models;

[TestFixtureSource(typeof(Catalogue), nameof(Catalogue.Models))]
public sealed partial class Every_model_is_sound(CatalogueModel model)
{
    [Test]
    public void It_reads_without_an_error() =>
        model.Reading.Findings.Where(finding => finding.Severity == Severity.Error).Select(Text).ShouldBeEmpty();

    [Test]
    public void The_graph_has_no_fault() => GraphFaults.Find(model.Graph).Select(Text).ShouldBeEmpty();

    [Test]
    public void The_rules_of_method_find_nothing() => ModelRules.Check(model.Graph).Select(Text).ShouldBeEmpty();

    [Test]
    public void It_stands_there_as_it_is_written()
    {
        model.Reading.Envelope.DefinitionId.ShouldBe(model.IsSoll ? model.ProcessKey : $"{model.ProcessKey}.ist.{model.Authority}");
        byte[] written = [.. ElsaDocument.Write(model.Graph, model.Reading.Envelope.DefinitionId, indented: true), (byte)'\n'];
        File.ReadAllBytes(model.Path).AsSpan().SequenceEqual(written).ShouldBeTrue("the file is not what the writer makes of its graph");
    }

    // Offices count what happens as a step too, so a short model may make up its eight with events.
    [Test]
    public void It_has_eight_to_thirty_steps()
    {
        (Steps.Of(model.Graph).Count() + model.Graph.Nodes.Count(node => node.Kind.IsEvent())).ShouldBeGreaterThanOrEqualTo(8);
        Steps.Of(model.Graph).Count().ShouldBeLessThanOrEqualTo(30);
    }

    [Test]
    public void It_says_how_often_and_by_how_many_it_is_done()
    {
        var figures = model.Graph.Processes.Single(process => process.Id == new GraphIndex(model.Graph).MainProcessId).Gpm.ShouldNotBeNull();
        figures.CasesPerYear.ShouldNotBeNull().ShouldBeGreaterThan(0);
        figures.Arrivals.ShouldNotBeNull().Fault().ShouldBeNull();
        figures.Staffing.ShouldNotBeEmpty();
        figures.Staffing.ShouldAllBe(staffing => staffing.FullTimeEquivalents > 0);
        var roles = model.Graph.Nodes.Select(node => new GraphIndex(model.Graph).RoleOf(node)).ToHashSet();
        figures.Staffing.Select(staffing => staffing.Role).Where(role => !roles.Contains(role)).ShouldBeEmpty("nobody works in these roles");
    }

    [Test]
    public void It_says_that_it_is_an_example() => model.Graph.Description.ShouldNotBeNull().ShouldContain("Illustratives Beispiel");

    [Test]
    public void Every_step_has_a_role_a_time_and_an_activity_group()
    {
        var index = new GraphIndex(model.Graph);
        Steps.Of(model.Graph)
            // The time of a call lies in the process that is called.
            .Where(step => string.IsNullOrWhiteSpace(step.Name) || string.IsNullOrWhiteSpace(index.RoleOf(step)) || step.Gpm?.Rag is null || (step.Gpm.ProcessingTime is null && step.Kind != NodeKind.CallActivity))
            .Select(step => $"{step.Id} {step.Name}").ShouldBeEmpty();
    }

    [Test]
    public void It_names_no_person() => Person().Matches(File.ReadAllText(model.Path)).Select(match => match.Value).ShouldBeEmpty();

    [Test]
    public void The_pattern_for_persons_finds_them_and_nothing_else()
    {
        Person().IsMatch("an Frau Muster weiterleiten").ShouldBeTrue();
        Person().IsMatch("Referat 62, Hr. N. N.").ShouldBeTrue();
        Person().IsMatch("Frauenvertretung beteiligen, Herrenumkleide prüfen").ShouldBeFalse();
    }

    [Test]
    public void The_shares_of_every_decision_add_up_to_one()
    {
        var index = new GraphIndex(model.Graph);
        foreach (var gateway in model.Graph.Nodes.Where(node => node.Kind == NodeKind.ExclusiveGateway))
        {
            var branches = index.Outgoing(gateway.Id);
            if (branches.Count < 2) continue;
            branches.ShouldAllBe(flow => flow.Probability != null, gateway.Name ?? gateway.Id);
            branches.Sum(flow => flow.Probability!.Value.Value).ShouldBe(1, 1e-9, gateway.Name ?? gateway.Id);
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

    [GeneratedRegex(@"\b(Herrn?|Frau|Hr\.|Fr\.)\s+\p{Lu}")]
    private static partial Regex Person();

    private static string Text(Finding finding) => $"{finding.Code} {finding.ElementId}: {finding.Message.German}";
}
