using System.Diagnostics;
using System.Globalization;

namespace GpmTool.Api.Infrastructure.Problems;

/// <summary>A failure as the result of a handler.</summary>
internal sealed class ProblemResult(int status, string code, Text title, Text detail, Text remedy) : IResult, IStatusCodeHttpResult
{
    /// <summary>The HTTP status.</summary>
    public int StatusCode => status;

    int? IStatusCodeHttpResult.StatusCode => status;

    /// <summary>The stable name of this kind of failure.</summary>
    public string Code => code;

    /// <summary>Rejected input: the messages by field name.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>A refused document: what checks found.</summary>
    public IReadOnlyList<FindingResponse>? Findings { get; init; }

    /// <summary>Changes that cannot be taken over: which.</summary>
    public IReadOnlyList<StaleOperation>? Operations { get; init; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var problem = new ApiProblem
        {
            Status = status,
            Code = code,
            Title = title.ToString(),
            Detail = detail.ToString(),
            Remedy = remedy.ToString(),
            Instance = httpContext.Request.PathBase + httpContext.Request.Path,
            TraceId = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier,
            Errors = Errors,
            Findings = Findings,
            Operations = Operations,
        };
        return httpContext.Response.WriteAsJsonAsync(problem, options: null, ApiProblem.MediaType, httpContext.RequestAborted);
    }
}
