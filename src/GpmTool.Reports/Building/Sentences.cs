using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>One sentence for each operation.</summary>
internal sealed class Sentences(Names names, ReportTexts texts)
{
    public Values Values { get; } = new(texts);

    public string Of(Operation operation)
    {
        var (old, now) = (Old(operation), New(operation));
        switch (operation.Kind)
        {
            case OperationKind.Inserted or OperationKind.GatewayInserted: return texts.Added(names.After.WithRole(now));
            case OperationKind.Removed or OperationKind.GatewayRemoved: return texts.Removed(names.Before.WithRole(old));
            case OperationKind.Renamed when old is not null && now is not null: return Renamed(old, now);
            case OperationKind.Moved when Values.Code(operation.Attribute) == "place" && old is FlowNode before && now is FlowNode after: return texts.Moved(names.Before.What(old), names.Before.PlaceOf(before.Id), names.After.PlaceOf(after.Id));
            case OperationKind.Swapped: return texts.Swapped(names.Before.Names(operation.BeforeIds));
            case OperationKind.FragmentReplaced: return texts.Replaced(names.Before.Names(operation.BeforeIds), names.After.Names(operation.AfterIds));
            case OperationKind.StepsMerged: return texts.Merged(names.Before.Names(operation.BeforeIds), names.After.Names(operation.AfterIds));
            case OperationKind.StepSplit: return texts.Split(names.Before.Names(operation.BeforeIds), names.After.Names(operation.AfterIds));
            case OperationKind.Parallelised: return texts.Parallelised(names.Before.Names(operation.BeforeIds));
            case OperationKind.Serialised: return texts.Serialised(names.Before.Names(operation.BeforeIds));
            case OperationKind.GatewaysAdded: return texts.Added(texts.WithJoin(names.After.What(now)));
            case OperationKind.GatewaysRemoved: return texts.Removed(texts.WithJoin(names.Before.What(old)));
            case OperationKind.SubProcessExtracted: return texts.Extracted(names.After.What(now), names.Before.Names(operation.BeforeIds));
            case OperationKind.SubProcessInlined: return texts.Inlined(names.Before.What(old), names.After.Names(operation.AfterIds));
            case OperationKind.FlowAdded or OperationKind.BranchAdded or OperationKind.LoopAdded when now is SequenceFlow flow: return texts.Added(names.After.Way(flow, Way(operation.Kind)));
            case OperationKind.FlowRemoved or OperationKind.BranchRemoved or OperationKind.LoopRemoved when old is SequenceFlow flow: return texts.Removed(names.Before.Way(flow, Way(operation.Kind)));
            case OperationKind.FlowChanged when old is SequenceFlow was && now is SequenceFlow becomes && operation.Attribute == "flow":
                return texts.Led(names.Before.Way(was, Noun.Way), names.After.End(becomes.SourceId), names.After.End(becomes.TargetId));
            case OperationKind.MessageFlowChanged when old is MessageFlow && now is MessageFlow && names.Before.What(old) != names.After.What(now): return texts.Became(names.Before.What(old), names.After.What(now));
            default: return old is null && now is not null ? texts.Added(names.After.What(now)) : now is null && old is not null ? texts.Removed(names.Before.What(old)) : Feature(operation, old, now);
        }
    }

    public string Renamed(GraphElement old, GraphElement now) =>
        NamedGraph.HasLabel(now) ? texts.Renamed(names.Before.What(old), texts.Quote(now.Name!)) : texts.Became(names.Before.What(old), names.After.What(now));

    public GraphElement? Old(Operation operation) => operation.BeforeIds.Count > 0 ? names.Before.Element(operation.BeforeIds[0]) : null;

    public GraphElement? New(Operation operation) => operation.AfterIds.Count > 0 ? names.After.Element(operation.AfterIds[0]) : null;

    /// <summary>What differs, feature by feature; the attributes of a process are several.</summary>
    public IEnumerable<ReportFact> Facts(Operation operation)
    {
        var (old, now) = (Old(operation), New(operation));
        if (operation.Attribute == "gpm" && (old ?? now) is BpmnProcess)
        {
            foreach (var code in (string[])["casesPerYear", "arrivals", "staffing"])
                if (Values.Of(names.Before, old, code) is var was && Values.Of(names.After, now, code) is var becomes && was != becomes) yield return Values.Fact(code, was, becomes);
        }
        else if (operation.BeforeIds.IsEmpty && operation.AfterIds.IsEmpty && (operation.Attribute is "name" or "documentation"))
        {
            yield return operation.Attribute == "name"
                ? Values.Fact("name", Line(names.Before.Graph.Name), Line(names.After.Graph.Name))
                : Values.Fact("documentation", Line(names.Before.Graph.Description), Line(names.After.Graph.Description));
        }
        else
        {
            var code = operation.Attribute == "name" && operation.Kind == OperationKind.OtherAttributeChanged ? "spacing" : Values.Code(operation.Attribute);
            yield return Values.Fact(code, Values.Of(names.Before, old, code), Values.Of(names.After, now, code));
            foreach (var part in operation.Parts.Where(part => part.Attribute is not null).SelectMany(Facts)) yield return part;
        }
    }

    private string Feature(Operation operation, GraphElement? old, GraphElement? now)
    {
        var what = operation.BeforeIds.IsEmpty && operation.AfterIds.IsEmpty ? texts.Word(Noun.Model) : names.Before.What(old);
        var fact = Facts(operation).FirstOrDefault() ?? Values.Fact("technical", null, null);
        return fact.Before == fact.After ? texts.Touched(what, fact.Label) : texts.Feature(what, fact.Label, fact.Before ?? "–", fact.After ?? "–");
    }

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : ReportTexts.OneLine(text);

    private static Noun Way(OperationKind kind) => kind switch
    {
        OperationKind.BranchAdded or OperationKind.BranchRemoved => Noun.Branch,
        OperationKind.LoopAdded or OperationKind.LoopRemoved => Noun.WayBack,
        _ => Noun.Way,
    };
}
