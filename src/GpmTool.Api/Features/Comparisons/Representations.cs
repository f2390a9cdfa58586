using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Documentation;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Reports;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>The forms in which a comparison can be had.</summary>
internal sealed class Representations(ComparisonCache cache, Comparer comparer, IOptions<JsonOptions> json)
{
    private const string Json = "application/json";
    private const string Markdown = "text/markdown";
    private const string Html = "text/html";

    /// <summary>The media types; the first is given where none is asked for.</summary>
    public static readonly string[] All = [Json, Markdown, Html, MediaTypes.Workbook];

    /// <summary>The language of a report: what is said, else that of the request.</summary>
    public static ReportLanguage LanguageOf(string? lang) => (lang ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) == "en" ? ReportLanguage.English : ReportLanguage.German;

    /// <summary>Answers a question in the form and the language that are asked for.</summary>
    public async Task<(RepresentationResult? Result, ProblemResult? Problem)> AnswerAsync(Question question, HttpRequest request, string? lang, CancellationToken cancellation)
    {
        if (lang is not (null or "de" or "en")) return (null, Failure.Field("lang", new($"„{lang}“ gibt es nicht; möglich sind de und en.", $"There is no \"{lang}\"; possible are de and en.")));
        if (Choose(request) is not { } form) return (null, NotAcceptable());
        var language = lang ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var tag = new EntityTagHeaderValue($"\"{Question.Hash(question.Key, form, language, Text(question.Before.Version), Text(question.After.Version))[..32]}\"");
        if (HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))) return (new RepresentationResult([], form, language, tag, IsKnown: true), null);
        if (cache.Find<byte[]>($"form:{tag}") is { } known) return (new RepresentationResult(known, form, language, tag, IsKnown: false), null);
        var (compared, problem) = await comparer.AnswerAsync(question, cancellation);
        if (problem is not null) return (null, problem);
        var bytes = Write(compared!, form, LanguageOf(language));
        return (new RepresentationResult(cache.Keep($"form:{tag}", bytes, bytes.LongLength), form, language, tag, IsKnown: false), null);
    }

    private byte[] Write(Compared compared, string form, ReportLanguage language)
    {
        if (form == Json) return JsonSerializer.SerializeToUtf8Bytes(ComparisonResponse.Of(compared, language), json.Value.SerializerOptions);
        using var bytes = new MemoryStream();
        var report = compared.Report(language);
        if (form == Html) HtmlReport.Write(report, bytes);
        else if (form == MediaTypes.Workbook) XlsxReport.Write(report, bytes);
        else
            using (var text = new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" }) MarkdownReport.Write(report, text);
        return bytes.ToArray();
    }

    private string Text(ComparedVersion version) => JsonSerializer.Serialize(version, json.Value.SerializerOptions);

    // The best of what is accepted; of several as good the one that stands first here.
    private static string? Choose(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0) return All[0];
        double Quality(string form)
        {
            var media = new MediaTypeHeaderValue(form);
            var closest = accepted.Where(one => media.IsSubsetOf(new MediaTypeHeaderValue(one.MediaType))).OrderByDescending(one => one.MatchesAllTypes ? 0 : one.MatchesAllSubTypes ? 1 : 2).FirstOrDefault();
            return closest is null ? 0 : closest.Quality ?? 1;
        }

        return All.Select(form => (form, Quality: Quality(form))).Where(one => one.Quality > 0).OrderByDescending(one => one.Quality).Select(one => one.form).FirstOrDefault();
    }

    private static ProblemResult NotAcceptable() => new(
        StatusCodes.Status406NotAcceptable, "not-acceptable",
        new("Format nicht lieferbar", "Format not available"),
        new("Das verlangte Format (Accept) gibt es hier nicht.", "The format asked for (Accept) does not exist here."),
        new($"Verlangen Sie eines von {string.Join(", ", All)}.", $"Ask for one of {string.Join(", ", All)}."));
}

/// <summary>A comparison in one form, with its ETag; 304 to a client that has it.</summary>
internal sealed record RepresentationResult(byte[] Bytes, string MediaType, string Language, EntityTagHeaderValue Tag, bool IsKnown) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ComparisonResponse), [Representations.All[0]]));
        foreach (var form in Representations.All[1..]) builder.Metadata.Add(new ResponseFilter.AlsoText(form));
        builder.Metadata.Add(new ResponseFilter.Tagged());
    }

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.Headers.Vary = "Accept, Accept-Language";
        response.Headers.CacheControl = "private, no-cache"; // ask again each time: versions, decisions and thesaurus change
        response.Headers.ContentLanguage = Language;
        response.GetTypedHeaders().ETag = Tag;
        if (IsKnown)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = MediaType.StartsWith("text/", StringComparison.Ordinal) || MediaType == MediaTypes.Elsa ? MediaType + "; charset=utf-8" : MediaType;
        if (MediaType == MediaTypes.Workbook) response.Headers.ContentDisposition = "attachment; filename=\"vergleich.xlsx\"";
        response.ContentLength = Bytes.Length;
        await response.Body.WriteAsync(Bytes, httpContext.RequestAborted);
    }
}
