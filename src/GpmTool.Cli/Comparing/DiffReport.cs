using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Reports;

namespace GpmTool.Cli.Comparing;

/// <summary>What comparing two files gave.</summary>
/// <param name="Before">The first file.</param>
/// <param name="After">The second file.</param>
/// <param name="AlgorithmVersion">The version of the algorithm.</param>
/// <param name="Similarity">How alike they are, 0 to 1.</param>
/// <param name="KeyFigures">The key figures of both.</param>
/// <param name="Matches">Which elements stand for the same thing.</param>
/// <param name="Operations">What changes.</param>
internal sealed record DiffReport(string Before, string After, int AlgorithmVersion, double Similarity, FiguresPair KeyFigures, IReadOnlyList<MatchEntry> Matches, IReadOnlyList<OperationEntry> Operations)
{
    /// <summary>Shows a comparison.</summary>
    public static DiffReport Of(string before, string after, ProcessGraph left, ProcessGraph right, ComparisonResult result)
    {
        var (old, now) = (new GraphIndex(left), new GraphIndex(right));
        var sentences = ComparisonText.Sentences(left, right, result);
        return new DiffReport(
            before, after, result.AlgorithmVersion, result.Similarity, new FiguresPair(FiguresEntry.Of(left), FiguresEntry.Of(right)),
            [.. result.Correspondences.Select(match => new MatchEntry(match.BeforeId, old.Node(match.BeforeId)?.Name, match.AfterId, now.Node(match.AfterId)?.Name, match.Score, match.Evidence, match.IsPresumed))],
            [.. result.Operations.Select((operation, i) => new OperationEntry(operation.Key, operation.Digest, operation.Kind, [.. operation.BeforeIds], [.. operation.AfterIds], operation.Attribute, operation.OldValue, operation.NewValue, sentences[i]))]);
    }
}

/// <summary>The key figures of both models.</summary>
internal sealed record FiguresPair(FiguresEntry Before, FiguresEntry After);

/// <summary>The key figures of a model, a case each; null: not recorded.</summary>
internal sealed record FiguresEntry(int Steps, int Roles, int Handovers, int MediaBreaks, int Systems, int Documents, int Loops, int Decisions, double AutomationShare, string? ExpectedProcessingTime, string? ExpectedCycleTime, decimal? Cost)
{
    /// <summary>The figures of a graph.</summary>
    public static FiguresEntry Of(ProcessGraph graph)
    {
        var figures = Analysis.KeyFigures.Of(graph);
        return new FiguresEntry(
            figures.Steps, figures.Roles, figures.Handovers, figures.MediaBreaks, figures.Systems, figures.Documents, figures.Loops, figures.Decisions, Math.Round(figures.AutomationShare, 4),
            Iso(figures.ExpectedProcessingTime), Iso(figures.ExpectedCycleTime), figures.Cost);
    }

    private static string? Iso(TimeSpan? time) => time is { } length ? IsoDuration.From(length).ToString() : null;
}

/// <summary>Two elements that stand for the same thing.</summary>
internal sealed record MatchEntry(string BeforeId, string? BeforeName, string AfterId, string? AfterName, double Score, Evidence Evidence, bool IsPresumed);

/// <summary>One change.</summary>
internal sealed record OperationEntry(string Key, string Digest, OperationKind Kind, IReadOnlyList<string> BeforeIds, IReadOnlyList<string> AfterIds, string? Attribute, string? OldValue, string? NewValue, string Sentence);
