using System.Text.Json;
using System.Text.Json.Serialization;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Diff;
using GpmTool.Persistence;
using GpmTool.Reports;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace GpmTool.Api.Features.Reviews;

/// <summary>A difference as a review keeps it.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Digest">What exactly it says.</param>
/// <param name="Kind">The kind of change.</param>
/// <param name="BeforeIds">The elements of the Ist or the version before.</param>
/// <param name="AfterIds">The elements of the Soll.</param>
/// <param name="German">As a German sentence.</param>
/// <param name="English">As an English sentence.</param>
/// <param name="Seen">Whether all may see it, or only those who may see unreleased times and staffing, or only the others.</param>
internal sealed record KeptDifference(string Key, string Digest, OperationKind Kind, IReadOnlyList<string> BeforeIds, IReadOnlyList<string> AfterIds, string German, string English, SeenBy Seen)
{
    /// <summary>The sentence in the language of the request.</summary>
    public string Sentence => new Text(German, English).ToString();
}

/// <summary>Who sees a difference.</summary>
internal enum SeenBy
{
    /// <summary>All.</summary>
    All,

    /// <summary>Who may see unreleased times and staffing of that Ist.</summary>
    Whole,

    /// <summary>Who may not.</summary>
    Bare,
}

/// <summary>Makes the comparisons of a round, and reads those that are kept.</summary>
internal sealed class RoundComparisons(GpmDbContext context, Comparer comparer, IOptions<JsonOptions> json)
{
    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>
    /// Compares a version of the Soll with every Ist and with the version of the round before, and keeps the results; stored with the
    /// caller's next save.
    /// </summary>
    public async Task<ProblemResult?> KeepAsync(Guid review, int round, ComparedSide soll, Guid processId, ComparedSide? previous, CancellationToken cancellation)
    {
        foreach (var (ist, authorityId, authority) in await IstSides.OfAsync(context, processId, cancellation))
            if (await KeepAsync(review, round, authority, authorityId, ist, soll, cancellation) is { } problem) return problem;
        return previous is null ? null : await KeepAsync(review, round, ReviewComparison.Previous, null, previous, soll, cancellation);
    }

    private async Task<ProblemResult?> KeepAsync(Guid review, int round, string name, Guid? authority, ComparedSide before, ComparedSide after, CancellationToken cancellation)
    {
        var (whole, problem) = await CompareAsync(before.Whole(), after, cancellation);
        if (problem is not null) return problem;
        Compared? bare = null;
        if (before.IsBare) (bare, problem) = await CompareAsync(before, after, cancellation);
        if (problem is not null) return problem;
        context.ReviewComparisons.Add(new ReviewComparison
        {
            ReviewId = review,
            Round = round,
            Name = name,
            AuthorityId = authority,
            Similarity = whole!.Result.Similarity,
            Differences = Pack(Kept(whole, bare)),
            Whole = Pack(ComparisonResponse.Of(whole, ReportLanguage.German)),
            Bare = bare is null ? null : Pack(ComparisonResponse.Of(bare, ReportLanguage.German)),
        });
        return null;
    }

    private async Task<(Compared? Compared, ProblemResult? Problem)> CompareAsync(ComparedSide before, ComparedSide after, CancellationToken cancellation)
    {
        var (question, problem) = await comparer.AskAsync(before, after, cancellation);
        return problem is not null ? (null, problem) : await comparer.AnswerAsync(question!, cancellation);
    }

    private static List<KeptDifference> Kept(Compared whole, Compared? bare)
    {
        var forAll = bare?.Result.Operations.Select(operation => (operation.Key, operation.Digest)).ToHashSet();
        var kept = Sentences(whole, operation => forAll?.Contains((operation.Key, operation.Digest)) == false ? SeenBy.Whole : SeenBy.All).ToList();
        if (bare is null) return kept;
        var known = whole.Result.Operations.Select(operation => (operation.Key, operation.Digest)).ToHashSet();
        kept.AddRange(Sentences(bare, _ => SeenBy.Bare).Where(difference => !known.Contains((difference.Key, difference.Digest))));
        return kept;
    }

    private static IEnumerable<KeptDifference> Sentences(Compared compared, Func<Operation, SeenBy> seen)
    {
        var (german, english) = (compared.Report(ReportLanguage.German).Sentences, compared.Report(ReportLanguage.English).Sentences);
        return compared.Result.Operations.Select((operation, i) => new KeptDifference(operation.Key, operation.Digest, operation.Kind, [.. operation.BeforeIds], [.. operation.AfterIds], german[i], english[i], seen(operation)));
    }

    /// <summary>Unpacks the differences of a comparison.</summary>
    public static IReadOnlyList<KeptDifference> Read(byte[] packed) => JsonSerializer.Deserialize<List<KeptDifference>>(StoredDocuments.Unpack(packed, ContentEncoding.Brotli), Stored)!;

    /// <summary>A kept comparison as JSON.</summary>
    public static byte[] Document(byte[] packed) => StoredDocuments.Unpack(packed, ContentEncoding.Brotli);

    private static byte[] Pack(List<KeptDifference> differences) => StoredDocuments.Pack(JsonSerializer.SerializeToUtf8Bytes(differences, Stored));

    private byte[] Pack(ComparisonResponse comparison) => StoredDocuments.Pack(JsonSerializer.SerializeToUtf8Bytes(comparison, json.Value.SerializerOptions));
}
