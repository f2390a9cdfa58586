using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>What can differ in a step, gateway or event.</summary>
internal static class NodeFacets
{
    private static readonly StepAttributes NoAttributes = new();

    /// <summary>All of it.</summary>
    public static readonly Facet[] All =
    [
        Facets.Text<FlowNode>("name", OperationKind.Renamed, x => x.Name, (x, y) => x with { Name = y.Name }),
        Facets.Value<FlowNode, NodeKind>("kind", OperationKind.TypeChanged, x => x.Kind, (x, y) => x with { Kind = y.Kind }, x => x.Kind.ToString()),
        new("event", OperationKind.TypeChanged, (x, y) => ((FlowNode)x).EventDefinitions == ((FlowNode)y).EventDefinitions, (x, y) => (FlowNode)x with { EventDefinitions = ((FlowNode)y).EventDefinitions },
            x => Facets.Names(((FlowNode)x).EventDefinitions.Select(definition => $"{definition.Kind} {definition.Expression?.Text}".Trim())), x => ((FlowNode)x).EventDefinitions.Select(definition => definition.ReferenceId))
        {
            Full = x => Facet.Written(((FlowNode)x).EventDefinitions.ConvertAll(definition => definition with { Id = null, ReferenceId = null, Raw = default })),
        },
        Facets.Reference<FlowNode>("parent", OperationKind.Moved, x => x.ParentId, (x, y) => x with { ParentId = y.ParentId }),
        Facets.Reference<FlowNode>("attachedTo", OperationKind.Moved, x => x.AttachedToId, (x, y) => x with { AttachedToId = y.AttachedToId }),
        Facets.Value<FlowNode, LoopMarker?>("loop", OperationKind.LoopChanged, x => x.Loop, (x, y) => x with { Loop = y.Loop }, x => x.Loop?.Kind.ToString()),
        Facets.Value<FlowNode, bool>("isForCompensation", OperationKind.OtherAttributeChanged, x => x.IsForCompensation, (x, y) => x with { IsForCompensation = y.IsForCompensation }),
        Facets.Value<FlowNode, bool>("parallelMultiple", OperationKind.OtherAttributeChanged, x => x.ParallelMultiple, (x, y) => x with { ParallelMultiple = y.ParallelMultiple }),
        Facets.Value<FlowNode, bool>("nonInterrupting", OperationKind.OtherAttributeChanged, x => x.NonInterrupting, (x, y) => x with { NonInterrupting = y.NonInterrupting }),
        Facets.Value<FlowNode, bool>("triggeredByEvent", OperationKind.OtherAttributeChanged, x => x.TriggeredByEvent, (x, y) => x with { TriggeredByEvent = y.TriggeredByEvent }),
        Facets.Value<FlowNode, bool>("adHocSequential", OperationKind.OtherAttributeChanged, x => x.AdHocSequential, (x, y) => x with { AdHocSequential = y.AdHocSequential }),
        Facets.Value<FlowNode, Expression?>("completionCondition", OperationKind.OtherAttributeChanged, x => x.CompletionCondition, (x, y) => x with { CompletionCondition = y.CompletionCondition }, x => x.CompletionCondition?.Text),
        Facets.Text<FlowNode>("calledElement", OperationKind.OtherAttributeChanged, x => x.CalledElement, (x, y) => x with { CalledElement = y.CalledElement }),
        Facets.Text<FlowNode>("calledProcess", OperationKind.OtherAttributeChanged, x => x.CalledProcess, (x, y) => x with { CalledProcess = y.CalledProcess }),
        Facets.Reference<FlowNode>("default", OperationKind.ConditionChanged, x => x.DefaultFlowId, (x, y) => x with { DefaultFlowId = y.DefaultFlowId }),
        Facets.Value<FlowNode, Expression?>("script", OperationKind.OtherAttributeChanged, x => x.Script, (x, y) => x with { Script = y.Script }, x => x.Script?.Text),
        Facets.Reference<FlowNode>("message", OperationKind.OtherAttributeChanged, x => x.MessageId, (x, y) => x with { MessageId = y.MessageId }),
        Facets.Value<FlowNode, bool>("instantiates", OperationKind.OtherAttributeChanged, x => x.Instantiates, (x, y) => x with { Instantiates = y.Instantiates }),
        Facets.Text<FlowNode>("implementation", OperationKind.OtherAttributeChanged, x => x.Implementation, (x, y) => x with { Implementation = y.Implementation }),
        new("binding", OperationKind.ExtensionChanged, (x, y) => SameBinding(((FlowNode)x).Binding, ((FlowNode)y).Binding), (x, y) => (FlowNode)x with { Binding = ((FlowNode)y).Binding }, x => Canonical(((FlowNode)x).Binding)),
        .. Facets.Common<FlowNode>(OperationKind.Renamed)[1..],
        Gpm("role", OperationKind.RoleChanged, x => x.Role, (x, y) => x with { Role = y.Role }, x => x.Role),
        Gpm("organisationUnit", OperationKind.RoleChanged, x => x.OrganisationUnit, (x, y) => x with { OrganisationUnit = y.OrganisationUnit }, x => x.OrganisationUnit),
        Gpm("processingTime", OperationKind.TimeChanged, x => x.ProcessingTime, (x, y) => x with { ProcessingTime = y.ProcessingTime }, x => Time(x.ProcessingTime)),
        Gpm("waitingTime", OperationKind.TimeChanged, x => x.WaitingTime, (x, y) => x with { WaitingTime = y.WaitingTime }, x => Time(x.WaitingTime)),
        Gpm("transportTime", OperationKind.TimeChanged, x => x.TransportTime, (x, y) => x with { TransportTime = y.TransportTime }, x => Time(x.TransportTime)),
        Gpm("cost", OperationKind.CostChanged, x => x.Cost, (x, y) => x with { Cost = y.Cost }, x => x.Cost?.ToString()),
        Gpm("systems", OperationKind.SystemChanged, x => x.Systems.Order(StringComparer.Ordinal).ToValueList(), (x, y) => x with { Systems = y.Systems }, x => Facets.Names(x.Systems)),
        Gpm("documents", OperationKind.DocumentChanged, x => Sorted(x.Documents), (x, y) => x with { Documents = y.Documents }, x => Facets.Names(x.Documents.Select(Use))),
        Gpm("legalBases", OperationKind.LegalBasisChanged, x => x.LegalBases.OrderBy(basis => basis.Citation, StringComparer.Ordinal).ToValueList(), (x, y) => x with { LegalBases = y.LegalBases }, x => Facets.Names(x.LegalBases.Select(basis => basis.Citation))),
        Gpm("rag", OperationKind.RagChanged, x => x.Rag, (x, y) => x with { Rag = y.Rag }, x => x.Rag?.ToString()),
        Gpm("automation", OperationKind.AutomationChanged, x => x.Automation, (x, y) => x with { Automation = y.Automation }, x => x.Automation?.ToString()),
        Gpm("responsibilities", OperationKind.ResponsibilityChanged, x => x.Responsibilities.OrderBy(one => one.Role, StringComparer.Ordinal).ThenBy(one => one.Kind).ToValueList(), (x, y) => x with { Responsibilities = y.Responsibilities },
            x => Facets.Names(x.Responsibilities.Select(one => $"{one.Role} ({one.Kind})"))),
        Gpm("description", OperationKind.OtherAttributeChanged, x => x.Description, (x, y) => x with { Description = y.Description }, x => x.Description),
        Gpm("risks", OperationKind.OtherAttributeChanged, x => x.Risks, (x, y) => x with { Risks = y.Risks }, x => Facets.Names(x.Risks.Select(risk => risk.Description))),
        // Last: whether there are attributes at all. Empty ones are dropped only when the others are gone too.
        new("gpm", OperationKind.OtherAttributeChanged, (x, y) => ((FlowNode)x).Gpm is null == ((FlowNode)y).Gpm is null,
            (x, y) => (FlowNode)x with { Gpm = ((FlowNode)y).Gpm is null ? (((FlowNode)x).Gpm == NoAttributes ? null : ((FlowNode)x).Gpm) : ((FlowNode)x).Gpm ?? NoAttributes }, _ => null) { Full = x => ((FlowNode)x).Gpm is null ? null : "" },
    ];

    private static Facet Gpm<TValue>(string name, OperationKind kind, Func<StepAttributes, TValue> get, Func<StepAttributes, StepAttributes, StepAttributes> take, Func<StepAttributes, string?> show) => new(
        name,
        kind,
        (x, y) => ReferenceEquals(((FlowNode)x).Gpm, ((FlowNode)y).Gpm) || EqualityComparer<TValue>.Default.Equals(get(((FlowNode)x).Gpm ?? NoAttributes), get(((FlowNode)y).Gpm ?? NoAttributes)),
        (x, y) => (FlowNode)x with { Gpm = take(((FlowNode)x).Gpm ?? NoAttributes, ((FlowNode)y).Gpm ?? NoAttributes) },
        x => show(((FlowNode)x).Gpm ?? NoAttributes))
    {
        Full = x => Facet.Written(get(((FlowNode)x).Gpm ?? NoAttributes)),
    };

    private static ValueList<DocumentUse> Sorted(ValueList<DocumentUse> documents) =>
        documents.OrderBy(document => document.Name, StringComparer.Ordinal).ThenBy(document => document.Direction).ThenBy(document => document.Medium).ToValueList();

    private static string Use(DocumentUse document) => $"{(document.Direction == DataDirection.Input ? "→" : "←")} {document.Name}";

    private static string? Time(TimeDistribution? time) => time?.ExpectedTime() is { } expected ? IsoDuration.From(expected).ToString() : null;

    private static bool SameBinding(ActivityBinding? one, ActivityBinding? other) =>
        one == other || (one is not null && other is not null && one.Type == other.Type && one.Version == other.Version && Canonical(one) == Canonical(other));

    // What a designer remembers is layout, as for the model hash.
    private static string? Canonical(ActivityBinding? binding) =>
        binding is null ? null : $"{binding.Type} {Convert.ToHexStringLower(CanonicalJson.Hash(JsonSerializer.SerializeToElement(binding, GraphJson.Options.GetTypeInfo(typeof(ActivityBinding))), static (_, name) => name is "designer" or "nodeId"))}";
}
