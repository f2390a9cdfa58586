using GpmTool.Api.Infrastructure.Paging;
using GpmTool.Api.Tests.Models;

namespace GpmTool.Api.Tests.Storage;

/// <summary>A request that makes the API send every command of its operation.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The address below /api/v1/.</param>
/// <param name="Body">The body.</param>
internal sealed record ApiCall(string Method, string Path, object? Body = null)
{
    /// <summary>The tables that hold no row of the kind that would be in the way.</summary>
    public string[] Empty { get; init; } = [];

    /// <summary>The tables in which no row is found.</summary>
    public string[] Missing { get; init; } = [];

    /// <summary>The columns that hold nothing.</summary>
    public string[] Nulls { get; init; } = [];

    /// <summary>The ETag the request has seen.</summary>
    public string IfMatch { get; init; } = "\"1\"";

    /// <summary>One call for every way an operation asks the database; simple reads are found by themselves.</summary>
    public static IEnumerable<ApiCall> All()
    {
        const string key = FakeReader.Key;
        var id = FakeReader.Id;
        var other = new Guid("0199a000-0000-7000-8000-000000000002");
        var content = new { name = "Anders", description = "Neu", legalBases = Array.Empty<object>() };
        return
        [
            .. Lists("processes", "name", "key"), .. Lists("policy-fields", "name", "key"), .. Lists("process-groups", "name", "key"),
            .. Lists("authorities", "name", "key"), .. Lists($"models/{id}/versions", "number"), .. Lists("audit", "sequence"),
            new("GET", $"processes?search=st%C3%B6rung%20melden&policyField={key}&group={key}&authority={key}&state=Draft&archived=true"),
            new("GET", $"process-groups?policyField={key}"),
            .. Lists($"overview/map?policyField={key}", "name", "key"),
            new("GET", "authorities?kind=DistrictOffice&archived=true"),
            new("GET", $"audit?objectKind=model&objectId={id}"),
            new("GET", $"models/{id}/versions/1") { Nulls = ["Content"] },
            new("POST", "policy-fields", new { key, name = "Neu", coordinatingAuthority = key }) { Empty = ["PolicyFields"] },
            new("PUT", $"policy-fields/{key}", new { name = "Anders", coordinatingAuthority = key }),
            new("POST", $"policy-fields/{key}/archive"),
            new("POST", "process-groups", new { key, name = "Neu", policyField = key }) { Empty = ["ProcessGroups"] },
            new("PUT", $"process-groups/{key}", new { name = "Anders" }),
            new("POST", $"process-groups/{key}/archive"),
            new("POST", "authorities", new { key, name = "Neu", kind = "DistrictOffice", validFrom = "2026-01-01" }) { Empty = ["Authorities"] },
            new("PUT", $"authorities/{key}", new { name = "Anders", kind = "DistrictOffice" }),
            new("POST", $"authorities/{key}/archive"),
            new("POST", "processes", new { key, policyField = key, group = key, content }) { Empty = ["Processes"] },
            new("PUT", $"processes/{key}", content),
            new("POST", $"processes/{key}/archive"),
            new("POST", $"processes/{key}/models?stage=soll", Documents.Elsa(calls: key)) { Empty = ["Models"] },
            new("POST", $"processes/{key}/models?stage=ist&authority={key}", Documents.Elsa()) { Empty = ["Models"] },
            new("POST", $"models/{id}/draft", new { }) { Empty = ["ModelVersions"] },
            new("PUT", $"models/{id}/draft?note=anders", Documents.Elsa("Anders", key)),
            new("POST", $"models/{id}/freeze", new { note = "fertig" }) { Empty = ["StoredContents"] },
            new("POST", $"models/{id}/versions/1/restore", new { }) { Empty = ["ModelVersions"], Nulls = ["Content"] },
            new("DELETE", $"models/{id}/draft"),
            new("GET", "me/notifications?limit=1&sort=-createdAt"), new("GET", "me/notifications?unread=true"), new("GET", "notifications/mail-problems"),
            new("POST", $"me/notifications/{id}/read"), new("POST", "me/notifications/read"),
            new("PUT", "me/notification-settings", new { mail = "daily", language = "en" }),
            new("PUT", "me/notification-settings", new { mail = "daily", language = "en" }) { Missing = ["NotificationSettings"], IfMatch = "\"0\"" },
            new("GET", "accounts?limit=1&sort=-createdAt"), new("GET", "keys?limit=1&sort=-createdAt"),
            new("POST", "accounts", new { email = "neu@example.org", name = "Neu", roles = new[] { new { role = "fieldCoordination", policyField = key } } }) { Empty = ["Accounts"] },
            new("PUT", $"accounts/{id}/roles", new[] { new { role = "administrator" } }),
            new("POST", $"accounts/{id}/invitation"),
            new("POST", $"accounts/{id}/disable"),
            new("DELETE", $"accounts/{id}/name"),
            new("POST", "keys", new { name = "Neu", scopes = new[] { "read" }, policyField = key }),
            new("POST", $"keys/{id}/revoke"),
            new("GET", $"comparisons?beforeModel={id}&beforeVersion=1&afterModel={id}&afterVersion=1"),
            new("PUT", $"comparisons/pins?beforeModel={id}&afterModel={other}", new { same = new[] { new { beforeId = "s", afterId = "s" } } }) { Empty = ["StoredContents"] },
            new("PUT", $"comparisons/pins?beforeModel={id}&afterModel={other}", new { same = new[] { new { beforeId = "s", afterId = "s" } } }) { Missing = ["PinSets"], IfMatch = "\"0\"" },
            new("POST", "comparisons/merges", new { @base = new { modelId = id, eTag = "\"7\"" }, ours = new { modelId = id }, theirs = new { modelId = id }, into = id }),
            new("PUT", $"policy-fields/{key}/terms", new { groups = new[] { new[] { "a", "b" } } }),
            new("PUT", $"policy-fields/{key}/terms", new { groups = new[] { new[] { "a", "b" } } }) { Missing = ["FieldTerms"], IfMatch = "\"0\"" },
        ];
    }

    /// <summary>Sorted both ways, and continued after a page.</summary>
    private static IEnumerable<ApiCall> Lists(string path, params string[] fields) =>
        from field in fields
        from sort in (string[])[field, "-" + field]
        from cursor in (string[])["", $"&cursor={new Cursor(sort, "1", "1").Encode()}"]
        select new ApiCall("GET", $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=1&sort={sort}{cursor}");
}
