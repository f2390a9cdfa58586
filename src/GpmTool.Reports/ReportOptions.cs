namespace GpmTool.Reports;

/// <summary>The language a report is written in. Labels stay as the models have them.</summary>
public enum ReportLanguage
{
    /// <summary>German.</summary>
    German,

    /// <summary>English.</summary>
    English,
}

/// <summary>How a report is made.</summary>
public sealed record ReportOptions
{
    /// <summary>The language.</summary>
    public ReportLanguage Language { get; init; } = ReportLanguage.German;

    /// <summary>What the first model is called; null: its name.</summary>
    public string? BeforeTitle { get; init; }

    /// <summary>What the second model is called; null: its name.</summary>
    public string? AfterTitle { get; init; }

    /// <summary>Whether <see cref="HtmlReport"/> shows both pictures.</summary>
    public bool Pictures { get; init; } = true;
}
