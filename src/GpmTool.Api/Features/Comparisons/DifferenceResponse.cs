using GpmTool.Diff;
using GpmTool.Reports;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>A feature with its value on both sides.</summary>
/// <param name="Code">The feature for programs.</param>
/// <param name="Label">The feature in the answer's language.</param>
/// <param name="Before">The value in the first version; null: none.</param>
/// <param name="After">The value in the second version; null: none.</param>
internal sealed record FactResponse(string Code, string Label, string? Before, string? After);

/// <summary>A key figure in words.</summary>
/// <param name="Code">The figure for programs.</param>
/// <param name="Name">The figure in the answer's language.</param>
/// <param name="Before">The first version's.</param>
/// <param name="After">The second version's.</param>
/// <param name="Change">The difference with its sign.</param>
/// <param name="Verdict">Whether the change is undisputedly better or worse.</param>
internal sealed record FigureResponse(string Code, string Name, string Before, string After, string Change, Verdict Verdict);

/// <summary>One difference for people: all operations about the same elements.</summary>
/// <param name="Number">Its number in reading order, as in the other forms of the report; null for technical details.</param>
/// <param name="Tone">What becomes of the elements.</param>
/// <param name="Sign">The sign of that.</param>
/// <param name="Importance">How much it matters.</param>
/// <param name="Subject">What kind of element it is about.</param>
/// <param name="Roles">Whose work it concerns.</param>
/// <param name="Sentence">The difference as a sentence.</param>
/// <param name="Before">What stands there in the first version; null: nothing.</param>
/// <param name="After">What stands there in the second version; null: nothing.</param>
/// <param name="IsPresumed">Whether both sides only probably do the same job.</param>
/// <param name="BeforeIds">The elements of the first version.</param>
/// <param name="AfterIds">The elements of the second version.</param>
/// <param name="Facts">What differs, feature by feature.</param>
/// <param name="Operations">The positions of its operations in the list of operations, from 0.</param>
internal sealed record DifferenceResponse(
    int? Number, ReportTone Tone, string Sign, Importance Importance, ReportSubject Subject, IReadOnlyList<string> Roles, string Sentence, string? Before, string? After, bool IsPresumed, IReadOnlyList<string> BeforeIds, IReadOnlyList<string> AfterIds, IReadOnlyList<FactResponse> Facts, IReadOnlyList<int> Operations);

/// <summary>A stretch of the process with what changes there.</summary>
/// <param name="Heading">The stretch in the process's own words.</param>
/// <param name="Intro">Who works there and how many steps it has on either side.</param>
/// <param name="Differences">What changes, in the order of the flow.</param>
internal sealed record SectionResponse(string Heading, string Intro, IReadOnlyList<DifferenceResponse> Differences);

/// <summary>A node by name.</summary>
/// <param name="Id">The node.</param>
/// <param name="What">What it is and its label; for what has none, where it stands.</param>
/// <param name="Role">Who does it; null: not recorded.</param>
internal sealed record NodeName(string Id, string What, string? Role);

/// <summary>A comparison for people, as the report tells it.</summary>
/// <param name="Summary">What changes and what it brings, in one sentence.</param>
/// <param name="Figures">The key figures in words.</param>
/// <param name="Sections">All stretches of the process in which something changes, in the order of the flow.</param>
/// <param name="Technical">What only those need who maintain the model files.</param>
/// <param name="BeforeNodes">The first version's nodes by name.</param>
/// <param name="AfterNodes">The second version's nodes by name.</param>
internal sealed record ReportResponse(string Summary, IReadOnlyList<FigureResponse> Figures, IReadOnlyList<SectionResponse> Sections, IReadOnlyList<DifferenceResponse> Technical, IReadOnlyList<NodeName> BeforeNodes, IReadOnlyList<NodeName> AfterNodes)
{
    /// <summary>Shows a report.</summary>
    public static ReportResponse Of(ComparisonReport report)
    {
        var places = new Dictionary<Operation, int>(ReferenceEqualityComparer.Instance);
        foreach (var (i, operation) in report.Result.Operations.Index()) places[operation] = i;
        return new ReportResponse(
            report.Summary,
            [.. report.Figures.Select(row => new FigureResponse(row.Code, row.Name, row.Before, row.After, row.Change, row.Verdict))],
            [.. report.Sections.Where(section => section.Items.Count > 0).Select(section => new SectionResponse(section.Heading, section.Intro, Differences(section.Items)))],
            Differences(report.Technical), Nodes(report.BeforeNodes), Nodes(report.AfterNodes));

        IReadOnlyList<DifferenceResponse> Differences(IEnumerable<ReportItem> items) => [.. items.Select(item => new DifferenceResponse(
            item.Number, item.Tone, item.Sign, item.Importance, item.Subject, item.Roles, item.Sentence, item.Before, item.After, item.IsPresumed, item.BeforeIds, item.AfterIds,
            [.. item.Facts.Select(fact => new FactResponse(fact.Code, fact.Label, fact.Before, fact.After))], [.. item.Operations.Select(operation => places[operation])]))];
    }

    private static IReadOnlyList<NodeName> Nodes(IEnumerable<NamedNode> nodes) => [.. nodes.Select(node => new NodeName(node.Id, node.What, node.Role))];
}
