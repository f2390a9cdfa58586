using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>Features of elements as a reader knows them: taken from the graphs, never from texts made for programs.</summary>
internal sealed class Values(ReportTexts texts)
{
    /// <summary>The feature an attribute of an operation is about.</summary>
    public static string Code(string? attribute) => attribute switch
    {
        "name" or "kind" or "event" or "role" or "organisationUnit" or "processingTime" or "waitingTime" or "transportTime" or "cost" or "systems" or "documents" or "legalBases" or "rag" or "automation"
            or "responsibilities" or "description" or "documentation" or "risks" or "condition" or "probability" or "default" or "loop" or "text" or "isExecutable" or "medium" => attribute,
        "media" => "documents",
        "lane" => "spacing",
        "calledProcess" or "calledElement" => "calledProcess",
        "position" or "parent" or "attachedTo" => "place",
        "bounds" => "position",
        "rawAttributes" or "raw" or "binding" or "unlisted" or "targetNamespace" or "prolog" or "qualifiedReferences" => "extension",
        _ => "technical",
    };

    /// <summary>The value of a feature; null where there is none or it means nothing to a reader.</summary>
    public string? Of(NamedGraph graph, GraphElement? element, string code) => (code, element) switch
    {
        (_, null) => null,
        ("name", _) => One(element.Name),
        ("documentation", _) => One(element.Documentation),
        ("kind", FlowNode node) => texts.Kind(node.Kind),
        ("event", FlowNode node) => Events(node),
        ("role", FlowNode node) => One(graph.Index.RoleOf(node)),
        ("role", Lane lane) => One(lane.Name),
        ("organisationUnit", FlowNode node) => One(node.Gpm?.OrganisationUnit),
        ("organisationUnit", Lane lane) => One(lane.OrganisationUnit),
        ("processingTime", FlowNode node) => Time(node.Gpm?.ProcessingTime),
        ("waitingTime", FlowNode node) => Time(node.Gpm?.WaitingTime),
        ("transportTime", FlowNode node) => Time(node.Gpm?.TransportTime),
        ("cost", FlowNode { Gpm.Cost: { } cost }) => texts.Money(cost),
        ("systems", FlowNode node) => Items(node.Gpm?.Systems.Select(ReportTexts.OneLine)),
        ("documents", FlowNode node) => Items(node.Gpm?.Documents.Select(texts.Document)),
        ("legalBases", FlowNode node) => Items(node.Gpm?.LegalBases.Select(basis => ReportTexts.OneLine(basis.Citation))),
        ("rag", FlowNode { Gpm.Rag: { } rag }) => rag.ToString(),
        ("automation", FlowNode { Gpm.Automation: { } automation }) => texts.Automation(automation),
        ("responsibilities", FlowNode node) => Items(node.Gpm?.Responsibilities.Select(one => $"{ReportTexts.OneLine(one.Role)} {texts.Raci(one.Kind)}")),
        ("description", FlowNode node) => One(node.Gpm?.Description),
        ("risks", FlowNode node) => Items(node.Gpm?.Risks.Select(risk => ReportTexts.OneLine(risk.Description))),
        ("loop", FlowNode { Loop: { } loop }) => texts.Loop(loop.Kind),
        ("calledProcess", FlowNode node) => One(node.CalledProcess ?? node.CalledElement),
        ("default", FlowNode node) => graph.Element(node.DefaultFlowId) is SequenceFlow flow ? Branch(graph, flow) : null,
        ("place", FlowNode node) => graph.PlaceOf(node.Id),
        ("ways", FlowNode node) => Ways(graph, node),
        ("condition", SequenceFlow flow) => One(flow.Condition?.Text),
        ("probability", SequenceFlow { Probability: { } share }) => texts.Percent(share.Value),
        ("medium", DataElement data) => texts.Medium(data.Medium),
        ("text", Artifact artifact) => One(artifact.Text),
        ("isExecutable", BpmnProcess process) => texts.YesNo(process.IsExecutable),
        ("casesPerYear", BpmnProcess { Gpm.CasesPerYear: { } cases }) => texts.Number(cases),
        ("arrivals", BpmnProcess process) => Time(process.Gpm?.Arrivals),
        ("staffing", BpmnProcess process) => Items(process.Gpm?.Staffing.Select(one => texts.Staff(ReportTexts.OneLine(one.Role), texts.Number(one.FullTimeEquivalents)))),
        _ => null,
    };

    public ReportFact Fact(string code, string? before, string? after) => new(code, texts.Feature(code), before, after);

    /// <summary>What a node that is new or gone is like, beside its name and role.</summary>
    public IEnumerable<(string Code, string Value)> Traits(NamedGraph graph, FlowNode node)
    {
        foreach (var code in (string[])["event", "ways", "automation", "processingTime", "waitingTime", "transportTime", "cost", "systems", "documents", "risks"])
            if (Of(graph, node, code) is { } value) yield return (code, value);
    }

    public string? Time(TimeDistribution? time) => time?.ExpectedTime() is { } expected ? texts.Duration(expected) : null;

    private string? Ways(NamedGraph graph, FlowNode node)
    {
        var flows = graph.Index.Outgoing(node.Id);
        return !node.Kind.IsGateway() || flows.Count < 2 ? null : string.Join("; ", flows.Select(flow => Branch(graph, flow)));
    }

    private string Branch(NamedGraph graph, SequenceFlow flow)
    {
        var label = One(flow.Name);
        var share = flow.Probability is { } probability ? texts.Percent(probability.Value) : null;
        var head = (label, share) switch { (null, null) => "", (null, _) => $"{share}: ", (_, null) => $"{label}: ", _ => $"{label} ({share}): " };
        return head + (flow.TargetId is { } target ? graph.Called(target) : texts.Unnamed);
    }

    private string? Events(FlowNode node)
    {
        if (node.EventDefinitions.IsEmpty) return null;
        return ReportTexts.List(node.EventDefinitions.Select(definition => definition.Expression?.Text is { Length: > 0 } text ? $"{texts.Event(definition.Kind)} {Spoken(text)}" : texts.Event(definition.Kind)));
    }

    private string Spoken(string text) => IsoDuration.TryParse(text.Trim(), null, out var duration) ? texts.Duration(duration.Length) : ReportTexts.OneLine(text);

    private static string? Items(IEnumerable<string>? items) => items is null || string.Join("; ", items.Distinct().Order(StringComparer.Ordinal)) is not { Length: > 0 } text ? null : text;

    private static string? One(string? text) => string.IsNullOrWhiteSpace(text) ? null : ReportTexts.OneLine(text);
}
