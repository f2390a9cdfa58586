using System.Globalization;
using System.Text;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.Notifications;
using GpmTool.Api.Features.Reviews.Agreement;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Persistence;
using GpmTool.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace GpmTool.Api.Features.Reviews;

/// <summary>The minutes of a review.</summary>
internal static class MinutesOperation
{
    private const string Json = "application/json";
    private const string Markdown = "text/markdown";
    private const string Html = "text/html";

    /// <summary>A Word file.</summary>
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The media types, the first where none is asked for.</summary>
    public static readonly string[] All = [Json, Markdown, Html, Word];

    private static readonly Dictionary<string, string> Forms = new() { ["json"] = Json, ["markdown"] = Markdown, ["html"] = Html, ["docx"] = Word };

    /// <summary>
    /// The minutes: who said what when, what still stands open. As JSON, or by <c>Accept</c> or <c>form</c> (json, markdown, html, docx) for people;
    /// <c>lang</c> is de or en.
    /// </summary>
    public static async Task<Results<FileContentHttpResult, ProblemResult>> HandleAsync(
        Guid id, HttpRequest request, GpmDbContext context, ComparisonCache cache, ShownReviews shown, TimeProvider time, CancellationToken cancellation, [FromQuery] string? form = null, [FromQuery] string? lang = null)
    {
        if (lang is not (null or "de" or "en")) return Failure.Field("lang", new($"„{lang}“ gibt es nicht; möglich sind de und en.", $"There is no \"{lang}\"; possible are de and en."));
        var accepted = request.GetTypedHeaders().Accept;
        var type = form is not null ? Forms.GetValueOrDefault(form)
            : accepted.Count == 0 ? All[0]
            : accepted.OrderByDescending(one => one.Quality ?? 1).Select(one => All.FirstOrDefault(known => new MediaTypeHeaderValue(known).IsSubsetOf(new MediaTypeHeaderValue(one.MediaType)))).FirstOrDefault(known => known is not null);
        if (type is null)
            return new ProblemResult(StatusCodes.Status406NotAcceptable, "not-acceptable",
                new("Format nicht lieferbar", "Format not available"), new("Das verlangte Format gibt es hier nicht.", "The format asked for does not exist here."),
                new($"Verlangen Sie eines von {string.Join(", ", All)}.", $"Ask for one of {string.Join(", ", All)}."));
        if (await ReviewFile.LoadAsync(context, cache, id, cancellation) is not { } file) return ReviewProblems.NotFound(id);
        var language = Representations.LanguageOf(lang);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == ReportLanguage.English ? "en" : "de"); // sentences of differences follow the language of the minutes
        try
        {
            var minutes = await MakeAsync(file, context, shown, time, cancellation);
            return File(Write(minutes, type, new MinutesOptions(language, NoticeTexts.Berlin)), type, file.Row);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static FileContentHttpResult File(byte[] bytes, string type, Review review)
    {
        var extension = type switch { Markdown => "md", Html => "html", Word => "docx", _ => "json" };
        return TypedResults.File(bytes, type == Word ? type : $"{type}; charset=utf-8", type == Word ? $"mitzeichnung-{review.ProcessKey}.{extension}" : null);
    }

    private static byte[] Write(ReviewMinutes minutes, string type, MinutesOptions options)
    {
        using var bytes = new MemoryStream();
        if (type == Html) HtmlMinutes.Write(minutes, options, bytes);
        else if (type == Word) DocxMinutes.Write(minutes, options, bytes);
        else if (type == Json) JsonMinutes.Write(minutes, bytes);
        else
            using (var text = new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" }) MarkdownMinutes.Write(minutes, options, text);
        return bytes.ToArray();
    }

    private static async Task<ReviewMinutes> MakeAsync(ReviewFile file, GpmDbContext context, ShownReviews shown, TimeProvider time, CancellationToken cancellation)
    {
        var (row, now) = (file.Row, time.GetUtcNow().UtcDateTime);
        var review = await shown.ShowAsync(file, cancellation);
        var positions = (await shown.PositionsAsync(file, cancellation)).ToLookup(position => position.Authority);
        var threads = await shown.ThreadsAsync(file, cancellation);
        var quorum = file.QuorumAt(row.ConcludedAt ?? now);
        var versionId = file.Rounds[^1].ModelVersionId;
        var validity = await context.SollLifeCycles.AsNoTracking().SingleOrDefaultAsync(one => one.ModelVersionId == versionId, cancellation);
        return new ReviewMinutes
        {
            PolicyField = row.PolicyFieldName,
            Process = row.ProcessName,
            ProcessKey = row.ProcessKey,
            Version = file.Rounds[^1].VersionNumber,
            MadeAt = now,
            Rounds = [.. file.Rounds.Select((round, i) => new MinutesRound(round.Number, Act(review.Rounds[i].Opened), round.Number == row.Round ? row.Deadline : round.Deadline, Changes(file, round)))],
            Authorities = [.. file.Authorities.Select(authority => new MinutesAuthority(authority.Name, Enum.Parse<MinutesAuthorityKind>(authority.Kind.ToString()), Positions(file, authority, positions[authority.Key])))],
            Threads = [.. threads.Select(thread => new MinutesThread(
                Enum.Parse<MinutesSubjectKind>(thread.Shown.Subject.ToString()), thread.Shown.Sentence ?? thread.Shown.ElementName ?? thread.Shown.ElementId,
                [.. thread.Shown.Comments.Select(comment => new MinutesComment(Act(comment.Written), comment.Text))], thread.Shown.Resolved is { } resolved ? Act(resolved) : null))],
            Quorum = new MinutesQuorum(QuorumTexts.Rule(file.Rule).ToString(), quorum.Holds, quorum.Agreed.Count, quorum.Objecting.Count, quorum.NotConcerned.Count, quorum.Silent.Count, QuorumTexts.Why(quorum).ToString()),
            Outcome = new MinutesOutcome(Enum.Parse<MinutesState>(row.State.ToString()), review.Concluded is { } concluded ? Act(concluded) : null, row.Remark),
            Validity = new MinutesValidity(validity?.ValidFrom, validity?.ValidUntil, validity?.ResubmissionOn),
        };
    }

    private static List<MinutesPosition> Positions(ReviewFile file, ReviewAuthority authority, IEnumerable<PositionResponse> positions)
    {
        var standing = file.StandingOf(authority);
        var lastWhole = file.Positions.LastOrDefault(position => position.AuthorityId == authority.AuthorityId && position.Comparison is null)?.Number ?? 0;
        var last = file.Positions.Where(position => position.AuthorityId == authority.AuthorityId && position.Comparison is not null).GroupBy(position => (position.Comparison, position.Key, position.Digest)).Select(group => group.Last().Number).ToHashSet();
        var open = standing.Objections.ToHashSet();
        return [.. positions.Select(position =>
        {
            var stored = file.Positions.Single(one => one.Number == position.Number);
            var isOpen = position.Stance == Stance.Objection && (stored.Comparison is null
                ? standing.IsWholeObjection && position.Number == lastWhole
                : last.Contains(position.Number) && open.Contains(new DifferenceId(stored.Comparison, stored.Key!, stored.Digest!)));
            // What the reader may not see is said to be there, and no more.
            var difference = stored.Comparison is null ? null : position.Sentence ?? new Text("(ein Unterschied bei nicht freigegebenen Zeiten oder Personalangaben)", "(a difference of times or staffing that are not released)").ToString();
            return new MinutesPosition(position.Round, difference, Enum.Parse<MinutesStance>(position.Stance.ToString()), position.Reason, Act(position.Signed), Enum.Parse<MinutesRole>(position.SignedAs.ToString()), isOpen);
        })];
    }

    private static string? Changes(ReviewFile file, ReviewRound round)
    {
        if (round.Number == 1) return null;
        var count = file.Comparison(round.Number, ReviewComparison.Previous)?.Differences.Count ?? 0;
        var text = new Text($"{count} {(count == 1 ? "Unterschied" : "Unterschiede")} zur Version der Runde davor", $"{count} {(count == 1 ? "difference" : "differences")} to the version of the round before").ToString();
        return round.Note is null ? text : $"{text}: {round.Note}";
    }

    private static MinutesAct Act(ActResponse act) => new(act.Name, act.At);
}
