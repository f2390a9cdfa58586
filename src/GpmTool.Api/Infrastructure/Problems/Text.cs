using System.Globalization;

namespace GpmTool.Api.Infrastructure.Problems;

/// <summary>A sentence a user reads, in both languages. German is the default; the request's language decides.</summary>
internal readonly record struct Text(string German, string English)
{
    /// <summary>The sentence in the language of the current request.</summary>
    public override string ToString() =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : German;
}
