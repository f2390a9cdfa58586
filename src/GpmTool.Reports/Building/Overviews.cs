using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>What somebody who knows neither model needs first, side by side.</summary>
internal static class Overviews
{
    private const int Longest = 3;

    public static IReadOnlyList<ReportFact> Of(Names names, ReportTexts texts)
    {
        var (old, now) = (new One(names.Before, texts), new One(names.After, texts));
        return
        [
            .. new[]
            {
                Row("about", one => one.About), Row("starts", one => one.Ends(NodeKind.StartEvent)), Row("ends", one => one.Ends(NodeKind.EndEvent)), Row("casesPerYear", one => one.Cases),
                Row("roles", one => one.Roles), Row("partners", one => one.Partners), Row("waits", one => one.Longest(Waiting)), Row("efforts", one => one.Longest(step => step.Gpm?.ProcessingTime?.ExpectedTime())),
                Row("paper", one => one.Paper), Row("systems", one => one.Systems), Row("automatic", one => one.Automatic), Row("decisions", one => one.Decisions), Row("recordedRisks", one => one.Risks),
            }.Where(row => row.Before is not null || row.After is not null),
        ];

        ReportFact Row(string code, Func<One, string?> value) => new(code, texts.Feature(code), value(old), value(now));
    }

    private static TimeSpan? Waiting(FlowNode step) =>
        step.Gpm is { } gpm && (gpm.WaitingTime ?? gpm.TransportTime) is not null ? (gpm.WaitingTime?.ExpectedTime() ?? TimeSpan.Zero) + (gpm.TransportTime?.ExpectedTime() ?? TimeSpan.Zero) : null;

    private sealed class One(NamedGraph graph, ReportTexts texts)
    {
        private readonly BpmnProcess? _main = graph.Graph.Processes.FirstOrDefault(process => process.Id == graph.Index.MainProcessId);

        public string? About => Line(graph.Graph.Description ?? _main?.Documentation);

        public string? Cases => _main?.Gpm?.CasesPerYear is { } cases ? texts.Number(cases) : null;

        public string? Roles => Some(graph.Steps.Select(graph.Index.RoleOf).OfType<string>().Select(ReportTexts.OneLine).Distinct());

        public string? Partners => Some(graph.Graph.Pools.Where(pool => pool.ProcessId is null || pool.ProcessId != _main?.Id).Where(NamedGraph.HasLabel).Select(pool => ReportTexts.OneLine(pool.Name!)).Distinct());

        public string? Paper => Some(graph.Steps.SelectMany(step => step.Gpm?.Documents ?? []).Where(document => document.Medium == Medium.Paper).Select(document => ReportTexts.OneLine(document.Name)).Distinct(StringComparer.OrdinalIgnoreCase));

        public string? Systems => Some(graph.Steps.SelectMany(step => step.Gpm?.Systems ?? []).Select(ReportTexts.OneLine).Distinct(StringComparer.OrdinalIgnoreCase));

        public string? Automatic => Some(graph.Steps.Where(step => step.Gpm?.Automation == Automation.Automatic).Select(step => graph.Called(step.Id)));

        public string? Decisions => _main is null ? null : Some(graph.Index.NodesWithin(_main.Id).Where(node => node.Kind.IsGateway() && node.Kind is not (NodeKind.ParallelGateway or NodeKind.EventBasedGateway) && NamedGraph.HasLabel(node) && graph.Index.Outgoing(node.Id).Count > 1).Select(node => graph.Called(node.Id)));

        public string? Risks => Some(graph.Steps.SelectMany(step => (step.Gpm?.Risks ?? []).Select(risk => texts.At(ReportTexts.OneLine(risk.Description), graph.Called(step.Id)))), "; ");

        public string? Ends(NodeKind kind) => _main is null ? null : Some(graph.Index.Children(_main.Id).Where(node => node.Kind == kind && NamedGraph.HasLabel(node)).Select(node => graph.Called(node.Id)));

        public string? Longest(Func<FlowNode, TimeSpan?> time) => Some(
            graph.Steps.Select(step => (Step: step, Time: time(step))).Where(pair => pair.Time > TimeSpan.Zero).OrderByDescending(pair => pair.Time).Take(Overviews.Longest)
                .Select(pair => texts.At(texts.Duration(pair.Time!.Value), graph.Called(pair.Step.Id))), "; ");

        private static string? Some(IEnumerable<string> items, string between = ", ") => string.Join(between, items) is { Length: > 0 } text ? text : null;

        private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : ReportTexts.OneLine(text);
    }
}
