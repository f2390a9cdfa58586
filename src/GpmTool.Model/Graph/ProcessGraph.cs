namespace GpmTool.Model;

/// <summary>
/// A process as a graph: one BPMN <c>definitions</c> with everything drawn, compared or analysed as typed values and
/// all else carried raw. Immutable pure data; compares by value. A graph may hold faults (see <see cref="GraphFaults"/>):
/// what an office drew is kept as it is.
/// </summary>
public sealed record ProcessGraph
{
    /// <summary>The id of the document.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the model.</summary>
    public string? Name { get; init; }

    /// <summary>What the model is about.</summary>
    public string? Description { get; init; }

    /// <summary>The BPMN target namespace.</summary>
    public string? TargetNamespace { get; init; }

    /// <summary>The process that is executed; null means <see cref="GraphIndex.MainProcessId"/> decides.</summary>
    public string? MainProcessId { get; init; }

    /// <summary>The processes.</summary>
    public ValueList<BpmnProcess> Processes { get; init; }

    /// <summary>The collaboration.</summary>
    public Collaboration? Collaboration { get; init; }

    /// <summary>Further collaborations of the document, which pools and message flows name.</summary>
    public ValueList<Collaboration> OtherCollaborations { get; init; }

    /// <summary>The pools.</summary>
    public ValueList<Pool> Pools { get; init; }

    /// <summary>The lanes of all processes.</summary>
    public ValueList<Lane> Lanes { get; init; }

    /// <summary>The steps, gateways and events of all processes and sub-processes.</summary>
    public ValueList<FlowNode> Nodes { get; init; }

    /// <summary>The sequence flows.</summary>
    public ValueList<SequenceFlow> Flows { get; init; }

    /// <summary>The message flows.</summary>
    public ValueList<MessageFlow> MessageFlows { get; init; }

    /// <summary>Data objects and stores.</summary>
    public ValueList<DataElement> Data { get; init; }

    /// <summary>Which nodes read and write which data.</summary>
    public ValueList<DataAssociation> DataAssociations { get; init; }

    /// <summary>Annotations and groups.</summary>
    public ValueList<Artifact> Artifacts { get; init; }

    /// <summary>Lines between annotations and what they explain.</summary>
    public ValueList<Association> Associations { get; init; }

    /// <summary>Messages, signals, errors and escalations.</summary>
    public ValueList<Declaration> Declarations { get; init; }

    /// <summary>The drawings.</summary>
    public ValueList<Diagram> Diagrams { get; init; }

    /// <summary>Comments and processing instructions that stand before the document's root.</summary>
    public ValueList<RawElement> Prolog { get; init; }

    /// <summary>Kinds of references that the document writes with a namespace prefix: the attribute's name and the prefix.</summary>
    public ValueList<RawAttribute> QualifiedReferences { get; init; }

    /// <summary>Attributes of the document that are carried as they came.</summary>
    public ValueList<RawAttribute> RawAttributes { get; init; }

    /// <summary>Children of the document that are carried as they came.</summary>
    public ValueList<RawElement> Raw { get; init; }

    /// <summary>The Elsa definition the graph came from, without its activities; null for graphs of other origin.</summary>
    public RawJson? Definition { get; init; }
}
