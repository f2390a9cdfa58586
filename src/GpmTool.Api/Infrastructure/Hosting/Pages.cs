using System.Text.Encodings.Web;
using Microsoft.Extensions.FileProviders;

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
        var isIndex = context.Request.Path == "/index.html"; // also a file, but one that has to know its place
        if (!isIndex && (context.GetEndpoint() is not null || !IsPage(context.Request)))
        {
            await next(context);
            return;
        }

        var index = context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo("index.html");
        if (index.Exists)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.CacheControl = "no-cache";
            await context.Response.WriteAsync(Page(index, context.Request.PathBase), context.RequestAborted);
        }
        else if (context.Request.Path == "/")
        {
            context.Response.Redirect($"{context.Request.PathBase}/swagger/index.html");
        }
        else
        {
            await next(context);
        }
    });

    /// <summary>The page with the path before every address, so that its own are found below it.</summary>
    private static string Page(IFileInfo index, PathString pathBase)
    {
        using var reader = new StreamReader(index.CreateReadStream());
        return reader.ReadToEnd().Replace("<base href=\"/\"", $"<base href=\"{HtmlEncoder.Default.Encode(pathBase.ToUriComponent())}/\"", StringComparison.Ordinal);
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/api")
        && !request.Path.StartsWithSegments("/health")
        && !request.Path.StartsWithSegments("/swagger")
        && !Path.HasExtension(request.Path)
        && (request.Path == "/" || AsksForHtml(request));

    /// <summary>Whether a browser asks for a page.</summary>
    public static bool AsksForHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
