using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Why elements are held to be the same.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(CamelCaseEnumConverter<Evidence>))]
public enum Evidence
{
    /// <summary>Both graphs are the same but for ids.</summary>
    Isomorphism,

    /// <summary>The id, in models of one origin.</summary>
    Id,

    /// <summary>The label.</summary>
    Label,

    /// <summary>The neighbours.</summary>
    Neighbourhood,

    /// <summary>A person said so.</summary>
    Pinned,

    /// <summary>The kind of element.</summary>
    Type,

    /// <summary>The role.</summary>
    Role,

    /// <summary>Documents used.</summary>
    Documents,

    /// <summary>How far from the start both stand.</summary>
    Position,
}

/// <summary>One reason for a correspondence.</summary>
/// <param name="Evidence">What speaks.</param>
/// <param name="Value">How much it speaks for the correspondence, 0 to 1.</param>
public sealed record EvidenceValue(Evidence Evidence, double Value);

/// <summary>
/// Elements that stand for the same thing: mostly one in each graph, sometimes one step there for several here. The first of each
/// side belong together most.
/// </summary>
public sealed record Correspondence
{
    /// <summary>Makes a correspondence of one element each.</summary>
    public Correspondence(string beforeId, string afterId, double score, Evidence evidence)
    {
        BeforeIds = [beforeId];
        AfterIds = [afterId];
        Score = score;
        Evidence = evidence;
    }

    /// <summary>The elements of the first graph; never empty.</summary>
    public ValueList<string> BeforeIds { get; init; }

    /// <summary>The elements of the second graph; never empty.</summary>
    public ValueList<string> AfterIds { get; init; }

    /// <summary>The element of the first graph that leads.</summary>
    public string BeforeId => BeforeIds[0];

    /// <summary>The element of the second graph that leads.</summary>
    public string AfterId => AfterIds[0];

    /// <summary>How sure, 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>What decided.</summary>
    public Evidence Evidence { get; init; }

    /// <summary>Whether the pair only probably does the same job: a person should confirm it.</summary>
    public bool IsPresumed { get; init; }

    /// <summary>All that was weighed.</summary>
    public ValueList<EvidenceValue> Reasons { get; init; }
}
