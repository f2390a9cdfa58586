using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>What kind of change an operation is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OperationKind>))]
public enum OperationKind
{
    /// <summary>A step or event is new.</summary>
    Inserted,

    /// <summary>A step or event is gone.</summary>
    Removed,

    /// <summary>A gateway is new.</summary>
    GatewayInserted,

    /// <summary>A gateway is gone.</summary>
    GatewayRemoved,

    /// <summary>The label differs.</summary>
    Renamed,

    /// <summary>The kind differs.</summary>
    TypeChanged,

    /// <summary>The role differs.</summary>
    RoleChanged,

    /// <summary>The step stands elsewhere in the flow.</summary>
    Moved,

    /// <summary>A branch has another label, condition or share.</summary>
    ConditionChanged,

    /// <summary>A flow is new.</summary>
    FlowAdded,

    /// <summary>A flow is gone.</summary>
    FlowRemoved,

    /// <summary>A message flow is new, gone or different.</summary>
    MessageFlowChanged,

    /// <summary>Documents differ.</summary>
    DocumentChanged,

    /// <summary>The medium of a document differs.</summary>
    MediumChanged,

    /// <summary>IT systems differ.</summary>
    SystemChanged,

    /// <summary>A time differs.</summary>
    TimeChanged,

    /// <summary>The cost differs.</summary>
    CostChanged,

    /// <summary>Legal bases differ.</summary>
    LegalBasisChanged,

    /// <summary>The degree of automation differs.</summary>
    AutomationChanged,

    /// <summary>The reference activity group differs.</summary>
    RagChanged,

    /// <summary>Responsibilities differ.</summary>
    ResponsibilityChanged,

    /// <summary>Another attribute differs.</summary>
    OtherAttributeChanged,

    /// <summary>The repetition of a step differs.</summary>
    LoopChanged,

    /// <summary>Data objects differ.</summary>
    DataChanged,

    /// <summary>Two steps in a row changed places.</summary>
    Swapped,

    /// <summary>Some steps in a row gave way to others.</summary>
    FragmentReplaced,

    /// <summary>Several steps became one.</summary>
    StepsMerged,

    /// <summary>One step became several.</summary>
    StepSplit,

    /// <summary>Steps that followed each other run side by side.</summary>
    Parallelised,

    /// <summary>Steps that ran side by side follow each other.</summary>
    Serialised,

    /// <summary>A split and its join are new around steps that were there.</summary>
    GatewaysAdded,

    /// <summary>A split and its join are gone, the steps between are not.</summary>
    GatewaysRemoved,

    /// <summary>A split has another branch.</summary>
    BranchAdded,

    /// <summary>A split has lost a branch.</summary>
    BranchRemoved,

    /// <summary>There is a way back that was not there.</summary>
    LoopAdded,

    /// <summary>A way back is gone.</summary>
    LoopRemoved,

    /// <summary>Steps were put into a new sub-process.</summary>
    SubProcessExtracted,

    /// <summary>A sub-process gave way to the steps inside.</summary>
    SubProcessInlined,

    /// <summary>A flow begins or ends elsewhere.</summary>
    FlowChanged,

    /// <summary>Another branch is the default.</summary>
    DefaultFlowChanged,

    /// <summary>The explanation of an element differs.</summary>
    DocumentationChanged,

    /// <summary>What a vendor or an engine added differs.</summary>
    ExtensionChanged,

    /// <summary>An annotation or a group is new, gone or different.</summary>
    AnnotationChanged,

    /// <summary>A pool is new, gone or different.</summary>
    PoolChanged,

    /// <summary>A lane is new, gone or different.</summary>
    LaneChanged,

    /// <summary>A process of the document is new, gone or different.</summary>
    ProcessChanged,

    /// <summary>A message, signal, error or escalation is new, gone or different.</summary>
    DeclarationChanged,

    /// <summary>The name or description of the model differs.</summary>
    DocumentHeadChanged,

    /// <summary>An element is drawn elsewhere.</summary>
    LayoutChanged,
}

/// <summary>One change.</summary>
public sealed record Operation
{
    /// <summary>The kind.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>The elements of the first graph it concerns.</summary>
    public ValueList<string> BeforeIds { get; init; }

    /// <summary>The elements of the second graph it concerns.</summary>
    public ValueList<string> AfterIds { get; init; }

    /// <summary>The attribute that differs, where it is one.</summary>
    public string? Attribute { get; init; }

    /// <summary>The value in the first graph, as text.</summary>
    public string? OldValue { get; init; }

    /// <summary>The value in the second graph, as text.</summary>
    public string? NewValue { get; init; }

    /// <summary>What the operation consists of, where it has a name of its own: the steps of a replaced fragment, say.</summary>
    public ValueList<Operation> Parts { get; init; }

    /// <summary>The smallest changes the operation makes, those of its parts not counted. A change may belong to two operations (documents and their media).</summary>
    public ValueList<Change> Changes { get; init; }

    /// <summary>All changes, those of the parts included, each once.</summary>
    public IEnumerable<Change> AllChanges => Changes.Concat(Parts.SelectMany(part => part.AllChanges)).DistinctBy(change => change.Address);

    /// <summary>What the operation is about: algorithm version, kind, sorted element ids of the first and of the second graph, attribute.</summary>
    public string Key => $"{ProcessComparison.AlgorithmVersion}:{Kind}:{string.Join(',', BeforeIds.Order(StringComparer.Ordinal))}>{string.Join(',', AfterIds.Order(StringComparer.Ordinal))}:{Attribute}";

    /// <summary>
    /// What exactly it says: SHA-256 of algorithm version, old and new value, all of them and not only what is shown, hexadecimal. What
    /// comes is said with all its attributes, what goes only by what it was called. A position taken on it holds while key and digest stay.
    /// </summary>
    public string Digest
    {
        get
        {
            var lines = AllChanges.SelectMany(change => change.Contents).Order(StringComparer.Ordinal);
            var text = $"{ProcessComparison.AlgorithmVersion}\n{OldValue}\n{NewValue}\n{string.Join('\n', lines)}";
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }
    }
}
