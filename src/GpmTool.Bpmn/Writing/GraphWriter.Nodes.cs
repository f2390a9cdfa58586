using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Steps, gateways and events.</summary>
internal sealed partial class GraphWriter
{
    private void Node(FlowNode node)
    {
        var raws = Begin(BpmnNames.Of(node.Kind), node);
        Attributes(node);
        var step = GpmWriter.Step(node, _vendors);
        Common(node, ref raws, step is null && node.CalledProcess is null && node.Binding is null ? null : own =>
        {
            if (step is not null) own.Step(step);
            if (node.CalledProcess is { } called) own.Simple("call", "process", called);
            if (node.Binding is { } binding) own.Activity(binding);
        });
        var links = _contents.Links(node.Id);
        _w.Before(ref raws, RawChildren.First);
        foreach (var flow in links.Incoming) ReferenceElement("incoming", "incoming", flow.DocumentId is { Length: > 0 } id ? id : flow.Id);
        _w.Before(ref raws, RawChildren.Second);
        foreach (var flow in links.Outgoing) ReferenceElement("outgoing", "outgoing", flow.DocumentId is { Length: > 0 } id ? id : flow.Id);
        if (node.Kind.IsContainer() && _contents[node.Id].Data.Exists(data => data.Kind is DataKind.DataInput or DataKind.DataOutput))
        {
            _w.Before(ref raws, RawChildren.Inputs);
            InputsAndOutputs(node.Id, ref raws);
        }

        _w.Before(ref raws, RawChildren.DataInputs);
        foreach (var association in links.Data)
            if (association.Direction == DataDirection.Input) DataAssociation(association);
        _w.Before(ref raws, RawChildren.DataOutputs);
        foreach (var association in links.Data)
            if (association.Direction == DataDirection.Output) DataAssociation(association);
        Events(node, ref raws);
        if (node.Loop is { } loop)
        {
            _w.Before(ref raws, RawChildren.Loop);
            Loop(loop);
        }

        if (node.Kind.IsContainer())
        {
            _w.Before(ref raws, RawChildren.Lanes);
            Lanes(node.Id, "laneSet", ref raws);
            FlowElements(node.Id, ref raws);
        }

        _w.Before(ref raws, RawChildren.Own);
        if (node.Kind == NodeKind.ScriptTask) _w.Text(ref raws, "script", node.Script?.Text);
        else if (node.Kind == NodeKind.AdHocSubProcess) _w.Expression(ref raws, "completionCondition", node.CompletionCondition);
        else if (node.Kind == NodeKind.ComplexGateway) _w.Expression(ref raws, "activationCondition", node.CompletionCondition);
        End(ref raws);
    }

    private void Attributes(FlowNode node)
    {
        var raw = node.RawAttributes;
        var kind = node.Kind;
        if (kind.IsActivity()) _w.Flag(raw, "isForCompensation", node.IsForCompensation, false);
        if (kind == NodeKind.BoundaryEvent)
        {
            Reference("attachedToRef", node.AttachedToId);
            _w.Flag(raw, "cancelActivity", !node.NonInterrupting, true);
        }

        if (kind == NodeKind.StartEvent) _w.Flag(raw, "isInterrupting", !node.NonInterrupting, true);
        if (kind is NodeKind.StartEvent or NodeKind.BoundaryEvent or NodeKind.IntermediateCatchEvent) _w.Flag(raw, "parallelMultiple", node.ParallelMultiple, false);
        if (kind.IsContainer()) _w.Flag(raw, "triggeredByEvent", node.TriggeredByEvent, false);
        if (kind == NodeKind.AdHocSubProcess && node.AdHocSequential) _w.Attribute("ordering", "Sequential");
        if (kind == NodeKind.ScriptTask) _w.Attribute("scriptFormat", node.Script?.Language);
        if (kind == NodeKind.CallActivity) Called(node);
        if (kind is NodeKind.SendTask or NodeKind.ReceiveTask) Reference("messageRef", node.MessageId);
        if (kind is NodeKind.ReceiveTask or NodeKind.EventBasedGateway) _w.Flag(raw, "instantiate", node.Instantiates, false);
        if (kind is NodeKind.UserTask or NodeKind.ServiceTask or NodeKind.BusinessRuleTask or NodeKind.SendTask or NodeKind.ReceiveTask) _w.Attribute("implementation", node.Implementation);
        Reference("default", node.DefaultFlowId);
    }

    // Elsa calls definitions by any text; BPMN wants a name.
    private void Called(FlowNode node)
    {
        var isEscaped = node is { CalledElement: { } called, Binding: not null } && !ElementIds.IsName(called);
        Reference("calledElement", isEscaped ? ElementIds.Escape(node.CalledElement!) : node.CalledElement);
        if (isEscaped) _w.Own("calledDefinition", node.CalledElement);
    }

    private void Events(FlowNode node, ref RawChildren raws)
    {
        if (node.EventDefinitions.IsEmpty) return;
        _w.Before(ref raws, RawChildren.Events);
        foreach (var definition in node.EventDefinitions.AsSpan())
            if (definition.DefinitionId is null) Event(definition);
        _w.Before(ref raws, RawChildren.SharedEvents);
        foreach (var definition in node.EventDefinitions.AsSpan())
            if (definition.DefinitionId is { } shared) ReferenceElement("eventDefinitionRef", "eventDefinitionRef", shared);
    }

    private void Event(EventDefinition definition)
    {
        _w.Start(_w.Names.Model, BpmnNames.Of(definition.Kind));
        _w.Attribute("id", definition.Id);
        if (definition.Kind == EventKind.Link) _w.Attribute("name", definition.Name);
        else _w.Own("eventName", definition.Name);
        if (BpmnNames.ReferenceOf(definition.Kind) is { } attribute) Reference(attribute, definition.ReferenceId);
        _w.Attributes(definition.RawAttributes);
        var raws = new RawChildren(definition.Raw);
        _w.Before(ref raws, RawChildren.First);
        if (definition.Kind == EventKind.Timer) _w.Expression(ref raws, BpmnNames.Of(definition.Timer ?? TimerKind.Duration), definition.Expression);
        else if (definition.Kind == EventKind.Conditional) _w.Expression(ref raws, "condition", definition.Expression);
        End(ref raws);
    }

    private void Loop(LoopMarker loop)
    {
        var isStandard = loop.Kind == LoopKind.Standard;
        _w.Start(_w.Names.Model, isStandard ? "standardLoopCharacteristics" : "multiInstanceLoopCharacteristics");
        if (isStandard)
        {
            _w.Flag(loop.RawAttributes, "testBefore", loop.TestBefore, false);
            _w.Attribute("loopMaximum", loop.Maximum?.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            _w.Flag(loop.RawAttributes, "isSequential", loop.Kind == LoopKind.MultiInstanceSequential, false);
        }

        _w.Attributes(loop.RawAttributes);
        var raws = new RawChildren(loop.Raw);
        _w.Before(ref raws, RawChildren.First);
        _w.Expression(ref raws, isStandard ? "loopCondition" : "loopCardinality", isStandard ? loop.Condition : loop.Items);
        _w.Before(ref raws, RawChildren.Own);
        if (!isStandard) _w.Expression(ref raws, "completionCondition", loop.Condition);
        End(ref raws);
    }

    private void DataAssociation(DataAssociation association)
    {
        var raws = Begin(association.Direction == DataDirection.Input ? "dataInputAssociation" : "dataOutputAssociation", association);
        Common(association, ref raws);
        _w.Before(ref raws, RawChildren.First);
        foreach (var source in association.SourceIds.AsSpan()) ReferenceElement("sourceRef", "sourceRef/", source);
        _w.Before(ref raws, RawChildren.Second);
        if (association.TargetId is { } target) ReferenceElement("targetRef", "targetRef/", target);
        End(ref raws);
    }
}
