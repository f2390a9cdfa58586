using GpmTool.Model;

namespace GpmTool.Catalogue.Tests.Range;

/// <summary>A catalogue of straight lines would show nothing: across it every construct that offices use occurs often enough.</summary>
public sealed class The_catalogue_shows_what_processes_are_made_of
{
    [Test]
    public void Sub_processes() => With(node => node.Kind == NodeKind.SubProcess).ShouldBeGreaterThanOrEqualTo(14);

    [Test]
    public void Timers() => With(node => node.EventDefinitions.Any(definition => definition.Kind == EventKind.Timer)).ShouldBeGreaterThanOrEqualTo(28);

    [Test]
    public void Boundary_events() => With(node => node.Kind == NodeKind.BoundaryEvent).ShouldBeGreaterThanOrEqualTo(14);

    [Test]
    public void Parallel_work() => With(node => node.Kind == NodeKind.ParallelGateway).ShouldBeGreaterThanOrEqualTo(14);

    [Test]
    public void Loops() => Catalogue.Models.Count(model => HasLoop(model.Graph)).ShouldBeGreaterThanOrEqualTo(28);

    [Test]
    public void Message_flows() => Catalogue.Models.Count(model => !model.Graph.MessageFlows.IsEmpty).ShouldBeGreaterThanOrEqualTo(28);

    [Test]
    public void Call_activities_tie_the_processes_together()
    {
        var calls = Catalogue.Models.SelectMany(model => model.Graph.Nodes.Select(node => node.CalledProcess).OfType<string>().Select(called => (model.ProcessKey, called))).Distinct().ToList();
        calls.Count.ShouldBeGreaterThanOrEqualTo(14);
        calls.Where(call => call.called == call.ProcessKey).ShouldBeEmpty("a process that calls itself");
    }

    [Test]
    public void Paper_digital_and_spoken_documents()
    {
        var media = Catalogue.Models.Where(model => !model.IsSoll).SelectMany(model => model.Graph.Nodes).SelectMany(node => node.Gpm?.Documents ?? []).Select(document => document.Medium).ToHashSet();
        foreach (var medium in new[] { Medium.Paper, Medium.Digital, Medium.Verbal }) media.ShouldContain(medium);
    }

    private static int With(Func<FlowNode, bool> holds) => Catalogue.Models.Count(model => model.Graph.Nodes.Any(holds));

    private static bool HasLoop(ProcessGraph graph)
    {
        var index = new GraphIndex(graph);
        return graph.Nodes.Any(node => Reaches(index, node.Id));
    }

    private static bool Reaches(GraphIndex index, string id)
    {
        var seen = new HashSet<string>();
        var waiting = new Queue<string>([id]);
        while (waiting.TryDequeue(out var current))
            foreach (var next in index.Outgoing(current).Select(flow => flow.TargetId!).Concat(index.Attached(current).Select(node => node.Id)))
                if (next == id) return true;
                else if (seen.Add(next)) waiting.Enqueue(next);
        return false;
    }
}
