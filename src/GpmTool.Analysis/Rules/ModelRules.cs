using GpmTool.Model;

namespace GpmTool.Analysis;

/// <summary>The rules of method for models. A rule is a pure function from a graph to findings.</summary>
public static class ModelRules
{
    private static readonly Func<ProcessGraph, IEnumerable<Finding>>[] Rules = [PersonNameRule.Find];

    /// <summary>What the rules find, in the order of rules and elements. Time: linear in the length of all texts.</summary>
    public static IReadOnlyList<Finding> Check(ProcessGraph graph) => [.. Rules.SelectMany(rule => rule(graph))];
}
