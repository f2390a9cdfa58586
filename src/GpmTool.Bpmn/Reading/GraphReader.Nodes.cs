using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Steps, gateways and events.</summary>
internal sealed partial class GraphReader
{
    /// <summary>What nodes list as incoming and outgoing: compared with the flows once all are known.</summary>
    private readonly List<(int Node, bool IsOutgoing, string Flow, string Name)> _listed = [];

    private void Node(NodeKind kind, string parentId)
    {
        x.Begin();
        var index = Reserve(_nodes);
        var head = Head(x.Local);
        var node = new NodeDraft();
        TakeAttributes(kind, node, head);
        node.RawAttributes = x.Rest();
        var content = new Content { Accepts = GpmKinds.Step | GpmKinds.Call | GpmKinds.Activity };
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, head.Id);)
        {
            if (!x.IsModel || !(Common(ref content, head.Id) || NodeChild(kind, node, index, ref content, head.Id))) Carry(ref content, head.Id);
        }

        // A format without a script is no script.
        if (node.ScriptFormat is not null && node.Script is null) node.RawAttributes = node.RawAttributes.Add(new RawAttribute("scriptFormat", node.ScriptFormat));
        if (node.SharedDefinitions is { } shared) _shared.Add((index, shared));
        _nodes[index] = new FlowNode
        {
            Id = head.Id,
            DocumentId = head.DocumentId,
            Name = head.Name,
            Documentation = content.Documentation,
            Kind = kind,
            ParentId = parentId,
            Loop = node.Loop,
            IsForCompensation = node.IsForCompensation,
            EventDefinitions = node.EventDefinitions.ToValueListOrEmpty(),
            ParallelMultiple = node.ParallelMultiple,
            AttachedToId = node.AttachedToId,
            NonInterrupting = node.NonInterrupting,
            TriggeredByEvent = node.TriggeredByEvent,
            AdHocSequential = node.AdHocSequential,
            CompletionCondition = node.CompletionCondition,
            CalledElement = node.CalledElement,
            CalledProcess = content.Gpm?.CalledProcess,
            DefaultFlowId = node.DefaultFlowId,
            Script = node.Script,
            MessageId = node.MessageId,
            Instantiates = node.Instantiates,
            Implementation = node.Implementation,
            Gpm = content.Gpm?.Step,
            Binding = content.Gpm?.Binding,
            RawAttributes = node.RawAttributes,
            Raw = content.Raw,
        };
    }

    private void TakeAttributes(NodeKind kind, NodeDraft node, in ElementHead head)
    {
        if (kind.IsActivity())
        {
            node.IsForCompensation = Flag("isForCompensation", false, head);
            node.DefaultFlowId = Reference("default");
        }

        switch (kind)
        {
            case NodeKind.ExclusiveGateway or NodeKind.InclusiveGateway or NodeKind.ComplexGateway: node.DefaultFlowId = Reference("default"); break;
            case NodeKind.EventBasedGateway: node.Instantiates = Flag("instantiate", false, head); break;
            case NodeKind.UserTask or NodeKind.ServiceTask or NodeKind.BusinessRuleTask: node.Implementation = x.Take("implementation"); break;
            case NodeKind.SendTask or NodeKind.ReceiveTask:
                node.Implementation = x.Take("implementation");
                node.MessageId = Reference("messageRef");
                if (kind == NodeKind.ReceiveTask) node.Instantiates = Flag("instantiate", false, head);
                break;
            case NodeKind.ScriptTask: node.ScriptFormat = x.Take("scriptFormat"); break;
            case NodeKind.CallActivity:
                node.CalledElement = Reference("calledElement");
                if (_hasGpm && x.Take(BpmnNames.Gpm, "calledDefinition") is { } called) node.CalledElement = called;
                break;
            case NodeKind.SubProcess or NodeKind.Transaction or NodeKind.AdHocSubProcess:
                node.TriggeredByEvent = Flag("triggeredByEvent", false, head);
                if (kind == NodeKind.AdHocSubProcess) node.Ordering = x.Take("ordering");
                break;
            case NodeKind.StartEvent:
                node.NonInterrupting = !Flag("isInterrupting", true, head);
                node.ParallelMultiple = Flag("parallelMultiple", false, head);
                break;
            case NodeKind.BoundaryEvent:
                node.AttachedToId = Reference("attachedToRef");
                node.NonInterrupting = !Flag("cancelActivity", true, head);
                node.ParallelMultiple = Flag("parallelMultiple", false, head);
                break;
            case NodeKind.IntermediateCatchEvent: node.ParallelMultiple = Flag("parallelMultiple", false, head); break;
        }

        if (node.Ordering is not { } ordering) return;
        node.AdHocSequential = ordering == "Sequential";
        if (node.AdHocSequential) return;
        if (ordering != "Parallel") Invalid("ordering", head.Id, head.Name);
        x.PutBack("ordering");
    }

    private bool NodeChild(NodeKind kind, NodeDraft node, int index, ref Content content, string id)
    {
        switch (x.Local)
        {
            case "incoming" or "outgoing":
                var (name, isOutgoing) = (x.QualifiedName, x.Local == "outgoing");
                _listed.Add((index, isOutgoing, ReferenceText(isOutgoing ? "outgoing" : "incoming"), name));
                return true;
            case "dataInputAssociation": DataAssociation(DataDirection.Input, id); return true;
            case "dataOutputAssociation": DataAssociation(DataDirection.Output, id); return true;
            case "standardLoopCharacteristics" or "multiInstanceLoopCharacteristics" when node.Loop is null && kind.IsActivity():
                node.Loop = Loop(x.Local[0] == 's', id);
                return true;
            case "completionCondition" when kind == NodeKind.AdHocSubProcess && node.CompletionCondition is null:
            case "activationCondition" when kind == NodeKind.ComplexGateway && node.CompletionCondition is null:
                node.CompletionCondition = Expression(ref content);
                return true;
            case "script" when kind == NodeKind.ScriptTask && node.Script is null:
                node.Script = new Expression(Text(ref content), node.ScriptFormat);
                return true;
            case "eventDefinitionRef" when kind.IsEvent():
                (node.SharedDefinitions ??= []).Add((ReferenceText("eventDefinitionRef"), x.Line));
                return true;
            case "laneSet" when kind.IsContainer(): LaneSet(ref content, id); return true;
        }

        if (kind.IsEvent() && BpmnNames.Event(x.Local) is { } what)
        {
            (node.EventDefinitions ??= []).Add(EventDefinition(what));
            return true;
        }

        return kind.IsContainer() && FlowElement(id);
    }

    private EventDefinition EventDefinition(EventKind kind)
    {
        x.Begin();
        var id = x.Take("id");
        var reference = BpmnNames.ReferenceOf(kind) is { } attribute ? Reference(attribute) : null;
        var name = kind == EventKind.Link ? x.Take("name") : _hasGpm ? x.Take(BpmnNames.Gpm, "eventName") : null;
        var (rawAttributes, content) = (x.Rest(), new Content());
        TimerKind? timer = null;
        Expression? expression = null;
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, id);)
        {
            if (x.IsModel && expression is null && kind == EventKind.Timer && BpmnNames.Timer(x.Local) is { } form)
            {
                timer = form;
                expression = Expression(ref content);
            }
            else if (x.IsModel && expression is null && kind == EventKind.Conditional && x.Local == "condition")
            {
                expression = Expression(ref content);
            }
            else
            {
                content.Add(x.Raw());
            }
        }

        return new EventDefinition { Kind = kind, Id = id, ReferenceId = reference, Name = name, Timer = timer, Expression = expression, RawAttributes = rawAttributes, Raw = content.Raw };
    }

    private LoopMarker Loop(bool isStandard, string ownerId)
    {
        x.Begin();
        var testBefore = isStandard && x.TakeFlag("testBefore", false, out _);
        var isSequential = !isStandard && x.TakeFlag("isSequential", false, out _);
        int? maximum = null;
        if (isStandard && x.Take("loopMaximum") is { } text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == text) maximum = number;
            else x.PutBack("loopMaximum");
        }

        var (rawAttributes, content) = (x.Rest(), new Content());
        Expression? condition = null;
        Expression? items = null;
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, ownerId);)
        {
            if (x.IsModel && condition is null && x.Local == (isStandard ? "loopCondition" : "completionCondition")) condition = Expression(ref content);
            else if (x.IsModel && items is null && !isStandard && x.Local == "loopCardinality") items = Expression(ref content);
            else content.Add(x.Raw());
        }

        return new LoopMarker
        {
            Kind = isStandard ? LoopKind.Standard : isSequential ? LoopKind.MultiInstanceSequential : LoopKind.MultiInstanceParallel,
            TestBefore = testBefore,
            Maximum = maximum,
            Condition = condition,
            Items = items,
            RawAttributes = rawAttributes,
            Raw = content.Raw,
        };
    }

    private void DataAssociation(DataDirection direction, string nodeId)
    {
        x.Begin();
        var head = Head(direction == DataDirection.Input ? "dataInputAssociation" : "dataOutputAssociation");
        var (rawAttributes, content) = (head.Name is { } label ? x.Rest().Add(new RawAttribute("name", label)) : x.Rest(), new Content());
        var sources = new List<string>();
        string? target = null;
        for (var isEmpty = x.IsEmpty; NextChild(ref content, isEmpty, head.Id);)
        {
            if (!x.IsModel) Carry(ref content, head.Id);
            else if (x.Local == "sourceRef") sources.Add(ReferenceText("sourceRef/"));
            else if (x.Local == "targetRef" && target is null) target = ReferenceText("targetRef/");
            else if (!Common(ref content, head.Id)) content.Add(x.Raw());
        }

        _dataAssociations.Add(new DataAssociation
        {
            Id = head.Id,
            DocumentId = head.DocumentId,
            Documentation = content.Documentation,
            Direction = direction,
            NodeId = nodeId,
            SourceIds = sources.ToValueList(),
            TargetId = target,
            RawAttributes = rawAttributes,
            Raw = content.Raw,
        });
    }

    /// <summary>What is known of a node while its children are read.</summary>
    private sealed class NodeDraft
    {
        public string? DefaultFlowId, AttachedToId, CalledElement, MessageId, Implementation, ScriptFormat, Ordering;
        public bool IsForCompensation, ParallelMultiple, NonInterrupting, TriggeredByEvent, AdHocSequential, Instantiates;
        public LoopMarker? Loop;
        public Expression? CompletionCondition, Script;
        public List<EventDefinition>? EventDefinitions;
        public List<(string Id, int Line)>? SharedDefinitions;
        public ValueList<RawAttribute> RawAttributes;
    }
}
