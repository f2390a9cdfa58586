using GpmTool.Api.Infrastructure.Problems;
using Microsoft.Net.Http.Headers;

namespace GpmTool.Api.Infrastructure.Http;

/// <summary>Strong entity tags made of the row's version: <c>"7"</c>.</summary>
internal static class ETags
{
    /// <summary>The tag of a version.</summary>
    public static EntityTagHeaderValue Of(int version) => new(FormattableString.Invariant($"\"{version}\""));

    /// <summary>
    /// Compares the header If-Match with the present version: null when they agree, 428 when it is missing, 412 when outdated.
    /// </summary>
    public static ProblemResult? Check(string? ifMatch, int version)
    {
        if (string.IsNullOrWhiteSpace(ifMatch)) return Failure.IfMatchMissing();
        if (!EntityTagHeaderValue.TryParseList([ifMatch], out var tags))
        {
            return Failure.BadRequest("if-match-malformed",
                new($"If-Match „{ifMatch}“ ist kein ETag.", $"If-Match \"{ifMatch}\" is not an ETag."),
                new("Senden Sie den ETag der letzten Antwort unverändert, samt Anführungszeichen.", "Send the ETag of the last answer unchanged, with its quotes."));
        }

        var present = Of(version);
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(present, useStrongComparison: true)) ? null : Failure.Outdated();
    }

    /// <summary>200 with the value and its tag, or 304 when the client has it already.</summary>
    public static TaggedOk<T> Ok<T>(T value, int version) => new(value, version);

    /// <summary>201 with the value, its address and its tag.</summary>
    public static TaggedCreated<T> Created<T>(string location, T value, int version) => new(location, value, version);
}
