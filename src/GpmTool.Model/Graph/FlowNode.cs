using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>A step, gateway or event. Members that do not fit the <see cref="Kind"/> stay empty.</summary>
public sealed record FlowNode : GraphElement
{
    /// <summary>The kind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required NodeKind Kind { get; init; }

    /// <summary>Id of the process or sub-process the node stands in.</summary>
    public required string ParentId { get; init; }

    /// <summary>Loop or multi-instance marker of an activity.</summary>
    public LoopMarker? Loop { get; init; }

    /// <summary>Whether the activity runs only to compensate another.</summary>
    public bool IsForCompensation { get; init; }

    /// <summary>What triggers or is thrown by an event; several are allowed.</summary>
    public ValueList<EventDefinition> EventDefinitions { get; init; }

    /// <summary>Whether all event definitions must occur, not just one.</summary>
    public bool ParallelMultiple { get; init; }

    /// <summary>The activity a boundary event is attached to.</summary>
    public string? AttachedToId { get; init; }

    /// <summary>Whether the event leaves the activity or process it concerns running.</summary>
    public bool NonInterrupting { get; init; }

    /// <summary>Whether a sub-process is an event sub-process.</summary>
    public bool TriggeredByEvent { get; init; }

    /// <summary>Whether the steps of an ad-hoc sub-process run one after the other.</summary>
    public bool AdHocSequential { get; init; }

    /// <summary>When an ad-hoc sub-process or a complex gateway is complete.</summary>
    public Expression? CompletionCondition { get; init; }

    /// <summary>What a call activity calls, as BPMN names it.</summary>
    public string? CalledElement { get; init; }

    /// <summary>The key of the catalogue process that a call activity calls.</summary>
    public string? CalledProcess { get; init; }

    /// <summary>The sequence flow that is taken when no condition holds.</summary>
    public string? DefaultFlowId { get; init; }

    /// <summary>The script of a script task.</summary>
    public Expression? Script { get; init; }

    /// <summary>The declared message of a send or receive task.</summary>
    public string? MessageId { get; init; }

    /// <summary>Whether a receive task or event-based gateway starts the process.</summary>
    public bool Instantiates { get; init; }

    /// <summary>How a task is implemented, as BPMN names it.</summary>
    public string? Implementation { get; init; }

    /// <summary>What administrations record about a step.</summary>
    public StepAttributes? Gpm { get; init; }

    /// <summary>The Elsa activity that executes the node, where one was chosen or came with the document.</summary>
    public ActivityBinding? Binding { get; init; }
}

/// <summary>How an activity repeats.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LoopKind>))]
public enum LoopKind
{
    /// <summary>Repeats while a condition holds.</summary>
    Standard,

    /// <summary>Runs for several items one after the other.</summary>
    MultiInstanceSequential,

    /// <summary>Runs for several items at once.</summary>
    MultiInstanceParallel,
}

/// <summary>A loop or multi-instance marker.</summary>
public sealed record LoopMarker
{
    /// <summary>How it repeats.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required LoopKind Kind { get; init; }

    /// <summary>Loop condition, or completion condition of a multi-instance.</summary>
    public Expression? Condition { get; init; }

    /// <summary>The number or collection of items.</summary>
    public Expression? Items { get; init; }

    /// <summary>Whether a standard loop tests before the first run.</summary>
    public bool TestBefore { get; init; }

    /// <summary>The most runs of a standard loop.</summary>
    public int? Maximum { get; init; }

    /// <summary>Attributes carried as they came.</summary>
    public ValueList<RawAttribute> RawAttributes { get; init; }

    /// <summary>Children carried as they came.</summary>
    public ValueList<RawElement> Raw { get; init; }
}

/// <summary>A formal or natural-language expression.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Language">Its language, such as "JavaScript" or a URI; null when unknown or natural language.</param>
public sealed record Expression(string Text, string? Language = null);

/// <summary>What an event is about.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<EventKind>))]
public enum EventKind
{
    /// <summary>A message.</summary>
    Message,

    /// <summary>A time.</summary>
    Timer,

    /// <summary>A signal to everybody.</summary>
    Signal,

    /// <summary>An error.</summary>
    Error,

    /// <summary>An escalation.</summary>
    Escalation,

    /// <summary>A condition that becomes true.</summary>
    Conditional,

    /// <summary>A jump inside the process.</summary>
    Link,

    /// <summary>Compensation of finished work.</summary>
    Compensation,

    /// <summary>Cancellation of a transaction.</summary>
    Cancel,

    /// <summary>The end of everything.</summary>
    Terminate,
}

/// <summary>Which of the three timer forms of BPMN an expression is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TimerKind>))]
public enum TimerKind
{
    /// <summary>After a duration.</summary>
    Duration,

    /// <summary>At a date.</summary>
    Date,

    /// <summary>Again and again.</summary>
    Cycle,
}

/// <summary>An event definition.</summary>
public sealed record EventDefinition
{
    /// <summary>What the event is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required EventKind Kind { get; init; }

    /// <summary>The id, if the document has one.</summary>
    public string? Id { get; init; }

    /// <summary>The shared event definition of the document that the event refers to, instead of one of its own.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>The declared message, signal, error or escalation; the activity of a compensation.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>The name of a link.</summary>
    public string? Name { get; init; }

    /// <summary>The form of a timer's expression.</summary>
    public TimerKind? Timer { get; init; }

    /// <summary>The time of a timer or the condition of a conditional event.</summary>
    public Expression? Expression { get; init; }

    /// <summary>Attributes carried as they came.</summary>
    public ValueList<RawAttribute> RawAttributes { get; init; }

    /// <summary>Children carried as they came.</summary>
    public ValueList<RawElement> Raw { get; init; }
}

/// <summary>The Elsa activity behind a node: its type and members as JSON.</summary>
public sealed record ActivityBinding
{
    /// <summary>The activity type, such as "Elsa.SendHttpRequest".</summary>
    public required string Type { get; init; }

    /// <summary>The version of the type.</summary>
    public int? Version { get; init; }

    /// <summary>The activity object as it came, or the inputs a modeller chose; nested nodes of the graph are left out.</summary>
    public RawJson? Members { get; init; }
}
