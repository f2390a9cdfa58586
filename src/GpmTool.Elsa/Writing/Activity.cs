using GpmTool.Model;

namespace GpmTool.Elsa;

/// <summary>An input of an activity: an expression, a reference to a variable, or plain JSON.</summary>
internal readonly record struct ActivityInput(string TypeName, string? ExpressionType, string? Text, bool IsBoolean = false)
{
    public static ActivityInput Literal(string text) => new("String", "Literal", text);

    public static ActivityInput Of(string typeName, string expressionType, string text) => new(typeName, expressionType, text);

    public static ActivityInput True => new("Boolean", "Literal", "true", IsBoolean: true);

    public static ActivityInput Output(string typeName, string variableId) => new(typeName, null, variableId);
}

/// <summary>A case of a FlowSwitch.</summary>
internal sealed record SwitchCase(string Label, string Condition);

/// <summary>An activity of a definition that is being written.</summary>
internal sealed class Activity(string id, string type)
{
    public string Id { get; } = id;

    public string Type { get; } = type;

    /// <summary>The element the activity stands for, whole or as a helper.</summary>
    public string? ElementId { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public bool CanStart { get; init; }

    public List<(string Name, ActivityInput Value)> Inputs { get; init; } = [];

    public List<SwitchCase>? Cases { get; init; }

    /// <summary>Members a modeller chose or another tool wrote; they replace <see cref="Inputs"/>.</summary>
    public RawJson? Members { get; init; }

    public Flowchart? Body { get; init; }

    public Bounds Bounds { get; set; }
}

/// <summary>A connection, and the sequence flows it stands for.</summary>
internal sealed record Connection(string Source, string Port, string Target, string? FlowId = null);

/// <summary>A flowchart of a definition that is being written.</summary>
internal sealed class Flowchart
{
    public List<Activity> Activities { get; } = [];

    public List<Connection> Connections { get; } = [];

    public void Connect(string source, string port, string target, string? flowId = null)
    {
        var connection = new Connection(source, port, target, flowId);
        if (!Connections.Exists(known => known.Source == source && known.Port == port && known.Target == target && known.FlowId == flowId))
            Connections.Add(connection);
    }
}

/// <summary>How far an element can be executed.</summary>
public enum ExecutionLevel
{
    /// <summary>As modelled.</summary>
    Executable,

    /// <summary>With a difference that the note explains.</summary>
    WithNote,

    /// <summary>Not at all: it is kept as documentation.</summary>
    DocumentationOnly,
}

/// <summary>A graph turned into activities.</summary>
internal sealed class Projection
{
    public required Flowchart Root { get; init; }

    public required string RootId { get; init; }

    public List<(string Id, string Name, string TypeName)> Variables { get; } = [];

    public List<(string DefinitionId, string Name, Flowchart Root)> Companions { get; } = [];

    public List<(string ElementId, ExecutionLevel Level, string Code, LocalText Reason)> Notes { get; } = [];

    /// <summary>Flows that have no connection because they hang or only documentation leads to them.</summary>
    public HashSet<string> Unprojected { get; } = new(StringComparer.Ordinal);
}
