using System.Text.Json;
using System.Text.Json.Nodes;
using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>
/// Reads a definition that others made: each activity becomes a node bound to it, each connection a flow. What has no
/// counterpart in the graph stays in the bindings, so that the definition can be written back as it came.
/// </summary>
internal sealed class ForeignReader
{
    private readonly List<BpmnProcess> _processes = [];
    private readonly List<FlowNode> _nodes = [];
    private readonly List<SequenceFlow> _flows = [];
    private readonly List<Shape> _shapes = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];
    private int _anonymous;

    public static (ProcessGraph Graph, IReadOnlyList<Finding> Findings) Read(JsonElement document)
    {
        var reader = new ForeignReader();
        return (reader.Run(document), reader._findings);
    }

    /// <summary>Whether the activity's children are nodes of the graph.</summary>
    public static bool IsContainer(string? type) => type is "Elsa.Flowchart" or "Elsa.Sequence";

    private ProcessGraph Run(JsonElement document)
    {
        var root = document.GetProperty("root");
        var envelope = (JsonObject)JsonNode.Parse(document.GetRawText())!;
        var name = DocumentShape.Text(document, "name");
        var isContainer = IsContainer(DocumentShape.Text(root, "type"));
        var processId = isContainer ? Id(root, "root") : Unique("process");
        _processes.Add(new BpmnProcess { Id = processId, Name = name });
        if (isContainer)
        {
            Children(root, processId);
            envelope["root"] = Bare(root);
        }
        else
        {
            Node(root, processId, "root");
            envelope["root"] = null;
        }

        return new ProcessGraph
        {
            Name = name,
            Description = DocumentShape.Text(document, "description"),
            MainProcessId = processId,
            Processes = _processes.ToValueList(),
            Nodes = _nodes.ToValueList(),
            Flows = _flows.ToValueList(),
            Diagrams = _shapes.Count == 0 ? default : [new Diagram { Id = $"{processId}--diagram", ElementId = processId, Shapes = _shapes.ToValueList() }],
            Definition = RawJson.Parse(envelope.ToJsonString(ForeignWriter.Relaxed)),
        };
    }

    /// <summary>One activity that was added to a definition of ours.</summary>
    public static FlowNode ReadOne(JsonElement activity, string parentId)
    {
        var reader = new ForeignReader();
        reader.Node(activity, parentId, "activity");
        return reader._nodes[0];
    }

    private static JsonObject Bare(JsonElement container)
    {
        var bare = (JsonObject)JsonNode.Parse(container.GetRawText())!;
        if (bare.ContainsKey("activities")) bare["activities"] = new JsonArray();
        if (bare.ContainsKey("connections")) bare["connections"] = new JsonArray();
        return bare;
    }

    private void Children(JsonElement container, string parentId)
    {
        var local = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = new List<string>();
        if (container.TryGetProperty("activities", out var activities) && activities.ValueKind == JsonValueKind.Array)
        {
            foreach (var activity in activities.EnumerateArray())
            {
                if (activity.ValueKind != JsonValueKind.Object) continue;
                var id = Node(activity, parentId, "activity");
                order.Add(id);
                if (DocumentShape.Text(activity, "id") is { } raw) local.TryAdd(raw, id);
            }
        }

        if (DocumentShape.Text(container, "type") == "Elsa.Sequence")
        {
            for (var i = 1; i < order.Count; i++) _flows.Add(new SequenceFlow { Id = Unique("flow"), ParentId = parentId, SourceId = order[i - 1], TargetId = order[i] });
            return;
        }

        if (!container.TryGetProperty("connections", out var connections) || connections.ValueKind != JsonValueKind.Array) return;
        foreach (var connection in connections.EnumerateArray())
        {
            var shape = ConnectionShape.Of(connection);
            _flows.Add(new SequenceFlow
            {
                Id = Unique("flow"),
                ParentId = parentId,
                Name = shape is null or { Port: "Done" } ? null : shape.Port,
                SourceId = shape is null ? null : local.GetValueOrDefault(shape.Source, shape.Source),
                TargetId = shape is null ? null : local.GetValueOrDefault(shape.Target, shape.Target),
                Connection = RawJson.From(connection),
            });
        }
    }

    private string Node(JsonElement activity, string parentId, string word)
    {
        var type = DocumentShape.Text(activity, "type");
        var id = Id(activity, word);
        var container = IsContainer(type);
        var (kind, definition) = Kind(activity, type);
        var literal = Literal(activity, "script");
        _nodes.Add(new FlowNode
        {
            Id = id,
            Name = DocumentShape.Label(activity),
            Kind = kind,
            ParentId = parentId,
            EventDefinitions = definition is null ? default : [definition],
            CalledElement = kind == NodeKind.CallActivity ? Literal(activity, "workflowDefinitionId") ?? DocumentShape.Text(activity, "workflowDefinitionId") : null,
            Script = kind == NodeKind.ScriptTask && literal is not null ? new Expression(literal, type == "Elsa.RunJavaScript" ? "JavaScript" : null) : null,
            Binding = new ActivityBinding
            {
                Type = type ?? "",
                Version = activity.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) ? number : null,
                Members = RawJson.Parse(container ? Bare(activity).ToJsonString(ForeignWriter.Relaxed) : activity.GetRawText()),
            },
        });
        if (Position(activity) is { } bounds) _shapes.Add(new Shape { ElementId = id, Bounds = bounds });
        if (container) Children(activity, id);
        return id;
    }

    public static Bounds? Position(JsonElement activity)
    {
        if (!activity.TryGetProperty("metadata", out var metadata) || metadata.ValueKind != JsonValueKind.Object
            || !metadata.TryGetProperty("designer", out var designer) || designer.ValueKind != JsonValueKind.Object
            || !designer.TryGetProperty("position", out var position) || position.ValueKind != JsonValueKind.Object)
            return null;
        designer.TryGetProperty("size", out var size);
        return Number(position, "x") is { } x && Number(position, "y") is { } y
            ? new Bounds(x, y, Number(size, "width") is { } width and > 0 ? width : 200, Number(size, "height") is { } height and > 0 ? height : 50)
            : null;
    }

    private static double? Number(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private string Id(JsonElement activity, string word) => DocumentShape.Text(activity, "id") is { Length: > 0 } id ? Own(id) : Unique(word);

    /// <summary>The id itself, or with a number behind when another flowchart uses it too.</summary>
    private string Own(string id)
    {
        if (_ids.Add(id)) return id;
        for (var i = 2; ; i++)
            if (_ids.Add($"{id}~{i}")) return $"{id}~{i}";
    }

    private string Unique(string word)
    {
        while (true)
        {
            var id = $"{word}~{++_anonymous}";
            if (_ids.Add(id)) return id;
        }
    }

    private static string? Literal(JsonElement activity, string input) =>
        activity.TryGetProperty(input, out var value) && value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object
        && expression.TryGetProperty("value", out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    private static bool CanStart(JsonElement activity) =>
        activity.TryGetProperty("canStartWorkflow", out var direct) && direct.ValueKind == JsonValueKind.True
        || activity.TryGetProperty("customProperties", out var custom) && custom.ValueKind == JsonValueKind.Object
        && custom.TryGetProperty("canStartWorkflow", out var flag) && flag.ValueKind == JsonValueKind.True;

    /// <summary>The kind of node that an activity type is nearest to.</summary>
    private static (NodeKind Kind, EventDefinition? Definition) Kind(JsonElement activity, string? type)
    {
        static EventDefinition Timer(TimerKind kind, string? text) =>
            text is null ? new() { Kind = EventKind.Timer } : new() { Kind = EventKind.Timer, Timer = kind, Expression = new Expression(text) };
        EventDefinition Message() => new() { Kind = EventKind.Message, Name = Literal(activity, "eventName") };
        var catches = CanStart(activity) ? NodeKind.StartEvent : NodeKind.IntermediateCatchEvent;
        return type switch
        {
            "Elsa.Start" => (NodeKind.StartEvent, null),
            "Elsa.End" => (NodeKind.EndEvent, null),
            "Elsa.Finish" => (NodeKind.EndEvent, new EventDefinition { Kind = EventKind.Terminate }),
            "Elsa.Fault" => (NodeKind.EndEvent, new EventDefinition { Kind = EventKind.Error }),
            "Elsa.Event" => (catches, Message()),
            "Elsa.PublishEvent" => (NodeKind.IntermediateThrowEvent, Message()),
            "Elsa.HttpEndpoint" => (catches, new EventDefinition { Kind = EventKind.Message }),
            "Elsa.Timer" => (catches, Timer(TimerKind.Cycle, Literal(activity, "interval"))),
            "Elsa.Cron" => (catches, Timer(TimerKind.Cycle, Literal(activity, "cronExpression"))),
            "Elsa.StartAt" => (catches, Timer(TimerKind.Date, Literal(activity, "dateTime"))),
            "Elsa.Delay" => (NodeKind.IntermediateCatchEvent, Timer(TimerKind.Duration, Literal(activity, "timeSpan"))),
            "Elsa.FlowDecision" or "Elsa.If" => (NodeKind.ExclusiveGateway, null),
            "Elsa.FlowSwitch" or "Elsa.Switch" => (Literal(activity, "mode") == "MatchAny" ? NodeKind.InclusiveGateway : NodeKind.ExclusiveGateway, null),
            "Elsa.FlowFork" => (NodeKind.ParallelGateway, null),
            "Elsa.FlowJoin" => (Literal(activity, "mode") switch
            {
                "WaitAll" => NodeKind.ParallelGateway,
                "WaitAllActive" => NodeKind.InclusiveGateway,
                _ => NodeKind.ExclusiveGateway,
            }, null),
            "Elsa.ExecuteWorkflow" or "Elsa.DispatchWorkflow" => (NodeKind.CallActivity, null),
            "Elsa.RunTask" => (NodeKind.UserTask, null),
            "Elsa.RunJavaScript" or "Elsa.RunCSharp" => (NodeKind.ScriptTask, null),
            "Elsa.Flowchart" or "Elsa.Sequence" => (NodeKind.SubProcess, null),
            _ => (activity.TryGetProperty("workflowDefinitionId", out _) ? NodeKind.CallActivity : NodeKind.ServiceTask, null),
        };
    }
}
