using System.Security.Claims;
using System.Text.Json;

namespace GpmTool.Api.Features.Accounts;

/// <summary>The values of a claim, also of one that holds JSON.</summary>
internal static class ClaimValues
{
    /// <summary>The values at a path: the name of a claim, or behind dots the members of its JSON.</summary>
    public static IReadOnlySet<string> Of(ClaimsPrincipal person, string path)
    {
        var values = person.FindAll(path).SelectMany(claim => Texts(claim.Value, [])).ToHashSet(StringComparer.Ordinal);
        var parts = path.Split('.');
        if (parts.Length > 1) values.UnionWith(person.FindAll(parts[0]).SelectMany(claim => Texts(claim.Value, parts.AsSpan(1))));
        return values;
    }

    private static IEnumerable<string> Texts(string value, ReadOnlySpan<string> members)
    {
        if (members.Length == 0 && !value.StartsWith('[')) return [value];
        try
        {
            using var json = JsonDocument.Parse(value);
            var element = json.RootElement;
            foreach (var member in members)
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(member, out element)) return [];
            return element.ValueKind switch
            {
                JsonValueKind.Array => [.. element.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
                JsonValueKind.String => [element.GetString()!],
                _ => [],
            };
        }
        catch (JsonException)
        {
            return members.Length == 0 ? [value] : []; // a value that only looks like JSON
        }
    }
}
