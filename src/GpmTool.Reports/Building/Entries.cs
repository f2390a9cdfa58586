using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>Puts operations about the same elements together to one entry.</summary>
internal sealed class Entries(Names names, Sentences sentences, ReportTexts texts)
{
    private readonly Subjects _subjects = new(names);

    public List<ReportItem> Of(ComparisonResult result)
    {
        var presumed = result.Correspondences.Where(match => match.IsPresumed).Select(match => (match.BeforeId, match.AfterId)).ToHashSet();
        return
        [
            .. result.Operations.GroupBy(operation => Weight(operation) == Importance.Technical ? operation.Key : Key(operation))
                .Select(group => Entry([.. group], presumed)),
        ];
    }

    private static string Key(Operation operation) => IsAboutOneElement(operation)
        ? $"{operation.BeforeIds[0]}\n{operation.AfterIds[0]}"
        : operation.BeforeIds.IsEmpty && operation.AfterIds.IsEmpty ? "" : operation.Key;

    private static bool IsAboutOneElement(Operation operation) => operation.BeforeIds.Count == 1 && operation.AfterIds.Count == 1 && operation.Attribute is not null && operation.Kind != OperationKind.FragmentReplaced;

    private ReportItem Entry(List<Operation> own, HashSet<(string Before, string After)> presumed)
    {
        var first = own[0];
        var weight = own.Min(Weight);
        var (old, now) = (sentences.Old(first), sentences.New(first));
        var item = new ReportItem
        {
            Tone = own.Exists(operation => operation.Kind is OperationKind.Moved or OperationKind.Swapped) ? ReportTone.Moved : Tone(first),
            Importance = weight,
            Sentence = own.Count == 1 ? sentences.Of(first) : Together(own, old, now),
            BeforeIds = [.. first.BeforeIds],
            AfterIds = [.. first.AfterIds],
            Operations = own,
            IsPresumed = first.BeforeIds.Count == 1 && first.AfterIds.Count == 1 && presumed.Contains((first.BeforeIds[0], first.AfterIds[0])),
        };
        return _subjects.Tell(Sides(item, own, old, now));
    }

    private ReportItem Sides(ReportItem item, List<Operation> own, GraphElement? old, GraphElement? now)
    {
        var first = own[0];
        if (IsAboutOneElement(first))
        {
            var facts = own.SelectMany(sentences.Facts).Where(fact => fact.Before != fact.After && fact.Code != "name").DistinctBy(fact => fact.Code).OrderBy(fact => Rank(fact.Code)).ToList();
            return item with { Before = names.Before.What(old), After = names.After.What(now), Facts = facts };
        }

        if (first.BeforeIds.IsEmpty && first.AfterIds.IsEmpty) return item with { Facts = [.. own.SelectMany(sentences.Facts).Where(fact => fact.Before != fact.After)] };
        if (first.Kind is OperationKind.Inserted or OperationKind.GatewayInserted && now is FlowNode come)
            return item with { After = names.After.What(now), Facts = [.. sentences.Values.Traits(names.After, come).Select(trait => sentences.Values.Fact(trait.Code, null, trait.Value))] };
        if (first.Kind is OperationKind.Removed or OperationKind.GatewayRemoved && old is FlowNode gone)
            return item with { Before = names.Before.What(old), Facts = [.. sentences.Values.Traits(names.Before, gone).Select(trait => sentences.Values.Fact(trait.Code, trait.Value, null))] };
        return item with
        {
            Before = first.BeforeIds.Count == 0 ? null : first.BeforeIds.Count == 1 ? names.Before.What(old) : names.Before.Names(first.BeforeIds),
            After = first.AfterIds.Count == 0 ? null : first.AfterIds.Count == 1 ? names.After.What(now) : names.After.Names(first.AfterIds),
        };
    }

    private string Together(List<Operation> own, GraphElement? old, GraphElement? now)
    {
        if (old is null || now is null) return texts.Changed(texts.Word(Noun.Model));
        if (own.Find(operation => operation.Kind == OperationKind.Moved || (operation.Kind == OperationKind.FlowChanged && operation.Attribute == "flow")) is { } moved) return sentences.Of(moved);
        var (was, becomes) = (names.Before.What(old), names.After.What(now));
        if (names.Before.NounOf(old) != names.After.NounOf(now) || (old is MessageFlow && was != becomes)) return texts.Became(was, becomes);
        return own.Exists(operation => operation.Kind == OperationKind.Renamed) ? sentences.Renamed(old, now) : texts.Changed(was);
    }

    private static ReportTone Tone(Operation operation) => operation.Kind switch
    {
        OperationKind.Moved or OperationKind.Swapped => ReportTone.Moved,
        OperationKind.GatewaysAdded => ReportTone.Added,
        OperationKind.GatewaysRemoved => ReportTone.Removed,
        OperationKind.FragmentReplaced or OperationKind.StepsMerged or OperationKind.StepSplit or OperationKind.SubProcessExtracted or OperationKind.SubProcessInlined or OperationKind.Parallelised or OperationKind.Serialised => ReportTone.Changed,
        _ => operation.BeforeIds.IsEmpty && !operation.AfterIds.IsEmpty ? ReportTone.Added : operation.AfterIds.IsEmpty && !operation.BeforeIds.IsEmpty ? ReportTone.Removed : ReportTone.Changed,
    };

    private Importance Weight(Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.ExtensionChanged or OperationKind.DeclarationChanged or OperationKind.LayoutChanged: return Importance.Technical;
            case OperationKind.DocumentHeadChanged: return Importance.Technical;
            case OperationKind.ProcessChanged: return operation.Attribute is "gpm" or "name" ? Importance.Minor : Importance.Technical;
            case OperationKind.OtherAttributeChanged: return Values.Code(operation.Attribute) is "technical" or "spacing" || operation.Attribute == "name" ? Importance.Technical : Importance.Minor;
            case OperationKind.DocumentationChanged: return operation.BeforeIds.IsEmpty ? Importance.Technical : Importance.Minor;
            case OperationKind.DataChanged: return (sentences.Old(operation) ?? sentences.New(operation)) is DataElement && Values.Code(operation.Attribute) is not "technical" || operation.BeforeIds.IsEmpty || operation.AfterIds.IsEmpty ? Importance.Minor : Importance.Technical;
            case OperationKind.AnnotationChanged: return (sentences.Old(operation) ?? sentences.New(operation)) is Artifact ? Importance.Minor : Importance.Technical;
            case OperationKind.PoolChanged or OperationKind.LaneChanged: return operation.BeforeIds.IsEmpty || operation.AfterIds.IsEmpty || operation.Attribute == "name" ? Importance.Minor : Importance.Technical;
            case OperationKind.RagChanged or OperationKind.LegalBasisChanged or OperationKind.ResponsibilityChanged or OperationKind.MessageFlowChanged or OperationKind.FlowAdded or OperationKind.FlowRemoved or OperationKind.FlowChanged: return Importance.Minor;
            case OperationKind.GatewayInserted: return IsDecision(names.After, sentences.New(operation)) ? Importance.Main : Importance.Minor;
            case OperationKind.GatewayRemoved: return IsDecision(names.Before, sentences.Old(operation)) ? Importance.Main : Importance.Minor;
            default: return Importance.Main;
        }
    }

    private static bool IsDecision(NamedGraph graph, GraphElement? element) => element is not null && graph.NounOf(element) != Noun.Join;

    private static readonly string[] Order = ["place", "kind", "role", "organisationUnit", "event", "ways", "automation", "processingTime", "waitingTime", "transportTime", "cost", "systems", "documents", "medium"];

    private static int Rank(string code) => Array.IndexOf(Order, code) is var rank and >= 0 ? rank : Order.Length;
}
