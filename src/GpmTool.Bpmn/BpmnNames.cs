using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>The namespaces and element names of BPMN 2.0 (OMG formal/2013-12-09, BPMN20.xsd).</summary>
internal static class BpmnNames
{
    public const string Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public const string Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";
    public const string Bounds = "http://www.omg.org/spec/DD/20100524/DC";
    public const string Lines = "http://www.omg.org/spec/DD/20100524/DI";
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Declaration = "http://www.w3.org/2000/xmlns/";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    /// <summary>The namespace of our own attributes.</summary>
    public const string Gpm = "urn:gpmtool:bpmn:1";

    public static NodeKind? Node(string name) => name switch
    {
        "task" => NodeKind.Task,
        "userTask" => NodeKind.UserTask,
        "manualTask" => NodeKind.ManualTask,
        "serviceTask" => NodeKind.ServiceTask,
        "businessRuleTask" => NodeKind.BusinessRuleTask,
        "scriptTask" => NodeKind.ScriptTask,
        "sendTask" => NodeKind.SendTask,
        "receiveTask" => NodeKind.ReceiveTask,
        "subProcess" => NodeKind.SubProcess,
        "transaction" => NodeKind.Transaction,
        "adHocSubProcess" => NodeKind.AdHocSubProcess,
        "callActivity" => NodeKind.CallActivity,
        "exclusiveGateway" => NodeKind.ExclusiveGateway,
        "inclusiveGateway" => NodeKind.InclusiveGateway,
        "parallelGateway" => NodeKind.ParallelGateway,
        "eventBasedGateway" => NodeKind.EventBasedGateway,
        "complexGateway" => NodeKind.ComplexGateway,
        "startEvent" => NodeKind.StartEvent,
        "intermediateCatchEvent" => NodeKind.IntermediateCatchEvent,
        "intermediateThrowEvent" => NodeKind.IntermediateThrowEvent,
        "endEvent" => NodeKind.EndEvent,
        "boundaryEvent" => NodeKind.BoundaryEvent,
        _ => null,
    };

    private static readonly string[] NodeNames =
    [
        "task", "userTask", "manualTask", "serviceTask", "businessRuleTask", "scriptTask", "sendTask", "receiveTask", "subProcess", "transaction",
        "adHocSubProcess", "callActivity", "exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "complexGateway",
        "startEvent", "intermediateCatchEvent", "intermediateThrowEvent", "endEvent", "boundaryEvent",
    ];

    public static string Of(NodeKind kind) => NodeNames[(int)kind];

    public static EventKind? Event(string name) => name switch
    {
        "messageEventDefinition" => EventKind.Message,
        "timerEventDefinition" => EventKind.Timer,
        "signalEventDefinition" => EventKind.Signal,
        "errorEventDefinition" => EventKind.Error,
        "escalationEventDefinition" => EventKind.Escalation,
        "conditionalEventDefinition" => EventKind.Conditional,
        "linkEventDefinition" => EventKind.Link,
        "compensateEventDefinition" => EventKind.Compensation,
        "cancelEventDefinition" => EventKind.Cancel,
        "terminateEventDefinition" => EventKind.Terminate,
        _ => null,
    };

    private static readonly string[] EventNames =
    [
        "messageEventDefinition", "timerEventDefinition", "signalEventDefinition", "errorEventDefinition", "escalationEventDefinition",
        "conditionalEventDefinition", "linkEventDefinition", "compensateEventDefinition", "cancelEventDefinition", "terminateEventDefinition",
    ];

    public static string Of(EventKind kind) => EventNames[(int)kind];

    /// <summary>The attribute that names what an event definition refers to; null where the kind refers to nothing.</summary>
    public static string? ReferenceOf(EventKind kind) => kind switch
    {
        EventKind.Message => "messageRef",
        EventKind.Signal => "signalRef",
        EventKind.Error => "errorRef",
        EventKind.Escalation => "escalationRef",
        EventKind.Compensation => "activityRef",
        _ => null,
    };

    public static TimerKind? Timer(string name) => name switch
    {
        "timeDuration" => TimerKind.Duration,
        "timeDate" => TimerKind.Date,
        "timeCycle" => TimerKind.Cycle,
        _ => null,
    };

    public static string Of(TimerKind kind) => kind switch
    {
        TimerKind.Duration => "timeDuration",
        TimerKind.Date => "timeDate",
        _ => "timeCycle",
    };

    public static DataKind? Data(string name) => name switch
    {
        "dataObject" => DataKind.DataObject,
        "dataObjectReference" => DataKind.DataObjectReference,
        "dataStore" => DataKind.DataStore,
        "dataStoreReference" => DataKind.DataStoreReference,
        "dataInput" => DataKind.DataInput,
        "dataOutput" => DataKind.DataOutput,
        _ => null,
    };

    private static readonly string[] DataNames = ["dataObject", "dataObjectReference", "dataStore", "dataStoreReference", "dataInput", "dataOutput"];

    public static string Of(DataKind kind) => DataNames[(int)kind];

    public static DeclarationKind? Declared(string name) => name switch
    {
        "message" => DeclarationKind.Message,
        "signal" => DeclarationKind.Signal,
        "error" => DeclarationKind.Error,
        "escalation" => DeclarationKind.Escalation,
        _ => null,
    };

    private static readonly string[] DeclarationNames = ["message", "signal", "error", "escalation"];

    public static string Of(DeclarationKind kind) => DeclarationNames[(int)kind];
}
