using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>
/// Reads a definition of ours that somebody edited in Elsa: the activities decide existence, names, types and flows;
/// everything else of the stored model is attached again by element id. Each difference becomes a finding.
/// </summary>
internal sealed class EditedReader
{
    private readonly List<Finding> _findings = [];
    private readonly DocumentShape _before;
    private readonly DocumentShape _after;
    private readonly Dictionary<string, string> _elementOf;
    private readonly ILookup<ConnectionShape, string> _flowsOf;
    private readonly List<string> _decisions = [];
    private readonly bool _foreign;
    private ProcessGraph _graph;

    private EditedReader(ProcessGraph stored, DocumentShape before, DocumentShape after, Dictionary<string, string> elementOf, ILookup<ConnectionShape, string> flowsOf)
    {
        _graph = stored;
        _foreign = ForeignWriter.CanWrite(stored);
        _before = before;
        _after = after;
        _elementOf = elementOf;
        _flowsOf = flowsOf;
    }

    public static (ProcessGraph Graph, IReadOnlyList<Finding> Findings) Read(ProcessGraph stored, JsonElement document, string definitionId)
    {
        var written = ElsaDocument.Write(stored, definitionId);
        using var expected = JsonDocument.Parse(written, new JsonDocumentOptions { MaxDepth = 512 });
        var elements = new Dictionary<string, string>(StringComparer.Ordinal);
        var flows = new List<(ConnectionShape Connection, string Flow)>();
        if (ForeignWriter.CanWrite(stored))
        {
            foreach (var node in stored.Nodes) elements[node.Id] = node.Id;
            foreach (var flow in stored.Flows)
                if (flow.SourceId is { } source && flow.TargetId is { } target) flows.Add((new ConnectionShape(source, flow.Name ?? "Done", target), flow.Id));
        }
        else
        {
            Collect(Projector.Project(stored, definitionId).Root, elements, flows);
        }

        var reader = new EditedReader(stored, DocumentShape.Of(expected.RootElement), DocumentShape.Of(document), elements, flows.ToLookup(pair => pair.Connection, pair => pair.Flow));
        reader.Activities();
        reader.Connections();
        reader.Conditions();
        reader.Own(document, expected.RootElement);
        return (GraphPruning.WithoutOrphans(reader._graph, stored), reader._findings);
    }

    private static void Collect(Flowchart chart, Dictionary<string, string> elements, List<(ConnectionShape, string)> flows)
    {
        foreach (var activity in chart.Activities)
        {
            elements[activity.Id] = activity.ElementId ?? activity.Id;
            if (activity.Body is { } body) Collect(body, elements, flows);
        }

        foreach (var connection in chart.Connections)
            if (connection.FlowId is { } flow) flows.Add((new ConnectionShape(connection.Source, connection.Port, connection.Target), flow));
    }

    private void Activities()
    {
        foreach (var (id, before) in _before.Activities)
        {
            if (!_after.Activities.TryGetValue(id, out var after))
            {
                if (IsMain(id)) Remove(id);
                else Helper(id, "wurde entfernt", "was removed");
                continue;
            }

            if (!IsMain(id))
            {
                if (before.Type != after.Type || before.Inputs != after.Inputs || before.Label != after.Label) Helper(id, "wurde geändert", "was changed");
                continue;
            }

            if (before.Label != after.Label)
            {
                Change(id, node => node with { Name = after.Label });
                Report("elsa.edited-renamed", id, after.Label, $"In Elsa umbenannt: „{before.Label}“ → „{after.Label}“.", $"Renamed in Elsa: '{before.Label}' → '{after.Label}'.");
            }

            if (before.Parent != after.Parent)
            {
                Change(id, node => node with { ParentId = Container(after.Parent) });
                Report("elsa.edited-moved", id, after.Label, "In Elsa in einen anderen Teilprozess verschoben.", "Moved to another sub-process in Elsa.");
            }

            if (before.Type != after.Type) Retype(id, before, after);
            else if (before.Inputs != after.Inputs)
            {
                if (EditedConditions.CanApply(after.Type) && !_foreign) _decisions.Add(id);
                else Change(id, node => node with { Binding = new ActivityBinding { Type = after.Type, Members = RawJson.From(after.Element) } });
                Report("elsa.edited-inputs", id, after.Label, "Die Eingaben der Aktivität wurden in Elsa geändert.", "The inputs of the activity were changed in Elsa.");
            }
        }

        foreach (var (id, after) in _after.Activities)
        {
            if (_before.Activities.ContainsKey(id) || id.Length == 0) continue;
            _graph = _graph with { Nodes = _graph.Nodes.Add(ForeignReader.ReadOne(after.Element, Container(after.Parent)) with { Id = id }) };
            _elementOf[id] = id;
            Report("elsa.edited-added", id, after.Label, $"In Elsa hinzugefügt: „{after.Label ?? id}“.", $"Added in Elsa: '{after.Label ?? id}'.");
        }
    }

    private void Retype(string id, ActivityShape before, ActivityShape after)
    {
        var read = ForeignReader.ReadOne(after.Element, Container(after.Parent));
        Change(id, node => node with
        {
            Kind = node.Kind.IsTask() && read.Kind.IsTask() && read.Kind != NodeKind.UserTask ? NodeKind.ServiceTask : read.Kind,
            EventDefinitions = read.EventDefinitions,
            CalledElement = read.CalledElement,
            Script = read.Script,
            Binding = read.Binding,
        });
        Report("elsa.edited-type", id, after.Label, $"In Elsa wurde die Art geändert: {before.Type} → {after.Type}.", $"The type was changed in Elsa: {before.Type} → {after.Type}.");
    }

    private void Remove(string id)
    {
        var name = _graph.Nodes.FirstOrDefault(node => node.Id == id)?.Name;
        _graph = _graph with { Nodes = _graph.Nodes.RemoveAll(node => node.Id == id) };
        Report("elsa.edited-removed", id, name, $"In Elsa entfernt: „{name ?? id}“.", $"Removed in Elsa: '{name ?? id}'.");
    }

    private void Connections()
    {
        var removed = _before.Connections.Where(connection => !_after.Connections.Contains(connection)).ToList();
        var added = _after.Connections.Where(connection => !_before.Connections.Contains(connection)).ToList();
        var kept = _after.Connections.Where(_before.Connections.Contains).SelectMany(connection => _flowsOf[connection]).ToHashSet(StringComparer.Ordinal);
        foreach (var connection in removed)
        {
            foreach (var flowId in _flowsOf[connection].Where(flow => !kept.Contains(flow)))
            {
                var replacement = added.Find(other => other.Source == connection.Source && other.Port == connection.Port)
                    ?? added.Find(other => other.Target == connection.Target && Element(other.Source) == Element(connection.Source));
                if (replacement is not null && Element(replacement.Target) is { } target)
                {
                    added.Remove(replacement);
                    _graph = _graph with { Flows = _graph.Flows.ConvertAll(flow => flow.Id == flowId ? flow with { TargetId = target } : flow) };
                    Report("elsa.edited-reconnected", flowId, null, $"In Elsa neu verbunden: führt jetzt nach „{Name(target)}“.", $"Reconnected in Elsa: leads to '{Name(target)}' now.");
                }
                else if (_graph.Flows.Any(flow => flow.Id == flowId))
                {
                    _graph = _graph with { Flows = _graph.Flows.RemoveAll(flow => flow.Id == flowId) };
                    Report("elsa.edited-disconnected", flowId, null, "Die Verbindung wurde in Elsa entfernt.", "The connection was removed in Elsa.");
                }
            }
        }

        foreach (var connection in added)
        {
            if (Element(connection.Source) is not { } source || Element(connection.Target) is not { } target) continue;
            if (source == target && connection.Source != connection.Target)
            {
                Helper(connection.Source, "wurde anders verbunden", "was connected differently");
                continue;
            }

            var id = $"flow-{connection.Source}-{connection.Port}-{connection.Target}";
            var parent = _graph.Nodes.FirstOrDefault(node => node.Id == source)?.ParentId ?? _before.RootId;
            _graph = _graph with
            {
                Flows = _graph.Flows.Add(new SequenceFlow { Id = id, ParentId = parent, SourceId = source, TargetId = target, Name = connection.Port is "Done" ? null : connection.Port }),
            };
            Report("elsa.edited-connected", id, null, $"In Elsa verbunden: „{Name(source)}“ → „{Name(target)}“.", $"Connected in Elsa: '{Name(source)}' → '{Name(target)}'.");
        }
    }

    /// <summary>When every connection is known, so that a new case finds its flow.</summary>
    private void Conditions()
    {
        foreach (var id in _decisions)
            _graph = EditedConditions.Apply(_graph, id, _before.Activities[id], _after.Activities[id], port =>
                _flowsOf.Where(flows => flows.Key.Source == id && flows.Key.Port == port).SelectMany(flows => flows)
                    .Concat(_graph.Flows.Where(flow => flow.SourceId == id && flow.Id.StartsWith($"flow-{id}-{port}-", StringComparison.Ordinal)).Select(flow => flow.Id)));
    }

    /// <summary>Variables, inputs and outputs that were added to the workflow are kept.</summary>
    private void Own(JsonElement document, JsonElement expected)
    {
        string[] lists = ["inputs", "outputs", "outcomes", "options"];
        var differs = lists.Any(list => document.TryGetProperty(list, out var now) && now.ValueKind is not JsonValueKind.Null
            && !(expected.TryGetProperty(list, out var then) && CanonicalJson.Equal(now, then)) && list != "options")
            || !_after.Variables.IsSubsetOf(_before.Variables);
        if (!differs) return;
        var own = new System.Text.Json.Nodes.JsonObject();
        foreach (var list in lists)
            if (document.TryGetProperty(list, out var value) && value.ValueKind != JsonValueKind.Null) own[list] = System.Text.Json.Nodes.JsonNode.Parse(value.GetRawText());
        var variables = new System.Text.Json.Nodes.JsonArray();
        foreach (var variable in document.GetProperty("variables").EnumerateArray())
            if (!_before.Variables.Any(known => known.StartsWith(DocumentShape.Text(variable, "id") + "|", StringComparison.Ordinal)))
                variables.Add(System.Text.Json.Nodes.JsonNode.Parse(variable.GetRawText()));
        own["variables"] = variables;
        if (!ForeignWriter.CanWrite(_graph)) _graph = _graph with { Definition = RawJson.Parse(own.ToJsonString(ForeignWriter.Relaxed)) };
        Report("elsa.edited-variables", _before.RootId, null, "Variablen, Ein- oder Ausgaben wurden in Elsa geändert und bleiben erhalten.", "Variables, inputs or outputs were changed in Elsa and are kept.");
    }

    private bool IsMain(string activityId) => _elementOf.TryGetValue(activityId, out var element) && element == activityId;

    private string? Element(string activityId) => _elementOf.GetValueOrDefault(activityId);

    private string Container(string chartId) => _elementOf.GetValueOrDefault(chartId, chartId);

    private string Name(string elementId) => _graph.Nodes.FirstOrDefault(node => node.Id == elementId)?.Name ?? elementId;

    private void Change(string id, Func<FlowNode, FlowNode> change) =>
        _graph = _graph with { Nodes = _graph.Nodes.ConvertAll(node => node.Id == id ? change(node) : node) };

    private void Helper(string activityId, string german, string english) =>
        Report("elsa.edited-helper", Element(activityId) ?? activityId, null,
            $"Die technische Aktivität „{activityId}“ {german}; sie wird beim nächsten Schreiben neu erzeugt.",
            $"The technical activity '{activityId}' {english}; it is made anew at the next write.");

    private void Report(string code, string id, string? name, string german, string english) => _findings.Add(new Finding
    {
        Severity = Severity.Info,
        Code = code,
        ElementId = id,
        ElementName = name,
        Message = new(german, english),
        Remedy = new("Prüfen Sie, ob die Änderung gewollt ist, und ergänzen Sie die GPM-Angaben.", "Check whether the change is wanted and complete the GPM data."),
    });
}
