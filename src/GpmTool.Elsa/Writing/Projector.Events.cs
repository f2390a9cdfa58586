using GpmTool.Model;

namespace GpmTool.Elsa;

internal sealed partial class Projector
{
    private void Start(Scope scope)
    {
        var starts = scope.Nodes.Where(node => node.Kind == NodeKind.StartEvent).ToList();
        if (starts.Count == 1)
        {
            scope.Add(StartActivity(scope, starts[0]));
            scope.StartId = starts[0].Id;
            Leave(scope, starts[0], starts[0].Id);
            Rewire(scope, starts);
            return;
        }

        var startId = $"{scope.ContainerId}--start";
        if (starts.Count > 1)
        {
            Choice(scope, startId, starts);
            Rewire(scope, starts);
            return;
        }

        var first = scope.Nodes.Where(node => scope.Has(node.Id) && !node.TriggeredByEvent && !node.IsForCompensation && IncomingCount(node) == 0).ToList();
        if (first.Count == 0) first = [.. scope.Nodes.Where(node => scope.Has(node.Id)).Take(1)];
        if (first.Count == 0) return;
        scope.Add(new Activity(startId, "Elsa.Start") { ElementId = scope.ContainerId, Name = "Start" });
        scope.StartId = startId;
        if (first.Count == 1)
        {
            scope.Chart.Connect(startId, "Done", scope.Entry[first[0].Id]);
            return;
        }

        var labels = Unique(first.Select(Label));
        scope.Add(Fork($"{scope.ContainerId}--start-fork", scope.ContainerId, null, labels));
        scope.Chart.Connect(startId, "Done", $"{scope.ContainerId}--start-fork");
        for (var i = 0; i < first.Count; i++) scope.Chart.Connect($"{scope.ContainerId}--start-fork", labels[i], scope.Entry[first[i].Id]);
    }

    /// <summary>The engine starts one activity only: several start events become one start that asks which it was.</summary>
    private void Choice(Scope scope, string startId, List<FlowNode> starts)
    {
        scope.Add(new Activity(startId, "Elsa.Start") { ElementId = scope.ContainerId, Name = "Start", CanStart = scope.IsRoot });
        scope.StartId = startId;
        var labels = Unique(starts.Select(Label));
        var (decision, variable) = Decision(scope.ContainerId, "start-decision", "Auslöser", labels, several: false);
        var switchId = $"{scope.ContainerId}--start-switch";
        scope.Add(decision);
        scope.Add(Switch(switchId, scope.ContainerId, null, [.. labels.SkipLast(1).Select(label => new SwitchCase(label, Chose(variable, label)))]));
        scope.Chart.Connect(startId, "Done", decision.Id);
        scope.Chart.Connect(decision.Id, "Done", switchId);
        for (var i = 0; i < starts.Count; i++)
        {
            scope.Add(NoOperation(starts[i]));
            Leave(scope, starts[i], starts[i].Id);
            scope.Chart.Connect(switchId, i == starts.Count - 1 ? "Default" : labels[i], starts[i].Id);
            Note(starts[i].Id, ExecutionLevel.WithNote, "elsa.several-starts",
                "Der Server kennt nur einen Start; eine Aufgabe fragt nach dem Auslöser.",
                "The server knows one start only; a task asks for the trigger.");
        }
    }

    /// <summary>Start events are written after the flows were seen.</summary>
    private void Rewire(Scope scope, List<FlowNode> starts)
    {
        foreach (var flow in starts.SelectMany(start => _index.Outgoing(start.Id)))
        {
            _projection.Unprojected.Remove(flow.Id);
            Wire(scope, flow);
        }
    }

    private Activity StartActivity(Scope scope, FlowNode node)
    {
        var plain = new Activity(node.Id, "Elsa.Start") { ElementId = node.Id, Name = node.Name, CanStart = scope.IsRoot };
        if (node.Binding is { } binding) return new Activity(node.Id, binding.Type) { ElementId = node.Id, Name = node.Name, CanStart = scope.IsRoot, Members = binding.Members };
        if (node.EventDefinitions.IsEmpty) return plain;
        if (scope.IsRoot && node.EventDefinitions is [var definition])
        {
            if (definition.Kind is EventKind.Message or EventKind.Signal)
                return new Activity(node.Id, "Elsa.Event") { ElementId = node.Id, Name = node.Name, CanStart = true, Inputs = [("eventName", ActivityInput.Literal(EventName(node, definition)))] };
            if (definition.Kind == EventKind.Timer && StartTimer(definition) is var (type, member, input))
                return new Activity(node.Id, type) { ElementId = node.Id, Name = node.Name, CanStart = true, Inputs = [(member, input)] };
        }

        Note(node.Id, ExecutionLevel.WithNote, "elsa.start-trigger",
            "Der Auslöser wird auf dem Server nicht überwacht; der Vorgang wird von Hand gestartet.",
            "The server does not watch the trigger; the case is started by hand.");
        return plain;
    }

    private static (string Type, string Member, ActivityInput Input)? StartTimer(EventDefinition definition)
    {
        var text = definition.Expression?.Text;
        if (definition.Timer == TimerKind.Date)
            return Timers.DateText(text) is { } date ? ("Elsa.StartAt", "dateTime", ActivityInput.Of("DateTimeOffset", "Literal", date)) : null;
        if (Timers.IsCron(text)) return ("Elsa.Cron", "cronExpression", ActivityInput.Literal(text!.Trim()));
        return Timers.IntervalText(text) is { } interval ? ("Elsa.Timer", "interval", ActivityInput.Of("TimeSpan", "Literal", interval)) : null;
    }

    private static (string Type, string Member, ActivityInput Input)? CatchTimer(EventDefinition definition)
    {
        var text = definition.Expression?.Text;
        if (definition.Timer == TimerKind.Date)
            return Timers.DateText(text) is { } date ? ("Elsa.StartAt", "dateTime", ActivityInput.Of("DateTimeOffset", "Literal", date)) : null;
        return Timers.IntervalText(text) is { } span ? ("Elsa.Delay", "timeSpan", ActivityInput.Of("TimeSpan", "Literal", span)) : null;
    }

    private void Catch(Scope scope, FlowNode node)
    {
        scope.Add(CatchActivity(node, node.Id) ?? Waits(node));
        Leave(scope, node, node.Id);
    }

    private Activity Waits(FlowNode node) => node.EventDefinitions is [{ Kind: EventKind.Link }] ? NoOperation(node) : Awaited(node);

    private Activity Awaited(FlowNode node)
    {
        Note(node.Id, ExecutionLevel.WithNote, "elsa.waits-for-person",
            "Der Server kann auf dieses Ereignis nicht warten; eine Aufgabe wird erledigt, sobald es eintritt.",
            "The server cannot wait for this event; a task is done as soon as it occurs.");
        return Task(node, node.Id, node.Id);
    }

    private Activity? CatchActivity(FlowNode node, string id)
    {
        if (node.Binding is { } binding) return new Activity(id, binding.Type) { ElementId = node.Id, Name = node.Name, Members = binding.Members };
        if (node.EventDefinitions is not [var definition]) return null;
        if (definition.Kind is EventKind.Message or EventKind.Signal)
            return new Activity(id, "Elsa.Event") { ElementId = node.Id, Name = node.Name, Inputs = [("eventName", ActivityInput.Literal(EventName(node, definition)))] };
        return definition.Kind == EventKind.Timer && CatchTimer(definition) is var (type, member, input)
            ? new Activity(id, type) { ElementId = node.Id, Name = node.Name, Inputs = [(member, input)] }
            : null;
    }

    private void Throw(Scope scope, FlowNode node)
    {
        var isEnd = node.Kind == NodeKind.EndEvent;
        var definition = node.EventDefinitions.IsEmpty ? null : node.EventDefinitions[0];
        if (node.EventDefinitions.Count > 1)
            Note(node.Id, ExecutionLevel.WithNote, "elsa.throw-several",
                "Von mehreren Ereignisdefinitionen wirkt auf dem Server nur die erste.",
                "Of several event definitions only the first takes effect on the server.");
        scope.Add(node.Binding is { } binding
            ? new Activity(node.Id, binding.Type) { ElementId = node.Id, Name = node.Name, Members = binding.Members }
            : definition?.Kind switch
            {
                null when isEnd && scope.CanEnd && Outgoing(node).Count == 0 => new Activity(node.Id, "Elsa.End") { ElementId = node.Id, Name = node.Name },
                null or EventKind.Link => NoOperation(node),
                EventKind.Message or EventKind.Signal => new Activity(node.Id, "Elsa.PublishEvent")
                {
                    ElementId = node.Id,
                    Name = node.Name,
                    Inputs = [("eventName", ActivityInput.Literal(EventName(node, definition)))],
                },
                // Finish would end the whole workflow from inside a sub-process.
                EventKind.Terminate => new Activity(node.Id, scope.IsRoot ? "Elsa.Finish" : "Elsa.End") { ElementId = node.Id, Name = node.Name },
                EventKind.Error => new Activity(node.Id, "Elsa.Fault")
                {
                    ElementId = node.Id,
                    Name = node.Name,
                    Inputs = [("code", ActivityInput.Literal(ErrorCode(definition))), ("message", ActivityInput.Literal(Label(node)))],
                },
                _ => Unsupported(node),
            });
        Leave(scope, node, node.Id);
    }

    private Activity Unsupported(FlowNode node)
    {
        Note(node.Id, ExecutionLevel.DocumentationOnly, "elsa.throw-unsupported",
            "Dieses Ereignis hat auf dem Server keine Wirkung; eine Aufgabe erinnert daran.",
            "This event has no effect on the server; a task reminds of it.");
        return Task(node, node.Id, node.Id);
    }

    /// <summary>A link event continues at its partner of the same name.</summary>
    private void Links(Scope scope)
    {
        var catches = scope.Nodes.Where(node => node.Kind == NodeKind.IntermediateCatchEvent && node.EventDefinitions is [{ Kind: EventKind.Link }]).ToList();
        foreach (var node in scope.Nodes.Where(node => node.Kind == NodeKind.IntermediateThrowEvent && node.EventDefinitions is [{ Kind: EventKind.Link }]))
        {
            var name = node.EventDefinitions[0].Name ?? node.Name;
            if (catches.Find(candidate => (candidate.EventDefinitions[0].Name ?? candidate.Name) == name) is { } partner)
                scope.Chart.Connect(node.Id, "Done", partner.Id);
            else
                Note(node.Id, ExecutionLevel.DocumentationOnly, "elsa.link-without-partner",
                    "Zu diesem Link gibt es kein Gegenstück.", "This link has no partner.");
        }
    }

    private string EventName(FlowNode node, EventDefinition definition) => MessageName(definition.ReferenceId) ?? definition.Name ?? Label(node);

    private string ErrorCode(EventDefinition definition) =>
        _graph.Declarations.FirstOrDefault(declaration => declaration.Id == definition.ReferenceId)?.Code ?? MessageName(definition.ReferenceId) ?? "error";
}
