using System.Text.RegularExpressions;
using FluentValidation;
using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Infrastructure.Validation;

/// <summary>Rules several requests share.</summary>
internal static partial class Rules
{
    /// <summary>Longest key; the store's column has the same length.</summary>
    public const int KeyLength = 100;

    /// <summary>A key: lower-case letters, digits and hyphens, begins with a letter or digit.</summary>
    public static IRuleBuilderOptions<T, string> Key<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .MaximumLength(KeyLength)
        .Must(key => key is null || KeyPattern().IsMatch(key))
        .WithMessage(_ => new Text(
            "Ein Schlüssel besteht aus Kleinbuchstaben a–z, Ziffern und Bindestrichen und beginnt und endet nicht mit einem Bindestrich.",
            "A key consists of lower-case letters a-z, digits and hyphens, and neither begins nor ends with a hyphen.").ToString());

    /// <summary>A name a user reads.</summary>
    public static IRuleBuilderOptions<T, string> Name<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(200);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyPattern();
}
