using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>The kind of a flow node; the names are those of BPMN 2.0.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<NodeKind>))]
public enum NodeKind
{
    /// <summary>An abstract task.</summary>
    Task,

    /// <summary>A person works with software.</summary>
    UserTask,

    /// <summary>A person works without software.</summary>
    ManualTask,

    /// <summary>Software works alone.</summary>
    ServiceTask,

    /// <summary>A rule decides.</summary>
    BusinessRuleTask,

    /// <summary>A script runs.</summary>
    ScriptTask,

    /// <summary>A message is sent.</summary>
    SendTask,

    /// <summary>A message is awaited.</summary>
    ReceiveTask,

    /// <summary>An embedded sub-process, or an event sub-process (<see cref="FlowNode.TriggeredByEvent"/>).</summary>
    SubProcess,

    /// <summary>A transaction.</summary>
    Transaction,

    /// <summary>A sub-process whose steps have no fixed order.</summary>
    AdHocSubProcess,

    /// <summary>Another process is called.</summary>
    CallActivity,

    /// <summary>One branch is taken (XOR).</summary>
    ExclusiveGateway,

    /// <summary>Every branch whose condition holds is taken (OR).</summary>
    InclusiveGateway,

    /// <summary>All branches are taken (AND).</summary>
    ParallelGateway,

    /// <summary>The first event decides.</summary>
    EventBasedGateway,

    /// <summary>A rule of its own decides.</summary>
    ComplexGateway,

    /// <summary>A start event.</summary>
    StartEvent,

    /// <summary>An intermediate event that waits.</summary>
    IntermediateCatchEvent,

    /// <summary>An intermediate event that tells.</summary>
    IntermediateThrowEvent,

    /// <summary>An end event.</summary>
    EndEvent,

    /// <summary>An event attached to an activity.</summary>
    BoundaryEvent,
}

/// <summary>Groups of <see cref="NodeKind"/>s.</summary>
public static class NodeKinds
{
    /// <summary>Whether the kind is one of the eight task types.</summary>
    public static bool IsTask(this NodeKind kind) => kind <= NodeKind.ReceiveTask;

    /// <summary>Whether the kind holds other nodes.</summary>
    public static bool IsContainer(this NodeKind kind) => kind is NodeKind.SubProcess or NodeKind.Transaction or NodeKind.AdHocSubProcess;

    /// <summary>Whether the kind is work: a task, a sub-process or a call.</summary>
    public static bool IsActivity(this NodeKind kind) => kind <= NodeKind.CallActivity;

    /// <summary>Whether the kind is a gateway.</summary>
    public static bool IsGateway(this NodeKind kind) => kind is >= NodeKind.ExclusiveGateway and <= NodeKind.ComplexGateway;

    /// <summary>Whether the kind is an event.</summary>
    public static bool IsEvent(this NodeKind kind) => kind >= NodeKind.StartEvent;
}
