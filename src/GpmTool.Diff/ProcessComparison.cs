using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>How to compare.</summary>
public sealed record ComparisonOptions
{
    /// <summary>The parameters of the matching.</summary>
    public MatchWeights Weights { get; init; } = new();

    /// <summary>What a person decided about correspondences.</summary>
    public Pins Pins { get; init; } = Pins.None;

    /// <summary>Which words mean the same.</summary>
    public Thesaurus Thesaurus { get; init; } = Thesaurus.Default;

    /// <summary>Kinds of operations to leave out. By default layout; a script without some kinds no longer makes the second graph of the first.</summary>
    public ValueList<OperationKind> Ignored { get; init; } = [OperationKind.LayoutChanged];
}

/// <summary>What comparing two graphs gives.</summary>
/// <param name="Correspondences">Which nodes stand for the same thing, in the order of the first graph.</param>
/// <param name="Operations">What changes from the first to the second.</param>
/// <param name="Similarity">How alike the graphs are, 0 to 1: the share of nodes with a partner, weighted by how alike the labels are.</param>
/// <param name="AlgorithmVersion">The version of the algorithm.</param>
/// <param name="Script">The operations with what they need of each other and how to apply them.</param>
public sealed record ComparisonResult(IReadOnlyList<Correspondence> Correspondences, IReadOnlyList<Operation> Operations, double Similarity, int AlgorithmVersion, EditScript Script);

/// <summary>Compares two process graphs whose ids need not have anything in common.</summary>
public static class ProcessComparison
{
    /// <summary>Version of matching and script; positions on operations are only comparable under the same version.</summary>
    public const int AlgorithmVersion = 3;

    private static readonly ComparisonOptions Defaults = new();

    /// <summary>Compares <paramref name="before"/> with <paramref name="after"/>.</summary>
    public static ComparisonResult Compare(ProcessGraph before, ProcessGraph after, ComparisonOptions? options = null)
    {
        options ??= Defaults;
        return Result(before, after, Matching.Of(before, after, options), options);
    }

    /// <summary>The script for correspondences that are known already: the matching is skipped.</summary>
    public static ComparisonResult Compare(ProcessGraph before, ProcessGraph after, IReadOnlyList<Correspondence> correspondences, ComparisonOptions? options = null) =>
        Result(before, after, Matching.Given(before, after, correspondences, options ?? Defaults), options ?? Defaults);

    /// <summary>Only which nodes stand for the same thing.</summary>
    public static IReadOnlyList<Correspondence> Matches(ProcessGraph before, ProcessGraph after, ComparisonOptions? options = null) => Matching.Of(before, after, options ?? Defaults).Correspondences;

    private static ComparisonResult Result(ProcessGraph before, ProcessGraph after, Matching matching, ComparisonOptions options)
    {
        var script = EditScript.Of(before, after, matching, options);
        return new ComparisonResult(matching.Correspondences, script.Operations, Similarity(before, after, matching.Correspondences), AlgorithmVersion, script);
    }

    private static double Similarity(ProcessGraph before, ProcessGraph after, IReadOnlyList<Correspondence> correspondences)
    {
        var total = before.Nodes.Count + after.Nodes.Count;
        if (total == 0) return 1;
        var alike = 0.0;
        foreach (var match in correspondences)
        {
            var label = 1.0;
            foreach (var reason in match.Reasons.AsSpan())
                if (reason.Evidence == Evidence.Label) label = reason.Value;
            alike += 0.5 + 0.5 * label;
        }

        return Math.Round(2 * alike / total, 4);
    }
}
