using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Reviews;

/// <summary>Reading reviews.</summary>
internal static class ReadReviews
{
    private static readonly Sorting<Review> Sorting = new(SortField<Review>.Id("id", row => row.Id), SortField<Review>.Time("openedAt", row => row.OpenedAt), SortField<Review>.Time("deadline", row => row.Deadline));

    /// <summary>Lists reviews, the newest first; <c>process</c>, <c>policyField</c> and <c>state</c> keep some of them.</summary>
    public static async Task<Results<Ok<Page<ReviewListItem>>, ProblemResult>> ListAsync([AsParameters] PageQuery query, GpmDbContext context, CancellationToken cancellation, [FromQuery] string? process = null, [FromQuery] string? policyField = null, [FromQuery] Word<ReviewState>? state = null)
    {
        var rows = context.Reviews.AsNoTracking();
        if (process is not null) rows = rows.Where(row => row.ProcessKey == process);
        if (policyField is not null) rows = rows.Where(row => context.PolicyFields.Any(field => field.Id == row.PolicyFieldId && field.Key == policyField));
        if (state is { Value: var wanted }) rows = rows.Where(row => row.State == wanted);
        var (page, problem) = await Sorting.ReadAsync(rows, query with { Sort = query.Sort ?? "-openedAt" }, row => row, cancellation);
        if (problem is not null) return problem;
        var ids = page!.Items.Select(row => row.Id).ToList();
        var versions = (await context.ReviewRounds.AsNoTracking().Where(round => ids.Contains(round.ReviewId)).Select(round => new { round.ReviewId, round.Number, round.VersionNumber }).ToListAsync(cancellation)).ToDictionary(round => (round.ReviewId, round.Number), round => round.VersionNumber);
        return TypedResults.Ok(new Page<ReviewListItem>([.. page.Items.Select(row => new ReviewListItem(row.Id, row.ProcessKey, row.ProcessName, row.ModelId, row.State, row.Round, versions[(row.Id, row.Round)], row.Deadline, row.OpenedAt, row.ConcludedAt))], page.NextCursor));
    }

    /// <summary>Reads a review: its rounds, what the authorities say, and whether that is enough.</summary>
    public static async Task<Results<TaggedOk<ReviewResponse>, ProblemResult>> GetAsync(Guid id, GpmDbContext context, ComparisonCache cache, ShownReviews shown, CancellationToken cancellation) =>
        await ReviewFile.LoadAsync(context, cache, id, cancellation) is { } file ? ETags.Ok(await shown.ShowAsync(file, cancellation), file.Row.Version) : ReviewProblems.NotFound(id);

    /// <summary>Lists the positions that were taken, in order of time.</summary>
    public static async Task<Results<Ok<IReadOnlyList<PositionResponse>>, ProblemResult>> PositionsAsync(Guid id, GpmDbContext context, ComparisonCache cache, ShownReviews shown, CancellationToken cancellation) =>
        await ReviewFile.LoadAsync(context, cache, id, cancellation) is { } file ? TypedResults.Ok(await shown.PositionsAsync(file, cancellation)) : ReviewProblems.NotFound(id);

    /// <summary>
    /// Lists the differences of a round (the present one unless told otherwise). <c>authority</c>: as that authority is asked about them, with
    /// its positions; <c>open</c>: only those it has yet to take a position on; <c>onlyNew</c>: only what the round before did not have.
    /// </summary>
    public static async Task<Results<Ok<IReadOnlyList<ReviewDifferenceResponse>>, ProblemResult>> DifferencesAsync(
        Guid id, GpmDbContext context, ComparisonCache cache, ShownReviews shown, CancellationToken cancellation, [FromQuery] int? round = null, [FromQuery] string? authority = null, [FromQuery] bool open = false, [FromQuery] bool onlyNew = false)
    {
        if (await ReviewFile.LoadAsync(context, cache, id, cancellation) is not { } file) return ReviewProblems.NotFound(id);
        var number = round ?? file.Row.Round;
        if (number < 1 || number > file.Row.Round) return NoRound(number);
        var asked = authority is null ? null : file.Authorities.FirstOrDefault(one => one.Key == authority);
        if (authority is not null && asked is null) return ReviewProblems.NotAsked(authority);
        return TypedResults.Ok<IReadOnlyList<ReviewDifferenceResponse>>([.. shown.Differences(file, number, asked).Where(difference => (!open || difference.IsOpen) && (!onlyNew || difference.IsNew))]);
    }

    /// <summary>Reads a comparison as the round had it: of the Ist of an authority, or "previous" with the version of the round before.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemResult>> ComparisonAsync(Guid id, int round, string name, GpmDbContext context, CancellationToken cancellation)
    {
        if (await context.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } review) return ReviewProblems.NotFound(id);
        if (await context.ReviewComparisons.AsNoTracking().SingleOrDefaultAsync(row => row.ReviewId == id && row.Round == round && row.Name == name, cancellation) is not { } row) return Failure.NotFound(new("Vergleich", "Comparison"), $"{round}/{name}");
        var seesWhole = ReviewFile.SeesWhole(context, review, row.AuthorityId);
        return TypedResults.Bytes(RoundComparisons.Document(seesWhole || row.Bare is null ? row.Whole : row.Bare), "application/json; charset=utf-8");
    }

    /// <summary>Reads the Soll of a round, in the forms of versions.</summary>
    public static async Task<Results<DocumentResult, ProblemResult>> DocumentAsync(Guid id, int round, HttpRequest request, GpmDbContext context, CancellationToken cancellation, [FromQuery] string? form = null)
    {
        if (!await context.Reviews.AnyAsync(row => row.Id == id, cancellation)) return ReviewProblems.NotFound(id);
        if (await context.ReviewRounds.AsNoTracking().SingleOrDefaultAsync(row => row.ReviewId == id && row.Number == round, cancellation) is not { } row) return NoRound(round);
        return VersionOperations.Show(await StoredDocuments.LoadWholeAsync(context, row.ContentHash, cancellation), row.VersionNumber, request, form, cancellation);
    }

    private static ProblemResult NoRound(int number) => Failure.NotFound(new("Runde", "Round"), $"{number}");
}
