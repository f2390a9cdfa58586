namespace GpmTool.Api.Features.Imports;

/// <summary>The limits of imports; each can be set as <c>Imports:…</c>.</summary>
internal sealed record ImportSettings
{
    /// <summary>Most bytes of an upload.</summary>
    public long MaxUploadBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Most files of a package.</summary>
    public int MaxFiles { get; init; } = 100_000;

    /// <summary>Most bytes of all files together.</summary>
    public long MaxTotalBytes { get; init; } = 8L * 1024 * 1024 * 1024;

    /// <summary>Most folders above a file.</summary>
    public int MaxDepth { get; init; } = 16;

    /// <summary>How many times larger than its compressed form a file may be; a definition with many like steps comes to about 40.</summary>
    public int MaxRatio { get; init; } = 250;

    /// <summary>Documents written in one transaction.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>How long a job that is not worked on belongs to its last worker.</summary>
    public int LeaseSeconds { get; init; } = 30;

    /// <summary>How often is looked for jobs that nobody works on.</summary>
    public int SweepSeconds { get; init; } = 5;

    /// <summary>Reads the settings.</summary>
    public static ImportSettings From(IConfiguration configuration) => configuration.GetSection("Imports").Get<ImportSettings>() ?? new ImportSettings();
}
