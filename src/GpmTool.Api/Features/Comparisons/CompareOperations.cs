using FluentValidation;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Diff;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>What to compare, and how.</summary>
/// <param name="Before">The first side.</param>
/// <param name="After">The second side.</param>
/// <param name="Ignore">What does not count: layout (the default), extension, documentation, document; nothing: everything counts.</param>
/// <param name="Pins">Decisions about correspondences that count instead of those stored with the pair of models.</param>
/// <param name="PolicyField">The key of the field whose thesaurus is used, for documents that are sent along; a model's own field is found by itself.</param>
internal sealed record CompareRequest(ComparedInput Before, ComparedInput After, IReadOnlyList<string>? Ignore = null, PinsContent? Pins = null, string? PolicyField = null);

internal sealed class CompareValidator : AbstractValidator<CompareRequest>
{
    public CompareValidator(IValidator<ComparedInput> side, IValidator<PinsContent> pins)
    {
        RuleFor(request => request.Before).NotNull().SetValidator(side);
        RuleFor(request => request.After).NotNull().SetValidator(side);
        RuleFor(request => request.Pins!).SetValidator(pins).When(request => request.Pins is not null);
    }
}

/// <summary>Comparing any two versions or documents; nothing is stored.</summary>
internal static class CompareOperations
{
    /// <summary>
    /// Compares two versions, drafts included, or documents that are sent along: matches, operations, key figures, similarity.
    /// <c>Accept</c> chooses the form, <c>lang</c> or <c>Accept-Language</c> the language.
    /// </summary>
    public static async Task<Results<RepresentationResult, ProblemResult>> PostAsync(CompareRequest request, HttpRequest http, Comparer comparer, Representations forms, CancellationToken cancellation, [FromQuery] string? lang = null)
    {
        var (before, problem) = await comparer.SideAsync(request.Before, Sides.Before, cancellation);
        if (problem is not null) return problem;
        (var after, problem) = await comparer.SideAsync(request.After, Sides.After, cancellation);
        if (problem is not null) return problem;
        return await AnswerAsync(before!, after!, http, comparer, forms, lang, cancellation, request.Ignore, request.Pins?.ToPins(), request.PolicyField);
    }

    /// <summary>
    /// The same as POST for versions, by address; without a version number the newest version counts. The ETag changes with the
    /// versions' contents, the decisions about correspondences and the thesaurus; <c>If-None-Match</c> gives 304.
    /// </summary>
    public static async Task<Results<RepresentationResult, ProblemResult>> GetAsync(
        [FromQuery] Guid beforeModel, [FromQuery] Guid afterModel, HttpRequest http, Comparer comparer, Representations forms, CancellationToken cancellation,
        [FromQuery] int? beforeVersion = null, [FromQuery] int? afterVersion = null, [FromQuery] string? ignore = null, [FromQuery] string? lang = null)
    {
        var (before, problem) = await comparer.SideAsync(new ComparedInput(beforeModel, beforeVersion), Sides.Before, cancellation);
        if (problem is not null) return problem;
        (var after, problem) = await comparer.SideAsync(new ComparedInput(afterModel, afterVersion), Sides.After, cancellation);
        if (problem is not null) return problem;
        return await AnswerAsync(before!, after!, http, comparer, forms, lang, cancellation, Words(ignore));
    }

    /// <summary>
    /// Compares two files of a form: the parts <c>before</c> and <c>after</c>, each BPMN 2.0, an Elsa definition or a GPM view; the fields
    /// <c>ignore</c> and <c>policyField</c> as elsewhere.
    /// </summary>
    public static async Task<Results<RepresentationResult, ProblemResult>> FilesAsync(HttpRequest http, Comparer comparer, Representations forms, CancellationToken cancellation, [FromQuery] string? lang = null)
    {
        if (!http.HasFormContentType) return StatusFailure.Of(StatusCodes.Status415UnsupportedMediaType, http);
        IFormCollection form;
        try
        {
            form = await http.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = 2L * StoredDocuments.MaxBytes + 65_536, ValueCountLimit = 16, ValueLengthLimit = 4096 }, cancellation);
        }
        catch (InvalidDataException exception)
        {
            return Failure.BadRequest("form-unreadable", new($"Das Formular ist nicht lesbar: {exception.Message}", $"The form is not readable: {exception.Message}"),
                new("Senden Sie multipart/form-data mit den Dateien before und after, je höchstens 10 MB.", "Send multipart/form-data with the files before and after, 10 MB at most each."));
        }

        var (before, problem) = await FileAsync(form, "before", Sides.Before, cancellation);
        if (problem is not null) return problem;
        (var after, problem) = await FileAsync(form, "after", Sides.After, cancellation);
        if (problem is not null) return problem;
        return await AnswerAsync(before!, after!, http, comparer, forms, lang, cancellation, Words(form["ignore"].ToString()), policyField: form["policyField"].ToString() is { Length: > 0 } field ? field : null);
    }

    private static string[]? Words(string? ignore) => string.IsNullOrWhiteSpace(ignore) ? null : ignore.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static async Task<(ComparedSide? Side, ProblemResult? Problem)> FileAsync(IFormCollection form, string name, Text where, CancellationToken cancellation)
    {
        if (form.Files[name] is not { } file)
            return (null, Failure.Field(name, new("Diese Datei fehlt im Formular.", "This file is missing in the form.")));
        var named = new Text($"{where.German} „{file.FileName}“", $"{where.English} \"{file.FileName}\"");
        if (file.Length > StoredDocuments.MaxBytes) return (null, DocumentFailures.TooLarge(named));
        using var buffer = new MemoryStream((int)file.Length);
        await file.CopyToAsync(buffer, cancellation);
        return ComparedSide.Sent(buffer.ToArray(), file.FileName, named, cancellation);
    }

    private static async Task<Results<RepresentationResult, ProblemResult>> AnswerAsync(
        ComparedSide before, ComparedSide after, HttpRequest http, Comparer comparer, Representations forms, string? lang, CancellationToken cancellation, IReadOnlyList<string>? ignore = null, Pins? pins = null, string? policyField = null)
    {
        var (question, problem) = await comparer.AskAsync(before, after, cancellation, ignore, pins, policyField);
        if (problem is not null) return problem;
        (var result, problem) = await forms.AnswerAsync(question!, http, lang, cancellation);
        return problem is not null ? problem : result!;
    }
}
