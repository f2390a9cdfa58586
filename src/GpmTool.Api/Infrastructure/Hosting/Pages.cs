namespace GpmTool.Api.Infrastructure.Hosting;

/// <summary>Serves the web page, also at addresses only the page itself knows.</summary>
internal static class Pages
{
    /// <summary>
    /// Answers a browser with index.html where no route answered, except at addresses of the API. A program that does not ask for
    /// HTML and mistook the address gets a 404 it understands. A catch-all route would do neither, and would turn
    /// "405 Method Not Allowed" into the page. Without a built page the start address leads to Swagger UI.
    /// </summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is not null || !IsPage(context.Request))
        {
            await next(context);
            return;
        }

        var index = context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo("index.html");
        if (index.Exists)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.CacheControl = "no-cache";
            await context.Response.SendFileAsync(index, context.RequestAborted);
        }
        else if (context.Request.Path == "/")
        {
            context.Response.Redirect("/swagger/index.html");
        }
        else
        {
            await next(context);
        }
    });

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/api")
        && !request.Path.StartsWithSegments("/health")
        && !request.Path.StartsWithSegments("/swagger")
        && !Path.HasExtension(request.Path)
        && (request.Path == "/" || AsksForHtml(request));

    private static bool AsksForHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
