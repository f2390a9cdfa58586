using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>
/// Turns the main process of a graph into activities that run right in both flowchart modes of Elsa. Every node keeps
/// its id; helpers are called <c>&lt;element&gt;--&lt;role&gt;</c>. Total: every kind has a form, what cannot run as
/// modelled gets a note.
/// </summary>
internal sealed partial class Projector
{
    private readonly ProcessGraph _graph;
    private readonly GraphIndex _index;
    private readonly string _definitionId;
    private readonly Projection _projection;
    private readonly Dictionary<string, string> _declarations = new(StringComparer.Ordinal);

    private Projector(ProcessGraph graph, string definitionId)
    {
        _graph = graph;
        _index = new GraphIndex(graph);
        _definitionId = definitionId;
        foreach (var declaration in graph.Declarations.AsSpan())
            if (declaration.Name is { } name) _declarations.TryAdd(declaration.Id, name);
        var main = _index.MainProcessId ?? "process";
        _projection = new Projection { Root = new Flowchart(), RootId = main };
    }

    public static Projection Project(ProcessGraph graph, string definitionId)
    {
        var projector = new Projector(graph, definitionId);
        projector.Container(projector._projection.RootId, projector._projection.Root, isRoot: true);
        projector.OtherProcesses();
        foreach (var diagram in graph.Diagrams.AsSpan().Slice(0, Math.Min(1, graph.Diagrams.Count))) Positions.Apply(projector._projection.Root, diagram);
        if (graph.Diagrams.IsEmpty) Positions.Apply(projector._projection.Root, null);
        foreach (var (_, _, root) in projector._projection.Companions) Positions.Apply(root, null);
        return projector._projection;
    }

    private void OtherProcesses()
    {
        foreach (var process in _graph.Processes.AsSpan())
            if (process.Id != _projection.RootId)
                Note(process.Id, ExecutionLevel.DocumentationOnly, "elsa.other-process",
                    "Nur der Hauptprozess wird ausgeführt; dieser Prozess eines Partners bleibt Dokumentation.",
                    "Only the main process is executed; this partner's process stays documentation.");
    }

    private void Container(string containerId, Flowchart chart, bool isRoot)
    {
        var scope = new Scope(chart, containerId, isRoot);
        foreach (var node in _index.Children(containerId))
            if (node.Kind != NodeKind.BoundaryEvent) scope.Nodes.Add(node);
        foreach (var node in scope.Nodes)
            if (node.Kind == NodeKind.EventBasedGateway && IsRace(node)) scope.Raced.UnionWith(Outgoing(node).Select(flow => flow.TargetId!));
        scope.CanEnd = Structure.EveryForkIsJoined(_index, scope.Nodes);
        foreach (var node in scope.Nodes) Node(scope, node);
        foreach (var node in _index.Children(containerId))
            if (node.Kind == NodeKind.BoundaryEvent && !scope.Has(node.Id)) Boundary(scope, node);
        foreach (var flow in _graph.Flows.AsSpan())
            if (flow.ParentId == containerId) Wire(scope, flow);
        Start(scope);
        Links(scope);
        Detach(scope);
    }

    private void Node(Scope scope, FlowNode node)
    {
        if (node.TriggeredByEvent || node.IsForCompensation)
        {
            Documented(scope, node);
            return;
        }

        if (scope.Raced.Contains(node.Id))
        {
            // The race is over when the flow comes here: the event itself was awaited in the companion.
            scope.Add(NoOperation(node));
            Leave(scope, node, node.Id);
            return;
        }

        switch (node.Kind)
        {
            case NodeKind.StartEvent: break; // Written by Start, once it is known how many there are.
            case NodeKind.IntermediateCatchEvent: Catch(scope, node); break;
            case NodeKind.IntermediateThrowEvent or NodeKind.EndEvent: Throw(scope, node); break;
            case NodeKind.ExclusiveGateway: Exclusive(scope, node); break;
            case NodeKind.ParallelGateway: Parallel(scope, node); break;
            case NodeKind.InclusiveGateway: Inclusive(scope, node); break;
            case NodeKind.EventBasedGateway: EventBased(scope, node); break;
            case NodeKind.ComplexGateway:
                Note(node.Id, ExecutionLevel.DocumentationOnly, "elsa.complex-gateway",
                    "Die Regel eines komplexen Gateways wird nicht ausgeführt; eine Aufgabe fragt danach, alle Ausgänge werden genommen.",
                    "The rule of a complex gateway is not executed; a task asks for it, all branches are taken.");
                scope.Add(Task(node, node.Id, node.Id));
                Leave(scope, node, node.Id);
                break;
            default: Work(scope, node); break;
        }
    }

    /// <summary>An activity: raced by its interrupting boundary events where it has some.</summary>
    private void Work(Scope scope, FlowNode node)
    {
        RepeatNote(node);
        var racers = _index.Attached(node.Id).Where(boundary => boundary.ParentId == node.ParentId && IsRacer(boundary)).ToList();
        if (racers.Count == 0)
        {
            scope.Add(WorkActivity(node, node.Id));
            Leave(scope, node, node.Id);
        }
        else
        {
            Race(scope, node, racers);
        }
    }

    private static bool IsRacer(FlowNode boundary) => !boundary.NonInterrupting && boundary.EventDefinitions is [var only]
        && only.Kind is EventKind.Timer or EventKind.Message or EventKind.Signal && (only.Kind != EventKind.Timer || CatchTimer(only) is not null);

    private void Boundary(Scope scope, FlowNode boundary)
    {
        Note(boundary.Id, ExecutionLevel.DocumentationOnly, "elsa.boundary-event",
            "Dieses angeheftete Ereignis löst auf dem Server nicht aus; sein Ablauf bleibt Dokumentation.",
            "This boundary event does not fire on the server; its flow stays documentation.");
        scope.Add(Task(boundary, boundary.Id, boundary.Id));
        Leave(scope, boundary, boundary.Id);
    }

    private void Documented(Scope scope, FlowNode node)
    {
        Note(node.Id, ExecutionLevel.DocumentationOnly, node.TriggeredByEvent ? "elsa.event-sub-process" : "elsa.compensation",
            node.TriggeredByEvent ? "Ein Ereignis-Teilprozess wird auf dem Server nicht ausgelöst." : "Kompensation wird auf dem Server nicht ausgeführt.",
            node.TriggeredByEvent ? "An event sub-process is not triggered on the server." : "Compensation is not executed on the server.");
        scope.Add(WorkActivity(node, node.Id));
        Leave(scope, node, node.Id);
    }

    /// <summary>Says where the outgoing flows of a node that is no gateway leave: several of them are a fork.</summary>
    private void Leave(Scope scope, FlowNode node, string activityId, string port = "Done")
    {
        scope.Entry[node.Id] = scope.Entry.GetValueOrDefault(node.Id, activityId);
        var flows = Outgoing(node);
        if (flows.Count <= 1)
        {
            foreach (var flow in flows) scope.Exit(flow, activityId, port);
        }
        else if (flows.Exists(flow => flow.Condition is not null))
        {
            Choose(scope, node, flows, activityId, port, forkId: $"{node.Id}--fork");
        }
        else
        {
            var labels = Labels(flows);
            scope.Add(Fork($"{node.Id}--fork", node.Id, null, labels));
            scope.Chart.Connect(activityId, port, $"{node.Id}--fork");
            for (var i = 0; i < flows.Count; i++) scope.Exit(flows[i], $"{node.Id}--fork", labels[i]);
        }
    }

    private void Wire(Scope scope, SequenceFlow flow)
    {
        if (flow.TargetId is { } target && scope.Exits.TryGetValue(flow.Id, out var exits))
        {
            foreach (var (activity, port) in exits) scope.Waiting.Add((activity, port, target, flow.Id));
        }
        else
        {
            _projection.Unprojected.Add(flow.Id);
        }
    }

    private List<SequenceFlow> Outgoing(FlowNode node) => [.. _index.Outgoing(node.Id).Where(flow =>
        _index.Node(flow.TargetId) is { } target && target.ParentId == node.ParentId && target.Kind != NodeKind.BoundaryEvent)];

    private int IncomingCount(FlowNode node) => _index.Incoming(node.Id).Count(flow => _index.Node(flow.SourceId)?.ParentId == node.ParentId);

    /// <summary>Connections between the activities; those that only documentation leads to are left out where they would reach the rest.</summary>
    private void Detach(Scope scope)
    {
        foreach (var (activity, port, target, flow) in scope.Waiting)
        {
            if (scope.FlowEntry.TryGetValue(flow, out var own)) scope.Chart.Connect(activity, port, own, flow);
            else if (scope.Entry.TryGetValue(target, out var entry)) scope.Chart.Connect(activity, port, entry, flow);
            else _projection.Unprojected.Add(flow);
        }

        // A switch whose rest leads nowhere still needs its way out: the engine would end the whole flow silently.
        foreach (var activity in scope.Chart.Activities.Where(activity => activity.Type == "Elsa.FlowSwitch").ToList())
        {
            if (scope.Chart.Connections.Exists(connection => connection.Source == activity.Id && connection.Port == "Default")) continue;
            scope.Add(new Activity($"{activity.Id}--otherwise", "Elsa.Flowchart") { ElementId = activity.ElementId, Body = new Flowchart() });
            scope.Chart.Connect(activity.Id, "Default", $"{activity.Id}--otherwise");
        }

        if (scope.StartId is null) return;
        var analysis = new FlowAnalysis(scope.StartId, scope.Chart.Connections.Select(c => (c.Source, c.Target)));
        foreach (var connection in scope.Chart.Connections.Where(c => !analysis.IsReachable(c.Source) && analysis.IsReachable(c.Target)).ToList())
        {
            if (connection.Port == "Default") continue;
            scope.Chart.Connections.Remove(connection);
            if (connection.FlowId is { } flow) _projection.Unprojected.Add(flow);
        }

        Ends(scope, analysis);
        foreach (var node in scope.Nodes)
            if (scope.Entry.TryGetValue(node.Id, out var entry) && !analysis.IsReachable(entry) && !_projection.Notes.Exists(note => note.ElementId == node.Id && note.Level == ExecutionLevel.DocumentationOnly))
                Note(node.Id, ExecutionLevel.DocumentationOnly, "elsa.unreachable",
                    "Kein ausführbarer Weg führt vom Start hierher.", "No executable path leads here from the start.");
    }

    /// <summary>An End inside a branch of a fork would stop the other branches: there the branch just runs out.</summary>
    private void Ends(Scope scope, FlowAnalysis analysis)
    {
        var byId = scope.Chart.Activities.ToDictionary(activity => activity.Id, StringComparer.Ordinal);
        bool Joins(string id) => byId[id].Type == "Elsa.FlowJoin";
        foreach (var fork in scope.Chart.Activities.Where(activity => activity.Type == "Elsa.FlowFork").ToList())
            foreach (var id in analysis.Next(fork.Id).SelectMany(head => analysis.Walk(head, Joins)).Distinct())
            {
                if (byId[id] is not { Type: "Elsa.End" } end) continue;
                scope.Chart.Activities[scope.Chart.Activities.IndexOf(end)] = byId[id] =
                    new Activity(end.Id, "Elsa.Flowchart") { ElementId = end.ElementId, Name = end.Name, Body = new Flowchart() };
                if (_index.Node(end.Id)?.EventDefinitions is [{ Kind: EventKind.Terminate }, ..])
                    Note(end.Id, ExecutionLevel.WithNote, "elsa.terminate-in-branch",
                        "Auf dem Server endet nur der eigene Zweig; die parallelen Zweige des Teilprozesses laufen weiter.",
                        "On the server only its own branch ends; the parallel branches of the sub-process go on.");
            }
    }

    private void Note(string elementId, ExecutionLevel level, string code, string german, string english) =>
        _projection.Notes.Add((elementId, level, code, new LocalText(german, english)));

    /// <summary>What is known while one container is turned into a flowchart.</summary>
    private sealed class Scope(Flowchart chart, string containerId, bool isRoot)
    {
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        public Flowchart Chart { get; } = chart;

        public string ContainerId { get; } = containerId;

        public bool IsRoot { get; } = isRoot;

        public List<FlowNode> Nodes { get; } = [];

        /// <summary>Events that are awaited in a companion.</summary>
        public HashSet<string> Raced { get; } = new(StringComparer.Ordinal);

        public bool CanEnd { get; set; }

        public string? StartId { get; set; }

        /// <summary>Where the flows into a node arrive.</summary>
        public Dictionary<string, string> Entry { get; } = new(StringComparer.Ordinal);

        /// <summary>Where a single flow arrives instead.</summary>
        public Dictionary<string, string> FlowEntry { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, List<(string Activity, string Port)>> Exits { get; } = new(StringComparer.Ordinal);

        public List<(string Activity, string Port, string Target, string FlowId)> Waiting { get; } = [];

        public bool Has(string id) => _ids.Contains(id);

        public void Add(Activity activity)
        {
            if (_ids.Add(activity.Id)) Chart.Activities.Add(activity);
        }

        public void Exit(SequenceFlow flow, string activity, string port)
        {
            if (!Exits.TryGetValue(flow.Id, out var list)) Exits[flow.Id] = list = [];
            list.Add((activity, port));
        }
    }
}
