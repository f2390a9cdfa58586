using System.Text.Encodings.Web;
using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa;

internal sealed partial class Projector
{
    private void Exclusive(Scope scope, FlowNode node)
    {
        var flows = Outgoing(node);
        if (flows.Count <= 1)
        {
            scope.Add(NoOperation(node));
            Leave(scope, node, node.Id);
            return;
        }

        var standard = flows.Find(flow => flow.Id == node.DefaultFlowId);
        var conditional = flows.Where(flow => flow != standard).ToList();
        var labels = Labels(flows);
        string LabelOf(SequenceFlow flow) => labels[flows.IndexOf(flow)];
        if (conditional.TrueForAll(flow => Executable(flow) is not null))
        {
            scope.Entry[node.Id] = node.Id;
            // Without a default flow the last branch is taken when nothing holds: an unconnected case would end the flow silently.
            var rest = standard ?? flows[^1];
            if (standard is null) NoDefaultNote(node);
            if (flows.Count == 2)
            {
                var yes = flows.Find(flow => flow != rest)!;
                scope.Add(new Activity(node.Id, "Elsa.FlowDecision") { ElementId = node.Id, Name = node.Name, Inputs = [("condition", ActivityInput.Of("Boolean", "JavaScript", Executable(yes)!))] });
                scope.Exit(yes, node.Id, "True");
                scope.Exit(rest, node.Id, "False");
                return;
            }

            scope.Add(Switch(node.Id, node.Id, node.Name, [.. flows.Where(flow => flow != rest).Select(flow => new SwitchCase(LabelOf(flow), Executable(flow)!))]));
            foreach (var flow in flows) scope.Exit(flow, node.Id, flow == rest ? "Default" : LabelOf(flow));
            return;
        }

        Note(node.Id, ExecutionLevel.WithNote, "elsa.decision-by-person",
            "Die Bedingungen sind keine ausführbaren Ausdrücke; eine Aufgabe fragt nach der Entscheidung.",
            "The conditions are no executable expressions; a task asks for the decision.");
        var last = standard ?? flows[^1];
        var (decision, variable) = Decision(node.Id, "decision", Label(node), labels, several: false);
        scope.Add(decision);
        scope.Add(Switch(node.Id, node.Id, node.Name, [.. flows.Where(flow => flow != last).Select(flow => new SwitchCase(LabelOf(flow), Chose(variable, LabelOf(flow))))]));
        scope.Entry[node.Id] = decision.Id;
        scope.Chart.Connect(decision.Id, "Done", node.Id);
        foreach (var flow in flows) scope.Exit(flow, node.Id, flow == last ? "Default" : LabelOf(flow));
    }

    private void NoDefaultNote(FlowNode node) =>
        Note(node.Id, ExecutionLevel.WithNote, "elsa.no-default",
            "Es gibt keinen Standardfluss; trifft keine Bedingung zu, wird der letzte Ausgang genommen.",
            "There is no default flow; when no condition holds, the last branch is taken.");

    private void Parallel(Scope scope, FlowNode node)
    {
        var flows = Outgoing(node);
        var joins = IncomingCount(node) > 1;
        if (flows.Count <= 1)
        {
            scope.Add(joins ? Join(node.Id, node) : NoOperation(node));
            Leave(scope, node, node.Id);
            return;
        }

        var labels = Labels(flows);
        scope.Entry[node.Id] = node.Id;
        if (joins)
        {
            scope.Add(Join($"{node.Id}--join", node));
            scope.Entry[node.Id] = $"{node.Id}--join";
            scope.Chart.Connect($"{node.Id}--join", "Done", node.Id);
        }

        scope.Add(Fork(node.Id, node.Id, node.Name, labels));
        for (var i = 0; i < flows.Count; i++) scope.Exit(flows[i], node.Id, labels[i]);
    }

    private void Inclusive(Scope scope, FlowNode node)
    {
        var flows = Outgoing(node);
        if (flows.Count <= 1)
        {
            // A join waits only for the branches of its own split; any other merge lets everything pass.
            var split = scope.Nodes.Find(candidate => candidate.Id != node.Id && Outgoing(candidate).Count > 1
                && candidate.Kind is NodeKind.InclusiveGateway or NodeKind.ParallelGateway && Structure.JoinOf(_index, scope.Nodes, candidate)?.Id == node.Id);
            var waits = split is not null && IncomingCount(node) > 1 && (split.Kind == NodeKind.ParallelGateway || Branches(scope, split, node) is not null);
            scope.Add(waits ? Join(node.Id, node) : NoOperation(node));
            Leave(scope, node, node.Id);
            return;
        }

        scope.Entry[node.Id] = node.Id;
        Choose(scope, node, flows, null, "Done", node.Id);
    }

    /// <summary>An OR split: all branches are forked, and each asks its own condition whether to run or to skip to the join.</summary>
    private void Choose(Scope scope, FlowNode node, List<SequenceFlow> flows, string? after, string port, string forkId)
    {
        var labels = Labels(flows);
        var standard = flows.Find(flow => flow.Id == node.DefaultFlowId);
        var asks = flows.Exists(flow => flow != standard && flow.Condition is not null && Executable(flow) is null)
            || flows.TrueForAll(flow => flow.Condition is null);
        string? variable = null;
        var entry = forkId;
        if (asks)
        {
            (var decision, variable) = Decision(node.Id, "decision", Label(node), labels, several: true);
            scope.Add(decision);
            scope.Chart.Connect(decision.Id, "Done", forkId);
            entry = decision.Id;
            Note(node.Id, ExecutionLevel.WithNote, "elsa.decision-by-person",
                "Die Bedingungen sind keine ausführbaren Ausdrücke; eine Aufgabe fragt, welche Ausgänge genommen werden.",
                "The conditions are no executable expressions; a task asks which branches are taken.");
        }

        if (after is null) scope.Entry[node.Id] = entry;
        else scope.Chart.Connect(after, port, entry);
        scope.Add(Fork(forkId, node.Id, after is null ? node.Name : null, labels));
        string Condition(int i) => variable is not null ? ChoseAmong(variable, labels[i]) : Executable(flows[i]) ?? "true";
        var join = Structure.JoinOf(_index, scope.Nodes, node);
        var branches = join is null ? null : Branches(scope, node, join);
        if (join is not null && branches is null)
            Note(node.Id, ExecutionLevel.DocumentationOnly, "elsa.inclusive-unstructured",
                "Die Zweige des inklusiven Gateways überschneiden sich; ausgelassene Zweige enden, statt zur Zusammenführung zu springen.",
                "The branches of the inclusive gateway overlap; branches that are not taken end instead of skipping to the join.");
        for (var i = 0; i < flows.Count; i++)
        {
            var decisionId = $"{node.Id}--branch-{i + 1}";
            var others = Enumerable.Range(0, flows.Count).Where(other => flows[other] != standard).Select(Condition);
            var condition = flows[i] == standard && variable is null ? $"!({string.Join(" || ", others.Select(other => $"({other})"))})" : Condition(i);
            scope.Add(new Activity(decisionId, "Elsa.FlowDecision") { ElementId = node.Id, Name = labels[i], Inputs = [("condition", ActivityInput.Of("Boolean", "JavaScript", condition))] });
            scope.Chart.Connect(forkId, labels[i], decisionId);
            scope.Exit(flows[i], decisionId, "True");
            if (branches is null) continue;
            var mergeId = $"{node.Id}--merge-{i + 1}";
            scope.Add(new Activity(mergeId, "Elsa.Flowchart") { ElementId = node.Id, Body = new Flowchart() });
            scope.Chart.Connect(decisionId, "False", mergeId);
            scope.Chart.Connect(mergeId, "Done", join!.Id);
            scope.FlowEntry[branches[i].Id] = mergeId;
        }
    }

    /// <summary>For each branch of a split the one flow by which it enters the join; null when they overlap.</summary>
    private List<SequenceFlow>? Branches(Scope scope, FlowNode split, FlowNode join)
    {
        if (join.Kind is NodeKind.ParallelGateway or NodeKind.InclusiveGateway && Outgoing(join).Count > 1) return null;
        var result = new List<SequenceFlow>();
        var analysis = new FlowAnalysis(split.Id, scope.Nodes.SelectMany(node => Outgoing(node).Select(flow => (node.Id, flow.TargetId!))));
        foreach (var flow in Outgoing(split))
        {
            var inside = flow.TargetId == join.Id ? [] : analysis.Walk(flow.TargetId!, node => node == join.Id);
            var entering = _index.Incoming(join.Id).Where(into => flow.TargetId == join.Id ? into.Id == flow.Id : inside.Contains(into.SourceId!) && into.SourceId != join.Id).ToList();
            if (entering is not [var only] || result.Contains(only)) return null;
            result.Add(only);
        }

        return result;
    }

    private static Activity Join(string id, FlowNode node) => new(id, "Elsa.FlowJoin")
    {
        ElementId = node.Id,
        Name = id == node.Id ? node.Name : null,
        Inputs = [("mode", ActivityInput.Of("FlowJoinMode", "Literal", "WaitAll"))],
    };

    private static Activity Fork(string id, string elementId, string? name, List<string> labels) => new(id, "Elsa.FlowFork")
    {
        ElementId = elementId,
        Name = name,
        Inputs = [("branches", ActivityInput.Of("List<String>", "Object", JsonSerializer.Serialize(labels, JsonTexts.Options)))],
    };

    private static Activity Switch(string id, string elementId, string? name, List<SwitchCase> cases) => new(id, "Elsa.FlowSwitch")
    {
        ElementId = elementId,
        Name = name,
        Cases = cases,
        Inputs = [("mode", ActivityInput.Of("SwitchMode", "Literal", "MatchFirst"))],
    };

    /// <summary>The technical task that asks a person for a decision and keeps the answer in a variable.</summary>
    private (Activity Task, string Variable) Decision(string elementId, string role, string label, List<string> options, bool several)
    {
        var variableId = $"{elementId}--{role}-result";
        var variable = "entscheidung_" + string.Concat(elementId.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        for (var i = 2; _projection.Variables.Exists(known => known.Name == variable); i++) variable = $"{variable}_{i}";
        _projection.Variables.Add((variableId, variable, "Object"));
        var payload = Json(writer =>
        {
            writer.WriteString("kind", "decision");
            writer.WriteString("gpmId", elementId);
            writer.WriteBoolean("several", several);
            writer.WriteStartArray("options");
            foreach (var option in options) writer.WriteStringValue(option);
            writer.WriteEndArray();
        });
        var name = $"Entscheidung: {label}";
        return (new Activity($"{elementId}--{role}", "Elsa.RunTask")
        {
            ElementId = elementId,
            Name = name,
            Inputs =
            [
                ("taskName", ActivityInput.Literal(name)),
                ("payload", ActivityInput.Of("ObjectDictionary", "Object", payload)),
                ("result", ActivityInput.Output("Object", variableId)),
            ],
        }, variable);
    }

    private static string Chose(string variable, string label) => $"String(getVariable({JsonTexts.Quote(variable)})) === {JsonTexts.Quote(label)}";

    private static string ChoseAmong(string variable, string label) =>
        $"[].concat(getVariable({JsonTexts.Quote(variable)})).map(String).indexOf({JsonTexts.Quote(label)}) >= 0";

    /// <summary>The condition as JavaScript; null when the model says it in words only.</summary>
    private static string? Executable(SequenceFlow flow) =>
        flow.Condition is { Language: { } language, Text: var text } && language.Contains("javascript", StringComparison.OrdinalIgnoreCase) && text.Length > 0 ? text : null;

    private List<string> Labels(List<SequenceFlow> flows) =>
        Unique(flows.Select(flow => FirstOf(flow.Name, Executable(flow) is null ? flow.Condition?.Text : null, _index.Node(flow.TargetId)?.Name, flow.TargetId)));

    private static string FirstOf(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            if (!string.IsNullOrWhiteSpace(text)) return text.Trim();
        return "weiter";
    }

    /// <summary>Ports are known by their labels, so labels of one gateway differ; "Default" is the engine's own.</summary>
    private static List<string> Unique(IEnumerable<string> texts)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Default", "Done" };
        var result = new List<string>();
        foreach (var text in texts)
        {
            var label = text;
            for (var i = 2; !used.Add(label); i++) label = $"{text} ({i})";
            result.Add(label);
        }

        return result;
    }
}

/// <summary>JSON texts inside inputs.</summary>
internal static class JsonTexts
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Quote(string text) => JsonSerializer.Serialize(text, Options);
}
