using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace GpmTool.Api.Infrastructure.Hosting;

/// <summary>Where the program listens, and what stands before it.</summary>
internal static class Addresses
{
    /// <summary>The address unless another is configured: this computer only, so that whoever opens it to others does so knowingly.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>Sets the default address, and whose word on the client's address is believed (<c>Proxy:Known</c>).</summary>
    public static void UseAddresses(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var ports = configuration["http_ports"] ?? configuration["https_ports"];
        if (string.IsNullOrEmpty(configuration["urls"]) && string.IsNullOrEmpty(ports) && !configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var proxies = (configuration["Proxy:Known"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear(); // else everybody on this computer would be believed
            foreach (var proxy in proxies) options.KnownProxies.Add(proxy);
        });
    }

    /// <summary>Believes the proxies named, and takes the path before every address (<c>PathBase</c>) away.</summary>
    public static void UseProxies(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (app.Configuration["PathBase"] is not { Length: > 0 } path) return;
        if (path[0] != '/' || path[^1] == '/')
            throw new StartRefusedException($"GpmTool startet nicht: PathBase „{path}“ beginnt mit einem Schrägstrich und endet ohne, etwa /gpm. / PathBase begins with a slash and ends without, such as /gpm.");
        app.UsePathBase(path);
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                // Handlers name addresses below the program's own root.
                var location = http.Response.Headers.Location.ToString();
                if (http.Request.PathBase.HasValue && location.StartsWith("/api/", StringComparison.Ordinal)) http.Response.Headers.Location = http.Request.PathBase + location;
                return Task.CompletedTask;
            });
            return next(http);
        });
    }

    private static IPAddress Read(string text) => IPAddress.TryParse(text, out var address)
        ? address
        : throw new StartRefusedException($"GpmTool startet nicht: Proxy:Known „{text}“ ist keine IP-Adresse. / Proxy:Known '{text}' is no IP address.");
}
