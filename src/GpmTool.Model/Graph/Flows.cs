using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>A sequence flow. An end that is missing in the drawing is null or names an id that does not exist.</summary>
public sealed record SequenceFlow : GraphElement
{
    /// <summary>Id of the process or sub-process the flow stands in.</summary>
    public required string ParentId { get; init; }

    /// <summary>Where it begins.</summary>
    public string? SourceId { get; init; }

    /// <summary>Where it leads.</summary>
    public string? TargetId { get; init; }

    /// <summary>When it is taken.</summary>
    public Expression? Condition { get; init; }

    /// <summary>Ends whose node does not list the flow among its incoming or outgoing ones, as the document came.</summary>
    public FlowEnds Unlisted { get; init; }

    /// <summary>The share of cases that take it.</summary>
    public Probability? Probability { get; init; }

    /// <summary>The Elsa connection behind the flow, where it came with the document.</summary>
    public RawJson? Connection { get; init; }
}

/// <summary>Ends of a sequence flow.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FlowEnds>))]
public enum FlowEnds
{
    /// <summary>None.</summary>
    None,

    /// <summary>Where it begins.</summary>
    Source,

    /// <summary>Where it leads.</summary>
    Target,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>A message flow between pools or nodes of different pools.</summary>
public sealed record MessageFlow : GraphElement
{
    /// <summary>The sending pool or node.</summary>
    public string? SourceId { get; init; }

    /// <summary>The receiving pool or node.</summary>
    public string? TargetId { get; init; }

    /// <summary>The declared message.</summary>
    public string? MessageId { get; init; }

    /// <summary>One of <see cref="ProcessGraph.OtherCollaborations"/>; null for the first.</summary>
    public string? CollaborationId { get; init; }
}

/// <summary>The direction of a data association, seen from the node.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DataDirection>))]
public enum DataDirection
{
    /// <summary>The node reads.</summary>
    Input,

    /// <summary>The node writes.</summary>
    Output,
}

/// <summary>A node reads or writes data.</summary>
public sealed record DataAssociation : GraphElement
{
    /// <summary>Reads or writes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DataDirection Direction { get; init; }

    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>What is read from.</summary>
    public ValueList<string> SourceIds { get; init; }

    /// <summary>What is written to.</summary>
    public string? TargetId { get; init; }
}

/// <summary>The arrowheads of an <see cref="Association"/>.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AssociationDirection>))]
public enum AssociationDirection
{
    /// <summary>None.</summary>
    None,

    /// <summary>At the target.</summary>
    One,

    /// <summary>At both ends.</summary>
    Both,
}

/// <summary>A dotted line between an annotation and what it explains.</summary>
public sealed record Association : GraphElement
{
    /// <summary>Id of the process, sub-process or collaboration it stands in.</summary>
    public string? ParentId { get; init; }

    /// <summary>One end.</summary>
    public string? SourceId { get; init; }

    /// <summary>The other end.</summary>
    public string? TargetId { get; init; }

    /// <summary>The arrowheads.</summary>
    public AssociationDirection Direction { get; init; }
}
