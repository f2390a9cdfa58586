namespace GpmTool.Model;

/// <summary>
/// The faults of a graph: ids that occur twice, flows that hang, members that are missing. All of them at once; none
/// of them keeps a graph from being stored.
/// </summary>
public static class GraphFaults
{
    /// <summary>Checks a graph. O(elements).</summary>
    public static IReadOnlyList<Finding> Find(ProcessGraph graph) => new Check(graph).Run();

    private sealed class Check(ProcessGraph graph)
    {
        private readonly List<Finding> _findings = [];
        private readonly GraphIndex _index = new(graph);
        private readonly Dictionary<string, GraphElement> _elements = new(StringComparer.Ordinal);

        public List<Finding> Run()
        {
            Ids();
            foreach (var node in graph.Nodes.AsSpan()) Node(node);
            Flows();
            Lanes();
            Rest();
            return _findings;
        }

        private void Ids()
        {
            IEnumerable<GraphElement> all =
            [
                .. graph.OtherCollaborations, .. graph.Processes, .. graph.Pools, .. graph.Lanes, .. graph.Nodes, .. graph.Flows, .. graph.MessageFlows, .. graph.Data,
                .. graph.DataAssociations, .. graph.Artifacts, .. graph.Associations, .. graph.Declarations,
            ];
            if (graph.Collaboration is { } collaboration) _elements[collaboration.Id] = collaboration;
            foreach (var element in all)
            {
                if (element.Id.Length == 0)
                    Add(Severity.Error, "graph.id-missing", element, "Ein Element hat keine Kennung.", "An element has no id.", "Vergeben Sie eine eindeutige Kennung.", "Give it an id of its own.");
                else if (!_elements.TryAdd(element.Id, element))
                    Add(Severity.Error, "graph.id-doubled", element, $"Die Kennung „{element.Id}“ kommt mehrfach vor.", $"The id '{element.Id}' occurs more than once.", "Geben Sie jedem Element eine eigene Kennung.", "Give every element an id of its own.");
            }

            if (graph.MainProcessId is { } main && !graph.Processes.Any(process => process.Id == main))
                Missing("graph.main-process-missing", null, main, "der Hauptprozess", "the main process");
        }

        private void Node(FlowNode node)
        {
            var parent = _elements.GetValueOrDefault(node.ParentId);
            if (parent is not BpmnProcess && !(parent is FlowNode outer && outer.Kind.IsContainer()))
                Missing("graph.parent-missing", node, node.ParentId, "der Prozess oder Teilprozess", "the process or sub-process");
            else if (_index.ProcessOf(node) is not { } process || !_elements.TryGetValue(process, out var owner) || owner is not BpmnProcess)
                Add(Severity.Error, "graph.parent-cycle", node, "Der Teilprozess ist in sich selbst enthalten.", "The sub-process contains itself.", "Ordnen Sie ihn einem anderen Prozess zu.", "Move it to another process.");
            if (node.Kind == NodeKind.BoundaryEvent && _index.Node(node.AttachedToId) is null)
                Missing("graph.host-missing", node, node.AttachedToId, "die Aktivität des angehefteten Ereignisses", "the activity of the boundary event");
            if (node.DefaultFlowId is { } standard && !_index.Outgoing(node.Id).Any(flow => flow.Id == standard))
                Missing("graph.default-flow-missing", node, standard, "der Standardfluss", "the default flow");
            if (node.EventDefinitions.Count > 0 && !node.Kind.IsEvent())
                Add(Severity.Error, "graph.event-definition-misplaced", node, "Nur Ereignisse haben eine Ereignisdefinition.", "Only events have an event definition.", "Entfernen Sie die Definition oder ändern Sie die Art.", "Remove the definition or change the kind.");
            foreach (var definition in node.EventDefinitions.AsSpan())
                if (definition.ReferenceId is { } reference && definition.Kind != EventKind.Compensation && !_elements.ContainsKey(reference))
                    Missing("graph.event-reference-missing", node, reference, "die Nachricht oder das Signal", "the message or signal", Severity.Warning);
            Times(node);
            Shares(node);
        }

        private void Times(FlowNode node)
        {
            foreach (var time in new[] { node.Gpm?.ProcessingTime, node.Gpm?.WaitingTime, node.Gpm?.TransportTime })
                if (time?.Fault() is { } fault)
                    Add(Severity.Error, "graph.time-invalid", node, $"Eine Zeitangabe ist unvollständig: {fault}", $"A time is incomplete: {fault}", "Ergänzen Sie die Angaben der Verteilung.", "Complete the distribution.");
        }

        private void Shares(FlowNode node)
        {
            var shares = _index.Outgoing(node.Id).Where(flow => flow.Probability is not null).ToList();
            if (shares.Count == 0 || node.Kind is NodeKind.InclusiveGateway or NodeKind.ParallelGateway) return;
            var sum = shares.Sum(flow => flow.Probability!.Value.Value);
            var complete = shares.Count == _index.Outgoing(node.Id).Count;
            if (complete ? Math.Abs(sum - 1) > 0.005 : sum > 1.005)
                Add(Severity.Warning, "graph.shares-sum", node, $"Die Anteile der Ausgänge ergeben {sum * 100:0.#} % statt 100 %.", $"The shares of the branches add up to {sum * 100:0.#} % instead of 100 %.", "Passen Sie die Anteile an.", "Adjust the shares.");
        }

        private void Flows()
        {
            foreach (var flow in graph.Flows.AsSpan())
            {
                var source = _index.Node(flow.SourceId);
                var target = _index.Node(flow.TargetId);
                if (source is null) Dangling(flow, flow.SourceId, "Anfang", "start");
                if (target is null) Dangling(flow, flow.TargetId, "Ende", "end");
                if (source is not null && target is not null && source.ParentId != target.ParentId)
                    Add(Severity.Error, "graph.flow-crosses", flow, "Der Sequenzfluss verlässt seinen Prozess oder Teilprozess.", "The sequence flow leaves its process or sub-process.", "Verwenden Sie einen Nachrichtenfluss oder ein Ereignis.", "Use a message flow or an event.");
            }

            foreach (var flow in graph.MessageFlows.AsSpan())
            {
                if (!IsPartner(flow.SourceId)) Dangling(flow, flow.SourceId, "Anfang", "start");
                if (!IsPartner(flow.TargetId)) Dangling(flow, flow.TargetId, "Ende", "end");
            }
        }

        private bool IsPartner(string? id) => id is not null && _elements.TryGetValue(id, out var element) && element is Pool or FlowNode or BpmnProcess;

        private void Lanes()
        {
            foreach (var lane in graph.Lanes.AsSpan())
            {
                if (!_elements.ContainsKey(lane.OwnerId)) Missing("graph.lane-owner-missing", lane, lane.OwnerId, "der Prozess der Bahn", "the process of the lane");
                foreach (var member in lane.MemberIds.AsSpan())
                    if (_index.Node(member) is null) Missing("graph.lane-member-missing", lane, member, "ein Schritt der Bahn", "a step of the lane");
            }
        }

        private void Rest()
        {
            foreach (var pool in graph.Pools.AsSpan())
                if (pool.ProcessId is { } process && !graph.Processes.Any(p => p.Id == process)) Missing("graph.pool-process-missing", pool, process, "der Prozess des Pools", "the process of the pool");
            foreach (var association in graph.DataAssociations.AsSpan())
            {
                if (_index.Node(association.NodeId) is null) Missing("graph.data-node-missing", association, association.NodeId, "der Schritt der Datenassoziation", "the step of the data association");
                foreach (var end in association.SourceIds.Append(association.TargetId!).Where(end => end is not null && !_elements.ContainsKey(end)))
                    Missing("graph.data-missing", association, end, "das Datenobjekt", "the data object", Severity.Warning);
            }

            foreach (var association in graph.Associations.AsSpan())
            {
                if (association.SourceId is null || !_elements.ContainsKey(association.SourceId)) Dangling(association, association.SourceId, "Anfang", "start", Severity.Warning);
                if (association.TargetId is null || !_elements.ContainsKey(association.TargetId)) Dangling(association, association.TargetId, "Ende", "end", Severity.Warning);
            }

            foreach (var diagram in graph.Diagrams.AsSpan())
                foreach (var shape in diagram.Shapes.AsSpan())
                    if (!_elements.ContainsKey(shape.ElementId))
                        Add(Severity.Warning, "graph.shape-orphaned", null, $"Die Zeichnung zeigt „{shape.ElementId}“, das es im Modell nicht gibt.", $"The drawing shows '{shape.ElementId}', which is not in the model.", "Entfernen Sie die Figur.", "Remove the shape.");
        }

        private void Dangling(GraphElement element, string? end, string german, string english, Severity severity = Severity.Error) =>
            Add(severity, "graph.flow-dangling", element,
                end is null ? $"Die Verbindung hat kein {german}." : $"Das {german} der Verbindung („{end}“) gibt es nicht.",
                end is null ? $"The connection has no {english}." : $"The {english} of the connection ('{end}') does not exist.",
                "Verbinden Sie beide Enden oder entfernen Sie die Verbindung.", "Connect both ends or remove the connection.");

        private void Missing(string code, GraphElement? element, string? id, string german, string english, Severity severity = Severity.Error) =>
            Add(severity, code, element, $"Es fehlt {german} („{id}“).", $"Missing: {english} ('{id}').", "Ergänzen Sie das Element oder entfernen Sie den Verweis.", "Add the element or remove the reference.");

        private void Add(Severity severity, string code, GraphElement? element, string german, string english, string remedy, string remedyEnglish) =>
            _findings.Add(new Finding
            {
                Severity = severity,
                Code = code,
                Message = new(german, english),
                Remedy = new(remedy, remedyEnglish),
                ElementId = element?.Id,
                ElementName = element?.Name,
                Place = Place(element),
            });

        private string? Place(GraphElement? element)
        {
            var parent = element switch
            {
                FlowNode node => node.ParentId,
                SequenceFlow flow => flow.ParentId,
                Lane lane => lane.OwnerId,
                _ => null,
            };
            return parent is null ? null : _elements.GetValueOrDefault(parent)?.Name ?? parent;
        }
    }
}
