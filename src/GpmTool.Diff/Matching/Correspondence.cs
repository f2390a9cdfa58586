using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Why two elements are held to be the same.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(CamelCaseEnumConverter<Evidence>))]
public enum Evidence
{
    /// <summary>Both graphs are the same but for ids.</summary>
    Isomorphism,

    /// <summary>The id.</summary>
    Id,

    /// <summary>The label.</summary>
    Label,

    /// <summary>The neighbours.</summary>
    Neighbourhood,
}

/// <summary>Two elements that stand for the same thing.</summary>
/// <param name="BeforeId">The element of the first graph.</param>
/// <param name="AfterId">The element of the second graph.</param>
/// <param name="Score">How sure, 0 to 1.</param>
/// <param name="Evidence">Why.</param>
public sealed record Correspondence(string BeforeId, string AfterId, double Score, Evidence Evidence);
