using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Processes and what stands in them beside nodes.</summary>
internal sealed partial class GraphWriter
{
    private void Process(BpmnProcess process)
    {
        var raws = Begin("process", process, isProcess: true);
        _w.Flag(process.RawAttributes, "isExecutable", process.IsExecutable, false);
        var definition = process.Id == _graph.Processes[0].Id ? _graph.Definition : null;
        Common(process, ref raws, process.Gpm is null && definition is null ? null : own =>
        {
            if (process.Gpm is { } gpm) own.Process(gpm);
            if (definition is { } json) own.Json("definition", json);
        });
        _w.Before(ref raws, RawChildren.ProcessInputs);
        InputsAndOutputs(process.Id, ref raws);
        _w.Before(ref raws, RawChildren.Lanes);
        Lanes(process.Id, "laneSet", ref raws);
        FlowElements(process.Id, ref raws);
        End(ref raws);
    }

    private void FlowElements(string containerId, ref RawChildren raws)
    {
        var content = _contents[containerId];
        foreach (var node in content.Nodes) Node(node);
        foreach (var data in content.Data)
            if (data.Kind is not (DataKind.DataInput or DataKind.DataOutput)) Data(data);
        _w.Before(ref raws, RawChildren.Elements + 1);
        foreach (var flow in content.Flows) SequenceFlow(flow);
        _w.Before(ref raws, RawChildren.Artifacts);
        Artifacts(containerId);
    }

    /// <summary>Lane sets in the order of their first lanes; an empty one is its twin alone.</summary>
    private void Lanes(string ownerId, string local, ref RawChildren raws)
    {
        var lanes = _contents.Lanes(ownerId);
        var twins = new List<RawElement>();
        while (raws.Twin(local) is { } twin) twins.Add(twin);
        if (lanes is not null)
        {
            foreach (var set in lanes.GroupBy(lane => lane.LaneSetId))
            {
                var twin = twins.Find(one => one.Attributes.FirstOrDefault(attribute => attribute.Name == "id")?.Value == set.Key);
                if (twin is not null) twins.Remove(twin);
                _w.Start(_w.Names.Model, local);
                _w.Attribute("id", set.Key);
                _w.Attribute("name", set.First().LaneSetName);
                if (twin is not null)
                {
                    _w.Attributes(twin.Attributes);
                    foreach (var child in twin.Children.AsSpan()) _w.Raw(child);
                }

                foreach (var lane in set) Lane(lane);
                _w.End();
            }
        }

        foreach (var twin in twins) _w.Raw(twin);
    }

    private void Lane(Lane lane)
    {
        var raws = Begin("lane", lane);
        Common(lane, ref raws, lane.OrganisationUnit is not { } unit ? null : own => own.Simple("lane", "organisationUnit", unit));
        _w.Before(ref raws, RawChildren.Second);
        foreach (var member in lane.MemberIds.AsSpan()) ReferenceElement("flowNodeRef", "flowNodeRef", member);
        _w.Before(ref raws, RawChildren.Third);
        Lanes(lane.Id, "childLaneSet", ref raws);
        End(ref raws);
    }

    private void SequenceFlow(SequenceFlow flow)
    {
        var raws = Begin("sequenceFlow", flow);
        Reference("sourceRef", flow.SourceId, "sequenceFlow.sourceRef");
        Reference("targetRef", flow.TargetId, "sequenceFlow.targetRef");
        Common(flow, ref raws, flow.Probability is null && flow.Connection is null ? null : own =>
        {
            if (flow.Probability is { } probability) own.Simple("flow", "probability", probability.ToString());
            if (flow.Connection is { } connection) own.Json("connection", connection);
        });
        _w.Before(ref raws, RawChildren.Own);
        _w.Expression(ref raws, "conditionExpression", flow.Condition);
        End(ref raws);
    }

    private void Data(DataElement data)
    {
        var raws = Begin(BpmnNames.Of(data.Kind), data);
        if (data.Kind == DataKind.DataObjectReference) Reference("dataObjectRef", data.ReferenceId);
        else if (data.Kind == DataKind.DataStoreReference) Reference("dataStoreRef", data.ReferenceId);
        if (data.Kind is DataKind.DataObject or DataKind.DataInput or DataKind.DataOutput) _w.Flag(data.RawAttributes, "isCollection", data.IsCollection, false);
        Common(data, ref raws, data.Medium == Medium.Unspecified ? null : own => own.Simple("data", "medium", GpmWords.Of(data.Medium)));
        _w.Before(ref raws, RawChildren.Own);
        var twin = raws.Twin("dataState");
        if (data.State is not null || twin is not null)
        {
            _w.Start(_w.Names.Model, "dataState");
            _w.Attribute("name", data.State);
            if (twin is not null)
            {
                _w.Attributes(twin.Attributes);
                _w.Content(twin.Children);
            }

            _w.End();
        }

        End(ref raws);
    }

    private void InputsAndOutputs(string ownerId, ref RawChildren raws)
    {
        var data = _contents[ownerId].Data.FindAll(one => one.Kind is DataKind.DataInput or DataKind.DataOutput);
        var twin = raws.Twin("ioSpecification");
        if (data.Count == 0 && twin is null) return;
        _w.Start(_w.Names.Model, "ioSpecification");
        var inner = new RawChildren(twin?.Children ?? default);
        if (twin is not null) _w.Attributes(twin.Attributes);
        _w.Before(ref inner, 81);
        foreach (var one in data.Where(one => one.Kind == DataKind.DataInput)) Data(one);
        foreach (var one in data.Where(one => one.Kind == DataKind.DataOutput)) Data(one);
        _w.Before(ref inner, RawChildren.End);
        if (twin is null)
        {
            Set("inputSet", "dataInputRefs", DataKind.DataInput);
            Set("outputSet", "dataOutputRefs", DataKind.DataOutput);
        }

        _w.End();

        void Set(string local, string reference, DataKind kind)
        {
            _w.Start(_w.Names.Model, local);
            foreach (var one in data.Where(one => one.Kind == kind)) ReferenceElement(reference, reference, one.Id);
            _w.End();
        }
    }

    private void Artifacts(string ownerId)
    {
        foreach (var element in _contents[ownerId].Artifacts)
        {
            if (element is Artifact artifact) Artifact(artifact);
            else Association((Association)element);
        }
    }

    private void Artifact(Artifact artifact)
    {
        var raws = Begin(artifact.Kind == ArtifactKind.Group ? "group" : "textAnnotation", artifact);
        if (artifact.Kind == ArtifactKind.Group) Reference("categoryValueRef", artifact.CategoryValueId);
        Common(artifact, ref raws);
        _w.Before(ref raws, RawChildren.Own);
        if (artifact.Kind == ArtifactKind.TextAnnotation) _w.Text(ref raws, "text", artifact.Text);
        End(ref raws);
    }

    private void Association(Association association)
    {
        var raws = Begin("association", association);
        Reference("sourceRef", association.SourceId, "association.sourceRef");
        Reference("targetRef", association.TargetId, "association.targetRef");
        if (association.Direction != AssociationDirection.None) _w.Attribute("associationDirection", association.Direction.ToString());
        Common(association, ref raws);
        End(ref raws);
    }
}
