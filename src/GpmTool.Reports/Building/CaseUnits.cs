using GpmTool.Analysis;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>
/// What a case is. One office counts days of winter service, another seasons; then figures per case say nothing side by side, and
/// only a year can be compared.
/// </summary>
/// <param name="Before">Cases a year of the first model; null: not recorded.</param>
/// <param name="After">Cases a year of the second model.</param>
internal sealed record CaseUnits(double? Before, double? After)
{
    // Offices that count the same thing differ in size: in the sample catalogue by a factor of three at most.
    private const double Apart = 3;

    /// <summary>Whether the numbers of cases are so far apart that a case is probably not the same thing.</summary>
    public bool AreApart => Before is > 0 and var was && After is > 0 and var becomes && Math.Max(was, becomes) / Math.Min(was, becomes) > Apart;

    /// <summary>The units of two models.</summary>
    public static CaseUnits Of(ProcessGraph before, ProcessGraph after) => new(Cases(before), Cases(after));

    /// <summary>The expected working time of a year in hours, rounded, on both sides; null where it is not known.</summary>
    public (long? Before, long? After) YearlyHours(KeyFigures before, KeyFigures after) => (Hours(Before, before), Hours(After, after));

    private static long? Hours(double? cases, KeyFigures figures) =>
        cases is { } number && figures.ExpectedProcessingTime is { } time ? (long)Math.Round(number * time.TotalHours, MidpointRounding.AwayFromZero) : null;

    private static double? Cases(ProcessGraph graph)
    {
        var main = new GraphIndex(graph).MainProcessId;
        return graph.Processes.FirstOrDefault(process => process.Id == main)?.Gpm?.CasesPerYear;
    }
}
