using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>
/// Races: an event-based gateway, or work that a boundary event interrupts. The only construct that works in both
/// flowchart modes is a called workflow whose first End ends the rest of it.
/// </summary>
internal sealed partial class Projector
{
    private bool IsRace(FlowNode gateway)
    {
        var events = Outgoing(gateway).Select(flow => _index.Node(flow.TargetId)!).ToList();
        return events.Count > 0 && events.TrueForAll(node => IncomingCount(node) == 1 && node.Kind is NodeKind.IntermediateCatchEvent or NodeKind.ReceiveTask);
    }

    private void EventBased(Scope scope, FlowNode node)
    {
        if (!IsRace(node))
        {
            Note(node.Id, ExecutionLevel.DocumentationOnly, "elsa.event-gateway-unstructured",
                "Auf das Gateway folgt nicht nur je ein wartendes Ereignis; eine Aufgabe ersetzt es.",
                "The gateway is not followed by one waiting event each; a task stands for it.");
            scope.Add(Task(node, node.Id, node.Id));
            Leave(scope, node, node.Id);
            return;
        }

        var flows = Outgoing(node);
        var racers = new List<(string Winner, Activity Activity)>();
        foreach (var racer in flows.Select(flow => _index.Node(flow.TargetId)!))
        {
            var activity = racer.Kind == NodeKind.ReceiveTask ? WorkActivity(racer, racer.Id) : CatchActivity(racer, racer.Id);
            racers.Add((racer.Id, activity ?? Awaited(racer)));
        }

        var switchId = RaceCall(scope, node, racers, [.. racers.SkipLast(1).Select(racer => racer.Winner)]);
        scope.Entry[node.Id] = node.Id;
        for (var i = 0; i < flows.Count; i++) scope.Exit(flows[i], switchId, i == flows.Count - 1 ? "Default" : racers[i].Winner);
    }

    private void Race(Scope scope, FlowNode node, List<FlowNode> racers)
    {
        List<(string, Activity)> runners = [(node.Id, WorkActivity(node, node.Id))];
        foreach (var racer in racers) runners.Add((racer.Id, CatchActivity(racer, racer.Id)!));
        var switchId = RaceCall(scope, node, runners, [.. racers.Select(racer => racer.Id)]);
        Leave(scope, node, switchId, "Default");
        scope.Entry[node.Id] = node.Id;
        foreach (var racer in racers)
        {
            scope.Add(NoOperation(racer));
            scope.Chart.Connect(switchId, racer.Id, racer.Id);
            Leave(scope, racer, racer.Id);
        }
    }

    /// <summary>Calls the companion where the race is run and switches on its winner.</summary>
    private string RaceCall(Scope scope, FlowNode node, List<(string Winner, Activity Activity)> runners, List<string> cases)
    {
        var companion = $"{_definitionId}--{node.Id}";
        var variableId = $"{node.Id}--winner";
        var variable = "gewinner_" + string.Concat(node.Id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        for (var i = 2; _projection.Variables.Exists(known => known.Name == variable); i++) variable = $"{variable}_{i}";
        _projection.Variables.Add((variableId, variable, "Object"));
        scope.Add(ExecuteWorkflow(node.Id, node.Id, node.Name, companion, variableId));
        var switchId = $"{node.Id}--race-switch";
        // The result of a called workflow is its outputs, bare or wrapped, depending on the server's version.
        var winner = $"(r => {{ const o = r && (r.Output || r.output) || r; return o ? String(o.winner) : ''; }})(getVariable({JsonTexts.Quote(variable)}))";
        scope.Add(Switch(switchId, node.Id, null, [.. cases.Select(id => new SwitchCase(id, $"{winner} === {JsonTexts.Quote(id)}"))]));
        scope.Chart.Connect(node.Id, "Done", switchId);
        _projection.Companions.Add((companion, Label(node), RaceChart(node, runners)));
        Note(node.Id, ExecutionLevel.WithNote, "elsa.race",
            "Das Warten auf mehrere Ereignisse läuft in einer eigenen Begleitdefinition, die mit ausgeliefert wird.",
            "Waiting for several events runs in a companion definition that is delivered too.");
        return switchId;
    }

    private static Flowchart RaceChart(FlowNode node, List<(string Winner, Activity Activity)> runners)
    {
        var chart = new Flowchart();
        var start = $"{node.Id}--race-start";
        var fork = $"{node.Id}--race-fork";
        var labels = runners.Select(runner => runner.Winner).ToList();
        chart.Activities.Add(new Activity(start, "Elsa.Start") { ElementId = node.Id, Name = "Start", CanStart = true });
        chart.Activities.Add(Fork(fork, node.Id, null, labels));
        chart.Connect(start, "Done", fork);
        foreach (var (winner, activity) in runners)
        {
            chart.Activities.Add(activity);
            chart.Activities.Add(new Activity($"{winner}--output", "Elsa.SetOutput")
            {
                ElementId = winner,
                Inputs = [("outputName", ActivityInput.Literal("winner")), ("outputValue", ActivityInput.Of("Object", "Literal", winner))],
            });
            chart.Activities.Add(new Activity($"{winner}--end", "Elsa.End") { ElementId = winner });
            chart.Connect(fork, winner, activity.Id);
            chart.Connect(activity.Id, "Done", $"{winner}--output");
            chart.Connect($"{winner}--output", "Done", $"{winner}--end");
        }

        return chart;
    }
}
