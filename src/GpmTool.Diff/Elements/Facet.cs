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
    Func<GraphElement, IEnumerable<string?>>? References = null);
