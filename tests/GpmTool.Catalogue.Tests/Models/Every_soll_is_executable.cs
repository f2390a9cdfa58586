using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Catalogue.Tests.Models;

[TestFixtureSource(typeof(Catalogue), nameof(Catalogue.SollModels))]
public sealed class Every_soll_is_executable(CatalogueModel model)
{
    private ProcessGraph Graph => model.Graph;

    private GraphIndex Index => new(Graph);

    [Test]
    public void Nothing_blocks_its_publication() =>
        ElsaDocument.Check(File.ReadAllBytes(model.Path)).Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Code} {finding.ElementId}").ShouldBeEmpty();

    [Test]
    public void Every_element_of_it_runs() =>
        ElsaDocument.Executability(Graph, model.ProcessKey).Where(element => element.Level == ExecutionLevel.DocumentationOnly).Select(element => $"{element.ElementId} {element.Name}").ShouldBeEmpty();

    [Test]
    public void It_uses_only_plain_constructs() =>
        Graph.Nodes.Where(node => node.Kind is NodeKind.AdHocSubProcess or NodeKind.Transaction or NodeKind.ComplexGateway or NodeKind.InclusiveGateway
            || node.TriggeredByEvent || node.IsForCompensation || node.NonInterrupting).Select(node => node.Id).ShouldBeEmpty();

    [Test]
    public void Every_decision_is_a_question_with_answers_and_one_default()
    {
        foreach (var decision in Graph.Nodes.Where(node => node.Kind == NodeKind.ExclusiveGateway && Index.Outgoing(node.Id).Count > 1))
        {
            decision.Name.ShouldNotBeNullOrWhiteSpace(decision.Id);
            Index.Outgoing(decision.Id).ShouldAllBe(flow => !string.IsNullOrWhiteSpace(flow.Name), decision.Name);
            Index.Outgoing(decision.Id).Count(flow => flow.Id == decision.DefaultFlowId).ShouldBe(1, decision.Name);
        }
    }

    [Test]
    public void Every_level_has_one_start_and_an_end()
    {
        foreach (var level in Levels())
        {
            Index.Children(level).Count(node => node.Kind == NodeKind.StartEvent).ShouldBe(1, level);
            Index.Children(level).Count(node => node.Kind == NodeKind.EndEvent).ShouldBeGreaterThanOrEqualTo(1, level);
        }
    }

    [Test]
    public void Every_node_is_reached_and_leads_to_an_end()
    {
        foreach (var level in Levels())
        {
            var nodes = Index.Children(level);
            var reached = Reach(nodes.Where(node => node.Kind == NodeKind.StartEvent).Select(node => node.Id), without: null);
            nodes.Select(node => node.Id).Except(reached).ShouldBeEmpty();
            nodes.Where(node => node.Kind != NodeKind.EndEvent && Next(node.Id).Count == 0).ShouldBeEmpty();
        }
    }

    [Test]
    public void A_loop_returns_to_a_step_that_every_path_passes()
    {
        foreach (var level in Levels())
        {
            var start = Index.Children(level).Single(node => node.Kind == NodeKind.StartEvent).Id;
            foreach (var flow in BackFlows(start))
                Reach([start], without: flow.To).ShouldNotContain(flow.From, $"the loop back to {flow.To} can be entered in the middle");
        }
    }

    [Test]
    public void Parallel_branches_are_joined()
    {
        var parallel = Graph.Nodes.Where(node => node.Kind == NodeKind.ParallelGateway).ToList();
        var splits = parallel.Where(node => Index.Outgoing(node.Id).Count > 1).ToList();
        var joins = parallel.Where(node => Index.Incoming(node.Id).Count > 1).ToList();
        splits.Sum(node => Index.Outgoing(node.Id).Count).ShouldBe(joins.Sum(node => Index.Incoming(node.Id).Count));
    }

    [Test]
    public void Messages_are_declared_and_timers_are_durations()
    {
        var declared = Graph.Declarations.Select(declaration => declaration.Id).ToHashSet();
        var events = Graph.Nodes.SelectMany(node => node.EventDefinitions).ToList();
        events.Where(e => e.Kind == EventKind.Message).ShouldAllBe(e => declared.Contains(e.ReferenceId!));
        Graph.Nodes.Where(node => node.Kind == NodeKind.ReceiveTask).ShouldAllBe(node => declared.Contains(node.MessageId!));
        events.Where(e => e.Kind == EventKind.Timer && e.Timer != TimerKind.Cycle).Select(e => e.Expression!.Text).ShouldAllBe(text => IsDuration(text));
        Graph.Nodes.Where(node => node.EventDefinitions.Any(e => e.Timer == TimerKind.Cycle)).ShouldAllBe(node => node.Kind == NodeKind.StartEvent);
    }

    private static bool IsDuration(string text) => IsoDuration.TryParse(text, null, out _);

    private IEnumerable<string> Levels() =>
        Graph.Nodes.Where(node => node.Kind.IsContainer()).Select(node => node.Id).Prepend(Index.MainProcessId.ShouldNotBeNull());

    // A boundary event leaves its activity, so it counts as a way out of it.
    private List<string> Next(string id) => [.. Index.Outgoing(id).Select(flow => flow.TargetId!), .. Index.Attached(id).Select(node => node.Id)];

    private HashSet<string> Reach(IEnumerable<string> from, string? without)
    {
        var seen = new HashSet<string>(from.Where(id => id != without));
        var waiting = new Queue<string>(seen);
        while (waiting.TryDequeue(out var id))
            foreach (var next in Next(id).Where(next => next != without && seen.Add(next))) waiting.Enqueue(next);
        return seen;
    }

    private List<(string From, string To)> BackFlows(string start)
    {
        var found = new List<(string, string)>();
        var done = new HashSet<string>();
        var path = new HashSet<string>();
        Visit(start);
        return found;

        void Visit(string id)
        {
            path.Add(id);
            foreach (var next in Next(id))
                if (path.Contains(next)) found.Add((id, next));
                else if (!done.Contains(next)) Visit(next);
            path.Remove(id);
            done.Add(id);
        }
    }
}
