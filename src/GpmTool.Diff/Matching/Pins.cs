using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Two nodes about which a person decided.</summary>
/// <param name="BeforeId">The node of the first graph.</param>
/// <param name="AfterId">The node of the second graph.</param>
public sealed record Pin(string BeforeId, string AfterId);

/// <summary>What a person decided about correspondences. Pins that name a node neither graph has are no error: a node may be gone in a later version.</summary>
public sealed record Pins
{
    /// <summary>No decisions.</summary>
    public static Pins None { get; } = new();

    /// <summary>Pairs that stand for the same thing; a node may be in several (one step there, several here).</summary>
    public ValueList<Pin> Same { get; init; }

    /// <summary>Pairs that do not.</summary>
    public ValueList<Pin> Different { get; init; }

    /// <summary>The same decisions for the comparison the other way round.</summary>
    public Pins Mirrored() => new() { Same = Same.ConvertAll(Mirrored), Different = Different.ConvertAll(Mirrored) };

    private static Pin Mirrored(Pin pin) => new(pin.AfterId, pin.BeforeId);
}
