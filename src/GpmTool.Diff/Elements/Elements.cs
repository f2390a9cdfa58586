using System.Text.Json.Serialization;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>The sets of elements a graph consists of.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ElementSet>))]
public enum ElementSet
{
    /// <summary>The document itself.</summary>
    Document,

    /// <summary>Processes.</summary>
    Process,

    /// <summary>Collaborations; the first leads.</summary>
    Collaboration,

    /// <summary>Pools.</summary>
    Pool,

    /// <summary>Lanes, without their members.</summary>
    Lane,

    /// <summary>Which nodes stand in which lane.</summary>
    LaneMember,

    /// <summary>Steps, gateways and events.</summary>
    Node,

    /// <summary>Sequence flows.</summary>
    Flow,

    /// <summary>Message flows.</summary>
    MessageFlow,

    /// <summary>Data objects and stores.</summary>
    Data,

    /// <summary>Which nodes use which data.</summary>
    DataAssociation,

    /// <summary>Annotations and groups.</summary>
    Artifact,

    /// <summary>Lines to annotations.</summary>
    Association,

    /// <summary>Messages, signals, errors, escalations.</summary>
    Declaration,
}

/// <summary>What a document says about itself, as an element like the others; the description is its <see cref="GraphElement.Documentation"/>.</summary>
public sealed record DocumentHead : GraphElement
{
    /// <summary>The BPMN target namespace.</summary>
    public string? TargetNamespace { get; init; }

    /// <summary>The process that is executed.</summary>
    public string? MainProcessId { get; init; }

    /// <summary>What stands before the document's root.</summary>
    public ValueList<RawElement> Prolog { get; init; }

    /// <summary>How the document writes references.</summary>
    public ValueList<RawAttribute> QualifiedReferences { get; init; }
}

/// <summary>Takes a graph apart into elements and puts it together again.</summary>
internal static class Elements
{
    /// <summary>The id the document goes by among the elements; no element of a graph has an empty id.</summary>
    public const string DocumentId = "";

    /// <summary>The sets whose elements are records of the graph, in the order they are compared.</summary>
    public static readonly ElementSet[] Sets = [.. Enum.GetValues<ElementSet>().Where(set => set != ElementSet.LaneMember)];

    /// <summary>The elements of a set.</summary>
    public static IEnumerable<GraphElement> Of(ProcessGraph graph, ElementSet set) => set switch
    {
        ElementSet.Document => [new DocumentHead { Id = DocumentId, Name = graph.Name, Documentation = graph.Description, TargetNamespace = graph.TargetNamespace, MainProcessId = graph.MainProcessId, Prolog = graph.Prolog, QualifiedReferences = graph.QualifiedReferences, RawAttributes = graph.RawAttributes, Raw = graph.Raw }],
        ElementSet.Process => graph.Processes,
        ElementSet.Collaboration => graph.Collaboration is { } collaboration ? [collaboration, .. graph.OtherCollaborations] : graph.OtherCollaborations,
        ElementSet.Pool => graph.Pools,
        ElementSet.Lane => graph.Lanes,
        ElementSet.Node => graph.Nodes,
        ElementSet.Flow => graph.Flows,
        ElementSet.MessageFlow => graph.MessageFlows,
        ElementSet.Data => graph.Data,
        ElementSet.DataAssociation => graph.DataAssociations,
        ElementSet.Artifact => graph.Artifacts,
        ElementSet.Association => graph.Associations,
        ElementSet.Declaration => graph.Declarations,
        _ => [],
    };

    /// <summary>A graph with other elements; what is no element (layout, the Elsa envelope) stays.</summary>
    public static ProcessGraph With(ProcessGraph graph, Func<ElementSet, IEnumerable<GraphElement>> of)
    {
        ValueList<T> List<T>(ElementSet set)
            where T : GraphElement => of(set).Cast<T>().ToValueList();
        var head = List<DocumentHead>(ElementSet.Document)[0];
        var collaborations = List<Collaboration>(ElementSet.Collaboration);
        return graph with
        {
            Name = head.Name,
            Description = head.Documentation,
            TargetNamespace = head.TargetNamespace,
            MainProcessId = head.MainProcessId,
            RawAttributes = head.RawAttributes,
            Raw = head.Raw,
            Processes = List<BpmnProcess>(ElementSet.Process),
            Prolog = head.Prolog,
            QualifiedReferences = head.QualifiedReferences,
            Collaboration = collaborations.IsEmpty ? null : collaborations[0],
            OtherCollaborations = collaborations.Skip(1).ToValueList(),
            Pools = List<Pool>(ElementSet.Pool),
            Lanes = List<Lane>(ElementSet.Lane),
            Nodes = List<FlowNode>(ElementSet.Node),
            Flows = List<SequenceFlow>(ElementSet.Flow),
            MessageFlows = List<MessageFlow>(ElementSet.MessageFlow),
            Data = List<DataElement>(ElementSet.Data),
            DataAssociations = List<DataAssociation>(ElementSet.DataAssociation),
            Artifacts = List<Artifact>(ElementSet.Artifact),
            Associations = List<Association>(ElementSet.Association),
            Declarations = List<Declaration>(ElementSet.Declaration),
        };
    }

    /// <summary>All ids of a graph, those of elements only.</summary>
    public static IEnumerable<string> Ids(ProcessGraph graph) => Sets.Where(set => set != ElementSet.Document).SelectMany(set => Of(graph, set)).Select(element => element.Id);
}
