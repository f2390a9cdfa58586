namespace GpmTool.Api.Infrastructure.Callers;

/// <summary>
/// Protects sessions against requests that foreign pages let a browser send. Browsers say with every request that may change
/// something where it comes from (Fetch Metadata, W3C; older ones send Origin); programs other than browsers send neither, and have no
/// session that somebody else could use.
/// </summary>
internal static class Origins
{
    /// <summary>Whether a page of another origin lets a browser send a request that is not only reading.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
