using System.Collections.Frozen;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// The carried children of an element in the order of the schema (BPMN20.xsd), between which the typed ones are
/// written. A typed child may have a twin here: what it has beside its text.
/// </summary>
internal struct RawChildren
{
    /// <summary>The slots of an element, in the order of the schema.</summary>
    public const int Documentation = 10, Extensions = 20, Foreign = 25, ProcessInputs = 40, First = 60, Second = 61, Third = 62, Inputs = 70, DataInputs = 83, DataOutputs = 84,
        Events = 90, SharedEvents = 91, Loop = 100, Lanes = 110, Elements = 120, Artifacts = 130, Own = 140, End = int.MaxValue;

    private static readonly FrozenDictionary<string, int> Slots = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["import"] = 5,
        ["extension"] = 6,
        ["documentation"] = Documentation,
        ["extensionElements"] = Extensions,
        ["supportedInterfaceRef"] = 30,
        ["ioBinding"] = 41,
        ["auditing"] = 50,
        ["monitoring"] = 51,
        ["categoryValueRef"] = 52,
        ["partitionElement"] = 59,
        ["participant"] = First,
        ["interfaceRef"] = First,
        ["incoming"] = First,
        ["sourceRef"] = First,
        ["source"] = First,
        ["operationRef"] = First,
        ["timeDate"] = First,
        ["timeDuration"] = First,
        ["timeCycle"] = First,
        ["condition"] = First,
        ["loopCondition"] = First,
        ["loopCardinality"] = First,
        ["messageFlow"] = Second,
        ["endPointRef"] = Second,
        ["flowNodeRef"] = Second,
        ["outgoing"] = Second,
        ["targetRef"] = Second,
        ["target"] = Second,
        ["loopDataInputRef"] = Second,
        ["loopDataOutputRef"] = Third,
        ["childLaneSet"] = Third,
        ["participantMultiplicity"] = Third,
        ["transformation"] = Third,
        ["assignment"] = 63,
        ["inputDataItem"] = 63,
        ["outputDataItem"] = 64,
        ["complexBehaviorDefinition"] = 65,
        ["ioSpecification"] = Inputs,
        ["property"] = 80,
        ["dataInput"] = 81,
        ["dataOutput"] = 82,
        ["dataInputAssociation"] = DataInputs,
        ["dataOutputAssociation"] = DataOutputs,
        ["inputSet"] = 85,
        ["outputSet"] = 86,
        ["eventDefinitionRef"] = SharedEvents,
        ["resourceRole"] = 95,
        ["performer"] = 95,
        ["humanPerformer"] = 95,
        ["potentialOwner"] = 95,
        ["standardLoopCharacteristics"] = Loop,
        ["multiInstanceLoopCharacteristics"] = Loop,
        ["laneSet"] = Lanes,
        ["textAnnotation"] = Artifacts,
        ["group"] = Artifacts,
        ["association"] = Artifacts,
        ["completionCondition"] = Own,
        ["activationCondition"] = Own,
        ["conditionExpression"] = Own,
        ["script"] = Own,
        ["rendering"] = Own,
        ["text"] = Own,
        ["dataState"] = Own,
        ["conversation"] = 141,
        ["callConversation"] = 141,
        ["subConversation"] = 141,
        ["conversationAssociation"] = 142,
        ["participantAssociation"] = 143,
        ["messageFlowAssociation"] = 144,
        ["correlationKey"] = 145,
        ["choreographyRef"] = 146,
        ["conversationLink"] = 147,
        ["correlationSubscription"] = 160,
        ["supports"] = 170,
        ["relationship"] = 300,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly RawElement[]? _elements;
    private readonly int[]? _slots;
    private readonly bool[]? _taken;
    private int _next;

    public RawChildren(ValueList<RawElement> raw, bool isProcess = false)
    {
        if (raw.IsEmpty) return;
        _elements = [.. raw.AsSpan()];
        _slots = new int[raw.Count];
        _taken = new bool[raw.Count];
        for (var i = 0; i < _slots.Length; i++) _slots[i] = Slot(_elements[i], isProcess);
        var isSorted = true;
        for (var i = 1; i < _slots.Length; i++) isSorted &= _slots[i - 1] <= _slots[i];
        if (isSorted) return;
        var order = Enumerable.Range(0, _slots.Length).OrderBy(SlotAt).ToArray();
        _elements = [.. order.Select(ElementAt)];
        Array.Sort(_slots);
    }

    /// <summary>The twin of a typed child; it is written with that child, or not at all.</summary>
    public readonly RawElement? Twin(string local)
    {
        for (var i = _next; _elements is not null && i < _elements.Length; i++)
        {
            if (_taken![i] || !Is(_elements[i], local)) continue;
            _taken[i] = true;
            return _elements[i];
        }

        return null;
    }

    /// <summary>The next carried child that stands before a slot.</summary>
    public RawElement? Before(int slot)
    {
        while (_elements is not null && _next < _elements.Length && _slots![_next] < slot)
        {
            _next++;
            if (!_taken![_next - 1]) return _elements[_next - 1];
        }

        return null;
    }

    // Without namespace and prefix it is none of BPMN's, whatever its name.
    private static bool IsModel(RawElement element) => element.Namespace == BpmnNames.Model || (element.Namespace is null && element.Name?.Contains(':', StringComparison.Ordinal) == true);

    private static bool Is(RawElement element, string local) =>
        element.Kind == RawKind.Element && IsModel(element) && element.Name is { } name && (name.Length == local.Length ? name == local : name.Length > local.Length && name.EndsWith(local, StringComparison.Ordinal) && name[^(local.Length + 1)] == ':');

    private static int Slot(RawElement element, bool isProcess)
    {
        if (element.Kind != RawKind.Element || element.Name is not { } name) return 0;
        if (!IsModel(element)) return Foreign;
        var local = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (isProcess && local == "ioSpecification") return ProcessInputs;
        if (isProcess && local is "resourceRole" or "performer" or "humanPerformer" or "potentialOwner") return 150;
        return Slots.TryGetValue(local, out var slot) ? slot : BpmnNames.Event(local) is not null ? Events : Elements;
    }

    private readonly int SlotAt(int index) => _slots![index];

    private readonly RawElement ElementAt(int index) => _elements![index];
}
