using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpmTool.Api.Features.LifeCycle;

/// <summary>Some of the authorities that are asked, and how many of them have to agree.</summary>
/// <param name="Authorities">The keys of the authorities.</param>
/// <param name="AtLeast">How many of them have to agree; null: all. Who is not concerned is left out of the count.</param>
/// <param name="Name">What they are called together.</param>
internal sealed record QuorumPart(IReadOnlyList<string> Authorities, int? AtLeast = null, string? Name = null);

/// <summary>What a policy field demands before a Soll is approved.</summary>
/// <param name="Parts">The parts; each has to hold.</param>
/// <param name="SilenceCounts">Whether an authority that says nothing until the deadline counts as agreeing.</param>
/// <param name="ObjectionsBlock">Whether an objection that still stands keeps the Soll from being approved, however many agree.</param>
internal sealed record QuorumRule(IReadOnlyList<QuorumPart> Parts, bool SilenceCounts = false, bool ObjectionsBlock = true)
{
    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The keys of all authorities, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Authorities => [.. Parts.SelectMany(part => part.Authorities).Distinct(StringComparer.Ordinal)];

    /// <summary>As it is stored.</summary>
    public string Write() => JsonSerializer.Serialize(this, Stored);

    /// <summary>Reads what is stored.</summary>
    public static QuorumRule Read(string json) => JsonSerializer.Deserialize<QuorumRule>(json, Stored)!;
}
