using GpmTool.Api.Features.Terms;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>What comparing needs.</summary>
internal static class ComparisonSetup
{
    /// <summary>Registers it.</summary>
    public static void AddComparisons(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ComparisonSettings.From(builder.Configuration));
        builder.Services.AddSingleton<ComparisonCache>();
        builder.Services.AddSingleton<FieldThesauruses>();
        builder.Services.AddScoped<Comparer>();
        builder.Services.AddScoped<Representations>();
    }
}
