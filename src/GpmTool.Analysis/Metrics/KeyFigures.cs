using GpmTool.Model;

namespace GpmTool.Analysis;

/// <summary>The key figures of one process, per case. Null means: not recorded, or not to be computed.</summary>
public sealed record KeyFigures
{
    /// <summary>Activities of the main process that hold no others.</summary>
    public int Steps { get; init; }

    /// <summary>Different roles that do them.</summary>
    public int Roles { get; init; }

    /// <summary>Transitions between consecutive steps of different roles (gateways and events in between do not count).</summary>
    public int Handovers { get; init; }

    /// <summary>Media breaks: inside a step (paper in, digital out) and between consecutive steps.</summary>
    public int MediaBreaks { get; init; }

    /// <summary>Different IT systems.</summary>
    public int Systems { get; init; }

    /// <summary>Different documents.</summary>
    public int Documents { get; init; }

    /// <summary>Ways back (retreating edges of a depth-first walk from the start).</summary>
    public int Loops { get; init; }

    /// <summary>Gateways with several ways out.</summary>
    public int Decisions { get; init; }

    /// <summary>Share of steps that software does alone.</summary>
    public double AutomationShare { get; init; }

    /// <summary>Expected working time of a case: each step's expected processing time by its expected visits.</summary>
    public TimeSpan? ExpectedProcessingTime { get; init; }

    /// <summary>
    /// Expected time of a case with waiting and transport. Parallel branches are added up, so this is an upper bound where
    /// work goes on side by side.
    /// </summary>
    public TimeSpan? ExpectedCycleTime { get; init; }

    /// <summary>Expected cost of a case beside working time, in euros.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The key figures of a graph. O(n³) for the expected visits, else O(n²).</summary>
    public static KeyFigures Of(ProcessGraph graph)
    {
        var index = new GraphIndex(graph);
        if (index.MainProcessId is not { } main) return new KeyFigures();
        var nodes = index.NodesWithin(main).ToList();
        var steps = StepsAmong(nodes);
        var transitions = Transitions.Between(index, nodes);
        var visits = ExpectedVisits.Of(index, main, nodes);
        return new KeyFigures
        {
            Steps = steps.Count,
            Roles = RolesOf(index, steps).Count,
            Handovers = transitions.Count(pair => index.RoleOf(pair.From) is { } from && index.RoleOf(pair.To) is { } to && from != to),
            MediaBreaks = steps.Count(step => Breaks(Media(step, DataDirection.Input), Media(step, DataDirection.Output)))
                + transitions.Count(pair => Breaks(Leaving(pair.From), Arriving(pair.To))),
            Systems = steps.SelectMany(step => step.Gpm?.Systems ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            Documents = steps.SelectMany(step => step.Gpm?.Documents ?? []).Select(document => document.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            Loops = Transitions.Loops(index, main),
            Decisions = nodes.Count(node => node.Kind.IsGateway() && node.Kind != NodeKind.ParallelGateway && index.Outgoing(node.Id).Count > 1),
            AutomationShare = steps.Count == 0 ? 0 : (double)steps.Count(step => step.Gpm?.Automation == Automation.Automatic) / steps.Count,
            ExpectedProcessingTime = Time(steps, visits, step => [step.Gpm?.ProcessingTime]),
            ExpectedCycleTime = Time(steps, visits, step => [step.Gpm?.ProcessingTime, step.Gpm?.WaitingTime, step.Gpm?.TransportTime]),
            Cost = Costs(steps, visits),
        };
    }

    /// <summary>The roles that <see cref="Roles"/> counts, in the order of their first steps.</summary>
    public static IReadOnlyList<string> RolesOf(ProcessGraph graph)
    {
        var index = new GraphIndex(graph);
        return index.MainProcessId is { } main ? RolesOf(index, StepsAmong(index.NodesWithin(main))) : [];
    }

    private static List<string> RolesOf(GraphIndex index, IEnumerable<FlowNode> steps) => [.. steps.Select(index.RoleOf).OfType<string>().Distinct()];

    private static List<FlowNode> StepsAmong(IEnumerable<FlowNode> nodes) => [.. nodes.Where(node => node.Kind.IsActivity() && !node.Kind.IsContainer())];

    private static TimeSpan? Time(List<FlowNode> steps, Dictionary<string, double>? visits, Func<FlowNode, TimeDistribution?[]> times)
    {
        if (visits is null) return null;
        var sum = 0.0;
        var recorded = false;
        foreach (var step in steps)
            foreach (var time in times(step))
                if (time?.ExpectedTime() is { } expected)
                {
                    recorded = true;
                    sum += expected.TotalSeconds * visits.GetValueOrDefault(step.Id);
                }

        return recorded && sum < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(Math.Round(sum)) : null;
    }

    private static decimal? Costs(List<FlowNode> steps, Dictionary<string, double>? visits)
    {
        var recorded = steps.Where(step => step.Gpm?.Cost is { Currency: "EUR" }).ToList();
        return visits is null || recorded.Count == 0 ? null : Math.Round(recorded.Sum(step => step.Gpm!.Cost!.Value.Amount * (decimal)visits.GetValueOrDefault(step.Id)), 2);
    }

    private static HashSet<Medium> Media(FlowNode step, DataDirection direction) =>
        [.. (step.Gpm?.Documents ?? []).Where(document => document.Direction == direction && document.Medium != Medium.Unspecified).Select(document => document.Medium)];

    private static HashSet<Medium> Leaving(FlowNode step) => Media(step, DataDirection.Output) is { Count: > 0 } media ? media : Media(step, DataDirection.Input);

    private static HashSet<Medium> Arriving(FlowNode step) => Media(step, DataDirection.Input) is { Count: > 0 } media ? media : Media(step, DataDirection.Output);

    private static bool Breaks(HashSet<Medium> from, HashSet<Medium> to) => from.Count > 0 && to.Count > 0 && !from.Overlaps(to);
}
