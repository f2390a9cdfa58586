using GpmTool.Analysis;
using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Reports;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>Two elements that stand for the same thing.</summary>
/// <param name="BeforeId">The element of the first version.</param>
/// <param name="BeforeName">Its label.</param>
/// <param name="AfterId">The element of the second version.</param>
/// <param name="AfterName">Its label.</param>
/// <param name="BeforeMore">Further elements of the first version that belong to it.</param>
/// <param name="AfterMore">Further elements of the second version that belong to it.</param>
/// <param name="Score">How sure, 0 to 1.</param>
/// <param name="Evidence">Why.</param>
/// <param name="IsPresumed">Whether it only probably does the same job, and a person should confirm it.</param>
internal sealed record MatchResponse(string BeforeId, string? BeforeName, string AfterId, string? AfterName, IReadOnlyList<string> BeforeMore, IReadOnlyList<string> AfterMore, double Score, Evidence Evidence, bool IsPresumed);

/// <summary>One change from the first version to the second.</summary>
/// <param name="Key">What it is about: algorithm version, kind, element ids, attribute.</param>
/// <param name="Digest">What exactly it says: SHA-256 of the old and new value, hexadecimal.</param>
/// <param name="Kind">The kind of change.</param>
/// <param name="BeforeIds">The elements of the first version it concerns.</param>
/// <param name="AfterIds">The elements of the second version it concerns.</param>
/// <param name="Attribute">The attribute that differs, where it is one.</param>
/// <param name="OldValue">The value in the first version.</param>
/// <param name="NewValue">The value in the second version.</param>
/// <param name="Sentence">The change as a sentence.</param>
internal sealed record OperationResponse(string Key, string Digest, OperationKind Kind, IReadOnlyList<string> BeforeIds, IReadOnlyList<string> AfterIds, string? Attribute, string? OldValue, string? NewValue, string Sentence)
{
    /// <summary>Shows the operations of a comparison, in their order.</summary>
    public static IReadOnlyList<OperationResponse> Of(Compared compared, ReportLanguage language) => Of(compared, compared.Report(language));

    /// <summary>Shows the operations of a comparison, told by its report.</summary>
    public static IReadOnlyList<OperationResponse> Of(Compared compared, ComparisonReport report)
    {
        var sentences = report.Sentences;
        return [.. compared.Result.Operations.Select((operation, i) => new OperationResponse(operation.Key, operation.Digest, operation.Kind, [.. operation.BeforeIds], [.. operation.AfterIds], operation.Attribute, operation.OldValue, operation.NewValue, sentences[i]))];
    }
}

/// <summary>The key figures of one process per case. Null: not recorded, or not to be computed.</summary>
/// <param name="Steps">Activities that hold no others.</param>
/// <param name="Roles">Different roles that do them.</param>
/// <param name="Handovers">Consecutive steps of different roles.</param>
/// <param name="MediaBreaks">Changes of medium inside and between steps.</param>
/// <param name="Systems">Different IT systems.</param>
/// <param name="Documents">Different documents.</param>
/// <param name="Loops">Ways back.</param>
/// <param name="Decisions">Gateways with several ways out.</param>
/// <param name="AutomationShare">Share of steps that software does alone, 0 to 1.</param>
/// <param name="ExpectedProcessingTime">Expected working time of a case, ISO 8601.</param>
/// <param name="ExpectedCycleTime">Expected time of a case with waiting and transport, ISO 8601; branches side by side are added up.</param>
/// <param name="Cost">Expected cost of a case beside working time, in euros.</param>
internal sealed record FiguresResponse(int Steps, int Roles, int Handovers, int MediaBreaks, int Systems, int Documents, int Loops, int Decisions, double AutomationShare, string? ExpectedProcessingTime, string? ExpectedCycleTime, decimal? Cost)
{
    /// <summary>The figures of a graph.</summary>
    public static FiguresResponse Of(ProcessGraph graph)
    {
        var figures = KeyFigures.Of(graph);
        return new FiguresResponse(
            figures.Steps, figures.Roles, figures.Handovers, figures.MediaBreaks, figures.Systems, figures.Documents, figures.Loops, figures.Decisions, Math.Round(figures.AutomationShare, 4),
            Iso(figures.ExpectedProcessingTime), Iso(figures.ExpectedCycleTime), figures.Cost);
    }

    private static string? Iso(TimeSpan? time) => time is { } length ? IsoDuration.From(length).ToString() : null;
}

/// <summary>The key figures of both versions.</summary>
/// <param name="Before">Those of the first.</param>
/// <param name="After">Those of the second.</param>
internal sealed record FiguresChange(FiguresResponse Before, FiguresResponse After);

/// <summary>A decision about two elements, in the two versions that are compared.</summary>
/// <param name="BeforeId">The element of the first version; of one that vanished the id it had.</param>
/// <param name="BeforeName">Its label; null where it is gone.</param>
/// <param name="AfterId">The element of the second version; of one that vanished the id it had.</param>
/// <param name="AfterName">Its label; null where it is gone.</param>
/// <param name="IsSame">Whether they stand for the same thing; otherwise they do not.</param>
/// <param name="State">Whether both elements are there, were found again under other ids, or one is gone and the decision takes no part.</param>
/// <param name="IsBeforeGone">Whether the element of the first version is gone.</param>
/// <param name="IsAfterGone">Whether the element of the second version is gone.</param>
/// <param name="Note">Why it was decided.</param>
/// <param name="DecidedAt">When (UTC).</param>
/// <param name="DecidedBy">By whom (opaque id).</param>
internal sealed record PinResponse(string BeforeId, string? BeforeName, string AfterId, string? AfterName, bool IsSame, PinState State, bool IsBeforeGone, bool IsAfterGone, string? Note, DateTime DecidedAt, string DecidedBy)
{
    /// <summary>Shows decisions.</summary>
    public static IReadOnlyList<PinResponse> Of(IEnumerable<CarriedPin> pins, GraphIndex left, GraphIndex right) =>
        [.. pins.Select(pin => new PinResponse(pin.BeforeId, pin.IsBeforeGone ? null : left.Node(pin.BeforeId)?.Name, pin.AfterId, pin.IsAfterGone ? null : right.Node(pin.AfterId)?.Name, pin.Row.IsSame, pin.State, pin.IsBeforeGone, pin.IsAfterGone, pin.Row.Note, pin.Row.DecidedAt, pin.Row.DecidedBy))];
}

/// <summary>What comparing two versions gives.</summary>
/// <param name="Before">The first version.</param>
/// <param name="After">The second version.</param>
/// <param name="AlgorithmVersion">The version of the algorithm; keys and digests are only comparable under the same.</param>
/// <param name="Thesaurus">SHA-256 of the thesaurus that took part, hexadecimal.</param>
/// <param name="Similarity">How alike the versions are, 0 to 1.</param>
/// <param name="KeyFigures">The key figures of both.</param>
/// <param name="Matches">Which elements stand for the same thing.</param>
/// <param name="Pins">What persons decided about it, and what became of that in these versions.</param>
/// <param name="Operations">What changes.</param>
/// <param name="Report">The same for people, as the report tells it.</param>
internal sealed record ComparisonResponse(
    ComparedVersion Before, ComparedVersion After, int AlgorithmVersion, string Thesaurus, double Similarity, FiguresChange KeyFigures, IReadOnlyList<MatchResponse> Matches, IReadOnlyList<PinResponse> Pins, IReadOnlyList<OperationResponse> Operations, ReportResponse Report)
{
    /// <summary>Shows a comparison.</summary>
    public static ComparisonResponse Of(Compared compared, ReportLanguage language)
    {
        var (question, result) = (compared.Question, compared.Result);
        var (left, right) = (new GraphIndex(compared.Left), new GraphIndex(compared.Right));
        var report = compared.Report(language);
        return new ComparisonResponse(
            question.Before.Version, question.After.Version, result.AlgorithmVersion, question.Thesaurus.Hash, result.Similarity, new FiguresChange(FiguresResponse.Of(compared.Left), FiguresResponse.Of(compared.Right)),
            [.. result.Correspondences.Select(match => new MatchResponse(match.BeforeId, left.Node(match.BeforeId)?.Name, match.AfterId, right.Node(match.AfterId)?.Name, [.. match.BeforeIds.Skip(1)], [.. match.AfterIds.Skip(1)], match.Score, match.Evidence, match.IsPresumed))],
            PinResponse.Of(compared.Pins, left, right),
            OperationResponse.Of(compared, report),
            ReportResponse.Of(report));
    }
}
