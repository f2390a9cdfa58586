using Microsoft.AspNetCore.Http;

namespace GpmTool.Web.Tests.Start;

/// <summary>The answers of a server in each of the states that the start page knows.</summary>
internal static class Answers
{
    public const string Overview = "/api/v1/overview";

    public static Dictionary<string, Func<HttpContext, Task>> Full => With(context => context.Response.WriteAsJsonAsync(new
    {
        policyFields = 1,
        processGroups = 4,
        authorities = 24,
        processes = 3,
        istModels = 6,
        sollModels = 2,
        publications = 1,
        items = new object[]
        {
            Item("fm.stoerung", "Störungsmeldung bearbeiten", "Technisches Gebäudemanagement",
                ["Muster-Bezirk A", "Muster-Bezirk D", "Muster-Bezirk H"], new { version = 2, state = "published", published = true }),
            Item("fm.schluessel", "Schlüssel ausgeben und zurücknehmen", "Infrastrukturelles Gebäudemanagement",
                ["Muster-Bezirk B", "Muster-Bezirk F"], new { version = 1, state = "draft", published = false }),
            Item("fm.maengel", "Mängelansprucherfüllungsverfolgung veranlassen", "Kaufmännisches Gebäudemanagement", [], null),
        },
    }));

    public static Dictionary<string, Func<HttpContext, Task>> Empty => With(context => context.Response.WriteAsJsonAsync(new
    {
        policyFields = 0,
        processGroups = 0,
        authorities = 0,
        processes = 0,
        istModels = 0,
        sollModels = 0,
        publications = 0,
        items = Array.Empty<object>(),
    }));

    public static Dictionary<string, Func<HttpContext, Task>> Broken => With(
        context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsJsonAsync(
                new { title = "Nicht bereit", detail = "Das Schema der Datenbank ist veraltet.", code = "schema-behind" },
                options: null, contentType: "application/problem+json");
        },
        StatusCodes.Status503ServiceUnavailable);

    /// <summary>A server that takes its time: until <paramref name="release"/> completes.</summary>
    public static Dictionary<string, Func<HttpContext, Task>> Slow(Task release)
    {
        var answers = Full;
        var answer = answers[Overview];
        answers[Overview] = async context =>
        {
            await release;
            await answer(context);
        };
        return answers;
    }

    private static Dictionary<string, Func<HttpContext, Task>> With(
        Func<HttpContext, Task> overview, int health = StatusCodes.Status200OK) => new()
        {
            [Overview] = overview,
            ["/health/ready"] = context =>
            {
                context.Response.StatusCode = health;
                return Task.CompletedTask;
            },
        };

    private static object Item(string key, string name, string group, string[] istAuthorities, object? soll) =>
        new { key, name, group, policyField = "Facility Management", istAuthorities, soll };
}
