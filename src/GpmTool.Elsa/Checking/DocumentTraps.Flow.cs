using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>Traps in the wiring of a flowchart. What counts is that it runs right in both flowchart modes.</summary>
internal sealed partial class DocumentTraps
{
    private static readonly HashSet<string> Waiting = new(StringComparer.Ordinal) { "Elsa.Event", "Elsa.Delay", "Elsa.StartAt", "Elsa.Timer", "Elsa.Cron" };

    private void Chart(JsonElement chart, string path, bool isRoot)
    {
        var nodes = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (chart.TryGetProperty("activities", out var activities) && activities.ValueKind == JsonValueKind.Array)
            foreach (var activity in activities.EnumerateArray())
                if (DocumentShape.Text(activity, "id") is { Length: > 0 } id) nodes.TryAdd(id, activity);
        var connections = new List<ConnectionShape>();
        if (chart.TryGetProperty("connections", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var connection in list.EnumerateArray()) Connection(connection, nodes, connections, $"{path}.connections[{i++}]");
        }

        if (StartOf(chart, nodes, connections) is not { } start) return;
        var flow = new FlowAnalysis(start, connections.Select(c => (c.Source, c.Target)));
        Starts(nodes, path, isRoot);
        Joins(nodes, flow, path);
        Switches(nodes, connections, path);
        BackEdges(nodes, flow, path);
        Forks(nodes, connections, flow, path);
    }

    private void Connection(JsonElement connection, Dictionary<string, JsonElement> nodes, List<ConnectionShape> connections, string place)
    {
        var shape = ConnectionShape.Of(connection);
        if (shape is null || !nodes.TryGetValue(shape.Source, out var source) || !nodes.ContainsKey(shape.Target))
        {
            Add(Severity.Error, "elsa.connection-dropped", null, place, $"Die Verbindung „{shape?.Source}“ → „{shape?.Target}“ nennt eine unbekannte Aktivität; der Server verwirft sie.", $"The connection '{shape?.Source}' → '{shape?.Target}' names an unknown activity; the server drops it.", "Verbinden Sie vorhandene Aktivitäten desselben Ablaufs.", "Connect existing activities of the same flowchart.");
            return;
        }

        connections.Add(shape);
        if (Ports(source) is { } ports && !ports.Contains(shape.Port))
            Add(Severity.Error, "elsa.port-unknown", source, place, $"Den Ausgang „{shape.Port}“ gibt es an dieser Aktivität nicht; die Verbindung wird nie genommen.", $"The activity has no port '{shape.Port}'; the connection is never taken.", $"Verwenden Sie einen der Ausgänge: {string.Join(", ", ports)}.", $"Use one of the ports: {string.Join(", ", ports)}.");
    }

    /// <summary>The ports of types whose ports are known for certain; null for all others.</summary>
    private static List<string>? Ports(JsonElement activity) => DocumentShape.Text(activity, "type") switch
    {
        "Elsa.FlowDecision" => ["True", "False"],
        "Elsa.FlowSwitch" => [.. Labels(activity), "Default"],
        "Elsa.FlowFork" => Branches(activity) is { } branches ? [.. branches, "Done"] : null,
        "Elsa.Start" or "Elsa.RunTask" or "Elsa.Delay" or "Elsa.Event" or "Elsa.PublishEvent" or "Elsa.SetVariable" or "Elsa.SetOutput" or "Elsa.FlowJoin" or "Elsa.WriteLine" => ["Done"],
        _ => null,
    };

    private static IEnumerable<string> Labels(JsonElement activity) =>
        activity.TryGetProperty("cases", out var cases) && cases.ValueKind == JsonValueKind.Array
            ? cases.EnumerateArray().Select(one => DocumentShape.Text(one, "label")).OfType<string>()
            : [];

    private static List<string>? Branches(JsonElement activity)
    {
        if (Literal(activity, "branches") is not { } text) return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(item => item.ToString())] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Literal(JsonElement activity, string input) =>
        activity.TryGetProperty(input, out var value) && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("expression", out var expression) ? DocumentShape.Text(expression, "value") : null;

    private static string? StartOf(JsonElement chart, Dictionary<string, JsonElement> nodes, List<ConnectionShape> connections)
    {
        if (DocumentShape.Text(chart, "start") is { } chosen && nodes.ContainsKey(chosen)) return chosen;
        var byType = nodes.FirstOrDefault(pair => DocumentShape.Text(pair.Value, "type") == "Elsa.Start").Key
            ?? nodes.FirstOrDefault(pair => pair.Value.TryGetProperty("customProperties", out var custom) && custom.ValueKind == JsonValueKind.Object && custom.TryGetProperty("canStartWorkflow", out var can) && can.ValueKind == JsonValueKind.True).Key;
        return byType ?? nodes.Keys.FirstOrDefault(id => connections.TrueForAll(connection => connection.Target != id)) ?? nodes.Keys.FirstOrDefault();
    }

    private void Starts(Dictionary<string, JsonElement> nodes, string path, bool isRoot)
    {
        var starts = nodes.Values.Where(activity => DocumentShape.Text(activity, "type") == "Elsa.Start").ToList();
        if (starts.Count > 1)
            Add(isRoot ? Severity.Error : Severity.Warning, "elsa.several-start-activities", starts[1], path, "Der Ablauf hat mehrere Startaktivitäten; der Server beginnt nur eine.", "The flowchart has several start activities; the server begins one only.", "Verwenden Sie einen Start und eine Verzweigung.", "Use one start and a decision.");
    }

    private void Joins(Dictionary<string, JsonElement> nodes, FlowAnalysis flow, string path)
    {
        foreach (var (id, activity) in nodes)
        {
            if (DocumentShape.Text(activity, "type") != "Elsa.FlowJoin") continue;
            var mode = Literal(activity, "mode");
            if (mode == "WaitAllActive")
                Add(Severity.Error, "elsa.join-wait-all-active", activity, path, "Diese Zusammenführung („WaitAllActive“) wartet im Token-Modus für immer.", "This join ('WaitAllActive') waits for ever in token mode.", "Verzweigen Sie in alle Äste, lassen Sie jeden Ast selbst entscheiden und führen Sie mit „WaitAll“ zusammen.", "Fork into all branches, let each decide for itself and join with 'WaitAll'.");
            else if (mode != "WaitAll" && flow.IsOnCycle(id))
                Add(Severity.Error, "elsa.join-any-in-loop", activity, path, "Eine Zusammenführung „WaitAny“ in einer Schleife bleibt im Token-Modus beim zweiten Durchlauf stehen.", "A 'WaitAny' join inside a loop hangs at the second pass in token mode.", "Verbinden Sie die Zweige ohne Zusammenführung direkt mit dem nächsten Schritt.", "Connect the branches straight to the next step, without a join.");
        }
    }

    private void Switches(Dictionary<string, JsonElement> nodes, List<ConnectionShape> connections, string path)
    {
        foreach (var (id, activity) in nodes)
            if (DocumentShape.Text(activity, "type") == "Elsa.FlowSwitch" && !connections.Exists(connection => connection.Source == id && connection.Port == "Default"))
                Add(Severity.Error, "elsa.switch-without-default", activity, path, "Der Ausgang „Default“ ist nicht verbunden; trifft kein Fall zu, endet der Ablauf ohne Meldung.", "The port 'Default' is not connected; when no case matches, the flow ends silently.", "Verbinden Sie „Default“.", "Connect 'Default'.");
    }

    private void BackEdges(Dictionary<string, JsonElement> nodes, FlowAnalysis flow, string path)
    {
        foreach (var (source, target) in flow.RetreatingEdges())
            if (!flow.Dominates(target, source))
                Add(Severity.Error, "elsa.back-edge-into-branch", nodes[source], path, $"Der Rücksprung nach „{DocumentShape.Label(nodes[target]) ?? target}“ führt mitten in einen Zweig; im Zählmodus bricht der Ablauf dort ab.", $"The way back to '{DocumentShape.Label(nodes[target]) ?? target}' leads into the middle of a branch; the flow faults there in counter mode.", "Führen Sie den Rücksprung vor die Verzweigung, oder legen Sie den Rest des Zweigs in einen Teilprozess.", "Lead it back before the split, or put the rest of the branch into a sub-process.");
    }

    /// <summary>Several branches at once: they must meet in a WaitAll join, and no End may stop the others.</summary>
    private void Forks(Dictionary<string, JsonElement> nodes, List<ConnectionShape> connections, FlowAnalysis flow, string path)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, activity) in nodes)
        {
            var isFork = DocumentShape.Text(activity, "type") == "Elsa.FlowFork" || (DocumentShape.Text(activity, "type") == "Elsa.FlowSwitch" && Literal(activity, "mode") == "MatchAny");
            var heads = isFork
                ? connections.Where(connection => connection.Source == id).Select(connection => connection.Target).ToList()
                : connections.Where(connection => connection.Source == id).GroupBy(connection => connection.Port).Where(port => port.Count() > 1).SelectMany(port => port.Select(connection => connection.Target)).ToList();
            // A race is meant to end the rest: events against each other, or one piece of work that events interrupt.
            if (heads.Count < 2 || heads.Count(head => !Waiting.Contains(DocumentShape.Text(nodes[head], "type") ?? "")) is 0 or 1 && heads.TrueForAll(RunsToAnEnd)) continue;
            var branches = heads.Distinct().Select(head => flow.Walk(head, Joined)).ToList();
            if (branches.Count < 2) continue;
            Meetings(nodes, flow, branches, id, path, reported);
            foreach (var end in branches.SelectMany(branch => branch).Distinct())
                if (DocumentShape.Text(nodes[end], "type") is "Elsa.End" && branches.Exists(branch => !branch.Contains(end) || branch.Count > 1) && reported.Add(end))
                    Add(Severity.Error, "elsa.end-kills-branches", nodes[end], path, "Dieses Ende beendet den ganzen Ablauf, auch die noch laufenden parallelen Zweige.", "This End ends the whole flowchart, the parallel branches that still run included.", "Führen Sie die Zweige zuerst mit „WaitAll“ zusammen, oder lassen Sie das Ende weg.", "Join the branches with 'WaitAll' first, or leave the End out.");
        }

        bool Joined(string node) => IsWaitAll(nodes[node]);

        bool RunsToAnEnd(string head) => flow.Walk(head).Any(node => DocumentShape.Text(nodes[node], "type") is "Elsa.End" or "Elsa.Finish");
    }

    private void Meetings(Dictionary<string, JsonElement> nodes, FlowAnalysis flow, List<HashSet<string>> branches, string fork, string path, HashSet<string> reported)
    {
        foreach (var meeting in branches.SelectMany(branch => branch).Distinct().Where(node => !IsWaitAll(nodes[node])))
        {
            // A loop back to before the fork belongs to every branch: it is no meeting of this pass.
            var own = flow.Previous(meeting).Where(previous => previous == fork || branches.Exists(branch => branch.Contains(previous))).ToList();
            var sources = own.Select(previous => branches.FindIndex(branch => branch.Contains(previous) && !branches.TrueForAll(all => all.Contains(previous)))).Where(branch => branch >= 0).Distinct().Count();
            if (sources < 2 || flow.Dominates(meeting, fork) || DocumentShape.Text(nodes[meeting], "type") == "Elsa.FlowJoin" || Merges(nodes[meeting]) || !reported.Add(meeting)) continue;
            Add(Severity.Error, "elsa.implicit-join", nodes[meeting], path, "Parallele Zweige treffen hier ohne Zusammenführung aufeinander; im Token-Modus läuft der Schritt zu früh oder mehrfach.", "Parallel branches meet here without a join; in token mode the step runs too early or several times.", "Setzen Sie eine Zusammenführung „WaitAll“ davor.", "Put a 'WaitAll' join before it.");
        }
    }

    private static bool IsWaitAll(JsonElement activity) => DocumentShape.Text(activity, "type") == "Elsa.FlowJoin" && Literal(activity, "mode") is "WaitAll" or "WaitAllActive";

    private static bool Merges(JsonElement activity) =>
        activity.TryGetProperty("customProperties", out var custom) && custom.ValueKind == JsonValueKind.Object && DocumentShape.Text(custom, "mergeMode") == "Merge";
}
