using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>How serious a finding is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Should be looked at.</summary>
    Warning,

    /// <summary>Blocks publication and delivery; never import.</summary>
    Error,
}

/// <summary>What became of a part of a document that was read.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>It is there, and is written back as it was.</summary>
    Kept,

    /// <summary>It is there, but not all of it could be understood or written as it was.</summary>
    Degraded,

    /// <summary>It is gone.</summary>
    Dropped,
}

/// <summary>A text in both languages of the tool.</summary>
/// <param name="German">The German text.</param>
/// <param name="English">The English text.</param>
public readonly record struct LocalText(string German, string English)
{
    /// <summary>The text in that language ("en…" is English, all else German).</summary>
    public string In(string? language) =>
        language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : German;
}

/// <summary>Something a check found: where, what, and what to do about it.</summary>
public sealed record Finding
{
    /// <summary>How serious it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>A stable name, such as "graph.flow-dangling".</summary>
    public required string Code { get; init; }

    /// <summary>What was found.</summary>
    public required LocalText Message { get; init; }

    /// <summary>What to do about it.</summary>
    public required LocalText Remedy { get; init; }

    /// <summary>The element it concerns.</summary>
    public string? ElementId { get; init; }

    /// <summary>The name of the element.</summary>
    public string? ElementName { get; init; }

    /// <summary>Where it is, such as a path in the document or the container's name.</summary>
    public string? Place { get; init; }

    /// <summary>The line of the file, from 1, where a file was read.</summary>
    public int? Line { get; init; }

    /// <summary>What became of it, where a document was read.</summary>
    public Outcome? Outcome { get; init; }
}
