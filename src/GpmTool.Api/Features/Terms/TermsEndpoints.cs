using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Features.Terms;

/// <summary>Which words mean the same in a policy field.</summary>
internal static class TermsEndpoints
{
    private static readonly int[] Changing = [StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired];

    /// <summary>Maps the routes.</summary>
    public static void MapTerms(this IEndpointRouteBuilder routes)
    {
        var terms = routes.MapFeature("policy-fields/{key}/terms", "Terms");
        terms.MapGet("", TermsOperations.GetAsync).WithName("GetTerms").Fails(StatusCodes.Status404NotFound);
        terms.MapPut("", TermsOperations.ChangeAsync).WithName("ChangeTerms").Fails(Changing);
        terms.MapGet("file", TermsOperations.ExportAsync).WithName("ExportTerms").Fails(StatusCodes.Status404NotFound).Produces<string>(StatusCodes.Status200OK, TermsOperations.File);
        terms.MapPut("file", TermsOperations.ImportAsync).WithName("ImportTerms").Accepts<string>(TermsOperations.File).Fails([.. Changing, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType]);
        terms.MapPost("reset", TermsOperations.ResetAsync).WithName("ResetTerms").Fails(Changing);
    }
}
