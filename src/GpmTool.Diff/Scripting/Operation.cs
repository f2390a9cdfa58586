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

    /// <summary>A message flow is new or gone.</summary>
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

    /// <summary>The repetition differs.</summary>
    LoopChanged,

    /// <summary>Data objects differ.</summary>
    DataChanged,
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

    /// <summary>What the operation is about: algorithm version, kind, sorted element ids, attribute.</summary>
    public string Key => $"{ProcessComparison.AlgorithmVersion}:{Kind}:{string.Join(',', BeforeIds.Concat(AfterIds).Order(StringComparer.Ordinal))}:{Attribute}";

    /// <summary>What exactly it says: SHA-256 of algorithm version, old and new value, hexadecimal. A position taken on it holds while key and digest stay.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ProcessComparison.AlgorithmVersion}\n{OldValue}\n{NewValue}")));
}
