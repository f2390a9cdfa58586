using System.Text.Json.Serialization;

namespace GpmTool.Cli.Comparing;

/// <summary>A file of pins.</summary>
internal sealed record PinsFile
{
    /// <summary>Pairs that stand for the same thing.</summary>
    public IReadOnlyList<PinEntry>? Same { get; init; }

    /// <summary>Pairs that do not.</summary>
    public IReadOnlyList<PinEntry>? Different { get; init; }
}

/// <summary>A pair of nodes.</summary>
internal sealed record PinEntry(string BeforeId, string AfterId);

/// <summary>The JSON of files that say how to compare; a misspelt member is an error.</summary>
[JsonSerializable(typeof(PinsFile))]
[JsonSerializable(typeof(Dictionary<string, double>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
internal sealed partial class ComparisonJson : JsonSerializerContext;
