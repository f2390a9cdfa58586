namespace GpmTool.Diff;

/// <summary>The parameters of the matching, one set for all. docs/comparing.md says how to see what a change does.</summary>
public sealed record MatchWeights
{
    /// <summary>Offices disagree on task types, so the same kind says little; label, kind and role add up to 1 and the label has what these leave.</summary>
    public double Kind { get; init; } = 0.14;

    /// <summary>Roles have other names in other offices.</summary>
    public double Role { get; init; } = 0.10;

    /// <summary>What is left of the weights of kind and role in models drawn independently.</summary>
    public double RestOfStrangers { get; init; } = 0.5;

    /// <summary>How like the same kind another kind of the same group is (user task, service task).</summary>
    public double OtherKind { get; init; } = 0.4;

    /// <summary>How alike two elements without a label are.</summary>
    public double BothUnlabelled { get; init; } = 0.5;

    /// <summary>How alike two elements without a label are that are of different kinds, such as a split and a parallel split.</summary>
    public double BothUnlabelledOtherKind { get; init; }

    /// <summary>How alike an element with a label and one of the same kind without are.</summary>
    public double OneUnlabelled { get; init; } = 0.4;

    /// <summary>Common documents raise a similarity by so much of what is missing to 1.</summary>
    public double Documents { get; init; } = 0.25;

    /// <summary>A shared id raises a similarity by so much of what is missing to 1, times the trust in ids (see <see cref="GraphMatcher"/>).</summary>
    public double Id { get; init; } = 0.8;

    /// <summary>How much neighbours decide for steps with labels, in models that are versions of each other.</summary>
    public double Neighbours { get; init; } = 0.35;

    /// <summary>How much neighbours decide for gateways and events, whose labels are often empty or generic.</summary>
    public double NeighboursOfUnnamed { get; init; } = 0.65;

    /// <summary>The share of the two above that is left in models drawn independently.</summary>
    public double NeighboursOfStrangers { get; init; }

    /// <summary>Labels less alike than this have little in common: such a pair stands on its place alone.</summary>
    public double Weak { get; init; } = 0.55;

    /// <summary>From this kinship a step with another name in the same place is that step renamed.</summary>
    public double SamePlaceFrom { get; init; } = 0.4;

    /// <summary>Similarity spreads this many flows far.</summary>
    public int Rounds { get; init; } = 4;

    /// <summary>Pairs below are no match, in models that are versions of each other.</summary>
    public double Threshold { get; init; } = 0.30;

    /// <summary>Pairs below are no match, in models that have nothing in common but the subject.</summary>
    public double ThresholdOfStrangers { get; init; } = 0.82;

    /// <summary>From this score two nodes of models drawn independently are presumed to be the same where words alone do not tell.</summary>
    public double PresumedFrom { get; init; } = 0.28;

    /// <summary>Labels less alike than this presume nothing.</summary>
    public double PresumedLabel { get; init; } = 0.3;

    /// <summary>How much neighbours decide what is presumed.</summary>
    public double NeighboursOfPresumed { get; init; } = 0.35;

    /// <summary>What standing at different ends of the process takes off a presumption.</summary>
    public double PlaceOfPresumed { get; init; } = 0.15;

    /// <summary>How much the same reference activity and the same law add to a presumption.</summary>
    public double AttributesOfPresumed { get; init; } = 0.12;

    /// <summary>From this agreement of labels (share of labelled elements with a partner) models count as versions of each other.</summary>
    public double VersionsFrom { get; init; } = 0.6;

    /// <summary>Up to this agreement of labels models count as drawn independently of each other.</summary>
    public double StrangersTo { get; init; } = 0.2;

    /// <summary>Words that mean the same by the thesaurus.</summary>
    public double Synonym { get; init; } = 0.9;

    /// <summary>Words that differ by a typing error.</summary>
    public double TypingError { get; init; } = 0.9;

    /// <summary>A word and a compound that begins or ends with it.</summary>
    public double Compound { get; init; } = 0.75;

    /// <summary>A word and its abbreviation.</summary>
    public double Abbreviation { get; init; } = 0.8;

    /// <summary>What a word that says little (carry out, make, durchführen) weighs of what others do.</summary>
    public double LightWord { get; init; } = 0.1;

    /// <summary>How like the same kind an event and an activity with the same words are (Auftrag eingegangen, Auftrag empfangen), in models drawn independently.</summary>
    public double EventAsActivity { get; init; } = 0.5;

    /// <summary>What is left of a similarity where one label holds the opposite of a word of the other.</summary>
    public double Opposite { get; init; } = 0.4;

    /// <summary>From this label similarity a step without a partner joins the partner of its neighbour (one step there, several here).</summary>
    public double Group { get; init; } = 0.9;
}
