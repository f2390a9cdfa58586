using System.Text.Json.Serialization;

namespace GpmTool.Api.Infrastructure.Problems;

/// <summary>What every failure looks like: RFC 9457 with a stable code and a remedy.</summary>
internal sealed record ApiProblem
{
    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>A URN made of the code.</summary>
    public string Type => $"urn:gpmtool:problem:{Code}";

    /// <summary>What went wrong, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What exactly went wrong, and where.</summary>
    public required string Detail { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>A stable name of this kind of failure. Programs decide by it, never by the text.</summary>
    public required string Code { get; init; }

    /// <summary>The path of the request.</summary>
    public string? Instance { get; init; }

    /// <summary>Finds the request in logs and traces.</summary>
    public string? TraceId { get; init; }

    /// <summary>For rejected input: the messages by field name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>For a refused document: what checks found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FindingResponse>? Findings { get; init; }

    /// <summary>For changes that cannot be taken over: which.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StaleOperation>? Operations { get; init; }
}

/// <summary>An operation of a comparison that cannot be taken over.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Digest">What the request says it says.</param>
/// <param name="PresentDigest">What it says now; null where there is none any more.</param>
internal sealed record StaleOperation(string Key, string Digest, string? PresentDigest);
