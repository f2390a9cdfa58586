using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpmTool.Reports;

/// <summary>Minutes as JSON for programs: the members of <see cref="ReviewMinutes"/>, times in UTC. Members are only added while the version stays.</summary>
public static class JsonMinutes
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Writes the minutes, indented, as UTF-8.</summary>
    public static void Write(ReviewMinutes minutes, Stream output) => JsonSerializer.Serialize(output, new { minutesVersion = Version, minutes }, Options);
}
