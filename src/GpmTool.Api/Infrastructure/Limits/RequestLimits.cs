using System.Globalization;
using System.Threading.RateLimiting;
using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Infrastructure.Limits;

/// <summary>How many requests are taken: few log-ins from one address, many of everything else. Behind a proxy the address is the one it forwards.</summary>
internal static class RequestLimits
{
    /// <summary>The policy of what takes a password or a one-time link.</summary>
    public const string LogIn = "log-in";

    /// <summary>Registers the limits.</summary>
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            var logIns = configuration.GetValue("Limits:LogInsPerMinute", 30);
            var perSecond = configuration.GetValue("Limits:RequestsPerSecond", 500);
            options.AddPolicy(LogIn, http => RateLimitPartition.GetFixedWindowLimiter(Address(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = logIns, Window = TimeSpan.FromMinutes(1) }));
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(Address(http), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perSecond * 4,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
            options.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                await TooMany().ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static ProblemResult TooMany() => new(
        StatusCodes.Status429TooManyRequests, "too-many-requests",
        new("Zu viele Anfragen", "Too many requests"),
        new("Von hier kommen zu viele Anfragen in kurzer Zeit.", "Too many requests come from here in a short time."),
        new("Warten Sie so viele Sekunden, wie Retry-After sagt.", "Wait for as many seconds as Retry-After says."));
}
