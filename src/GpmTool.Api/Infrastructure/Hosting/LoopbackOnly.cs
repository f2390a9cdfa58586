using System.Net;
using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Infrastructure.Hosting;

/// <summary>
/// There are no accounts yet, so everybody who reaches the server may do everything: only this computer may reach it.
/// </summary>
internal static class LoopbackOnly
{
    /// <summary>The address unless another is configured.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>
    /// Sets the default address and refuses every other than a loopback address. The check sits on each endpoint the server is about
    /// to bind, so no way of configuring an address gets past it.
    /// </summary>
    public static void UseLoopbackOnly(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var ports = configuration["http_ports"] ?? configuration["https_ports"];
        if (string.IsNullOrEmpty(configuration["urls"]) && string.IsNullOrEmpty(ports) && !configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(endpoint => Require(endpoint.IPEndPoint));
        });
    }

    /// <summary>Requests that name another host are refused: a foreign web page must not reach the server through its own name.</summary>
    public static IApplicationBuilder UseLocalHostNames(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var host = context.Request.Host.Host;
        var local = host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        if (local) await next(context);
        else await HostRefused(host).ExecuteAsync(context);
    });

    private static void Require(IPEndPoint? endpoint)
    {
        // A Unix socket or named pipe has no IP endpoint and is local by nature.
        if (endpoint is null || IPAddress.IsLoopback(endpoint.Address)) return;
        throw new StartRefusedException(
            $"""
             GpmTool startet nicht: Die Adresse {endpoint} ist von anderen Rechnern erreichbar, und es gibt noch keine Anmeldung.
             Abhilfe: nur localhost, 127.0.0.1 oder [::1] verwenden (--urls, ASPNETCORE_URLS, ASPNETCORE_HTTP_PORTS, Kestrel:Endpoints), zum Beispiel --urls {DefaultAddress}.
             GpmTool does not start: the address {endpoint} can be reached from other computers, and there are no accounts yet. Use a loopback address.
             """);
    }

    private static ProblemResult HostRefused(string host) => new(
        StatusCodes.Status421MisdirectedRequest, "host-not-local",
        new("Falscher Rechnername", "Wrong host name"),
        new($"Dieser Dienst antwortet nur unter localhost, nicht unter „{host}“.", $"This service answers as localhost only, not as \"{host}\"."),
        new("Verwenden Sie http://localhost mit dem Port des Dienstes.", "Use http://localhost with the port of the service."));
}
