using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpmTool.Elsa;

/// <summary>An activity type of an Elsa server.</summary>
/// <param name="Type">The type name.</param>
/// <param name="Version">The version of the type.</param>
/// <param name="Inputs">The inputs, as members of an activity.</param>
/// <param name="Outputs">The outputs, as members of an activity.</param>
/// <param name="Ports">The ports that connections leave from, beside <c>Done</c>.</param>
/// <param name="Bodies">Members that hold nested activities.</param>
public sealed record ActivityType(
    string Type,
    int Version,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<string> Ports,
    IReadOnlyList<string> Bodies);

/// <summary>The activity types an unmodified Elsa 3.8 server knows.</summary>
public static class ActivityTable
{
    private static readonly Dictionary<string, ActivityType> Types = Load();

    /// <summary>All types.</summary>
    public static IReadOnlyCollection<ActivityType> All => Types.Values;

    /// <summary>The type of that name, or null.</summary>
    public static ActivityType? Find(string? type) => type is not null && Types.TryGetValue(type, out var known) ? known : null;

    /// <summary>Types as the table of this library is written: an array, a line each (UTF-8).</summary>
    public static byte[] Write(IEnumerable<ActivityType> types)
    {
        var lines = types.Select(type => "  " + JsonSerializer.Serialize(type, ActivityTableContext.Default.ActivityType));
        return Encoding.UTF8.GetBytes($"[\n{string.Join(",\n", lines)}\n]\n");
    }

    private static Dictionary<string, ActivityType> Load()
    {
        using var stream = typeof(ActivityTable).Assembly.GetManifestResourceStream("activities.json")!;
        return JsonSerializer.Deserialize(stream, ActivityTableContext.Default.ActivityTypeArray)!
            .ToDictionary(type => type.Type, StringComparer.Ordinal);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ActivityType[]))]
internal sealed partial class ActivityTableContext : JsonSerializerContext;
