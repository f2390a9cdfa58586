namespace GpmTool.Api.Infrastructure.Problems;

/// <summary>Makes every failure answer as a problem, and lets routes declare theirs.</summary>
internal static class ProblemSetup
{
    /// <summary>Registers the exception handler. Unreadable input throws, so that the problem can name the place.</summary>
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<FailureHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>Failures with and without an exception get their body here.</summary>
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseLanguages();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context =>
            StatusFailure.Of(context.HttpContext.Response.StatusCode, context.HttpContext.Request).ExecuteAsync(context.HttpContext));
    }

    /// <summary>Declares in the OpenAPI document with which statuses an endpoint can fail.</summary>
    public static TBuilder Fails<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ApiProblem), [ApiProblem.MediaType]));
        return builder;
    }
}
