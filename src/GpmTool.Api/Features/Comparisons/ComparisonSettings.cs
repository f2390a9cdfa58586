namespace GpmTool.Api.Features.Comparisons;

/// <summary>The limits of comparisons; each can be set as <c>Comparisons:…</c>.</summary>
internal sealed record ComparisonSettings
{
    /// <summary>Most megabytes of results that are remembered.</summary>
    public int CacheMegabytes { get; init; } = 64;

    /// <summary>Most pairs of nodes that are looked at: the nodes of one model times those of the other.</summary>
    public long MaxNodePairs { get; init; } = 6_250_000;

    /// <summary>Reads the settings.</summary>
    public static ComparisonSettings From(IConfiguration configuration) => configuration.GetSection("Comparisons").Get<ComparisonSettings>() ?? new ComparisonSettings();
}
