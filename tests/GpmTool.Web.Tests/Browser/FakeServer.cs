using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GpmTool.Web.Tests.Browser;

/// <summary>
/// Serves the built page beside answers that a test chooses, under the content security policy that the page has to
/// live with. For states into which a real server is hard to bring; everything else is tested on the real one.
/// </summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; " +
        "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private readonly WebApplication _app;

    private FakeServer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts a server on a free port; a path without an answer is a 404.</summary>
    public static async Task<FakeServer> StartAsync(Dictionary<string, Func<HttpContext, Task>> answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { WebRootPath = Repository.WebRoot });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return answers.TryGetValue(context.Request.Path, out var answer) ? answer(context) : next(context);
        });
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.Use((context, next) => IsPage(context.Request) ? context.Response.SendFileAsync(Path.Combine(Repository.WebRoot, "index.html")) : next(context));
        await app.StartAsync();

        return new FakeServer(app, new Uri(app.Urls.Single()));
    }

    private static bool IsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !Path.HasExtension(request.Path) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
