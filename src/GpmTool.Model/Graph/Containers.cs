using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>A process of the document: what runs inside one pool, or the only process without pools.</summary>
public sealed record BpmnProcess : GraphElement
{
    /// <summary>Whether the modeller marked it executable.</summary>
    public bool IsExecutable { get; init; }

    /// <summary>Key figures of the whole process.</summary>
    public ProcessAttributes? Gpm { get; init; }
}

/// <summary>The collaboration that holds pools and message flows.</summary>
public sealed record Collaboration : GraphElement;

/// <summary>A pool (participant); without a process it is a black box.</summary>
public sealed record Pool : GraphElement
{
    /// <summary>The process that runs inside.</summary>
    public string? ProcessId { get; init; }

    /// <summary>One of <see cref="ProcessGraph.OtherCollaborations"/>; null for the first.</summary>
    public string? CollaborationId { get; init; }
}

/// <summary>A lane. Its owner is a process, a sub-process or the lane it is nested in.</summary>
public sealed record Lane : GraphElement
{
    /// <summary>Id of the process, sub-process or outer lane.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Lanes of one owner with the same lane set belong together.</summary>
    public string? LaneSetId { get; init; }

    /// <summary>The name of the lane set.</summary>
    public string? LaneSetName { get; init; }

    /// <summary>Ids of the nodes in the lane, without those of nested lanes unless the document lists them too.</summary>
    public ValueList<string> MemberIds { get; init; }

    /// <summary>The organisation unit of the role the lane stands for.</summary>
    public string? OrganisationUnit { get; init; }
}

/// <summary>The kind of a data element.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DataKind>))]
public enum DataKind
{
    /// <summary>A data object.</summary>
    DataObject,

    /// <summary>A drawn reference to a data object.</summary>
    DataObjectReference,

    /// <summary>A store that outlives the process.</summary>
    DataStore,

    /// <summary>A drawn reference to a data store.</summary>
    DataStoreReference,

    /// <summary>What the process is given.</summary>
    DataInput,

    /// <summary>What the process gives.</summary>
    DataOutput,
}

/// <summary>A document, data object or store.</summary>
public sealed record DataElement : GraphElement
{
    /// <summary>The kind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DataKind Kind { get; init; }

    /// <summary>Id of the process or sub-process; null for a store of the whole document.</summary>
    public string? ParentId { get; init; }

    /// <summary>What a reference refers to.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>Whether it stands for many.</summary>
    public bool IsCollection { get; init; }

    /// <summary>The state, as drawn.</summary>
    public string? State { get; init; }

    /// <summary>The medium of the document.</summary>
    public Medium Medium { get; init; }
}

/// <summary>The kind of an artifact.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ArtifactKind>))]
public enum ArtifactKind
{
    /// <summary>A text annotation; its text is <see cref="Artifact.Text"/>.</summary>
    TextAnnotation,

    /// <summary>A group.</summary>
    Group,
}

/// <summary>An annotation or a group.</summary>
public sealed record Artifact : GraphElement
{
    /// <summary>The kind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ArtifactKind Kind { get; init; }

    /// <summary>Id of the process, sub-process or collaboration.</summary>
    public string? ParentId { get; init; }

    /// <summary>The text of an annotation.</summary>
    public string? Text { get; init; }

    /// <summary>The category value that names a group.</summary>
    public string? CategoryValueId { get; init; }
}

/// <summary>The kind of a declaration.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DeclarationKind>))]
public enum DeclarationKind
{
    /// <summary>A message.</summary>
    Message,

    /// <summary>A signal.</summary>
    Signal,

    /// <summary>An error.</summary>
    Error,

    /// <summary>An escalation.</summary>
    Escalation,
}

/// <summary>A message, signal, error or escalation that events refer to.</summary>
public sealed record Declaration : GraphElement
{
    /// <summary>The kind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DeclarationKind Kind { get; init; }

    /// <summary>The code of an error or escalation.</summary>
    public string? Code { get; init; }
}
