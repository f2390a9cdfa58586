using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Everything that can differ in an element, set by set. A member of the model that is missing here would be lost by a script: a
/// test compares the table with the records.
/// </summary>
internal static class Facets
{
    private static readonly Dictionary<ElementSet, Facet[]> Table = new()
    {
        [ElementSet.Document] =
        [
            .. Common<DocumentHead>(OperationKind.DocumentHeadChanged),
            Text<DocumentHead>("targetNamespace", OperationKind.ExtensionChanged, x => x.TargetNamespace, (x, y) => x with { TargetNamespace = y.TargetNamespace }),
            Value<DocumentHead, ValueList<RawElement>>("prolog", OperationKind.ExtensionChanged, x => x.Prolog, (x, y) => x with { Prolog = y.Prolog }, x => x.Prolog.IsEmpty ? null : string.Join("; ", x.Prolog.Select(one => one.Value))),
            Value<DocumentHead, ValueList<RawAttribute>>("qualifiedReferences", OperationKind.ExtensionChanged, x => x.QualifiedReferences, (x, y) => x with { QualifiedReferences = y.QualifiedReferences }, x => Names(x.QualifiedReferences.Select(one => $"{one.Name}={one.Value}"))),
            Reference<DocumentHead>("mainProcess", OperationKind.DocumentHeadChanged, x => x.MainProcessId, (x, y) => x with { MainProcessId = y.MainProcessId }),
        ],
        [ElementSet.Process] =
        [
            .. Common<BpmnProcess>(OperationKind.ProcessChanged),
            Value<BpmnProcess, bool>("isExecutable", OperationKind.ProcessChanged, x => x.IsExecutable, (x, y) => x with { IsExecutable = y.IsExecutable }),
            Value<BpmnProcess, ProcessAttributes?>("gpm", OperationKind.ProcessChanged, x => x.Gpm, (x, y) => x with { Gpm = y.Gpm }, x => x.Gpm is { } gpm ? JsonSerializer.Serialize(gpm, GraphJson.Options.GetTypeInfo(typeof(ProcessAttributes))) : null),
        ],
        [ElementSet.Collaboration] = [.. Common<Collaboration>(OperationKind.PoolChanged)],
        [ElementSet.Pool] =
        [
            .. Common<Pool>(OperationKind.PoolChanged),
            Reference<Pool>("process", OperationKind.PoolChanged, x => x.ProcessId, (x, y) => x with { ProcessId = y.ProcessId }),
            Reference<Pool>("collaboration", OperationKind.PoolChanged, x => x.CollaborationId, (x, y) => x with { CollaborationId = y.CollaborationId }),
        ],
        [ElementSet.Lane] =
        [
            .. Common<Lane>(OperationKind.LaneChanged),
            Reference<Lane>("owner", OperationKind.LaneChanged, x => x.OwnerId, (x, y) => x with { OwnerId = y.OwnerId }),
            Reference<Lane>("laneSet", OperationKind.LaneChanged, x => x.LaneSetId, (x, y) => x with { LaneSetId = y.LaneSetId }),
            Text<Lane>("laneSetName", OperationKind.LaneChanged, x => x.LaneSetName, (x, y) => x with { LaneSetName = y.LaneSetName }),
            Text<Lane>("organisationUnit", OperationKind.LaneChanged, x => x.OrganisationUnit, (x, y) => x with { OrganisationUnit = y.OrganisationUnit }),
        ],
        [ElementSet.Node] = NodeFacets.All,
        [ElementSet.Flow] =
        [
            .. Common<SequenceFlow>(OperationKind.ConditionChanged),
            Reference<SequenceFlow>("parent", OperationKind.FlowChanged, x => x.ParentId, (x, y) => x with { ParentId = y.ParentId }),
            Reference<SequenceFlow>("source", OperationKind.FlowChanged, x => x.SourceId, (x, y) => x with { SourceId = y.SourceId }),
            Reference<SequenceFlow>("target", OperationKind.FlowChanged, x => x.TargetId, (x, y) => x with { TargetId = y.TargetId }),
            Value<SequenceFlow, FlowEnds>("unlisted", OperationKind.ExtensionChanged, x => x.Unlisted, (x, y) => x with { Unlisted = y.Unlisted }),
            Value<SequenceFlow, Expression?>("condition", OperationKind.ConditionChanged, x => x.Condition, (x, y) => x with { Condition = y.Condition }, x => x.Condition?.Text),
            Value<SequenceFlow, Probability?>("probability", OperationKind.ConditionChanged, x => x.Probability, (x, y) => x with { Probability = y.Probability }, x => x.Probability?.ToString()),
        ],
        [ElementSet.MessageFlow] =
        [
            .. Common<MessageFlow>(OperationKind.MessageFlowChanged),
            Reference<MessageFlow>("source", OperationKind.MessageFlowChanged, x => x.SourceId, (x, y) => x with { SourceId = y.SourceId }),
            Reference<MessageFlow>("target", OperationKind.MessageFlowChanged, x => x.TargetId, (x, y) => x with { TargetId = y.TargetId }),
            Reference<MessageFlow>("collaboration", OperationKind.MessageFlowChanged, x => x.CollaborationId, (x, y) => x with { CollaborationId = y.CollaborationId }),
            Reference<MessageFlow>("message", OperationKind.MessageFlowChanged, x => x.MessageId, (x, y) => x with { MessageId = y.MessageId }),
        ],
        [ElementSet.Data] =
        [
            .. Common<DataElement>(OperationKind.DataChanged),
            Value<DataElement, DataKind>("kind", OperationKind.DataChanged, x => x.Kind, (x, y) => x with { Kind = y.Kind }, x => x.Kind.ToString()),
            Reference<DataElement>("parent", OperationKind.DataChanged, x => x.ParentId, (x, y) => x with { ParentId = y.ParentId }),
            Reference<DataElement>("reference", OperationKind.DataChanged, x => x.ReferenceId, (x, y) => x with { ReferenceId = y.ReferenceId }),
            Value<DataElement, bool>("isCollection", OperationKind.DataChanged, x => x.IsCollection, (x, y) => x with { IsCollection = y.IsCollection }),
            Text<DataElement>("state", OperationKind.DataChanged, x => x.State, (x, y) => x with { State = y.State }),
            Value<DataElement, Medium>("medium", OperationKind.MediumChanged, x => x.Medium, (x, y) => x with { Medium = y.Medium }, x => x.Medium.ToString()),
        ],
        [ElementSet.DataAssociation] =
        [
            .. Common<DataAssociation>(OperationKind.DataChanged),
            Value<DataAssociation, DataDirection>("direction", OperationKind.DataChanged, x => x.Direction, (x, y) => x with { Direction = y.Direction }),
            Reference<DataAssociation>("node", OperationKind.DataChanged, x => x.NodeId, (x, y) => x with { NodeId = y.NodeId }),
            new("sources", OperationKind.DataChanged, (x, y) => Sorted(((DataAssociation)x).SourceIds) == Sorted(((DataAssociation)y).SourceIds), (x, y) => (DataAssociation)x with { SourceIds = ((DataAssociation)y).SourceIds },
                x => string.Join(", ", Sorted(((DataAssociation)x).SourceIds)), x => ((DataAssociation)x).SourceIds) { Full = _ => null },
            Reference<DataAssociation>("target", OperationKind.DataChanged, x => x.TargetId, (x, y) => x with { TargetId = y.TargetId }),
        ],
        [ElementSet.Artifact] =
        [
            .. Common<Artifact>(OperationKind.AnnotationChanged),
            Value<Artifact, ArtifactKind>("kind", OperationKind.AnnotationChanged, x => x.Kind, (x, y) => x with { Kind = y.Kind }),
            Reference<Artifact>("parent", OperationKind.AnnotationChanged, x => x.ParentId, (x, y) => x with { ParentId = y.ParentId }),
            Text<Artifact>("text", OperationKind.AnnotationChanged, x => x.Text, (x, y) => x with { Text = y.Text }),
            Text<Artifact>("categoryValue", OperationKind.AnnotationChanged, x => x.CategoryValueId, (x, y) => x with { CategoryValueId = y.CategoryValueId }),
        ],
        [ElementSet.Association] =
        [
            .. Common<Association>(OperationKind.AnnotationChanged),
            Reference<Association>("parent", OperationKind.AnnotationChanged, x => x.ParentId, (x, y) => x with { ParentId = y.ParentId }),
            Reference<Association>("source", OperationKind.AnnotationChanged, x => x.SourceId, (x, y) => x with { SourceId = y.SourceId }),
            Reference<Association>("target", OperationKind.AnnotationChanged, x => x.TargetId, (x, y) => x with { TargetId = y.TargetId }),
            Value<Association, AssociationDirection>("direction", OperationKind.AnnotationChanged, x => x.Direction, (x, y) => x with { Direction = y.Direction }),
        ],
        [ElementSet.Declaration] =
        [
            .. Common<Declaration>(OperationKind.DeclarationChanged),
            Value<Declaration, DeclarationKind>("kind", OperationKind.DeclarationChanged, x => x.Kind, (x, y) => x with { Kind = y.Kind }),
            Text<Declaration>("code", OperationKind.DeclarationChanged, x => x.Code, (x, y) => x with { Code = y.Code }),
        ],
    };

    /// <summary>What can differ in elements of a set.</summary>
    public static Facet[] Of(ElementSet set) => Table[set];

    /// <summary>The facet of that name.</summary>
    public static Facet Of(ElementSet set, string name) => Array.Find(Table[set], facet => facet.Name == name)!;

    internal static Facet[] Common<T>(OperationKind kind)
        where T : GraphElement =>
    [
        Text<T>("name", kind, x => x.Name, (x, y) => x with { Name = y.Name }),
        Text<T>("documentation", OperationKind.DocumentationChanged, x => x.Documentation, (x, y) => x with { Documentation = y.Documentation }),
        Value<T, ValueList<RawAttribute>>("rawAttributes", OperationKind.ExtensionChanged, x => x.RawAttributes, (x, y) => x with { RawAttributes = y.RawAttributes }, x => Names(x.RawAttributes.Select(one => $"{one.Name}={one.Value}"))),
        Value<T, ValueList<RawElement>>("raw", OperationKind.ExtensionChanged, x => x.Raw, (x, y) => x with { Raw = y.Raw }, x => x.Raw.IsEmpty ? null : JsonSerializer.Serialize(x.Raw, GraphJson.Options.GetTypeInfo(typeof(ValueList<RawElement>)))),
    ];

    internal static Facet Text<T>(string name, OperationKind kind, Func<T, string?> get, Func<T, T, T> take)
        where T : GraphElement =>
        new(name, kind, (x, y) => string.Equals(get((T)x), get((T)y), StringComparison.Ordinal), (x, y) => take((T)x, (T)y), x => get((T)x));

    internal static Facet Reference<T>(string name, OperationKind kind, Func<T, string?> get, Func<T, T, T> take)
        where T : GraphElement =>
        new(name, kind, (x, y) => string.Equals(get((T)x), get((T)y), StringComparison.Ordinal), (x, y) => take((T)x, (T)y), x => get((T)x), x => [get((T)x)]) { Full = _ => null };

    internal static Facet Value<T, TValue>(string name, OperationKind kind, Func<T, TValue> get, Func<T, T, T> take, Func<T, string?>? show = null)
        where T : GraphElement =>
        new(name, kind, (x, y) => EqualityComparer<TValue>.Default.Equals(get((T)x), get((T)y)), (x, y) => take((T)x, (T)y), x => show is null ? get((T)x)?.ToString() : show((T)x)) { Full = x => Facet.Written(get((T)x)) };

    internal static string? Names(IEnumerable<string> items)
    {
        var list = string.Join("; ", items.Order(StringComparer.Ordinal));
        return list.Length == 0 ? null : list;
    }

    private static ValueList<string> Sorted(ValueList<string> ids) => ids.Order(StringComparer.Ordinal).ToValueList();
}
