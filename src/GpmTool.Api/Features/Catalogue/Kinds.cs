using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Features.Catalogue;

/// <summary>What the things of the catalogue are called in messages.</summary>
internal static class Kinds
{
    /// <summary>A policy field.</summary>
    public static Text PolicyField => new("Politikfeld", "Policy field");

    /// <summary>A process group.</summary>
    public static Text ProcessGroup => new("Prozessgruppe", "Process group");

    /// <summary>An authority.</summary>
    public static Text Authority => new("Behörde", "Authority");

    /// <summary>A process.</summary>
    public static Text Process => new("Prozess", "Process");

    /// <summary>A model.</summary>
    public static Text Model => new("Modell", "Model");
}
