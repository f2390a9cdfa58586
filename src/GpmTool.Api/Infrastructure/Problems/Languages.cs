using System.Globalization;

namespace GpmTool.Api.Infrastructure.Problems;

/// <summary>Chooses German or English for the messages of one request.</summary>
internal static class Languages
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>
    /// Sets the language from <c>Accept-Language</c>. Only the UI culture changes: numbers and dates stay invariant.
    /// </summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        CultureInfo.CurrentUICulture = Choose(context.Request);
        return next(context);
    });

    private static CultureInfo Choose(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1);
        foreach (var language in wanted)
        {
            if (language.Value.StartsWith("de", StringComparison.OrdinalIgnoreCase)) return German;
            if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return English;
        }

        return German;
    }
}
