using GpmTool.Analysis;
using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Persistence;
using GpmTool.Reports;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>One side of a comparison.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="Process">The key of the process.</param>
/// <param name="Stage">Ist or Soll.</param>
/// <param name="Authority">The key of the authority of an Ist.</param>
/// <param name="Title">What reports call it.</param>
/// <param name="IsFrozen">Whether the version is frozen.</param>
/// <param name="ModelHash">SHA-256 of the graph without layout, hexadecimal.</param>
internal sealed record ComparedVersion(Guid ModelId, int Version, string Process, Stage Stage, string? Authority, string Title, bool IsFrozen, string ModelHash);

/// <summary>Two elements that stand for the same thing.</summary>
/// <param name="BeforeId">The element of the first version.</param>
/// <param name="BeforeName">Its label.</param>
/// <param name="AfterId">The element of the second version.</param>
/// <param name="AfterName">Its label.</param>
/// <param name="Score">How sure, 0 to 1.</param>
/// <param name="Evidence">Why.</param>
/// <param name="IsPresumed">Whether it only probably does the same job, and a person should confirm it.</param>
internal sealed record MatchResponse(string BeforeId, string? BeforeName, string AfterId, string? AfterName, double Score, Evidence Evidence, bool IsPresumed);

/// <summary>One change from the first version to the second.</summary>
/// <param name="Key">What it is about: algorithm version, kind, element ids, attribute.</param>
/// <param name="Digest">What exactly it says: SHA-256 of the old and new value, hexadecimal.</param>
/// <param name="Kind">The kind of change.</param>
/// <param name="BeforeIds">The elements of the first version it concerns.</param>
/// <param name="AfterIds">The elements of the second version it concerns.</param>
/// <param name="Attribute">The attribute that differs, where it is one.</param>
/// <param name="OldValue">The value in the first version.</param>
/// <param name="NewValue">The value in the second version.</param>
/// <param name="Sentence">The change as a German sentence.</param>
internal sealed record OperationResponse(string Key, string Digest, OperationKind Kind, IReadOnlyList<string> BeforeIds, IReadOnlyList<string> AfterIds, string? Attribute, string? OldValue, string? NewValue, string Sentence);

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

/// <summary>What comparing two versions gives.</summary>
/// <param name="Before">The first version.</param>
/// <param name="After">The second version.</param>
/// <param name="AlgorithmVersion">The version of the algorithm; keys and digests are only comparable under the same.</param>
/// <param name="Similarity">How alike the versions are, 0 to 1.</param>
/// <param name="KeyFigures">The key figures of both.</param>
/// <param name="Matches">Which elements stand for the same thing.</param>
/// <param name="Operations">What changes.</param>
internal sealed record ComparisonResponse(ComparedVersion Before, ComparedVersion After, int AlgorithmVersion, double Similarity, FiguresChange KeyFigures, IReadOnlyList<MatchResponse> Matches, IReadOnlyList<OperationResponse> Operations)
{
    /// <summary>Shows a comparison.</summary>
    public static ComparisonResponse Of(VersionComparison comparison)
    {
        var (before, after, result) = (comparison.Before, comparison.After, comparison.Result);
        var (left, right) = (new GraphIndex(before.Graph), new GraphIndex(after.Graph));
        var sentences = ComparisonText.Sentences(before.Graph, after.Graph, result);
        return new ComparisonResponse(
            before.Version, after.Version, result.AlgorithmVersion, result.Similarity, new FiguresChange(FiguresResponse.Of(before.Graph), FiguresResponse.Of(after.Graph)),
            [.. result.Correspondences.Select(match => new MatchResponse(match.BeforeId, left.Node(match.BeforeId)?.Name, match.AfterId, right.Node(match.AfterId)?.Name, match.Score, match.Evidence, match.IsPresumed))],
            [.. result.Operations.Select((operation, i) => new OperationResponse(operation.Key, operation.Digest, operation.Kind, [.. operation.BeforeIds], [.. operation.AfterIds], operation.Attribute, operation.OldValue, operation.NewValue, sentences[i]))]);
    }
}
