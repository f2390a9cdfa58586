using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>One thing that can differ between two elements of the same kind.</summary>
/// <param name="Name">The name of the member, in camel case.</param>
/// <param name="Kind">What a difference in it is called.</param>
/// <param name="Same">Whether it is the same in both.</param>
/// <param name="Take">The first element with this one thing of the second.</param>
/// <param name="Show">It as text, for reports and digests; null where there is none.</param>
/// <param name="References">The ids it names; null where it names none.</param>
internal sealed record Facet(
    string Name,
    OperationKind Kind,
    Func<GraphElement, GraphElement, bool> Same,
    Func<GraphElement, GraphElement, GraphElement> Take,
    Func<GraphElement, string?> Show,
    Func<GraphElement, IEnumerable<string?>>? References = null)
{
    /// <summary>
    /// All of it as text, but for ids: equal in two elements exactly where it is the same in both, null where there is none. What
    /// <see cref="Show"/> says is for readers and may leave something out (the spread of a time, the medium of a document).
    /// </summary>
    public Func<GraphElement, string?> Full { get; init; } = Show;

    /// <summary>A value as text, all of it; null for none.</summary>
    public static string? Written<TValue>(TValue value)
    {
        if (EqualityComparer<TValue>.Default.Equals(value, default)) return null;
        var text = JsonSerializer.Serialize(value, GraphJson.Options.GetTypeInfo(typeof(TValue)));
        return text is "[]" ? null : text;
    }
}
