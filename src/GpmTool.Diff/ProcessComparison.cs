using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>What comparing two graphs gives.</summary>
/// <param name="Correspondences">Which nodes stand for the same thing, in the order of the first graph.</param>
/// <param name="Operations">What changes from the first to the second.</param>
/// <param name="Similarity">How alike the graphs are, 0 to 1: the share of nodes with a partner, weighted by how alike the labels are.</param>
/// <param name="AlgorithmVersion">The version of the algorithm.</param>
public sealed record ComparisonResult(IReadOnlyList<Correspondence> Correspondences, IReadOnlyList<Operation> Operations, double Similarity, int AlgorithmVersion);

/// <summary>Compares two process graphs whose ids need not have anything in common.</summary>
public static class ProcessComparison
{
    /// <summary>Version of matching and script; positions on operations are only comparable under the same version.</summary>
    public const int AlgorithmVersion = 1;

    /// <summary>Compares <paramref name="before"/> with <paramref name="after"/>. Layout does not count.</summary>
    public static ComparisonResult Compare(ProcessGraph before, ProcessGraph after, MatchWeights? weights = null)
    {
        var left = new GraphIndex(before);
        var right = new GraphIndex(after);
        var matches = new GraphMatcher(left, right, weights ?? new MatchWeights()).Match();
        var operations = new EditScript(left, right, matches).Operations();
        var labels = new LabelSimilarity(before.Nodes.Concat(after.Nodes).Select(node => node.Name));
        var alike = matches.Sum(match => 0.5 + 0.5 * labels.Of(left.Node(match.BeforeId)!.Name, right.Node(match.AfterId)!.Name));
        var total = before.Nodes.Count + after.Nodes.Count;
        return new ComparisonResult(matches, operations, total == 0 ? 1 : Math.Round(2 * alike / total, 4), AlgorithmVersion);
    }
}
