namespace GpmTool.Diff;

/// <summary>The parameters of the matching, one set for all.</summary>
public sealed record MatchWeights
{
    /// <summary>The label says most about what a step is.</summary>
    public double Label { get; init; } = 0.62;

    /// <summary>Offices disagree on task types, so the same kind says little.</summary>
    public double Kind { get; init; } = 0.14;

    /// <summary>Roles have other names in other offices.</summary>
    public double Role { get; init; } = 0.10;

    /// <summary>A shared id helps where labels agree a little: it is a trace of the same origin.</summary>
    public double Id { get; init; } = 0.14;

    /// <summary>How much neighbours decide for steps with labels.</summary>
    public double Neighbours { get; init; } = 0.35;

    /// <summary>How much neighbours decide for gateways and events, whose labels are often empty or generic.</summary>
    public double NeighboursOfUnnamed { get; init; } = 0.65;

    /// <summary>Similarity spreads this many flows far.</summary>
    public int Rounds { get; init; } = 4;

    /// <summary>Pairs below are no match.</summary>
    public double Threshold { get; init; } = 0.30;
}
