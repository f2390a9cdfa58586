using System.Text;
using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Diff;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Terms;

/// <summary>The thesaurus of a policy field.</summary>
/// <param name="PolicyField">The key of the field.</param>
/// <param name="IsDefault">Whether it is the one that comes with the program.</param>
/// <param name="Hash">SHA-256 of its text, hexadecimal: comparisons are only the same under the same.</param>
/// <param name="Groups">Words that mean the same.</param>
/// <param name="Opposites">Words that mean the opposite of each other.</param>
/// <param name="ChangedAt">When it was changed last (UTC).</param>
/// <param name="ChangedBy">Who changed it last (opaque id).</param>
internal sealed record TermsResponse(string PolicyField, bool IsDefault, string Hash, IReadOnlyList<IReadOnlyList<string>> Groups, IReadOnlyList<OppositeWords> Opposites, DateTime? ChangedAt, string? ChangedBy);

internal sealed class TermsValidator : AbstractValidator<TermsContent>
{
    public TermsValidator() => RuleFor(request => request.Groups).NotNull().Must(groups => groups is null || groups.Count <= 20_000);
}

/// <summary>Reading and changing the thesaurus of a policy field.</summary>
internal static class TermsOperations
{
    /// <summary>The media type of a thesaurus file.</summary>
    public const string File = "text/plain";

    private const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Reads the thesaurus of a policy field: its own, or the one that comes with the program.</summary>
    public static async Task<Results<TaggedOk<TermsResponse>, ProblemResult>> GetAsync(string key, GpmDbContext context, CancellationToken cancellation)
    {
        if (await FindAsync(context, key, cancellation) is not var (field, row)) return Failure.NotFound(Kinds.PolicyField, key);
        return ETags.Ok(Show(field, row), row?.Version ?? 0);
    }

    /// <summary>The same as a file that <c>gpm diff --thesaurus</c> reads.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemResult>> ExportAsync(string key, HttpResponse response, GpmDbContext context, CancellationToken cancellation)
    {
        if (await FindAsync(context, key, cancellation) is not var (_, row)) return Failure.NotFound(Kinds.PolicyField, key);
        return TypedResults.File(Encoding.UTF8.GetBytes(row?.Text ?? Thesaurus.DefaultText), File + "; charset=utf-8", $"thesaurus-{key}.txt", entityTag: ETags.Of(row?.Version ?? 0));
    }

    /// <summary>Replaces the thesaurus of a policy field.</summary>
    public static async Task<Results<TaggedOk<TermsResponse>, ProblemResult>> ChangeAsync(string key, TermsContent request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        var (text, problem) = request.Write();
        return problem is not null ? problem : await StoreAsync(key, text, "terms.change", ifMatch, context, current, time, cancellation);
    }

    /// <summary>Replaces the thesaurus of a policy field by a file: a group of words on each line, <c>a &lt;&gt; b</c> for opposites, <c>#</c> begins a comment.</summary>
    public static async Task<Results<TaggedOk<TermsResponse>, ProblemResult>> ImportAsync(string key, HttpRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (request.ContentType?.StartsWith(File, StringComparison.OrdinalIgnoreCase) != true) return StatusFailure.Of(StatusCodes.Status415UnsupportedMediaType, request);
        using var reader = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var (text, unreadable) = await ReadAsync(reader, request.ContentLength, cancellation);
        if (unreadable is not null) return unreadable;
        return TermsContent.Check(text, line => new Text($"Zeile {line}", $"line {line}").ToString()) is { } problem ? problem : await StoreAsync(key, text, "terms.import", ifMatch, context, current, time, cancellation);
    }

    /// <summary>Goes back to the thesaurus that comes with the program.</summary>
    public static Task<Results<TaggedOk<TermsResponse>, ProblemResult>> ResetAsync(string key, [FromHeader(Name = "If-Match")] string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation) =>
        StoreAsync(key, null, "terms.reset", ifMatch, context, current, time, cancellation);

    private static async Task<(string Text, ProblemResult? Problem)> ReadAsync(StreamReader reader, long? length, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var chunk = new char[16_384];
        try
        {
            int read;
            while (length is null or <= MaxBytes && text.Length <= MaxBytes && (read = await reader.ReadAsync(chunk, cancellation)) > 0) text.Append(chunk, 0, read);
        }
        catch (DecoderFallbackException)
        {
            return ("", Failure.BadRequest("not-utf-8", new("Der Text ist kein UTF-8.", "The text is not UTF-8."), new("Speichern Sie die Datei als UTF-8.", "Save the file as UTF-8.")));
        }

        return length > MaxBytes || text.Length > MaxBytes
            ? ("", new ProblemResult(StatusCodes.Status413PayloadTooLarge, "thesaurus-too-large", new("Thesaurus zu groß", "Thesaurus too large"), new($"Ein Thesaurus hat höchstens {MaxBytes / 1024 / 1024} MB.", $"A thesaurus has at most {MaxBytes / 1024 / 1024} MB."), new("Streichen Sie Gruppen, die in dem Politikfeld nicht vorkommen.", "Leave out groups that do not occur in the policy field.")))
            : (text.ToString().ReplaceLineEndings("\n"), null);
    }

    private static async Task<Results<TaggedOk<TermsResponse>, ProblemResult>> StoreAsync(string key, string? text, string action, string? ifMatch, GpmDbContext context, CurrentActor current, TimeProvider time, CancellationToken cancellation)
    {
        if (await FindAsync(context, key, cancellation) is not var (field, row)) return Failure.NotFound(Kinds.PolicyField, key);
        if (ETags.Check(ifMatch, row?.Version ?? 0) is { } outdated) return outdated;
        if (field.ArchivedAt is not null) return Failure.Archived(Kinds.PolicyField, key);
        row ??= context.FieldTerms.Add(new FieldTerms { PolicyFieldId = field.Id, ChangedBy = current.Actor.Id }).Entity;
        (row.Text, row.ChangedAt, row.ChangedBy) = (text, time.GetUtcNow().UtcDateTime, current.Actor.Id);
        var shown = Show(field, row);
        context.Record(current.Actor, action, "policy-field", field.Key, JsonSerializer.Serialize(new { groups = shown.Groups.Count, opposites = shown.Opposites.Count, hash = shown.Hash }));
        await context.SaveChangesAsync(cancellation);
        return ETags.Ok(shown, row.Version);
    }

    private static TermsResponse Show(PolicyField field, FieldTerms? row)
    {
        var text = row?.Text;
        var content = TermsContent.Of(text is null ? Thesaurus.Default : Thesaurus.Parse(text));
        return new TermsResponse(field.Key, text is null, FieldThesaurus.HashOf(text ?? Thesaurus.DefaultText), content.Groups, content.Opposites ?? [], row?.ChangedAt, row?.ChangedBy);
    }

    private static async Task<(PolicyField Field, FieldTerms? Terms)?> FindAsync(GpmDbContext context, string key, CancellationToken cancellation) =>
        await context.PolicyFields.SingleOrDefaultAsync(row => row.Key == key, cancellation) is { } field
            ? (field, await context.FieldTerms.SingleOrDefaultAsync(row => row.PolicyFieldId == field.Id, cancellation))
            : null;
}
