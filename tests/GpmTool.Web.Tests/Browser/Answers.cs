using Microsoft.AspNetCore.Http;

namespace GpmTool.Web.Tests.Browser;

/// <summary>Answers of a server that a test makes up, by path.</summary>
internal sealed class Answers : Dictionary<string, Func<HttpContext, Task>>
{
    private static readonly object Nothing = new { items = Array.Empty<object>(), nextCursor = (string?)null, unread = 0, total = 0 };

    /// <summary>Somebody is logged in who may coordinate the field "fm"; nothing is stored.</summary>
    public Answers()
    {
        Json("/api/v1/me", new { id = Guid.Empty, name = "Erika Muster", isProgram = false, roles = new[] { new { role = "fieldCoordination", policyField = "fm" } }, scopes = Array.Empty<string>() });
        Json("/api/v1/session/providers", Array.Empty<object>());
        foreach (var list in new[] { "policy-fields", "process-groups", "authorities", "processes", "me/notifications", "publications" }) Json($"/api/v1/{list}", Nothing);
    }

    /// <summary>Answers with JSON.</summary>
    public Answers Json(string path, object body)
    {
        this[path] = context => context.Response.WriteAsJsonAsync(body);
        return this;
    }

    /// <summary>Answers with a problem.</summary>
    public Answers Problem(string path, int status, string code, string detail, string remedy = "Fragen Sie die Verwaltung.")
    {
        this[path] = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsJsonAsync(new { title = "Problem", status, detail, remedy, code }, options: null, contentType: "application/problem+json");
        };
        return this;
    }

    /// <summary>Answers only when <paramref name="release"/> completes.</summary>
    public Answers Slow(string path, Task release)
    {
        var answer = this[path];
        this[path] = async context =>
        {
            await release;
            await answer(context);
        };
        return this;
    }
}
