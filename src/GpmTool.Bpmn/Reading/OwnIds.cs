using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Gives references the ids that elements of a file have in <c>gpm:elementId</c>. O(elements).</summary>
internal sealed class OwnIds(Dictionary<string, string> ids)
{
    public ProcessGraph Restore(ProcessGraph graph) => graph with
    {
        Pools = graph.Pools.ConvertAll(pool => pool with { ProcessId = Of(pool.ProcessId), CollaborationId = Of(pool.CollaborationId) }),
        Lanes = graph.Lanes.ConvertAll(lane => lane with { MemberIds = lane.MemberIds.ConvertAll(id => Of(id)!) }),
        Nodes = graph.Nodes.ConvertAll(node => node with
        {
            AttachedToId = Of(node.AttachedToId),
            DefaultFlowId = Of(node.DefaultFlowId),
            MessageId = Of(node.MessageId),
            CalledElement = Of(node.CalledElement),
            EventDefinitions = node.EventDefinitions.ConvertAll(definition => definition with { ReferenceId = Of(definition.ReferenceId) }),
        }),
        Flows = graph.Flows.ConvertAll(flow => flow with { SourceId = Of(flow.SourceId), TargetId = Of(flow.TargetId) }),
        MessageFlows = graph.MessageFlows.ConvertAll(flow => flow with { SourceId = Of(flow.SourceId), TargetId = Of(flow.TargetId), MessageId = Of(flow.MessageId), CollaborationId = Of(flow.CollaborationId) }),
        Data = graph.Data.ConvertAll(data => data with { ReferenceId = Of(data.ReferenceId) }),
        DataAssociations = graph.DataAssociations.ConvertAll(association => association with { SourceIds = association.SourceIds.ConvertAll(id => Of(id)!), TargetId = Of(association.TargetId) }),
        Associations = graph.Associations.ConvertAll(association => association with { SourceId = Of(association.SourceId), TargetId = Of(association.TargetId) }),
        Diagrams = graph.Diagrams.ConvertAll(diagram => diagram with
        {
            Id = Figure(diagram.Id, diagram.ElementId)!,
            PlaneId = Figure(diagram.PlaneId, diagram.ElementId),
            ElementId = Of(diagram.ElementId),
            Shapes = diagram.Shapes.ConvertAll(shape => shape with { Id = Figure(shape.Id, shape.ElementId), ElementId = Of(shape.ElementId)! }),
            Edges = diagram.Edges.ConvertAll(edge => edge with { Id = Figure(edge.Id, edge.ElementId), ElementId = Of(edge.ElementId)! }),
        }),
    };

    /// <summary>The id that an id of the file stands for.</summary>
    public string? Of(string? id) => id is null ? null : ids.GetValueOrDefault(id, id);

    // The id of a figure is made of that of its element.
    private string? Figure(string? id, string? elementId) => id is not null && elementId is not null && ids.ContainsKey(elementId) ? ElementIds.Unescape(id) : id;
}
