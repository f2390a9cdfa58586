using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Validation;

namespace GpmTool.Api.Infrastructure.Http;

/// <summary>What all endpoints of the API have in common.</summary>
internal static class ApiGroup
{
    /// <summary>The prefix of the API.</summary>
    public const string Prefix = "/api/v1";

    /// <summary>The group of a feature: <c>/api/v1/&lt;path&gt;</c>, tagged, validated, and able to fail with 400 and 500.</summary>
    public static RouteGroupBuilder MapFeature(this IEndpointRouteBuilder routes, string path, string tag) => routes
        .MapGroup($"{Prefix}/{path}")
        .WithTags(tag)
        .WithValidation()
        .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status500InternalServerError);
}
